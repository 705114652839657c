namespace Model;

/// <summary>The entries of articles in the lists of records: of each part those of all records one behind the other, for a record oldest article first.</summary>
/// <param name="Starts">By part, where in <paramref name="Entries"/> those of each record begin, and at the end how many there are; nothing for a part without lists.</param>
/// <param name="Entries">By part.</param>
public sealed record EntryLists(int[][] Starts, Entry[][] Entries)
{
    private static readonly int Parts = Enum.GetValues<Part>().Length;

    /// <summary>The lists that the bonds of articles make, which come newest first, with the numbers of their records, of which there are so many.</summary>
    public static EntryLists Of((Bonds Bonds, int[] Numbers)[] articles, int records)
    {
        var (starts, next, entries) = (new int[Parts][], new int[Parts][], new Entry[Parts][]);
        Array.Fill(starts, []);
        // All parts are counted and filled at once: going through the bonds is what takes time.
        foreach (var (bonds, numbers) in articles)
        {
            foreach (var bond in bonds.Entries)
            {
                ref var counts = ref starts[(int)bond.List];
                if (counts.Length == 0) counts = new int[records + 1];
                counts[numbers[bond.Record] + 1]++;
            }
        }
        for (var part = 0; part < starts.Length; part++)
        {
            var counts = starts[part];
            for (var i = 1; i < counts.Length; i++) counts[i] += counts[i - 1];
            (next[part], entries[part]) = ([.. counts], new Entry[counts.Length == 0 ? 0 : counts[^1]]);
        }
        for (var article = articles.Length - 1; article >= 0; article--)
        {
            var (bonds, numbers) = articles[article];
            foreach (var bond in bonds.Entries) entries[(int)bond.List][next[(int)bond.List][numbers[bond.Record]]++] = new(article, bond.At);
        }
        return new(starts, entries);
    }

    /// <summary>The same with the entries that some articles now have, by their ordinals, in the place of those that they had.</summary>
    public EntryLists With(IReadOnlyDictionary<int, (Bonds Bonds, int[] Numbers)> articles, int records)
    {
        var (starts, entries) = ((int[][])Starts.Clone(), (Entry[][])Entries.Clone());
        // All entries are looked at, of which there are sixty for each article of the archive.
        var isOther = new bool[articles.Keys.Max() + 1];
        foreach (var article in articles.Keys) isOther[article] = true;
        Parallel.For(0, Starts.Length, part =>
        {
            var others = Others(part, articles, isOther);
            if (others.Count > 0) (starts[part], entries[part]) = Replaced(part, others, records);
        });
        return new(starts, entries);
    }

    /// <summary>The lists of a part that the articles stood or stand in, as they are now, by the numbers of their records.</summary>
    private Dictionary<int, List<Entry>> Others(int part, IReadOnlyDictionary<int, (Bonds Bonds, int[] Numbers)> articles, bool[] isOther)
    {
        var (others, before) = (new Dictionary<int, List<Entry>>(), Entries[part]);
        bool IsOther(Entry entry) => entry.Article < isOther.Length && isOther[entry.Article];
        List<Entry> Now(int record) => others.TryGetValue(record, out var list) ? list : others[record] = [.. Of((Part)part, record).Where(e => !IsOther(e))];
        for (var i = 0; i < before.Length; i++)
        {
            if (!IsOther(before[i])) continue;
            var record = Array.BinarySearch(Starts[part], i);
            if (record < 0) record = ~record - 1;
            // Lists without an entry begin where the next does.
            while (Starts[part][record + 1] <= i) record++;
            Now(record);
        }
        foreach (var (article, (bonds, numbers)) in articles)
            foreach (var bond in bonds.Entries)
                if ((int)bond.List == part) Now(numbers[bond.Record]).Add(new(article, bond.At));
        return others;
    }

    private (int[] Starts, Entry[] Entries) Replaced(int part, Dictionary<int, List<Entry>> others, int records)
    {
        var grown = others.Sum(o => o.Value.Count - Of((Part)part, o.Key).Count);
        var (starts, entries) = (new int[records + 1], new Entry[Entries[part].Length + grown]);
        for (var record = 0; record < records; record++)
        {
            var list = others.TryGetValue(record, out var other) ? new([.. other.OrderByDescending(e => e.Article)]) : Of((Part)part, record);
            list.AsSpan().CopyTo(entries.AsSpan(starts[record]));
            starts[record + 1] = starts[record] + list.Count;
        }
        return (starts, entries);
    }

    /// <summary>The entries of a part in the list of the record that has this number.</summary>
    public ArraySegment<Entry> Of(Part part, int record)
    {
        var starts = Starts[(int)part];
        return starts.Length == 0 ? ArraySegment<Entry>.Empty : new(Entries[(int)part], starts[record], starts[record + 1] - starts[record]);
    }
}
