namespace Model;

/// <summary>The entries of articles in the lists of records: of each part those of all records one behind the other, for a record oldest article first.</summary>
internal sealed class EntryLists
{
    private readonly int[][] _starts = new int[Archive.PartsOfRecords][];
    private readonly Entry[][] _entries = new Entry[Archive.PartsOfRecords][];

    /// <summary>The lists that the bonds of articles make, which come newest first, with the numbers of their records, of which there are so many.</summary>
    public EntryLists((Bonds Bonds, int[] Numbers)[] articles, int records)
    {
        var next = new int[Archive.PartsOfRecords][];
        for (var part = 0; part < _starts.Length; part++) (_starts[part], next[part]) = ([], []);
        // All parts are counted and filled at once: going through the bonds is what takes time.
        foreach (var (bonds, numbers) in articles)
        {
            foreach (var bond in bonds.Entries)
            {
                ref var starts = ref _starts[(int)bond.List];
                if (starts.Length == 0) starts = new int[records + 1];
                starts[numbers[bond.Record] + 1]++;
            }
        }
        for (var part = 0; part < _starts.Length; part++)
        {
            var starts = _starts[part];
            for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
            (next[part], _entries[part]) = ([.. starts], new Entry[starts.Length == 0 ? 0 : starts[^1]]);
        }
        for (var article = articles.Length - 1; article >= 0; article--)
        {
            var (bonds, numbers) = articles[article];
            foreach (var bond in bonds.Entries) _entries[(int)bond.List][next[(int)bond.List][numbers[bond.Record]]++] = new(article, bond.At);
        }
    }

    /// <summary>The entries of a part in the list of the record that has this number.</summary>
    public ArraySegment<Entry> Of(Part part, int record)
    {
        var starts = _starts[(int)part];
        return starts.Length == 0 ? ArraySegment<Entry>.Empty : new(_entries[(int)part], starts[record], starts[record + 1] - starts[record]);
    }
}
