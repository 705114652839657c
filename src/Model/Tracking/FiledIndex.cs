using System.Collections.Immutable;

namespace Model;

/// <summary>A list by articles for each record, which notes that it is read (see <see cref="Filed{T}"/>); <paramref name="make"/> makes an entry of an article and a place in it.</summary>
internal sealed class FiledIndex<T>(Part part, Dictionary<Ref, int> numbers, ImmutableArray<Article> articles, EntryLists lists, Func<Article, int, T> make)
{
    private readonly Filed<T>?[] _lists = new Filed<T>?[numbers.Count];

    public Filed<T> Of(Ref record)
    {
        if (!numbers.TryGetValue(record, out var number)) return Filed<T>.Empty;
        if (_lists[number] is { } list) return list;
        if (lists.Of(part, number) is { Count: > 0 } entries) return _lists[number] = new(entries, articles, make, (part, number));
        // Most records have most lists empty: one stands for all.
        ReadLog.Note(part, number);
        return Filed<T>.Empty;
    }
}
