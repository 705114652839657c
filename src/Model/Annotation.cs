using System.Collections.Immutable;

namespace Model;

/// <summary>The place of an annotation and whose words it is said to be, without what else the editors say there: of the way of the words no more than where it begins.</summary>
public abstract record Mark
{
    /// <summary>Unique in its article, kebab-case; the fragment of its address. The editor's, or derived from the words.</summary>
    public required string Id { get; init; }

    public required Anchor Anchor { get; init; }

    /// <summary>Who said the words; null when nobody is said to have.</summary>
    public abstract Ref? Speaker { get; }

    /// <summary>Whether they are given in the speaker's own words.</summary>
    public abstract bool IsDirect { get; }
}

/// <summary>
/// Something the editors say about exact words of an article (W3C Web Annotation). It may say several things at once:
/// who said the words, which record they mean, a figure, a stance, a deadline, a note.
/// </summary>
public sealed record Annotation : Mark
{
    public Said? Said { get; init; }
    public override Ref? Speaker => Said?.By;
    public override bool IsDirect => Said is { Direct: true };

    /// <summary>The records these words mean (W3C <c>identifying</c>): an actor, a place, a topic, an event.</summary>
    public ImmutableArray<Ref> Identifies { get; init; } = [];

    public Figure? Figure { get; init; }
    public Stance? Stance { get; init; }
    public Deadline? Deadline { get; init; }
    public Html Note { get; init; }

    /// <summary>A motivation of the Web Annotation vocabulary, when the other parts do not say it.</summary>
    public string? Motivation { get; init; }
}

/// <summary>
/// Who said the words (TEI <c>said</c>): <paramref name="By"/> whom, <paramref name="To"/> whom, <paramref name="Via"/> whom, nearest the
/// speaker first, each an actor or a source; whether they are given in the speaker's own words; the reporting verb; how certain that is.
/// The publisher of the article is the last link of every chain and is not repeated in <paramref name="Via"/>.
/// </summary>
public sealed record Said(
    Ref By, ImmutableArray<Ref> To, ImmutableArray<Ref> Via, bool Direct, string? Verb, Certainty? Cert);

/// <summary>How much a reported value counts in its ledger (Wikidata ranks).</summary>
public enum Rank { Preferred, Normal, Deprecated }

/// <summary>
/// A reported value of the claim <paramref name="Of"/>, in the claim's unit: one number, or a range of which one end may be open.
/// <paramref name="Corrects"/> is the annotation whose value this one replaces.
/// </summary>
public sealed record Figure(
    Id Of, decimal? Value, decimal? Min, decimal? Max, decimal? Margin, Stated<Edtf>? AsOf, Rank Rank, PassageRef? Corrects);

/// <summary>An annotation of an article.</summary>
public readonly record struct PassageRef(Id Article, string Annotation);

/// <summary>Where a speaker stands on a claim. <see cref="Declines"/>: asked, and neither confirmed nor denied. Silence is never a position.</summary>
public enum Position { Affirms, Denies, Qualifies, Questions, Declines }

/// <summary>The position that the speaker of the same annotation takes on the claim <paramref name="On"/>.</summary>
public sealed record Stance(Id On, Position Is);

/// <summary>What became of a promise or prediction.</summary>
public enum Settled { Met, Missed, Moved }

/// <summary>A promise or prediction that is due at <paramref name="Due"/>, and its outcome once an article tells it.</summary>
public sealed record Deadline(Stated<Edtf> Due, Outcome? Outcome);

/// <summary>The words of <paramref name="Article"/> at <paramref name="Anchor"/> tell what became of a deadline.</summary>
public sealed record Outcome(Id Article, Anchor Anchor, Settled Is);
