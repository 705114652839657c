using Generator.Bytes;
using Model;

namespace Generator.Cache;

/// <summary>Writes what a build learnt of its sources, its archive and its site as bytes, a chunk at a time, and reads it again.</summary>
public static class SiteBytes
{
    /// <summary>Writes all but what the file begins with; <paramref name="tables"/>: the fingerprint of the tables, which stand elsewhere.</summary>
    public static void Write(Learnt learnt, KeptTable<KeptFile> articles, ulong? tables, ChunkWriter file)
    {
        var to = file.Values;
        to.Flag(learnt.Clean);
        to.Number(learnt.Listed);
        to.Whole(learnt.Manifest);
        to.Flag(tables is not null);
        if (tables is { } print) to.Whole(print);
        Items(file, learnt.Archive.Names.Names, n =>
        {
            to.Text(n.Name);
            to.Ref(n.Of);
        });
        Table(file, learnt.Sources, source => Write(source, to));
        var (plan, next) = (learnt.Plan, 0);
        to.Number(plan.Pages);
        to.Blob(plan.From.Bytes.Span);
        Items(file, plan.Links, link =>
        {
            to.Text(link.File);
            to.Text(link.Fragment);
        });
        Items(file, plan.Starts, n => to.Number(n));
        Items(file, learnt.Outputs, output =>
        {
            to.Text(plan.Paths[next++]);
            Write(output, to);
        });
        Items(file, learnt.Archive.Records, to.Ref);
        Items(file, learnt.Archive.Versions, to.Whole);
        Items(file, learnt.Archive.Searched, n => to.Number(n));
        Table(file, articles, article => Write(article, to));
    }

    /// <summary>What <see cref="Write(Learnt, KeptTable{KeptFile}, ulong?, ChunkWriter)"/> wrote, for the articles in <paramref name="store"/>.</summary>
    public static EarlierBuild Read(ChunkReader from, ArticleStore store) => new(store)
    {
        Clean = from.Values.Flag(),
        Listed = from.Values.Number(),
        Manifest = from.Values.Whole(),
        PrintOfTables = from.Values.Flag() ? from.Values.Whole() : null,
        Names = new([.. Items(from, of => (of.Text(), of.Ref()))]),
        Sources = Table(from, Source),
        Site = Site(from),
        Records = [.. Items(from, of => of.Ref())],
        Versions = Items(from, of => of.Whole()),
        Searched = Items(from, of => of.Int()),
        Articles = Table(from, Article),
    };

    public static void Write(KeptSource source, ByteWriter to)
    {
        Write(source.Stamp, to);
        to.Whole(source.Print);
    }

    public static KeptSource Source(ByteReader from) => new(Stamp(from), from.Whole());

    public static void Write(KeptOutput output, ByteWriter to)
    {
        Write(output.Stamp, to);
        to.Flag(output.Own is not null);
        if (output.Own is { } own) to.Whole(own);
        to.Blob(output.Reads.Bytes.Span);
    }

    public static KeptOutput Output(ByteReader from) => new(Stamp(from), from.Flag() ? from.Whole() : null, new(from.Blob()));

    public static void Write(KeptFile article, ByteWriter to)
    {
        to.Text(article.SeedFile);
        foreach (var blob in article.Blobs.All) Write(blob, to);
    }

    public static KeptFile Article(ByteReader from) => new(from.Text(), new(Blob(from), Blob(from), new(Blob(from), Blob(from))));

    private static KeptSite Site(ChunkReader from)
    {
        var (pages, planned, links, starts) = (from.Values.Int(), new KeyList(from.Values.Blob()), Items(from, of => new LinkedPlace(of.Text(), of.MaybeText())), Items(from, of => of.Int()));
        var files = Items(from, of => (Path: of.Text(), Kept: Output(of)));
        return new(new(pages, Array.ConvertAll(files, f => f.Path), planned, starts, [.. links]), Array.ConvertAll(files, f => f.Kept));
    }

    private static FileStamp Stamp(ByteReader from) => new(from.Number(), from.Number());

    private static void Write(FileStamp stamp, ByteWriter to)
    {
        to.Number(stamp.Size);
        to.Number(stamp.Written);
    }

    private static Blob Blob(ByteReader from) => new(from.Number(), from.Int(), from.Whole(), null);

    private static void Write(Blob blob, ByteWriter to)
    {
        to.Number(blob.Offset);
        to.Number(blob.Length);
        to.Whole(blob.Print);
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

    private static void Table<T>(ChunkWriter file, KeptTable<T> table, Action<T> write)
    {
        file.Values.Number(table.Count);
        for (var i = 0; i < table.Count; i++)
        {
            file.Values.Text(table.Paths[i]);
            write(table.Values[i]);
            file.MayEnd();
        }
    }

    private static KeptTable<T> Table<T>(ChunkReader from, Func<ByteReader, T> read)
    {
        var (paths, values) = (new string[from.Values.Int()], Array.Empty<T>());
        values = new T[paths.Length];
        for (var i = 0; i < paths.Length; i++)
        {
            (paths[i], values[i]) = (from.Values.Text(), read(from.Values));
            from.MayEnd();
        }
        return new(paths, values);
    }
}
