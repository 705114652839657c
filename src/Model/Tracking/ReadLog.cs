namespace Model;

/// <summary>
/// Notes which parts of an archive are read while a page is made, so that a later build knows whether the page can have changed. A part is named by a key: see
/// <see cref="Archive.KeyOf(Part, int)"/>. Belongs to one thread; making a page does not leave its thread.
/// </summary>
public sealed class ReadLog
{
    [ThreadStatic]
    private static ReadLog? _listening;

    private readonly int _records;
    private readonly bool[] _noted;
    private readonly List<int> _keys = [];

    /// <summary>A log for one archive, to be used again and again by one thread.</summary>
    public ReadLog(Archive archive) => (_records, _noted) = (archive.NumberOfRecords, new bool[archive.NumberOfKeys]);

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
            foreach (var key in _keys) _noted[key] = false;
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

    internal static void Note(Part part, int record) => _listening?.Add((int)part, record);

    internal static void Note(Whole whole) => _listening?.Add(Archive.PartsOfRecords, (int)whole);

    internal static void NoteKind(Kind kind, bool contents) => _listening?.Add(Archive.PartsOfRecords, Archive.WholeOf(kind, contents));

    private void Add(int part, int record)
    {
        var key = part * _records + record;
        if (_noted[key]) return;
        _noted[key] = true;
        _keys.Add(key);
    }
}
