using System.Collections.Concurrent;
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
/// What an earlier build learnt, from a folder: the file <c>site</c>, which begins with what it was made by and for and ends with the fingerprint of all its bytes, and the
/// <see cref="ArticleStore"/> <c>articles</c>. What is of another version, for another address, or damaged, is as if it were not there.
/// </summary>
public sealed class EarlierBuild : IDisposable
{
    private const string Format = "archive cache 5";

    private readonly ArticleStore _store;
    private readonly ConcurrentDictionary<string, KeptArticle> _read = new(StringComparer.Ordinal);

    private EarlierBuild(ArticleStore store) => _store = store;

    /// <summary>The file of a cache that says what the others hold.</summary>
    public static string PathIn(string folder) => Path.Combine(folder, "site");

    /// <summary>How many bytes a folder keeps of a site, beside its articles.</summary>
    public static long SizeIn(string folder) => new FileInfo(PathIn(folder)) is { Exists: true } file ? file.Length : 0;

    /// <summary>Whether the record had no problem at all, not even a warning.</summary>
    public bool Clean { get; init; }

    /// <summary>When its sources were listed, in ticks of UTC.</summary>
    public long Listed { get; init; }

    /// <summary>The fingerprint of the list of the site's files.</summary>
    public ulong Manifest { get; init; }

    /// <summary>The files of the record and the seeds, by path.</summary>
    public required IReadOnlyDictionary<string, KeptSource> Sources { get; init; }

    /// <summary>The files of the site.</summary>
    public required KeptSite Site { get; init; }

    /// <summary>All records of the archive, by kind and id, and the versions of its parts by their keys.</summary>
    public required ImmutableArray<Ref> Records { get; init; }
    public required ulong[] Versions { get; init; }

    /// <summary>The articles by their numbers in the search index: the place of each among the records.</summary>
    public required int[] Searched { get; init; }

    /// <summary>The names that were looked for in texts.</summary>
    public required SoughtNames Names { get; init; }

    /// <summary>The seeds of the articles and where what is kept of them stands, by the path of their files.</summary>
    public required IReadOnlyDictionary<string, KeptFile> Articles { get; init; }

    /// <summary>The earlier build of <paramref name="madeFor"/>, or null when nothing that can be trusted was kept.</summary>
    public static EarlierBuild? Load(string folder, string madeFor)
    {
        if (!File.Exists(PathIn(folder))) return null;
        try
        {
            using var file = new FileStream(PathIn(folder), FileMode.Open, FileAccess.Read);
            var from = new ChunkReader(file);
            if (from.Values.IsAtEnd || from.Values.MaybeText() != Format || from.Values.MaybeText() != madeFor) return null;
            var earlier = new EarlierBuild(ArticleStore.In(folder))
            {
                Clean = from.Values.Flag(),
                Listed = from.Values.Number(),
                Manifest = from.Values.Whole(),
                Names = new([.. Items(from, of => (of.Text(), of.Ref()))]),
                Sources = Table(from, of => new KeptSource(Stamp(of), of.Whole())),
                Site = ReadSite(from),
                Records = [.. Items(from, of => of.Ref())],
                Versions = Items(from, of => of.Whole()),
                Searched = Items(from, of => of.Int()),
                Articles = Table(from, of => new KeptFile(of.Text(), new(Kept(of), Kept(of), new(Kept(of), Kept(of))))),
            };
            from.End();
            return earlier;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DamagedCacheException)
        {
            return null;
        }
    }

    /// <summary>What is kept of an article; null when nothing is.</summary>
    /// <exception cref="DamagedCacheException">It cannot be trusted.</exception>
    public KeptArticle? Article(string path) => _read.TryGetValue(path, out var read) ? read : Articles.TryGetValue(path, out var at) ? _read[path] = KeptArticle.Read(_store, at.Blobs) : null;

    /// <summary>Whether any of some words, in UTF-8, may stand in the text of an article that is kept.</summary>
    /// <exception cref="DamagedCacheException">The text cannot be trusted.</exception>
    public bool MayHaveAny(KeptArticle article, IReadOnlyList<byte[]> words) => article.Blobs.Text.MayHaveAny(words, _store);

    public void Dispose() => _store.Dispose();

    /// <summary>
    /// Keeps what a build learnt that knew of <paramref name="before"/>, or that put its articles into the store <paramref name="begun"/>. Who wants it as it would be loaded again gets it when he asks; both are of no more use then.
    /// Killed on the way, it leaves what was kept before, or nothing that is trusted.
    /// </summary>
    public static Func<EarlierBuild> Save(string folder, string madeFor, Learnt learnt, EarlierBuild? before, ArticleStore? begun)
    {
        begun?.Finish();
        var placed = begun is null ? Placed(folder, learnt.Articles) : learnt.Articles;
        var site = PathIn(folder);
        using (var file = new FileStream(site + ".new", FileMode.Create, FileAccess.Write)) Write(madeFor, learnt, placed, new(file));
        File.Move(site + ".new", site, overwrite: true);
        return () => Next(learnt, placed, before?._store ?? begun!, folder);
    }

    private static Blob[] BlobsOf(KeptFile article) => [article.Blobs.Head, article.Blobs.Rest, article.Blobs.Text.Reading, article.Blobs.Text.Seed];

