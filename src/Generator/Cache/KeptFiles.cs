namespace Generator.Cache;

/// <summary>The file of an article that is kept: its seed, where what is kept of it stands, and, when it is at hand anyway, what that is.</summary>
public sealed record KeptFile(string SeedFile, KeptBlobs Blobs, KeptArticle? Read = null);

/// <summary>The files of all articles that are kept, in ordinal order of their paths. Most of an earlier build's are never asked for, so each is made then.</summary>
/// <param name="paths">Their paths.</param>
/// <param name="make">Makes the one at a place, the same each time.</param>
public sealed class KeptFiles(KeptPaths paths, Func<int, KeptFile> make)
{
    private readonly KeptFile?[] _files = new KeptFile?[paths.Count];

    public KeptPaths Paths => paths;

    public int Count => _files.Length;

    /// <summary>Those in a table.</summary>
    public static KeptFiles Of(KeptTable<KeptFile> table) => new(table.Paths, i => table.Values[i]);

    public KeptFile this[int number]
    {
        get => _files[number] ??= make(number);
        set => _files[number] = value;
    }

    /// <summary>All in their order.</summary>
    public IEnumerable<KeptFile> All => Enumerable.Range(0, Count).Select(i => this[i]);

    /// <summary>The place of a path; below zero when it is not there.</summary>
    public int NumberOf(string path) => paths.NumberOf(path);
}
