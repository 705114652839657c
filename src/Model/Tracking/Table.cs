using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Model;

/// <summary>The records of one kind by their ids, in the order of their ids. Once an archive numbers its records, a table notes in the <see cref="ReadLog"/> what is read of it.</summary>
public sealed class Table<T> : IReadOnlyDictionary<Id, T> where T : class
{
    private readonly Dictionary<Id, int> _places;
    private readonly KeyValuePair<Id, T>[] _records;
    private readonly Kind _kind;

    // The number of each in the archive; nothing of articles, which note themselves what is read of them, part by part.
    private int[] _numbers = [];
    private bool _isNumbered;

    /// <summary>The records of <paramref name="kind"/>, each under its own id.</summary>
    public Table(Kind kind, IEnumerable<KeyValuePair<Id, T>> records)
    {
        (_kind, _records) = (kind, InOrder([.. records]));
        _places = new(_records.Length);
        for (var i = 0; i < _records.Length; i++) _places.Add(_records[i].Key, i);
    }

    // To see that very many are in order takes a fraction of putting them in order.
    private static KeyValuePair<Id, T>[] InOrder(KeyValuePair<Id, T>[] records)
    {
        for (var i = 1; i < records.Length; i++)
            if (records[i - 1].Key.CompareTo(records[i].Key) > 0) return [.. records.OrderBy(r => r.Key)];
        return records;
    }

    /// <exception cref="KeyNotFoundException">No record has the id.</exception>
    public T this[Id id] => Noted(_places[id]);

    /// <summary>In order.</summary>
    public IEnumerable<Id> Keys
    {
        get
        {
            NoteAll(contents: false);
            return _records.Select(r => r.Key);
        }
    }

    /// <summary>In the order of their ids.</summary>
    public IEnumerable<T> Values
    {
        get
        {
            NoteAll(contents: true);
            return _records.Select(r => r.Value);
        }
    }

    public int Count
    {
        get
        {
            NoteAll(contents: false);
            return _records.Length;
        }
    }

    public bool ContainsKey(Id id) => TryGetValue(id, out _);

    public bool TryGetValue(Id id, [MaybeNullWhen(false)] out T record)
    {
        var isThere = _places.TryGetValue(id, out var place);
        if (!isThere) NoteAll(contents: false);
        record = isThere ? Noted(place) : null;
        return isThere;
    }

    public IEnumerator<KeyValuePair<Id, T>> GetEnumerator()
    {
        NoteAll(contents: true);
        return _records.AsEnumerable().GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Numbered(Numbers numbers)
    {
        _isNumbered = true;
        if (_kind != Kind.Article) _numbers = Array.ConvertAll(_records, r => numbers[r.Key.To(_kind)]);
    }

    private void NoteAll(bool contents)
    {
        if (_isNumbered) ReadLog.NoteKind(_kind, contents);
    }

    private T Noted(int place)
    {
        if (_numbers.Length > 0) ReadLog.Note(Part.Facts, _numbers[place]);
        return _records[place].Value;
    }
}
