namespace Generator.Modules;

/// <summary>
/// A file of the site: its path relative to the output folder, with <c>/</c> between folders, and how to make its bytes: anew at each call, and the same each time. Nothing
/// is kept, so a site of any size needs the memory of a few pages. <paramref name="Lend"/> gives bytes that are good until the same thread makes another file.
/// </summary>
public sealed record OutputFile(string Path, Func<ReadOnlyMemory<byte>> Lend)
{
    public OutputFile(string path, byte[] bytes) : this(path, () => bytes) => Own = Fingerprint.Of(bytes);

    /// <summary>The fingerprint of what it is made from beside the archive; null when only its bytes can tell.</summary>
    public ulong? Own { get; init; } = 0;

    /// <summary>What time it is about, when it is about one: files of one time show the same and are made one after another, all others last.</summary>
    public string? Time { get; init; }

    /// <summary>
    /// Works out what this file and others are made from, and gives it, which has to be held as long as they are made; the same object for all of them, null when the file stands alone. Files that are made at the same
    /// time must not wait for each other, so it is asked for before any of them is.
    /// </summary>
    public Func<object>? Groundwork { get; init; }

    /// <summary>Whether the groundwork knows that the file is as an earlier build left it, so that it need not be made.</summary>
    public Func<bool>? IsAsBefore { get; init; }

    /// <summary>Bytes of the caller's own.</summary>
    public byte[] Make() => Lend().ToArray();
}
