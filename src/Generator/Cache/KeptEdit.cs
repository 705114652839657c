using System.Collections.Immutable;
using Generator.Bytes;

namespace Generator.Cache;

/// <summary>
/// What an edit of few articles changes of what is kept, everything else staying as it was: the sources, the files of the site and the articles that are other now, each with its place in its table, the versions by their keys, the
/// summaries of records by their places among these, the places of the articles that are bound otherwise than the tables say, and what the record is warned of, or null when that is what it was.
/// </summary>
public sealed record KeptEdit(
    long Listed, (int At, KeptSource Value)[] Sources, (int At, KeptOutput Value)[] Outputs, (int At, KeptFile Value)[] Articles, (int At, ulong Value)[] Versions, (int At, ReadOnlyMemory<byte> Value)[] Summaries, int[] Bound, ImmutableArray<Problem>? Told)
{
    /// <summary>More than so many changes are kept by writing everything anew.</summary>
    private const int Most = 20_000;

    /// <summary>
    /// What tells a build from an earlier one that planned the same files from the same records: these <paramref name="sources"/>, what they are warned of, <paramref name="told"/>, what it <paramref name="learnt"/> of the archive, and the files with the numbers
    /// <paramref name="made"/> of its <paramref name="outputs"/>.
    /// </summary>
    public static KeptEdit Since(EarlierBuild before, SourceFiles sources, ImmutableArray<Problem> told, LearntArchive learnt, KeptOutputs outputs, int[] made) =>
        new(sources.Listed, sources.OthersToKeep(), Array.ConvertAll(made, i => (i, outputs[i])), [.. learnt.Changed!.Value], Others(before.Versions, learnt.Versions),
            [.. Enumerable.Range(0, before.Summaries.Length).Where(i => !before.Summaries[i].Equals(learnt.Summaries[i])).Select(i => (i, learnt.Summaries[i]))],
            [.. learnt.Changed!.Value.Where(c => !c.Article.Read!.Found.Bonds.IsSameAs(before.Article(c.At).Found.Bonds)).Select(c => c.At)], told.SequenceEqual(before.Told!.Value) ? null : told);

    /// <summary>What two edits change together, the second after the first; null when that is much.</summary>
    public static KeptEdit? Together(KeptEdit? first, KeptEdit second)
    {
        var both = first is null ? second : new(second.Listed, Both(first.Sources, second.Sources), Both(first.Outputs, second.Outputs), Both(first.Articles, second.Articles), Both(first.Versions, second.Versions), Both(first.Summaries, second.Summaries), [.. first.Bound.Union(second.Bound)], second.Told ?? first.Told);
        return both.Sources.Length + both.Outputs.Length + both.Articles.Length + both.Versions.Length + both.Summaries.Length <= Most ? both : null;

        static (int, T)[] Both<T>((int At, T)[] first, (int At, T)[] second) => [.. first.ExceptBy(second.Select(s => s.At), f => f.At), .. second];
    }

    private static (int At, ulong Version)[] Others(ulong[] before, ulong[] now)
    {
        var others = new List<(int, ulong)>();
        for (var i = before.AsSpan().CommonPrefixLength(now); i < now.Length; i++)
        {
            others.Add((i, now[i]));
            i += before.AsSpan(i + 1).CommonPrefixLength(now.AsSpan(i + 1));
        }
        return [.. others];
    }

    public void Write(ByteWriter to)
    {
        to.Number(Listed);
        List(Sources, source => SiteBytes.Write(source, to));
        List(Outputs, output => SiteBytes.Write(output, to));
        List(Articles, article => SiteBytes.Write(article, to));
        List(Versions, to.Whole);
        List(Summaries, summary => to.Blob(summary.Span));
        to.Number(Bound.Length);
        foreach (var at in Bound) to.Number(at);
        to.Flag(Told is not null);
        to.List(Told ?? [], problem => ProblemBytes.Write(problem, to));

        void List<T>((int At, T Value)[] items, Action<T> write)
        {
            to.Number(items.Length);
            foreach (var (at, value) in items)
            {
                to.Number(at);
                write(value);
            }
        }
    }

    public static KeptEdit Read(ByteReader from)
    {
        return new(from.Number(), List(SiteBytes.Source), List(SiteBytes.Output), List(SiteBytes.Article), List(of => of.Whole()), List(of => (ReadOnlyMemory<byte>)of.Blob().ToArray()), Bound(), Told());

        ImmutableArray<Problem>? Told()
        {
            var isOther = from.Flag();
            var told = from.List(() => ProblemBytes.Read(from));
            return isOther ? told : null;
        }

        int[] Bound()
        {
            var bound = new int[from.Int()];
            for (var i = 0; i < bound.Length; i++) bound[i] = from.Int();
            return bound;
        }

        (int, T)[] List<T>(Func<ByteReader, T> read)
        {
            var items = new (int, T)[from.Int()];
            for (var i = 0; i < items.Length; i++) items[i] = (from.Int(), read(from));
            return items;
        }
    }
}
