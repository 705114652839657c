using System.Collections.Immutable;

namespace Model;

/// <summary>What an actor is (FollowTheMoney's schemata, with groups, unnamed sources and documents added).</summary>
public enum ActorType { Person, Organization, PublicBody, Country, Group, Anonymous, Document }

/// <summary>
/// Who acts or speaks. <see cref="Alias"/> and <see cref="Name"/> are found in every text (of a Group, Anonymous or Document only the alias);
/// <see cref="WeakAlias"/> counts only where an annotation anchors it.
/// </summary>
public sealed record Actor
{
    public required Id Id { get; init; }
    public required ActorType Type { get; init; }
    public required string Name { get; init; }
    public string? SortName { get; init; }
    public ImmutableArray<string> Alias { get; init; } = [];
    public ImmutableArray<string> WeakAlias { get; init; } = [];
    public ImmutableArray<string> PreviousName { get; init; } = [];
    public string? Summary { get; init; }

    /// <summary>In the editor's order.</summary>
    public ImmutableArray<HeldPosition> Positions { get; init; } = [];

    /// <summary>The larger bodies that this one belongs to, each an <see cref="Kind.Actor"/>.</summary>
    public ImmutableArray<Id> PartOf { get; init; } = [];

    /// <summary>Identifiers elsewhere, as <c>scheme:id</c>.</summary>
    public ImmutableArray<string> SameAs { get; init; } = [];
    public ImmutableArray<Id> DifferentFrom { get; init; } = [];
    public ImmutableArray<Id> Was { get; init; } = [];
    public Html Notes { get; init; }

    public Ref Ref => Id.To(Kind.Actor);

    /// <summary>What lists sort by.</summary>
    public string SortedAs => SortName ?? Name;
}

/// <summary>An office: its title, the body it belongs to, and from when to when it was held.</summary>
public sealed record HeldPosition(string Title, Id? Of, Edtf? From, Edtf? To);

/// <summary>A subject (a SKOS concept). <see cref="Broader"/> and <see cref="Related"/> are topics.</summary>
public sealed record Topic
{
    public required Id Id { get; init; }
    public required string Name { get; init; }
    public ImmutableArray<string> Alias { get; init; } = [];
    public ImmutableArray<Id> Broader { get; init; } = [];
    public ImmutableArray<Id> Related { get; init; } = [];
    public string? Scope { get; init; }
    public ImmutableArray<string> ExactMatch { get; init; } = [];
    public ImmutableArray<Id> Was { get; init; } = [];
    public Html Notes { get; init; }

    public Ref Ref => Id.To(Kind.Topic);
}

/// <summary>A place; <see cref="In"/> is the place that contains it.</summary>
public sealed record Place
{
    public required Id Id { get; init; }
    public required string Name { get; init; }
    public ImmutableArray<string> Alias { get; init; } = [];
    public ImmutableArray<string> WeakAlias { get; init; } = [];
    public Id? In { get; init; }
    public GeoPoint? Geo { get; init; }
    public string? Summary { get; init; }
    public ImmutableArray<string> SameAs { get; init; } = [];
    public ImmutableArray<Id> Was { get; init; } = [];
    public Html Notes { get; init; }

    public Ref Ref => Id.To(Kind.Place);
}

/// <summary>WGS 84, in degrees: latitude -90 to 90, longitude -180 to 180.</summary>
public readonly record struct GeoPoint(decimal Latitude, decimal Longitude);

/// <summary>Something that happened or is planned (schema.org Event).</summary>
public sealed record Event
{
    public required Id Id { get; init; }
    public required string Name { get; init; }
    public Stated<Edtf>? Date { get; init; }
    public Stated<Id>? Place { get; init; }
    public ImmutableArray<Id> Organizer { get; init; } = [];
    public ImmutableArray<Id> Involved { get; init; } = [];
    public Id? PartOf { get; init; }
    public string? Summary { get; init; }
    public ImmutableArray<Id> Was { get; init; } = [];
    public Html Notes { get; init; }

    public Ref Ref => Id.To(Kind.Event);
}

/// <summary>What kind of publisher a source is.</summary>
public enum SourceType { Newspaper, Agency, Broadcaster, Website }

/// <summary>A publisher or agency (schema.org NewsMediaOrganization). Its name and aliases are found in texts as an actor's are.</summary>
public sealed record Source
{
    public required Id Id { get; init; }
    public required string Name { get; init; }
    public required SourceType Type { get; init; }
    public ImmutableArray<string> Alias { get; init; } = [];
    public WebAddress? Url { get; init; }
    public string? Country { get; init; }
    public string? UsageTerms { get; init; }
    public string? Summary { get; init; }
    public ImmutableArray<string> SameAs { get; init; } = [];
    public ImmutableArray<Id> Was { get; init; } = [];
    public Html Notes { get; init; }

    public Ref Ref => Id.To(Kind.Source);
}

/// <summary>Whether a claim is a number that is reported, or a statement that speakers affirm or deny.</summary>
public enum ClaimKind { Figure, Statement }

/// <summary>Something that several articles or speakers report, so that their values or positions can be laid side by side.</summary>
public sealed record Claim
{
    public required Id Id { get; init; }
    public required string Text { get; init; }
    public required ClaimKind Kind { get; init; }
    public string? Unit { get; init; }
    public ImmutableArray<Ref> About { get; init; } = [];
    public ImmutableArray<Id> Topics { get; init; } = [];
    public string? Summary { get; init; }
    public ImmutableArray<Id> Was { get; init; } = [];
    public Html Notes { get; init; }

    public Ref Ref => Id.To(Model.Kind.Claim);
}
