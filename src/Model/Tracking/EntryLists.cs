namespace Model;

/// <summary>The entries of articles in the lists of records: of each part those of all records one behind the other, for a record oldest article first.</summary>
/// <param name="Starts">By part, where in <paramref name="Entries"/> those of each record begin, and at the end how many there are; nothing for a part without lists.</param>
/// <param name="Entries">By part.</param>
public sealed record EntryLists(int[][] Starts, Entry[][] Entries)
{
    /// <summary>The lists that the bonds of articles make, which come newest first, with the numbers of their records, of which there are so many.</summary>
    public static EntryLists Of((Bonds Bonds, int[] Numbers)[] articles, int records)
    {
        var (starts, next, entries) = (new int[Archive.PartsOfRecords][], new int[Archive.PartsOfRecords][], new Entry[Archive.PartsOfRecords][]);
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

    /// <summary>The entries of a part in the list of the record that has this number.</summary>
    public ArraySegment<Entry> Of(Part part, int record)
    {
        var starts = Starts[(int)part];
        return starts.Length == 0 ? ArraySegment<Entry>.Empty : new(Entries[(int)part], starts[record], starts[record + 1] - starts[record]);
    }
}
