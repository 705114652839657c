namespace Generator;

/// <summary>What a file system says of a file without opening it: its size in bytes and when it was last written, in ticks of UTC.</summary>
public readonly record struct FileStamp(long Size, long Written)
{
    /// <summary>That of a file which was written so many seconds after the beginning of 1970, and nanoseconds after that.</summary>
    public static FileStamp At(long size, long seconds, uint nanoseconds) => new(size, DateTime.UnixEpoch.Ticks + (seconds * TimeSpan.TicksPerSecond) + (nanoseconds / 100));

    /// <summary>The stamp of a file; null when there is none.</summary>
    public static FileStamp? Of(string path) => new FileInfo(path) is { Exists: true } file ? new(file.Length, file.LastWriteTimeUtc.Ticks) : null;
}
