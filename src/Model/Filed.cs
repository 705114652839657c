using System.Collections;
using System.Collections.Immutable;

namespace Model;

/// <summary>
/// A list of the archive whose entries each belong to an article, oldest article first, and which can be cut by the years that the articles are filed under. Only numbers are kept: an entry is made when it is asked
/// for. The cuts are made once, when first asked for: the pages of a record's years would each go through all of its list. Safe to read from several threads.
/// </summary>
public sealed class Filed<T> : IReadOnlyList<T>
{
    /// <summary>A list without entries.</summary>
    public static readonly Filed<T> Empty = new(ArraySegment<Entry>.Empty, [], (_, _) => throw new InvalidOperationException());

    private readonly ArraySegment<Entry> _entries;
    private readonly ImmutableArray<Article> _articles;
    private readonly Func<Article, int, T> _make;
    private Cuts? _cuts;

    private sealed record Cuts(List<string> Years, Dictionary<string, Filed<T>> Entries);

    /// <summary>The list of some entries of <paramref name="articles"/>; <paramref name="make"/> is told the article and the place in it.</summary>
    internal Filed(ArraySegment<Entry> entries, ImmutableArray<Article> articles, Func<Article, int, T> make) => (_entries, _articles, _make) = (entries, articles, make);

    public int Count => _entries.Count;

    public T this[int index] => Made(_entries[index]);

    /// <summary>The headings of the years, in the order of their last entries.</summary>
    public IReadOnlyList<string> Years => (_cuts ??= Cut()).Years;

    /// <summary>The entries of a year, in their order; empty when it has none.</summary>
    public Filed<T> Of(string year) => (_cuts ??= Cut()).Entries.GetValueOrDefault(year) ?? Empty;

    public IEnumerator<T> GetEnumerator()
    {
        foreach (var entry in _entries) yield return Made(entry);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private T Made(Entry entry) => _make(_articles[entry.Article], entry.At);

    private Cuts Cut()
    {
        var (years, entries) = (new List<string>(), new Dictionary<string, Filed<T>>(StringComparer.Ordinal));
        for (int from = 0, to; from < _entries.Count; from = to)
        {
            var heading = HeadingOf(from);
            for (to = from + 1; to < _entries.Count && HeadingOf(to) == heading;) to++;
            var run = _entries.Slice(from, to - from);
            // A winter is filed under the year it ends in and begins in the one before, so a year can come twice.
            if (entries.TryGetValue(heading, out var before))
            {
                years.Remove(heading);
                run = new([.. before._entries, .. run]);
            }
            entries[heading] = new(run, _articles, _make);
            years.Add(heading);
        }
        return new(years, entries);
    }

    private string HeadingOf(int index) => DateWords.Year(_articles[_entries[index].Article].Listed.Published);
}

/// <summary>An entry of a <see cref="Filed{T}"/>: the ordinal of its article, and the place in it of what is entered.</summary>
public readonly record struct Entry(int Article, int At);
