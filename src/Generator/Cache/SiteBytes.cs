using System.Collections.Immutable;
using Generator.Bytes;
using Model;

namespace Generator.Cache;

/// <summary>Writes what a build learnt of its sources, its archive and its site as bytes, a chunk at a time, and reads it again.</summary>
public static class SiteBytes
{
    /// <summary>Writes all but what the file begins with; <paramref name="tables"/>: the fingerprint of the tables, which stand elsewhere.</summary>
    public static void Write(Learnt learnt, KeptFiles articles, ulong? tables, ChunkWriter file)
    {
        var to = file.Values;
        to.Flag(learnt.Told is not null);
        Items(file, learnt.Told ?? [], problem => ProblemBytes.Write(problem, to));
        to.Number(learnt.Listed);
        to.Whole(learnt.Manifest);
        to.Flag(tables is not null);
        if (tables is { } print) to.Whole(print);
        Items(file, learnt.Archive.Names.Names, n =>
        {
            to.Text(n.Name);
            to.Ref(n.Of);
        });
        Paths(file, learnt.Sources.Paths);
        file.Column<KeptSource>(learnt.Sources.Values);
        var plan = learnt.Plan;
        to.Number(plan.Pages);
        Items(file, plan.From, from => to.Blob(from.Bytes.Span));
        Items(file, plan.Links, link =>
        {
            to.Text(link.File);
            to.Text(link.Fragment);
        });
        file.Column<int>(plan.Starts);
        Paths(file, plan.Paths);
        file.Column<FileStamp>([.. learnt.Outputs.WithoutReads.Select(o => o.Stamp)]);
        file.Column<byte>([.. learnt.Outputs.WithoutReads.Select(o => (byte)(o.Own is null ? 0 : 1))]);
        file.Column<ulong>([.. learnt.Outputs.WithoutReads.Select(o => o.Own ?? 0)]);
        Items(file, learnt.Outputs, output => to.Blob(output.Reads.Bytes.Span));
        Items(file, learnt.Archive.Records, to.Ref);
        file.Column<ulong>(learnt.Archive.Versions);
        file.Column<int>(learnt.Archive.Searched);
        file.Column<byte>(learnt.Archive.Others);
        Items(file, learnt.Archive.Summaries, summary => to.Blob(summary.Span));
        Paths(file, articles.Paths);
        Paths(file, KeptPaths.Of([.. articles.All.Select(a => a.SeedFile)]));
        file.Column<PlacedBlob>([.. articles.All.SelectMany(a => a.Blobs.All).Select(b => new PlacedBlob(b.Offset, b.Length, b.Print))]);
    }

    /// <summary>What <see cref="Write(Learnt, KeptFiles, ulong?, ChunkWriter)"/> wrote, for the articles in <paramref name="store"/>.</summary>
    public static EarlierBuild Read(ChunkReader from, ArticleStore store) => new(store)
    {
        Told = Told(from),
        Listed = from.Values.Number(),
        Manifest = from.Values.Whole(),
        PrintOfTables = from.Values.Flag() ? from.Values.Whole() : null,
        Names = new([.. Items(from, of => (of.Text(), of.Ref()))]),
        Sources = new(Paths(from), from.Column<KeptSource>()),
        Site = Site(from),
        Records = [.. Items(from, of => of.Ref())],
        Versions = from.Column<ulong>(),
        Searched = from.Column<int>(),
        Others = from.Column<byte>(),
        Summaries = Blobs(from),
        Articles = Articles(from),
    };

    private static ImmutableArray<Problem>? Told(ChunkReader from)
    {
        var known = from.Values.Flag();
        var told = Items(from, ProblemBytes.Read);
        return known ? [.. told] : null;
    }

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

    public static KeptOutput Output(ByteReader from) => new(Stamp(from), from.Flag() ? from.Whole() : null, new(from.Blob().ToArray()));

    public static void Write(KeptFile article, ByteWriter to)
    {
        to.Text(article.SeedFile);
        foreach (var blob in article.Blobs.All) Write(blob, to);
    }

    public static KeptFile Article(ByteReader from) => new(from.Text(), KeptBlobs.At(0, [.. Enumerable.Range(0, KeptBlobs.Count).Select(_ => Blob(from))]));

    /// <summary>A blob of a store, as it stands in a column.</summary>
    private readonly record struct PlacedBlob(long Offset, long Length, ulong Print);

    private static KeptFiles Articles(ChunkReader from)
    {
        var (paths, seeds, blobs) = (Paths(from), Paths(from), from.Column<PlacedBlob>());
        return new(paths, i => new(seeds[i], KeptBlobs.At(0, Array.ConvertAll(blobs.AsSpan(KeptBlobs.Count * i, KeptBlobs.Count).ToArray(), b => new Blob(b.Offset, (int)b.Length, b.Print, null)))));
    }

    private static KeptSite Site(ChunkReader from)
    {
        var (pages, planned, links) = (from.Values.Int(), Items(from, of => new KeyList(of.Blob().ToArray())), Items(from, of => new LinkedPlace(of.Text(), of.MaybeText())));
        var (starts, paths) = (from.Column<int>(), Paths(from));
        var (stamps, hasOwn, own, next) = (from.Column<FileStamp>(), from.Column<byte>(), from.Column<ulong>(), -1);
        var outputs = Array.ConvertAll(Blobs(from), reads => new KeptOutput(stamps[++next], hasOwn[next] == 0 ? null : own[next], new(reads)));
        return new(new(pages, paths, planned, starts, [.. links]), outputs);
    }

    /// <summary>Very many short blobs, held together with many others.</summary>
    private static ReadOnlyMemory<byte>[] Blobs(ChunkReader from)
    {
        var room = new Memory<byte>();
        return Items(from, of =>
        {
            var bytes = of.Blob();
            if (room.Length < bytes.Length) room = GC.AllocateUninitializedArray<byte>(Math.Max(bytes.Length, 1 << 20));
            var held = room[..bytes.Length];
            bytes.CopyTo(held);
            room = room[bytes.Length..];
            return (ReadOnlyMemory<byte>)held;
        });
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

    private static void Paths(ChunkWriter file, KeptPaths paths)
    {
        file.Column<int>(paths.Ends);
        file.Column<byte>(paths.Bytes);
    }

    private static KeptPaths Paths(ChunkReader from)
    {
        var ends = from.Column<int>();
        return new(from.Column<byte>(), ends);
    }
}
