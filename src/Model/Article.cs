using System.Collections.Immutable;

namespace Model;

/// <summary>What kind of journalism an article is (schema.org's subtypes of NewsArticle).</summary>
public enum Genre { Reportage, Analysis, Opinion, Background }

/// <summary>How much of a text the site shows: all of it, only its annotated passages, or none.</summary>
public enum Publication { Full, Excerpt, Metadata }

/// <summary>How one article stands to another (CiTO); each has an inverse, which the archive derives.</summary>
public enum RelationVerb { Updates, Corrects, Confirms, Disputes, Qualifies, DisagreesWith, GetsBackgroundFrom }

/// <summary>
/// One article: the text of its seed, what the editors recorded of it, and the annotations anchored in it.
/// Everything the archive works out from several records (mentions, relations from elsewhere) is in <see cref="Archive"/>.
/// </summary>
public sealed record Article
{
    public required Id Id { get; init; }
    public required Seed Seed { get; init; }

    /// <summary>The text as readers get it. A headline that the seed begins with is its first block.</summary>
    public required ReadingText Text { get; init; }

    public required Stated<string> Headline { get; init; }
    public Stated<string>? By { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>The publisher, a <see cref="Kind.Source"/>.</summary>
    public required Stated<Id> Source { get; init; }

    /// <summary>The agency or outlet that the text was taken from, when another: a <see cref="Kind.Source"/>.</summary>
    public Stated<Id>? Origin { get; init; }

    public required Stated<Edtf> Published { get; init; }
    public Stated<Edtf>? Modified { get; init; }
    public Stated<Edtf>? Accessed { get; init; }
    public Stated<WebAddress>? Url { get; init; }
    public ArchivedCopy? Archived { get; init; }
    public Stated<string>? Dateline { get; init; }

    /// <summary>Where it was written, a <see cref="Kind.Place"/>.</summary>
    public Stated<Id>? Located { get; init; }

    public Stated<Genre>? Genre { get; init; }
    public Publication Publish { get; init; } = Publication.Full;
    public string? UsageTerms { get; init; }

    /// <summary>The archive's own words, never the article's.</summary>
    public string? Summary { get; init; }

    /// <summary>In the editor's order; so are the next four.</summary>
    public ImmutableArray<Id> Topics { get; init; } = [];
    public ImmutableArray<Id> Events { get; init; } = [];
    public ImmutableArray<Id> Places { get; init; } = [];
    public ImmutableArray<Participation> Actors { get; init; } = [];
    public ImmutableArray<Relation> Relations { get; init; } = [];

    /// <summary>By their start in the text, the longer first.</summary>
    public ImmutableArray<Annotation> Annotations { get; init; } = [];

    /// <summary>The words that the editors decided need no annotation, in their order.</summary>
    public ImmutableArray<Waiver> Waivers { get; init; } = [];

    /// <summary>Which words of the body carry which words of the headline; null when the editor has not looked.</summary>
    public ImmutableArray<HeadlineSupport>? HeadlineSupport { get; init; }

    /// <summary>Old ids, whose addresses redirect here.</summary>
    public ImmutableArray<Id> Was { get; init; } = [];

    public Html Notes { get; init; }

    public Ref Ref => new(Kind.Article, Id);
}

/// <summary>A kept copy of a page and the day it was kept (Robust Links).</summary>
public sealed record ArchivedCopy(WebAddress Url, Edtf? Date);

/// <summary>An actor in an article, with the role it has there where the editor gave one.</summary>
public sealed record Participation(Id Actor, string? Role);

/// <summary>This article updates, corrects, ... <paramref name="Article"/>, perhaps only as to the claim <paramref name="On"/>.</summary>
public sealed record Relation(RelationVerb Verb, Id Article, Id? On);

/// <summary>Words of the headline, and the passage of the body that carries them.</summary>
public sealed record HeadlineSupport(string Part, Anchor Anchor);
