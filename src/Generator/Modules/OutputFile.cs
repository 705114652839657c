namespace Generator.Modules;

/// <summary>
/// A file of the site: its path relative to the output folder, with <c>/</c> between folders, and how to make its bytes: anew at each call, and the same each time. Nothing
/// is kept, so a site of any size needs the memory of a few pages.
/// </summary>
public sealed record OutputFile(string Path, Func<byte[]> Make)
{
    public OutputFile(string path, byte[] bytes) : this(path, () => bytes) => Own = Fingerprint.Of(bytes);

    /// <summary>The fingerprint of what it is made from beside the archive; null when only its bytes can tell.</summary>
    public ulong? Own { get; init; } = 0;
}
