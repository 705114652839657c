using System.Collections.Immutable;

namespace Model;

/// <summary>A list by articles for each record, which notes that it is read; <paramref name="make"/> makes an entry of an article and a place in it.</summary>
internal sealed class FiledIndex<T>(Part part, Dictionary<Ref, int> numbers, ImmutableArray<Article> articles, EntryLists lists, Func<Article, int, T> make)
{
    private readonly Filed<T>?[] _lists = new Filed<T>?[numbers.Count];

    public Filed<T> Of(Ref record)
    {
        if (!numbers.TryGetValue(record, out var number)) return Filed<T>.Empty;
        ReadLog.Note(part, number);
        return _lists[number] ??= lists.Of(part, number) is { Count: > 0 } entries ? new(entries, articles, make) : Filed<T>.Empty;
    }
}
