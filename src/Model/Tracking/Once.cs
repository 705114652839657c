namespace Model;

/// <summary>
/// What pages show of a record or passage, made when a page first asks for it and then given to every other page. Who is given it has read what it was made from. Safe to ask from
/// several threads: two may make the same at the same time, and get equal values.
/// </summary>
public sealed class Once<T> where T : class
{
    private sealed record Made(int Number, T Value, int[] Read);

    private readonly Made?[] _made;
    private readonly Keys _keys;

    /// <param name="things">How many things there are.</param>
    /// <param name="keys">The keys of the archive.</param>
    /// <param name="most">How many are kept at a time: one takes the place of that whose number is so many less or more.</param>
    // Only as many places: the collector looks through all of a long list after something was put into it.
    public Once(int things, Keys keys, int most) => (_made, _keys) = (new Made?[Math.Max(1, Math.Min(things, most))], keys);

    /// <summary>Who asks has noted all that the things are made from as one part of the archive: see <see cref="Archive.ReadAsOne{T}(Part, Ref, Func{T})"/>.</summary>
    public bool ReadAsOne { get; init; }

    /// <summary>Gives, instead of making it, the one at a number that is known from before, or null; who is given it has read nothing but that it is as before.</summary>
    public Func<int, T?>? Kept { get; set; }

    /// <summary>The one at <paramref name="number"/>; <paramref name="make"/> makes it of <paramref name="from"/>.</summary>
    public T Of<TFrom>(int number, TFrom from, Func<TFrom, T> make)
    {
        ref var place = ref _made[number % _made.Length];
        var made = place;
        if (made?.Number != number)
        {
            int[] read = [];
            var value = Kept?.Invoke(number) ?? (ReadAsOne ? make(from) : ReadLog.Apart(_keys, from, make, out read));
            place = made = new(number, value, read);
        }
        ReadLog.NoteAll(made.Read);
        return made.Value;
    }
}
