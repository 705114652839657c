using System.Collections.Immutable;
using Generator.Bytes;
using Generator.Modules;
using Model;

namespace Generator.Cache;

/// <summary>A file that a build wrote: its stamp, the fingerprint of what it was made from beside the archive, and the keys of what it was made from in the archive.</summary>
public readonly record struct KeptOutput(FileStamp Stamp, ulong? Own, KeyList Reads);

/// <summary>A source file that a build read: its stamp, and the fingerprint of its bytes.</summary>
public readonly record struct KeptSource(FileStamp Stamp, ulong Print);

/// <summary>
/// What an earlier build learnt, from a folder: the file <c>site</c>, which begins with what it was made by and for and ends with the fingerprint of all its bytes; the <see cref="ArticleStore"/> <c>articles</c>; the
/// <c>tables</c> that the articles make; and the <c>edit</c>, which says what has changed since <c>site</c> was written, when that is little, and which articles are bound otherwise than the tables
/// say. What is of another version, for another address, or damaged, is as if it were not there.
/// </summary>
public sealed class EarlierBuild(ArticleStore store) : IDisposable
{
    /// <summary>What its files begin with, each with its own, so that none is taken for the other.</summary>
    private const string Format = "archive cache 15", FormatOfEdit = Format + ", edit";

    private readonly ArticleStore _store = store;
    private KeptArticle?[]? _read;
    private ArchiveTables? _tables;
    private Keys? _keys;
    private string _folder = "";

    /// <summary>The fingerprint of the file that says what the others hold, and what has changed since it was written.</summary>
    private ulong _print;
    private KeptEdit? _edit;

    /// <summary>The files of a cache that say what the others hold.</summary>
    public static string PathIn(string folder) => Path.Combine(folder, "site");
    public static string PathOfEdit(string folder) => Path.Combine(folder, "edit");

    /// <summary>How many bytes a folder keeps of a site, beside its articles.</summary>
    public static long SizeIn(string folder) => new FileInfo(PathIn(folder)) is { Exists: true } file ? file.Length : 0;

    /// <summary>What the record is warned of, when the sources were listed, and the fingerprint of the list of the site's files: see <see cref="Learnt"/>; so are the next.</summary>
    public required ImmutableArray<Problem>? Told { get; set; }
    public required long Listed { get; set; }
    public required ulong Manifest { get; init; }

    /// <summary>The fingerprint of the tables; null when not every article is kept.</summary>
    public required ulong? PrintOfTables { get; init; }
    public required KeptTable<KeptSource> Sources { get; init; }
    public required KeptSite Site { get; init; }
    public required ImmutableArray<Ref> Records { get; init; }
    public required ulong[] Versions { get; init; }

    /// <summary>The keys of the parts that it found.</summary>
    public Keys Keys => _keys ??= new(FirstSummary, Records.Length);

    /// <summary>The fingerprint of a part of the record at a place among all.</summary>
    public ulong VersionOf(Part part, int record) => Versions[Keys.Of(part, record)];

    public required int[] Searched { get; init; }
    public required SoughtNames Names { get; init; }
    public required byte[] Others { get; init; }

    /// <summary>See <see cref="Cache.Summaries"/>; and the place among the records of the first that has one.</summary>
    public required ReadOnlyMemory<byte>[] Summaries { get; init; }
    public int FirstSummary => Records.Length - Summaries.Length;

    public required KeptFiles Articles { get; init; }

    /// <summary>The earlier build of <paramref name="madeFor"/>, or null when nothing that can be trusted was kept.</summary>
    public static EarlierBuild? Load(string folder, string madeFor)
    {
        if (!File.Exists(PathIn(folder))) return null;
        try
        {
            using var file = new FileStream(PathIn(folder), FileMode.Open, FileAccess.Read);
            var from = new ChunkReader(file);
            if (from.Values.IsAtEnd || from.Values.MaybeText() != Format || from.Values.MaybeText() != madeFor) return null;
            var earlier = SiteBytes.Read(from, ArticleStore.In(folder));
            from.End();
            (earlier._folder, earlier._print) = (folder, from.Print);
            if (EditOf(from.Print, folder) is { } edit) earlier.Take(edit);
            return earlier;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DamagedCacheException)
        {
            return null;
        }
    }

