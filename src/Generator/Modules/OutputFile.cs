namespace Generator.Modules;

/// <summary>
/// A file of the site: its path relative to the output folder, with <c>/</c> between folders, and its bytes, which are made when they are asked for and not kept, the same
/// each time: so a site of any size needs the memory of a few pages.
/// </summary>
public sealed record OutputFile(string Path, Func<byte[]> Make)
{
    public OutputFile(string path, byte[] bytes) : this(path, () => bytes) { }

    /// <summary>Made anew at each call.</summary>
    public byte[] Bytes => Make();
}
