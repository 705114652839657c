using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Generator.Modules;
using Model;

namespace Generator.Cache;

/// <summary>A file that a build wrote: its stamp, the fingerprint of what it was made from beside the archive, and the keys of what it was made from in the archive.</summary>
public sealed record KeptOutput(FileStamp Stamp, ulong? Own, int[] Reads);

/// <summary>A source file that a build read: its stamp, and the fingerprint of its bytes.</summary>
public readonly record struct KeptSource(FileStamp Stamp, ulong Print);

/// <summary>
/// What an earlier build learnt, from the files <c>site</c> and <c>articles</c> of a folder. Each begins with what it was made by and for, and ends with the fingerprint of all
/// its bytes; what is of another version, for another address, or damaged, is as if it were not there.
/// </summary>
public sealed class EarlierBuild
{
    private const string Format = "archive cache 1";

    private readonly string _folder, _madeFor;
    private ulong _articles;

    private EarlierBuild(string folder, string madeFor) => (_folder, _madeFor) = (folder, madeFor);

    /// <summary>Whether the record had no problem at all, not even a warning.</summary>
    public bool Clean { get; init; }

    /// <summary>When its sources were listed, in ticks of UTC.</summary>
    public long Listed { get; init; }

    /// <summary>How many pages there were.</summary>
    public int Pages { get; init; }

    /// <summary>The files of the record and the seeds, by path.</summary>
    public required IReadOnlyDictionary<string, KeptSource> Sources { get; init; }

    /// <summary>The files of the site, by path.</summary>
    public required IReadOnlyDictionary<string, KeptOutput> Outputs { get; init; }

    /// <summary>All records of the archive, by kind and id, and the versions of its parts by their keys.</summary>
    public required ImmutableArray<Ref> Records { get; init; }
    public required ulong[] Versions { get; init; }

    /// <summary>The fingerprint of all names that were looked for in texts.</summary>
    public ulong Names { get; init; }

    /// <summary>The earlier build of <paramref name="madeFor"/>, or null when nothing that can be trusted was kept.</summary>
    public static EarlierBuild? Load(string folder, string madeFor)
    {
        if (Trusted(folder, "site", madeFor, out _) is not { } from) return null;
        var (clean, listed, pages, articles, names) = (from.Flag(), from.Number(), from.Int(), from.Whole(), from.Whole());
        return new(folder, madeFor)
        {
            _articles = articles,
            Clean = clean,
            Listed = listed,
            Pages = pages,
            Names = names,
            Sources = Table(from, () => new KeptSource(Stamp(from), from.Whole())),
            Outputs = Table(from, () => new KeptOutput(Stamp(from), from.Flag() ? from.Whole() : null, Keys(from))),
            Records = from.List(from.Ref),
            Versions = MemoryMarshal.Cast<byte, ulong>(from.Blob().Span).ToArray(),
        };
    }

    /// <summary>What is kept of the articles, by the path of their files; empty when it cannot be trusted.</summary>
    public IReadOnlyDictionary<string, KeptArticle> Articles() =>
        Trusted(_folder, "articles", _madeFor, out var print) is { } from && print == _articles ? Table(from, () => Article(from)) : ImmutableDictionary<string, KeptArticle>.Empty;

    /// <summary>Keeps what a build learnt. Killed on the way, it leaves what was kept before, or nothing that is trusted.</summary>
    public static void Save(string folder, string madeFor, Learnt learnt)
    {
        Directory.CreateDirectory(folder);
        var to = Begin("articles", madeFor);
        to.Number(learnt.Articles.Count);
        foreach (var (path, article) in learnt.Articles) Write(path, article, to);
        var articles = End(Path.Combine(folder, "articles"), to);
        to = Begin("site", madeFor);
        to.Flag(learnt.Clean);
        to.Number(learnt.Listed);
        to.Number(learnt.Pages);
        to.Whole(articles);
        to.Whole(learnt.Names);
        to.Number(learnt.Sources.Count);
        foreach (var (path, source) in learnt.Sources)
        {
            to.Text(path);
            Write(source.Stamp, to);
            to.Whole(source.Print);
        }
        to.Number(learnt.Outputs.Count);
        foreach (var (path, output) in learnt.Outputs)
        {
            to.Text(path);
            Write(output.Stamp, to);
            to.Flag(output.Own is not null);
            if (output.Own is { } own) to.Whole(own);
            Write(output.Reads, to);
        }
        to.List(learnt.Records, to.Ref);
        to.Blob(MemoryMarshal.AsBytes(learnt.Versions.AsSpan()));
        End(Path.Combine(folder, "site"), to);
    }

