using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Model;

/// <summary>A list by articles for each record, which notes that it is read.</summary>
internal sealed class FiledIndex<T>
{
    private readonly Part _part;
    private readonly FrozenDictionary<Ref, int> _numbers;
    private readonly ImmutableArray<Article> _articles;
    private readonly Func<Article, int, T> _make;
    private readonly Filed<T>?[] _lists;

    // The entries of all records one behind the other; those of a record begin at its number's start.
    private readonly int[] _starts;
    private readonly Entry[] _entries;

    /// <summary>The lists of <paramref name="part"/> that the bonds of <paramref name="articles"/> make, both newest first; <paramref name="make"/> makes an entry of an article and a place in it.</summary>
    public FiledIndex(Part part, FrozenDictionary<Ref, int> numbers, ImmutableArray<Article> articles, Bond[][] bonds, Func<Article, int, T> make)
    {
        (_part, _numbers, _articles, _make) = (part, numbers, articles, make);
        _lists = new Filed<T>?[numbers.Count];
        _starts = new int[numbers.Count + 1];
        foreach (var own in bonds)
            foreach (var bond in own)
                if (bond.List == part) _starts[bond.Record + 1]++;
        for (var i = 1; i < _starts.Length; i++) _starts[i] += _starts[i - 1];
        _entries = new Entry[_starts[^1]];
        var next = _starts.AsSpan(0, numbers.Count).ToArray();
        for (var article = bonds.Length - 1; article >= 0; article--)
            foreach (var bond in bonds[article])
                if (bond.List == part) _entries[next[bond.Record]++] = new(article, bond.At);
    }

    public Filed<T> Of(Ref record)
    {
        if (!_numbers.TryGetValue(record, out var number)) return Filed<T>.Empty;
        ReadLog.Note(_part, number);
        var (start, end) = (_starts[number], _starts[number + 1]);
        return start == end ? Filed<T>.Empty : _lists[number] ??= new(new(_entries, start, end - start), _articles, _make);
    }
}
