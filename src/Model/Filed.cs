using System.Collections;

namespace Model;

/// <summary>
/// A list of the archive whose entries each belong to an article, oldest article first, and which can be cut by the years that the articles are filed under. The cuts are made once, when
/// first asked for: the pages of a record's years would each go through all of its list. Read only once it is closed, and then safe to from several threads.
/// </summary>
public sealed class Filed<T>(Func<T, Article> of) : IReadOnlyList<T>
{
    /// <summary>A list without entries.</summary>
    public static readonly Filed<T> Empty = new(_ => throw new InvalidOperationException());

    private List<T>? _adding = [];
    private T[] _entries = [];
    private Cuts? _cuts;

    private sealed record Cuts(List<string> Years, Dictionary<string, IReadOnlyList<T>> Entries);

    public int Count => _entries.Length;

    public T this[int index] => _entries[index];

    /// <summary>The headings of the years, in the order of their last entries.</summary>
    public IReadOnlyList<string> Years => (_cuts ??= Cut()).Years;

    /// <summary>The entries of a year, in their order; empty when it has none.</summary>
    public IReadOnlyList<T> Of(string year) => (_cuts ??= Cut()).Entries.GetValueOrDefault(year) ?? [];

    public ArraySegment<T>.Enumerator GetEnumerator() => new ArraySegment<T>(_entries).GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(T entry) => _adding!.Add(entry);

    /// <summary>Nothing is added any more, and what was is to be read.</summary>
    internal void Close() => (_entries, _adding) = ([.. _adding!], null);

    private Cuts Cut()
    {
        var (years, entries) = (new List<string>(), new Dictionary<string, IReadOnlyList<T>>(StringComparer.Ordinal));
        for (int from = 0, to; from < _entries.Length; from = to)
        {
            var heading = HeadingOf(from);
            for (to = from + 1; to < _entries.Length && HeadingOf(to) == heading;) to++;
            var run = new ArraySegment<T>(_entries, from, to - from);
            // A winter is filed under the year it ends in and begins in the one before, so a year can come twice.
            if (entries.TryGetValue(heading, out var before)) years.Remove(heading);
            entries[heading] = before is null ? run : [.. before, .. run];
            years.Add(heading);
        }
        return new(years, entries);
    }

    private string HeadingOf(int index) => DateWords.Year(of(_entries[index]).Listed.Published);
}
