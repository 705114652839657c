using System.Collections.Concurrent;

namespace Model;

/// <summary>
/// The permanent name of a record: kebab-case ASCII, that is runs of <c>a-z0-9</c> joined by single hyphens,
/// 1 to 100 characters. It is the record's address, so it never changes; a renamed record lists its old ids under <c>was</c>.
/// </summary>
// A class, because what a query makes of values of our own is compiled at each start, and a quarter of all that was compiled was for these.
public sealed record Id : IComparable<Id>
{
    /// <summary>The longest id allowed, in characters: an address must fit every file system.</summary>
    public const int MaximumLength = 100;

    private int _hash;
    private Ref? _ref;

    /// <summary>Makes an id of <paramref name="value"/>.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not kebab-case ASCII.</exception>
    public Id(string value) =>
        Value = IsValid(value) ? value : throw new ArgumentException($"\"{value}\" is not an id", nameof(value));

    private static readonly ConcurrentDictionary<string, Id> All = new(StringComparer.Ordinal);

    public string Value { get; }

    /// <summary>The one id of these words that everybody in the process shares who asks for it here: an archive names a record in many places, and an id is found to be the same at once when it is the same object.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not kebab-case ASCII.</exception>
    public static Id Shared(ReadOnlySpan<char> value) => All.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(value, out var id) ? id : Share(new(value.ToString()));

    private static Id Share(Id id) => All.GetOrAdd(id.Value, id);

    /// <summary>Whether <paramref name="text"/> can be an id.</summary>
    public static bool IsValid(string text)
    {
        if (text.Length is 0 or > MaximumLength || text[0] == '-' || text[^1] == '-') return false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '-' ? text[i - 1] == '-' : !(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))) return false;
        }
        return true;
    }

    /// <summary>The reference to the record of a kind that has this id. An archive has ten for each article, most of them to the same records, so an id keeps its own.</summary>
    public Ref To(Kind kind) => _ref is { } known && known.Kind == kind ? known : _ref = new(kind, this);

    public int CompareTo(Id? other) => string.CompareOrdinal(Value, other?.Value);

    public bool Equals(Id? other) => ReferenceEquals(this, other) || Value == other?.Value;

    // Kept, because each look into a dictionary asks for it.
    public override int GetHashCode() => _hash != 0 ? _hash : _hash = Value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Value;
}
