using System.Collections.Frozen;

namespace Model;

/// <summary>A list by articles for each record, which notes that it is read.</summary>
internal sealed class FiledIndex<T>(Part part, FrozenDictionary<Ref, int> numbers, Func<T, Article> of)
{
    private readonly Filed<T>?[] _lists = new Filed<T>?[numbers.Count];

    public void Add(Ref record, T value) => Add(numbers[record], value);

    public void Add(int number, T value) => (_lists[number] ??= new(of)).Add(value);

    /// <summary>Nothing is added any more.</summary>
    public void Close()
    {
        foreach (var list in _lists) list?.Close();
    }

    public Filed<T> Of(Ref record)
    {
        if (!numbers.TryGetValue(record, out var number)) return Filed<T>.Empty;
        ReadLog.Note(part, number);
        return _lists[number] ?? Filed<T>.Empty;
    }
}