    /// <summary>The articles as they stand in the store of a folder once what is new of them is added to it.</summary>
    private static Dictionary<string, KeptFile> Placed(string folder, IReadOnlyDictionary<string, KeptFile> articles)
    {
        var (placed, next) = (new Dictionary<string, KeptFile>(articles.Count, StringComparer.Ordinal), 0);
        var blobs = ArticleStore.Add(folder, [.. articles.Values.SelectMany(BlobsOf)]);
        foreach (var (path, article) in articles) placed.Add(path, article with { Blobs = new(blobs[next++], blobs[next++], new(blobs[next++], blobs[next++])) });
        return placed;
    }

    private static void Write(string madeFor, Learnt learnt, IReadOnlyDictionary<string, KeptFile> articles, ChunkWriter file)
    {
        var to = file.Values;
        to.Text(Format);
        to.Text(madeFor);
        to.Flag(learnt.Clean);
        to.Number(learnt.Listed);
        to.Whole(learnt.Manifest);
        Items(file, learnt.Names.Names, n =>
        {
            to.Text(n.Name);
            to.Ref(n.Of);
        });
        Items(file, learnt.Sources, source =>
        {
            to.Text(source.Key);
            Write(source.Value.Stamp, to);
            to.Whole(source.Value.Print);
        });
        var (plan, next) = (learnt.Plan, 0);
        to.Number(plan.Pages);
        to.Blob(plan.From.Bytes.Span);
        to.Whole(plan.Links);
        Items(file, plan.Starts, n => to.Number(n));
        Items(file, learnt.Outputs, output =>
        {
            to.Text(plan.Paths[next++]);
            Write(output.Stamp, to);
            to.Flag(output.Own is not null);
            if (output.Own is { } own) to.Whole(own);
            to.Blob(output.Reads.Bytes.Span);
        });
        Items(file, learnt.Records, to.Ref);
        Items(file, learnt.Versions, to.Whole);
        Items(file, learnt.Searched, n => to.Number(n));
        Items(file, articles, article =>
        {
            to.Text(article.Key);
            to.Text(article.Value.SeedFile);
            foreach (var blob in BlobsOf(article.Value)) Write(blob, to);
        });
        file.End();
    }

    private static EarlierBuild Next(Learnt learnt, IReadOnlyDictionary<string, KeptFile> placed, ArticleStore store, string folder)
    {
        // In a store that was written anew the texts of these articles stand elsewhere than they think.
        var sameStore = learnt.Articles.All(a => a.Value.Blobs.Head.Fresh is not null || a.Value.Blobs == placed[a.Key].Blobs);
        if (!sameStore) store.Dispose();
        var next = new EarlierBuild(sameStore ? store : ArticleStore.In(folder))
        {
            Clean = learnt.Clean,
            Listed = learnt.Listed,
            Manifest = learnt.Manifest,
            Names = learnt.Names,
            Sources = learnt.Sources,
            Site = new(learnt.Plan, [.. learnt.Outputs]),
            Records = learnt.Records,
            Versions = learnt.Versions,
            Searched = learnt.Searched,
            Articles = placed.ToDictionary(a => a.Key, a => a.Value with { Read = null }, StringComparer.Ordinal),
        };
        if (!sameStore) return next;
        foreach (var (path, article) in learnt.Articles)
            if (article.Read is { } read && article.Blobs == placed[path].Blobs) next._read[path] = read;
        return next;
    }

    private static void Items<T>(ChunkWriter file, IReadOnlyCollection<T> items, Action<T> write)
    {
        file.Values.Number(items.Count);
        foreach (var item in items)
        {
            write(item);
            file.MayEnd();
        }
    }

    private static T[] Items<T>(ChunkReader from, Func<ByteReader, T> read)
    {
        var items = new T[from.Values.Int()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(from.Values);
            from.MayEnd();
        }
        return items;
    }

    private static Dictionary<string, T> Table<T>(ChunkReader from, Func<ByteReader, T> read)
    {
        var count = from.Values.Int();
        var table = new Dictionary<string, T>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            table.Add(from.Values.Text(), read(from.Values));
            from.MayEnd();
        }
        return table;
    }

    private static KeptSite ReadSite(ChunkReader from)
    {
        var (pages, planned, links, starts) = (from.Values.Int(), new KeyList(from.Values.Blob()), from.Values.Whole(), Items(from, of => of.Int()));
        var files = Items(from, of => (Path: of.Text(), Kept: new KeptOutput(Stamp(of), of.Flag() ? of.Whole() : null, new(of.Blob()))));
        return new(new(pages, Array.ConvertAll(files, f => f.Path), planned, starts, links), Array.ConvertAll(files, f => f.Kept));
    }

    private static FileStamp Stamp(ByteReader from) => new(from.Number(), from.Number());

    private static void Write(FileStamp stamp, ByteWriter to)
    {
        to.Number(stamp.Size);
        to.Number(stamp.Written);
    }

    private static Blob Kept(ByteReader from) => new(from.Number(), from.Int(), from.Whole(), null);

    private static void Write(Blob blob, ByteWriter to)
    {
        to.Number(blob.Offset);
        to.Number(blob.Length);
        to.Whole(blob.Print);
    }
}
