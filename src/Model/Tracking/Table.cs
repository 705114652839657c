using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Model;

/// <summary>The records of one kind by their ids, in the order of their ids. Once an archive numbers its records, a table notes in the <see cref="ReadLog"/> what is read of it.</summary>
public sealed class Table<T> : IReadOnlyDictionary<Id, T> where T : class
{
    private readonly Dictionary<Id, T> _records;
    private readonly ImmutableArray<Id> _ids;
    private readonly Kind _kind;
    private Dictionary<Ref, int>? _numbers;

    /// <summary>The records of <paramref name="kind"/>, each under its own id.</summary>
    public Table(Kind kind, IEnumerable<KeyValuePair<Id, T>> records)
    {
        _kind = kind;
        _records = new(records);
        _ids = InOrder([.. _records.Keys]);
    }

    // To see that very many are in order takes a fraction of putting them in order.
    private static ImmutableArray<Id> InOrder(Id[] ids)
    {
        for (var i = 1; i < ids.Length; i++)
            if (ids[i - 1].CompareTo(ids[i]) > 0) return [.. ids.Order()];
        return ImmutableCollectionsMarshal.AsImmutableArray(ids);
    }

    /// <exception cref="KeyNotFoundException">No record has the id.</exception>
    public T this[Id id]
    {
        get
        {
            NoteOne(id);
            return _records[id];
        }
    }

    /// <summary>In order.</summary>
    public IEnumerable<Id> Keys
    {
        get
        {
            NoteAll(contents: false);
            return _ids;
        }
    }

    /// <summary>In the order of their ids.</summary>
    public IEnumerable<T> Values
    {
        get
        {
            NoteAll(contents: true);
            return _ids.Select(id => _records[id]);
        }
    }

    public int Count
    {
        get
        {
            NoteAll(contents: false);
            return _ids.Length;
        }
    }

    public bool ContainsKey(Id id) => TryGetValue(id, out _);

    public bool TryGetValue(Id id, [MaybeNullWhen(false)] out T record)
    {
        if (_records.TryGetValue(id, out record)) NoteOne(id);
        else NoteAll(contents: false);
        return record is not null;
    }

    public IEnumerator<KeyValuePair<Id, T>> GetEnumerator()
    {
        NoteAll(contents: true);
        return _ids.Select(id => KeyValuePair.Create(id, _records[id])).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Numbered(Dictionary<Ref, int> numbers) => _numbers = numbers;

    private void NoteAll(bool contents)
    {
        if (_numbers is not null) ReadLog.NoteKind(_kind, contents);
    }

    private void NoteOne(Id id)
    {
        // What an article says is noted by the article itself, part by part.
        if (_numbers is not null && _kind != Kind.Article && _numbers.TryGetValue(new(_kind, id), out var number)) ReadLog.Note(Part.Facts, number);
    }
}
