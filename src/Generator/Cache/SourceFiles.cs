using System.Collections.Concurrent;
using Generator.Modules;

namespace Generator.Cache;

/// <summary>The files that a build reads, each read once, and which of them are as an earlier build found them. Safe to ask from several threads.</summary>
public sealed class SourceFiles
{
    /// <summary>
    /// A file that was written less than this before an earlier build looked at it can have been written again within one tick of the file system's clock, which its
    /// stamp would not show: its bytes are compared.
    /// </summary>
    private static readonly long Grain = TimeSpan.FromMilliseconds(100).Ticks;

    private readonly EarlierBuild? _earlier;
    private readonly ConcurrentDictionary<string, ulong> _prints = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceFile> _byPath;

    private SourceFiles(IReadOnlyList<SourceFile> record, IReadOnlyList<SourceFile> seeds, EarlierBuild? earlier, long listed)
    {
        (Record, Seeds, _earlier, Listed) = (record, seeds, earlier, listed);
        _byPath = All.ToDictionary(f => f.Path, StringComparer.Ordinal);
    }

    /// <summary>The files of <c>input/</c> and of <c>seeds/</c>, in ordinal order of their paths.</summary>
    public IReadOnlyList<SourceFile> Record { get; }
    public IReadOnlyList<SourceFile> Seeds { get; }

    /// <summary>When they were listed, in ticks of UTC.</summary>
    public long Listed { get; }

    /// <summary>What looks whether the names in a kept article's text may be others now that <paramref name="sought"/> are looked for.</summary>
    /// <exception cref="DamagedCacheException">The text cannot be trusted.</exception>
    public Func<KeptArticle, bool> MayHaveOtherNames(SoughtNames sought) =>
        _earlier is null || sought.WordsOfChanged(_earlier.Names) is not { } words ? _ => true
        : words.Count == 0 ? _ => false
        : article => _earlier.MayHaveAny(article, words);

    public SourceFile this[string path] => _byPath[path];

    private IEnumerable<SourceFile> All => Record.Concat(Seeds);

    /// <summary>Lists them. <paramref name="drafts"/>: the articles of <c>input/drafts/</c> too, which are otherwise not even looked at.</summary>
    public static SourceFiles Below(string root, bool drafts)
    {
        var listed = DateTime.UtcNow.Ticks;
        var folders = InParallel.Each(["input", "seeds"], folder => ReadFiles.Below(root, folder));
        return new([.. folders[0].Where(f => drafts || !f.Path.StartsWith("input/drafts/", StringComparison.Ordinal))], folders[1], null, listed);
    }

    /// <summary>The same files, for a build that knows of an <paramref name="earlier"/> one.</summary>
    public SourceFiles Since(EarlierBuild? earlier) => new(Record, Seeds, earlier, Listed);

    /// <summary>The bytes of a file.</summary>
    public byte[] Read(SourceFile file)
    {
        var bytes = File.ReadAllBytes(file.FullPath);
        _prints[file.Path] = Fingerprint.Of(bytes);
        return bytes;
    }

    /// <summary>What is kept of an article; null when its file or its seed changed, or nothing is kept.</summary>
    public KeptArticle? Kept(SourceFile article) =>
        _earlier is not null && _earlier.Articles.TryGetValue(article.Path, out var kept) && IsUnchanged(article)
        && _byPath.TryGetValue("seeds/" + kept.SeedFile, out var seed) && IsUnchanged(seed) ? _earlier.Article(article.Path) : null;

    /// <summary>Whether they are all as they were, none is missing and none is new.</summary>
    public bool AreUnchanged() => _earlier is not null && _earlier.Sources.Count == _byPath.Count && InParallel.All([.. All], IsUnchanged);

    /// <summary>The same of all but the records and the seeds.</summary>
    public bool OthersAreUnchanged()
    {
        static bool IsOther(string path) => path == "input/site.yaml" || path.StartsWith("input/pages/", StringComparison.Ordinal) || path.StartsWith("input/assets/", StringComparison.Ordinal);
        if (_earlier is null) return false;
        SourceFile[] others = [.. Record.Where(f => IsOther(f.Path))];
        return _earlier.Sources.Keys.Count(IsOther) == others.Length && others.All(IsUnchanged);
    }

    /// <summary>What is to be kept of them.</summary>
    public IReadOnlyDictionary<string, KeptSource> ToKeep()
    {
        foreach (var file in All.Where(f => !_prints.ContainsKey(f.Path) && !IsUnchanged(f)).ToList()) Read(file);
        return All.ToDictionary(f => f.Path, f => new KeptSource(f.Stamp, _prints[f.Path]), StringComparer.Ordinal);
    }

    private bool IsUnchanged(SourceFile file)
    {
        if (_earlier is null || !_earlier.Sources.TryGetValue(file.Path, out var kept)) return false;
        if (kept.Stamp == file.Stamp && file.Stamp.Written < _earlier.Listed - Grain)
        {
            _prints[file.Path] = kept.Print;
            return true;
        }
        if (!_prints.ContainsKey(file.Path)) Read(file);
        return _prints[file.Path] == kept.Print;
    }
}
