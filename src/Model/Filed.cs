using System.Collections;

namespace Model;

/// <summary>
/// A list of the archive whose entries each belong to an article, oldest article first, and which can be cut by the years that the articles are filed under. The cuts are made once, when
/// first asked for: the pages of a record's years would each go through all of its list. Safe to read from several threads once nothing is added any more.
/// </summary>
public sealed class Filed<T>(Func<T, Article> of) : IReadOnlyList<T>
{
    /// <summary>A list without entries.</summary>
    public static readonly Filed<T> Empty = new(_ => throw new InvalidOperationException());

    private readonly List<T> _entries = [];
    private Cuts? _cuts;

    private sealed record Cuts(List<string> Years, Dictionary<string, List<T>> Entries);

    public int Count => _entries.Count;

    public T this[int index] => _entries[index];

    /// <summary>The headings of the years, in the order of their last entries.</summary>
    public IReadOnlyList<string> Years => (_cuts ??= Cut()).Years;

    /// <summary>The entries of a year, in their order; empty when it has none.</summary>
    public IReadOnlyList<T> Of(string year) => (_cuts ??= Cut()).Entries.GetValueOrDefault(year) ?? Empty._entries;

    public List<T>.Enumerator GetEnumerator() => _entries.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();

    internal void Add(T entry) => _entries.Add(entry);

    /// <summary>Nothing is added any more, so that no room for it is needed.</summary>
    internal void Close() => _entries.TrimExcess();

    private Cuts Cut()
    {
        var (years, entries, last) = (new List<string>(), new Dictionary<string, List<T>>(StringComparer.Ordinal), (Heading: "", Entries: (List<T>?)null));
        foreach (var entry in _entries)
        {
            var heading = DateWords.Year(of(entry).Listed.Published);
            // A winter is filed under the year it ends in and begins in the one before, so a year can come twice.
            if (last.Entries is null || heading != last.Heading)
            {
                if (entries.TryGetValue(heading, out var there)) years.Remove(heading);
                else entries.Add(heading, there = []);
                years.Add(heading);
                last = (heading, there);
            }
            last.Entries.Add(entry);
        }
        return new(years, entries);
    }
}
