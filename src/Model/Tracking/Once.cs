namespace Model;

/// <summary>
/// What pages show of a record or passage, made when a page first asks for it and then given to every other page. Who is given it has read what it was made from. Safe to ask from
/// several threads: two may make the same at the same time, and get equal values.
/// </summary>
public sealed class Once<T> where T : class
{
    private sealed record Made(T Value, int[] Read);

    private readonly Made?[] _made;
    private readonly int _records;

    internal Once(int things, int records) => (_made, _records) = (new Made?[things], records);

    /// <summary>The one at <paramref name="number"/>; <paramref name="make"/> makes it of <paramref name="from"/>.</summary>
    public T Of<TFrom>(int number, TFrom from, Func<TFrom, T> make)
    {
        var made = _made[number];
        if (made is null)
        {
            var value = ReadLog.Apart(_records, from, make, out var read);
            _made[number] = made = new(value, read);
        }
        ReadLog.NoteAll(made.Read);
        return made.Value;
    }
}
