namespace Model;

/// <summary>A list by articles for each record, which notes that it is read (see <see cref="Filed{T}"/>); <paramref name="make"/> makes an entry of an article and a place in it.</summary>
internal sealed class FiledIndex<T>(Part part, Numbers numbers, FiledArticles articles, EntryLists lists, Func<Article, int, T> make)
{
    private readonly Filed<T>?[] _lists = new Filed<T>?[numbers.Count];

    public Filed<T> Of(Ref record)
    {
        if (!numbers.TryGetValue(record, out var number)) return Filed<T>.Empty;
        if (_lists[number] is { } list) return list;
        var made = new Filed<T>(lists.Of(part, number), articles, make, new(part, number));
        // Most records have most lists empty, which would be held for nothing.
        if (!made.IsEmpty) _lists[number] = made;
        return made;
    }
}
