using System.Collections.Concurrent;
using Generator.Modules;
using Generator.Record;

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
    private readonly SourceFile[] _all;
    private readonly Lazy<SourceFile[]?> _changed;

    // Of the files that were read.
    private readonly ConcurrentDictionary<string, ulong> _prints = new(StringComparer.Ordinal);

    private SourceFiles(IReadOnlyList<SourceFile> record, IReadOnlyList<SourceFile> seeds, EarlierBuild? earlier, long listed)
    {
        (Record, Seeds, _earlier, Listed) = (record, seeds, earlier, listed);
        _all = [.. Record, .. Seeds];
        _changed = new(() => HasPathsOf(earlier) ? Changed() : null);
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

    public bool Has(string path) => NumberOf(path) >= 0;

    /// <summary>One that is there.</summary>
    public SourceFile this[string path] => _all[NumberOf(path)];

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
    public KeptArticle? Kept(SourceFile article) => KeptAt(article) is { } number ? _earlier!.Article(number) : null;

    /// <summary>Whether something is kept of the article in the file at a path, which is there.</summary>
    public bool IsKept(string article) => KeptAt(this[article]) is not null;

    /// <summary>Whether they are all as they were, none is missing and none is new.</summary>
    public bool AreUnchanged() => _changed.Value is [];

    /// <summary>The same of all but the records and the seeds.</summary>
    public bool OthersAreUnchanged()
    {
        static bool IsOther(string path) => path == RecordFiles.SitePath || IsBeside(path);
        if (_earlier is null) return false;
        if (_changed.Value is { } changed) return !changed.Any(f => IsOther(f.Path));
        SourceFile[] others = [.. Record.Where(f => IsOther(f.Path))];
        return _earlier.Sources.Paths.All.Count(IsOther) == others.Length && others.All(IsUnchanged);
    }

    /// <summary>
    /// The articles whose files have changed when none of the record or the seeds has changed but these, and every article of the earlier build is kept; null otherwise. Hand-written pages and assets may have.
    /// </summary>
    public IReadOnlyList<SourceFile>? ChangedArticles()
    {
        if (_earlier is not { Told: not null, PrintOfTables: not null } || _changed.Value is not { } changed) return null;
        SourceFile[] articles = [.. changed.Where(f => !IsBeside(f.Path))];
        return articles.All(f => _earlier.Articles.NumberOf(f.Path) >= 0) ? articles : null;
    }

    /// <summary>What is to be kept of them.</summary>
    public KeptTable<KeptSource> ToKeep() => new(KeptPaths.Of(Array.ConvertAll(_all, f => f.Path)), InParallel.Each(_all, f => Before(f) is { } before ? ToKeep(f, before) : new(f.Stamp, PrintOf(f))));

    /// <summary>Of the files of the earlier build, which has the same, those of which something else is to be kept now, by their places.</summary>
    public (int At, KeptSource Source)[] OthersToKeep()
    {
        var before = _earlier!.Sources.Values;
        return [.. Enumerable.Range(0, _all.Length).Where(i => _all[i].Stamp != before[i].Stamp || (_prints.TryGetValue(_all[i].Path, out var print) && print != before[i].Print)).Select(i => (i, ToKeep(_all[i], before[i])))];
    }

    // What was read counts, even where a file was other for a moment only.
    private KeptSource ToKeep(SourceFile file, KeptSource before) => new(file.Stamp, !_prints.ContainsKey(file.Path) && IsUnchanged(file, before) ? before.Print : PrintOf(file));

    private ulong PrintOf(SourceFile file)
    {
        if (!_prints.ContainsKey(file.Path)) Read(file);
        return _prints[file.Path];
    }

    private int? KeptAt(SourceFile article) =>
        _earlier?.Articles.NumberOf(article.Path) is { } number and >= 0 && IsUnchanged(article)
        && NumberOf("seeds/" + _earlier.Articles[number].SeedFile) is var seed and >= 0 && IsUnchanged(_all[seed]) ? number : null;

    private static bool IsBeside(string path) => path.StartsWith("input/pages/", StringComparison.Ordinal) || path.StartsWith("input/assets/", StringComparison.Ordinal);

    private int NumberOf(string path)
    {
        var (low, high) = (0, _all.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(_all[middle].Path, path);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1; else high = middle - 1;
        }
        return -1;
    }

    private bool HasPathsOf(EarlierBuild? earlier)
    {
        if (earlier is null || earlier.Sources.Count != _all.Length) return false;
        var before = earlier.Sources.Paths;
        for (var i = 0; i < before.Count; i++)
            if (!before.Is(i, _all[i].Path)) return false;
        return true;
    }

    private SourceFile[] Changed()
    {
        var changed = new bool[_all.Length];
        InParallel.Each(_all.Length, i => changed[i] = !IsUnchanged(_all[i], _earlier!.Sources.Values[i]));
        return [.. _all.Where((_, i) => changed[i])];
    }

    private KeptSource? Before(SourceFile file) => _earlier?.Sources.NumberOf(file.Path) is { } number and >= 0 ? _earlier.Sources.Values[number] : null;

    private bool IsUnchanged(SourceFile file) => Before(file) is { } kept && IsUnchanged(file, kept);

    private bool IsUnchanged(SourceFile file, KeptSource kept)
    {
        if (kept.Stamp == file.Stamp && file.Stamp.Written < _earlier!.Listed - Grain) return true;
        return PrintOf(file) == kept.Print;
    }
}
