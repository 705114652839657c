namespace Model;

/// <summary>
/// Notes which parts of an archive are read while a page is made, so that a later build knows whether the page can have changed. A part is named by a key: see
/// <see cref="Keys"/>. Belongs to one thread; making a page does not leave its thread.
/// </summary>
public sealed class ReadLog
{
    [ThreadStatic]
    private static ReadLog? _listening;

    private readonly Keys _names;

    // A bit for each key: bytes, in a large archive, would be more than fit near the processor. Null in a short log, whose keys are looked through.
    private readonly ulong[]? _noted;
    private readonly List<int> _keys = [];

    /// <summary>A log for one archive, to be used again and again by one thread.</summary>
    public ReadLog(Archive archive) => (_names, _noted) = (archive.Keys, new ulong[(archive.Keys.Count / 64) + 1]);

    private ReadLog(Keys names) => _names = names;

    /// <summary>What <paramref name="make"/> gives, and the keys of all that it read, each once, in no order.</summary>
    public T During<T>(Func<T> make, out int[] keys)
    {
        var before = _listening;
        _listening = this;
        try
        {
            return make();
        }
        finally
        {
            _listening = before;
            keys = [.. _keys];
            foreach (var key in _keys) _noted![key >> 6] = 0;
            _keys.Clear();
        }
    }

    /// <summary>What <paramref name="make"/> gives, without a note of what it reads on this thread.</summary>
    internal static T Unheard<T>(Func<T> make)
    {
        var before = _listening;
        _listening = null;
        try
        {
            return make();
        }
        finally
        {
            _listening = before;
        }
    }

    /// <summary>What <paramref name="make"/> gives, and what it read, of which this thread's log is not told.</summary>
    internal static T Apart<TFrom, T>(Keys names, TFrom from, Func<TFrom, T> make, out int[] keys)
    {
        var (before, apart) = (_listening, new ReadLog(names));
        _listening = apart;
        try
        {
            return make(from);
        }
        finally
        {
            _listening = before;
            keys = [.. apart._keys];
        }
    }

    internal static void NoteAll(int[] keys)
    {
        if (_listening is not { } listening) return;
        foreach (var key in keys) listening.Add(key);
    }

    internal static void Note(Part part, int record) => _listening?.Add(part, record);

    /// <summary>Notes that what the lists of a record hold of a year is read.</summary>
    internal static void NoteYear(string year, int record)
    {
        if (_listening is { } listening) listening.Add(listening._names.Of(year, record));
    }

    /// <summary>Notes that the articles of a year or a month are read.</summary>
    internal static void Note(Period period)
    {
        if (_listening is { } listening) listening.Add(listening._names.OfTime(period));
    }

    internal static void Note(Whole whole)
    {
        if (_listening is { } listening) listening.Add(listening._names.Of(whole));
    }

    internal static void NoteKind(Kind kind, bool contents)
    {
        if (_listening is { } listening) listening.Add(listening._names.Of(kind, contents));
    }

    private void Add(Part part, int record) => Add(_names.Of(part, record));

    private void Add(int key)
    {
        if (_noted is null)
        {
            if (_keys.Contains(key)) return;
        }
        else
        {
            ref var bits = ref _noted[key >> 6];
            var bit = 1ul << key;
            if ((bits & bit) != 0) return;
            bits |= bit;
        }
        _keys.Add(key);
    }
}
