using System.Collections.Immutable;
using Model;

namespace Generator.Suggesting;

/// <summary>Something that was guessed, and how sure the guess is.</summary>
public readonly record struct Suggested<T>(T Value, Certainty Cert);

/// <summary>A record that does not exist yet and that a draft refers to.</summary>
public sealed record Stub(Id Id, ActorType Type, string Name, string? WeakAlias, Certainty Cert);

/// <summary>A passage of a draft. <paramref name="Nth"/>: which of the places where the words stand; 0 when there is one.</summary>
public sealed record DraftPassage(string Quote, int Nth, Id By, Id? To, Id? Via, string? Verb, bool Direct, Certainty Cert);

/// <summary>A number of a draft that looks like a value of a claim, and who reports it when the text says so. <paramref name="Nth"/> as of a <see cref="DraftPassage"/>.</summary>
public sealed record DraftFigure(string Quote, int Nth, SuggestedFigure Figure, Id? By);

/// <summary>All that a text suggests about the article it is.</summary>
public sealed record ArticleDraft
{
    public required Id Id { get; init; }
    public required Seed Seed { get; init; }

    /// <summary>The reading text that the suggested repairs, skipped lines and roles give.</summary>
    public required ReadingText Text { get; init; }

    public required Suggested<string> Headline { get; init; }

    /// <summary>Whether the headline is the archive's, because the seed has none.</summary>
    public required bool Supplied { get; init; }

    public Suggested<string>? By { get; init; }
    public Suggested<Id>? Source { get; init; }
    public required SuggestedDate Published { get; init; }
    public Suggested<string>? Language { get; init; }
    public Suggested<string>? Dateline { get; init; }
    public Suggested<Id>? Located { get; init; }
    public required ImmutableArray<Repair> Repairs { get; init; }
    public required ImmutableArray<Furniture> Skip { get; init; }
    public required ImmutableArray<RoledLine> Roles { get; init; }
    public Suggested<Genre>? Genre { get; init; }
    public required ImmutableArray<Suggested<Id>> Topics { get; init; }
    public required ImmutableArray<Suggested<Id>> Events { get; init; }
    public required ImmutableArray<Suggested<Id>> Places { get; init; }
    public required ImmutableArray<Suggested<Id>> Actors { get; init; }
    public required ImmutableArray<DraftPassage> Passages { get; init; }
    public required ImmutableArray<DraftFigure> Figures { get; init; }
    public required ImmutableArray<Stub> Stubs { get; init; }
    public required ImmutableArray<NearDuplicate> Duplicates { get; init; }
}
