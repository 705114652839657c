
namespace Model;

/// <summary>A list for each record, which notes that it is read.</summary>
internal sealed class Index<T>(Part part, Numbers numbers)
{
    private readonly List<T>?[] _lists = new List<T>?[numbers.Count];

    public void Add(Ref record, T value) => (_lists[numbers[record]] ??= []).Add(value);

    public IReadOnlyList<T> Of(Ref record)
    {
        if (!numbers.TryGetValue(record, out var number)) return [];
        ReadLog.Note(part, number);
        return _lists[number] ?? (IReadOnlyList<T>)[];
    }
}
