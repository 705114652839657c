namespace Generator;

/// <summary>What a file system says of a file without opening it: its size in bytes and when it was last written, in ticks of UTC.</summary>
public readonly record struct FileStamp(long Size, long Written)
{
    /// <summary>The stamp of a file; null when there is none.</summary>
    public static FileStamp? Of(string path) => new FileInfo(path) is { Exists: true } file ? new(file.Length, file.LastWriteTimeUtc.Ticks) : null;
}
