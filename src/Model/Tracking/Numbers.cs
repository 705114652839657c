using System.Collections.Immutable;

namespace Model;

/// <summary>
/// The numbers of records, which are their places among <paramref name="all"/>, in order. A reference is told the number of its record once it was looked up: pages ask for numbers more often than for anything else. Safe to ask from
/// several threads.
/// </summary>
internal sealed class Numbers(ImmutableArray<Ref> all)
{
    private static int _made;

    private readonly int _own = Interlocked.Increment(ref _made);

    public int Count => all.Length;

    /// <exception cref="KeyNotFoundException">No record has the reference.</exception>
    public int this[Ref record] => TryGetValue(record, out var number) ? number : throw new KeyNotFoundException($"there is no {record}");

    public bool TryGetValue(Ref record, out int number)
    {
        number = record.NumberBy(_own);
        if (number >= 0) return true;
        number = all.BinarySearch(record);
        if (number < 0) return false;
        record.SetNumber(_own, number);
        return true;
    }
}