    private static ByteWriter Begin(string name, string madeFor)
    {
        var to = new ByteWriter();
        to.Text($"{Format}: {name}");
        to.Text(madeFor);
        return to;
    }

    private static ulong End(string path, ByteWriter to)
    {
        var print = Fingerprint.Of(to.Written);
        to.Whole(print);
        using (var file = new FileStream(path + ".new", FileMode.Create, FileAccess.Write)) file.Write(to.Written);
        File.Move(path + ".new", path, overwrite: true);
        return print;
    }

    private static ByteReader? Trusted(string folder, string name, string madeFor, out ulong print)
    {
        print = 0;
        var path = Path.Combine(folder, name);
        try
        {
            if (!File.Exists(path)) return null;
            var bytes = File.ReadAllBytes(path);
            if (bytes.Length < sizeof(ulong)) return null;
            print = new ByteReader(bytes.AsMemory()[^sizeof(ulong)..]).Whole();
            if (print != Fingerprint.Of(bytes.AsSpan()[..^sizeof(ulong)])) return null;
            var from = new ByteReader(bytes.AsMemory()[..^sizeof(ulong)]);
            return from.MaybeText() == $"{Format}: {name}" && from.MaybeText() == madeFor ? from : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or IndexOutOfRangeException or ArgumentException)
        {
            return null;
        }
    }

    private static Dictionary<string, T> Table<T>(ByteReader from, Func<T> read)
    {
        var count = from.Int();
        var table = new Dictionary<string, T>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++) table.Add(from.Text(), read());
        return table;
    }

    private static FileStamp Stamp(ByteReader from) => new(from.Number(), from.Number());

    private static void Write(FileStamp stamp, ByteWriter to)
    {
        to.Number(stamp.Size);
        to.Number(stamp.Written);
    }

    // Keys lie close together when they are sorted, so their distances take a byte or two each.
    private static int[] Keys(ByteReader from)
    {
        var keys = new int[from.Int()];
        for (int i = 0, key = 0; i < keys.Length; i++) keys[i] = key += from.Int();
        return keys;
    }

    private static void Write(int[] keys, ByteWriter to)
    {
        to.Number(keys.Length);
        var before = 0;
        foreach (var key in keys)
        {
            to.Number(key - before);
            before = key;
        }
    }

    private static KeptArticle Article(ByteReader from) => new(
        from.Text(), from.Blob(), new(from.Whole(), from.Whole(), from.Whole(), from.Whole(), from.List(from.Whole)),
        from.List(() => new Mention(from.Ref(), from.Int(), from.Int(), from.Int(), from.Int(), from.Flag())),
        from.List(() => new TypedLink(new(from.Text(), from.Int(), from.Int(), from.Int(), from.Int()), new(from.Text(), from.Text(), from.MaybeText()))));

    private static void Write(string path, KeptArticle article, ByteWriter to)
    {
        to.Text(path);
        to.Text(article.SeedFile);
        to.Blob(article.Bytes.Span);
        foreach (var print in (ReadOnlySpan<ulong>)[article.Prints.Facts, article.Prints.Text, article.Prints.Marks, article.Prints.Annotations]) to.Whole(print);
        to.List(article.Prints.Passages, to.Whole);
        to.List(article.Mentions, m =>
        {
            to.Ref(m.Of);
            foreach (var offset in (ReadOnlySpan<int>)[m.Start, m.End, m.SentenceStart, m.SentenceEnd]) to.Number(offset);
            to.Flag(m.Anchored);
        });
        to.List(article.Links, l =>
        {
            to.Text(l.Place.File);
            foreach (var number in (ReadOnlySpan<int>)[l.Place.Line, l.Place.Column, l.Place.EndLine, l.Place.EndColumn]) to.Number(number);
            to.Text(l.To.BasePath);
            to.Text(l.To.Path);
            to.Text(l.To.Fragment);
        });
    }
}