    /// <summary>What is kept of an article at its place among them.</summary>
    /// <exception cref="DamagedCacheException">It cannot be trusted.</exception>
    public KeptArticle Article(int number)
    {
        var read = LazyInitializer.EnsureInitialized(ref _read, () => new KeptArticle?[Articles.Count]);
        return read[number] ??= KeptArticle.Read(_store, Articles[number].Blobs);
    }

    /// <summary>What stands of every article, with what was read of it already.</summary>
    public KeptFiles ArticlesRead()
    {
        // What is read from now on, for pages, would be held from build to build.
        var read = (KeptArticle?[]?)_read?.Clone();
        return new(Articles.Paths, at => Articles[at] with { Read = read?[at] });
    }

    /// <summary>Whether any of some words, in UTF-8, may stand in the text of an article that is kept.</summary>
    /// <exception cref="DamagedCacheException">The text cannot be trusted.</exception>
    public bool MayHaveAny(KeptArticle article, IReadOnlyList<byte[]> words) => article.Blobs.Text.MayHaveAny(words, _store);

    /// <summary>What the bonds of the articles make.</summary>
    /// <exception cref="DamagedCacheException">It cannot be trusted.</exception>
    public ArchiveTables Tables()
    {
        try
        {
            if (_tables is not null) return _tables;
            using var file = File.OpenRead(PathOfTables(_folder));
            var tables = TableBytes.Read(file, PrintOfTables!.Value);
            return _tables = _edit is { Bound.Length: > 0 } edit ? With(tables, edit.Bound.Select(Article)) : tables;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DamagedCacheException();
        }
    }

    /// <summary>What the bonds of the articles make once some are bound otherwise.</summary>
    public ArchiveTables With(ArchiveTables tables, IEnumerable<KeptArticle> articles)
    {
        var (byNumber, bonds) = (articles.ToDictionary(a => Records.BinarySearch(a.Article.Ref), a => a.Found.Bonds), new Dictionary<int, Bonds>());
        if (byNumber.Count == 0) return tables;
        for (var i = 0; i < tables.Articles.Length; i++)
            if (byNumber.TryGetValue(tables.Articles[i], out var own)) bonds.Add(i, own);
        return tables.With(bonds, Records);
    }

    /// <summary>The ids of the articles whose words or annotations others rest on.</summary>
    /// <exception cref="DamagedCacheException">The tables cannot be trusted.</exception>
    public IReadOnlySet<string> LeanedOn() => Tables().Leanings.Select(l => Records[Tables().Articles[l.On]].Id.Value).ToHashSet(StringComparer.Ordinal);

    public void Dispose() => _store.Dispose();

    /// <summary>
    /// Keeps what a build learnt that knew of <paramref name="before"/>, or that put its articles into the store <paramref name="begun"/>. Who wants it as it would be loaded again gets it when he asks; both are of no more use then.
    /// Killed on the way, it leaves what was kept before, or nothing that is trusted.
    /// </summary>
    public static Func<EarlierBuild> Save(string folder, string madeFor, Learnt learnt, EarlierBuild? before, ArticleStore? begun)
    {
        begun?.Finish();
        var placed = begun is null ? Placed(folder, learnt.Archive.Articles) : learnt.Archive.Articles;
        var stand = before is { _edit: not { Bound.Length: > 0 } } && learnt.Archive.Tables == before._tables;
        var tables = learnt.Archive.Tables is null ? null : stand ? before!.PrintOfTables : SaveTables(learnt.Archive.Tables, folder);
        var print = 0ul;
        Replace(PathIn(folder), file =>
        {
            var to = new ChunkWriter(file);
            to.Values.Text(Format);
            to.Values.Text(madeFor);
            SiteBytes.Write(learnt, placed, tables, to);
            print = to.End();
        });
        File.Delete(PathOfEdit(folder));
        return () => Next(learnt, placed, tables, print, before is null ? begun! : before._store, folder);
    }

    private static string PathOfTables(string folder) => Path.Combine(folder, "tables");

    private static void Replace(string path, Action<FileStream> write)
    {
        using (var file = new FileStream(path + ".new", FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20)) write(file);
        File.Move(path + ".new", path, overwrite: true);
    }

    private static ulong SaveTables(ArchiveTables tables, string folder)
    {
        var print = 0ul;
        Replace(PathOfTables(folder), file => print = TableBytes.Write(tables, file));
        return print;
    }

