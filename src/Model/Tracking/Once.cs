namespace Model;

/// <summary>
/// What pages show of a record or passage, made when a page first asks for it and then given to every other page. Who is given it has read what it was made from. Safe to ask from
/// several threads: two may make the same at the same time, and get equal values.
/// </summary>
public sealed class Once<T> where T : class
{
    private sealed record Made(T Value, int[] Read);

    private readonly Made?[] _made;
    private readonly Keys _keys;
    private readonly int _most;
    private int _kept;

    /// <param name="things">How many things there are.</param>
    /// <param name="keys">The keys of the archive.</param>
    /// <param name="most">How many are kept at a time: the next begins anew.</param>
    public Once(int things, Keys keys, int most) => (_made, _keys, _most) = (new Made?[things], keys, most);

    /// <summary>Gives, instead of making it, the one at a number that is known from before, or null; who is given it has read nothing but that it is as before.</summary>
    public Func<int, T?>? Kept { get; set; }

    /// <summary>The one at <paramref name="number"/>; <paramref name="make"/> makes it of <paramref name="from"/>.</summary>
    public T Of<TFrom>(int number, TFrom from, Func<TFrom, T> make)
    {
        var made = _made[number];
        if (made is null)
        {
            int[] read = [];
            var value = Kept?.Invoke(number) ?? ReadLog.Apart(_keys, from, make, out read);
            if (Interlocked.Increment(ref _kept) > _most)
            {
                Volatile.Write(ref _kept, 0);
                Array.Clear(_made);
            }
            _made[number] = made = new(value, read);
        }
        ReadLog.NoteAll(made.Read);
        return made.Value;
    }
}
