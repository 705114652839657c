using Generator.Bytes;

namespace Generator.Search;

/// <summary>
/// Which records an article has, by their numbers: its source; its topics; three times the number of each actor, in order, plus 0, or 1 when the actor speaks, or 2 for somebody who only speaks, such as a
/// source; who said each of its quotations.
/// </summary>
internal sealed record ListRow(int Source, int[] Topics, int[] Actors, int[] Speakers)
{
    /// <summary>The same records by the numbers of <paramref name="now"/>.</summary>
    /// <exception cref="InvalidOperationException">One of them has none.</exception>
    public ListRow Renumbered(int[] now)
    {
        int[] actors = [.. Actors.Select(a => (3 * Now(a / 3)) + (a % 3))];
        Array.Sort(actors);
        return new(Now(Source), [.. Topics.Select(Now)], actors, [.. Speakers.Select(Now)]);

        int Now(int then) => now[then] is >= 0 and var number ? number : throw new InvalidOperationException();
    }
}

/// <summary>The rows of articles in the order of their numbers, as the files of the index have them: a number for the source, and behind its length each other list.</summary>
internal sealed class SearchLists
{
    /// <summary>The files, by name.</summary>
    public static readonly (string Name, Func<SearchLists, ByteWriter> Of)[] Files = [("sources", l => l._sources), ("topics", l => l._topics), ("actors", l => l._actors), ("speakers", l => l._speakers)];

    private readonly ByteWriter _sources = new(), _topics = new(), _actors = new(), _speakers = new();

    public void Add(ListRow row)
    {
        _sources.Number(row.Source);
        foreach (var (to, numbers) in (ReadOnlySpan<(ByteWriter, int[])>)[(_topics, row.Topics), (_actors, row.Actors), (_speakers, row.Speakers)])
        {
            to.Number(numbers.Length);
            foreach (var number in numbers) to.Number(number);
        }
    }

    /// <summary>Adds the rows of articles that follow.</summary>
    public void Append(SearchLists later)
    {
        foreach (var (_, of) in Files) of(this).Bytes(of(later).Written);
    }

    /// <summary>Gives one row after another.</summary>
    public Func<ListRow> Rows() => Reader(name => Files.Single(f => f.Name == name).Of(this).Written.ToArray());

    /// <summary>Reads rows one after another from the bytes of each file.</summary>
    public static Func<ListRow> Reader(Func<string, ReadOnlyMemory<byte>> fileOf)
    {
        ByteReader[] files = [.. Files.Select(f => new ByteReader(fileOf(f.Name)))];
        return () => new(files[0].Int(), List(files[1]), List(files[2]), List(files[3]));

        static int[] List(ByteReader from)
        {
            var numbers = new int[from.Int()];
            for (var i = 0; i < numbers.Length; i++) numbers[i] = from.Int();
            return numbers;
        }
    }
}