    /// <summary>What has changed since the file of this fingerprint was written; null when nothing has.</summary>
    private static KeptEdit? EditOf(ulong print, string folder)
    {
        if (!File.Exists(PathOfEdit(folder))) return null;
        using var file = File.OpenRead(PathOfEdit(folder));
        var from = new ChunkReader(file);
        if (from.Values.IsAtEnd || from.Values.MaybeText() != FormatOfEdit) throw new DamagedCacheException();
        // One that a build left which was killed right after it wrote the other file anew is of no more use.
        if (from.Values.Whole() != print) return null;
        var edit = KeptEdit.Read(from.Values);
        from.End();
        return edit;
    }

    /// <summary>Keeps what an edit changes of all this; null when it and those before it change so much that everything is to be kept anew. Who wants it as it would be loaded again gets it when he asks.</summary>
    public Func<EarlierBuild>? Save(KeptEdit edit, string folder)
    {
        if (KeptEdit.Together(_edit, edit) is null) return null;
        var blobs = ArticleStore.Append(folder, [.. edit.Articles.SelectMany(a => a.Value.Blobs.All)]);
        edit = edit with { Articles = [.. edit.Articles.Select((a, i) => (a.At, a.Value with { Blobs = KeptBlobs.At(i, blobs), Read = null }))] };
        var together = KeptEdit.Together(_edit, edit)!;
        Replace(PathOfEdit(folder), file =>
        {
            var to = new ChunkWriter(file);
            to.Values.Text(FormatOfEdit);
            to.Values.Whole(_print);
            together.Write(to.Values);
            to.End();
        });
        return () =>
        {
            Take(together);
            return this;
        };
    }

    private void Take(KeptEdit edit)
    {
        _edit = edit;
        (Listed, Told) = (edit.Listed, edit.Told ?? Told);
        Put(Sources.Values, edit.Sources);
        Put(Site.Outputs, edit.Outputs);
        Put(Versions, edit.Versions);
        Put(Summaries, edit.Summaries);
        if (edit.Bound.Length > 0) _tables = null;
        foreach (var (at, article) in edit.Articles)
        {
            Articles[at] = article;
            if (_read is not null) _read[at] = null;
        }

        static void Put<T>(T[] values, (int At, T Value)[] others)
        {
            foreach (var (at, value) in others) values[at] = value;
        }
    }

    /// <summary>The articles as they stand in the store of a folder once what is new of them is added to it.</summary>
    private static KeptFiles Placed(string folder, KeptFiles articles)
    {
        var blobs = ArticleStore.Add(folder, [.. articles.All.SelectMany(a => a.Blobs.All)]);
        return KeptFiles.Of(new(articles.Paths, [.. articles.All.Select((a, i) => a with { Blobs = KeptBlobs.At(i, blobs) })]));
    }

    private static EarlierBuild Next(Learnt learnt, KeptFiles placed, ulong? tables, ulong print, ArticleStore store, string folder)
    {
        // In a store that was written anew the texts of these articles stand elsewhere than they think.
        var sameStore = learnt.Archive.Articles.All.Zip(placed.All).All(a => a.First.Blobs.Head.Fresh is not null || a.First.Blobs == a.Second.Blobs);
        if (!sameStore) store.Dispose();
        var next = new EarlierBuild(sameStore ? store : ArticleStore.In(folder))
        {
            Told = learnt.Told,
            Listed = learnt.Listed,
            Manifest = learnt.Manifest,
            PrintOfTables = tables,
            Names = learnt.Archive.Names,
            Sources = learnt.Sources,
            Site = new(learnt.Plan, [.. learnt.Outputs]),
            Records = learnt.Archive.Records,
            Versions = learnt.Archive.Versions,
            Searched = learnt.Archive.Searched,
            Others = learnt.Archive.Others,
            Summaries = learnt.Archive.Summaries,
            Articles = KeptFiles.Of(new(placed.Paths, [.. placed.All.Select(a => a with { Read = null })])),
        };
        (next._folder, next._print, next._tables) = (folder, print, learnt.Archive.Tables);
        if (!sameStore) return next;
        next._read = [.. learnt.Archive.Articles.All.Zip(placed.All, (a, placed) => a.Blobs == placed.Blobs ? a.Read : null)];
        return next;
    }
}
