namespace Model;

/// <summary>The kinds of record of an archive, in the order in which the site names them.</summary>
public enum Kind { Article, Actor, Topic, Place, Event, Source, Claim }

/// <summary>A reference to one record: its kind and its id. Ordered by kind, then by id.</summary>
// A class for the same reason as Id.
public sealed record Ref(Kind Kind, Id Id) : IComparable<Ref>
{
    // A copy with another id is another record.
    private Ref(Ref other) => (Kind, Id) = (other.Kind, other.Id);

    // Which Numbers told it, and the number: in one word, so that both always belong together.
    private long _numbered;

    /// <summary>The number that it was last told, if <paramref name="numbers"/> told it; else -1.</summary>
    internal int NumberBy(int numbers)
    {
        var numbered = Volatile.Read(ref _numbered);
        return numbered >> 32 == numbers ? (int)numbered : -1;
    }

    internal void SetNumber(int numbers, int number) => Volatile.Write(ref _numbered, ((long)numbers << 32) | (uint)number);

    public int CompareTo(Ref? other) => other is null ? 1 : Kind != other.Kind ? Kind.CompareTo(other.Kind) : Id.CompareTo(other.Id);

    public bool Equals(Ref? other) => ReferenceEquals(this, other) || (other is not null && Kind == other.Kind && Id.Equals(other.Id));

    public override int GetHashCode() => (Id.GetHashCode() * 31) + (int)Kind;

    /// <summary>The path of the record's page below the site's root, such as <c>/actors/ilan-doro/</c>.</summary>
    public string Path => $"/{Folder(Kind)}/{Id.Value}/";

    /// <summary>The folder of a kind, in the record and on the site: <c>articles</c>, <c>actors</c>, ...</summary>
    public static string Folder(Kind kind) => kind switch
    {
        Kind.Article => "articles",
        Kind.Actor => "actors",
        Kind.Topic => "topics",
        Kind.Place => "places",
        Kind.Event => "events",
        Kind.Source => "sources",
        _ => "claims",
    };

    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()} {Id.Value}";
}
