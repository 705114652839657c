using System.Collections;

namespace Model;

/// <summary>
/// A list of the archive whose entries each belong to an article, oldest article first, and which can be cut by the years and months that the articles are filed under. Only numbers are kept: an entry is made when it
/// is asked for. The cuts are made once, when first asked for: the pages of a record's years would each go through all of its list. A list of the archive notes that it is read, and of its cut to a period no more
/// than that it is read of that. Safe to read from several threads.
/// </summary>
public sealed class Filed<T> : IReadOnlyList<T>
{
    /// <summary>A list without entries.</summary>
    public static readonly Filed<T> Empty = new(ArraySegment<Entry>.Empty, FiledArticles.None, (_, _) => throw new InvalidOperationException());

    private readonly ArraySegment<Entry> _entries;
    private readonly FiledArticles _articles;
    private readonly Func<Article, int, T> _make;
    private readonly FiledAs? _as;
    private Cuts<string>? _years;
    private Cuts<int>? _months;

    private sealed record Cuts<TBy>(List<TBy> By, Dictionary<TBy, Filed<T>> Entries)
        where TBy : notnull;

    /// <summary>The list of some entries of <paramref name="articles"/>; <paramref name="make"/> is told the article and the place in it.</summary>
    /// <param name="entries">Those entries.</param>
    /// <param name="articles">All articles.</param>
    /// <param name="make">Makes an entry.</param>
    /// <param name="filed">What is noted when it is read; null when nothing is to be noted.</param>
    internal Filed(ArraySegment<Entry> entries, FiledArticles articles, Func<Article, int, T> make, FiledAs? filed = null) =>
        (_entries, _articles, _make, _as) = (entries, articles, make, filed);

    /// <summary>Whether it has no entry; for who makes lists, so it is not noted.</summary>
    internal bool IsEmpty => _entries.Count == 0;

    public int Count => Noted._entries.Count;

    public T this[int index] => Made(Noted._entries[index]);

    /// <summary>The headings of the years, in the order of their last entries.</summary>
    public IReadOnlyList<string> Years => Noted.ByYear.By;

    /// <summary>The months of what is of one year, in the order of their last entries (see <see cref="Period"/>).</summary>
    public IReadOnlyList<int> Months => Noted.ByMonth.By;

    private Cuts<string> ByYear => _years ??= Cut(_articles.YearOf, _articles.Heading);

    private Cuts<int> ByMonth => _months ??= Cut(_articles.MonthOf, month => month);

    private Filed<T> Noted
    {
        get
        {
            _as?.NoteAll();
            return this;
        }
    }

    /// <summary>The entries of a year, in their order; empty when it has none.</summary>
    public Filed<T> Of(string year) => Of(new Period(year));

    /// <summary>The entries of a year or a month, in their order; empty when it has none.</summary>
    public Filed<T> Of(Period period)
    {
        _as?.Note(period);
        if (IsEmpty || !ByYear.Entries.TryGetValue(period.Year, out var ofYear)) return Empty;
        return period.Month is { } month ? ofYear.ByMonth.Entries.GetValueOrDefault(month, Empty) : ofYear;
    }

    /// <summary>Where the entries of an article begin and end; both where they would when it has none.</summary>
    public (int First, int End) RangeOf(Article article)
    {
        var entries = Noted._entries.AsSpan();
        int low = 0, high = entries.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            // The newest article is the first of the archive, so ordinals fall.
            if (entries[middle].Article > article.Ordinal) low = middle + 1; else high = middle;
        }
        var end = low;
        while (end < entries.Length && entries[end].Article == article.Ordinal) end++;
        return (low, end);
    }

    public IEnumerator<T> GetEnumerator() => Noted.All();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerator<T> All()
    {
        foreach (var entry in _entries) yield return Made(entry);
    }

    private T Made(Entry entry) => _make(_articles[entry.Article], entry.At);

    private Cuts<TBy> Cut<TBy>(Func<int, int> numberOf, Func<int, TBy> headingOf)
        where TBy : notnull
    {
        var (headings, entries) = (new List<TBy>(), new Dictionary<TBy, Filed<T>>());
        for (int from = 0, to; from < _entries.Count; from = to)
        {
            var number = numberOf(_entries[from].Article);
            for (to = from + 1; to < _entries.Count && numberOf(_entries[to].Article) == number;) to++;
            var (heading, run) = (headingOf(number), _entries.Slice(from, to - from));
            // A winter is filed under the year it ends in and begins in the one before, so a year can come twice.
            if (entries.TryGetValue(heading, out var before))
            {
                headings.Remove(heading);
                run = new([.. before._entries, .. run]);
            }
            entries[heading] = new(run, _articles, _make);
            headings.Add(heading);
        }
        return new(headings, entries);
    }
}

/// <summary>An entry of a <see cref="Filed{T}"/>: the ordinal of its article, and the place in it of what is entered.</summary>
public readonly record struct Entry(int Article, int At);
