using System.Collections.Immutable;

namespace Model;

/// <summary>An actor: who it is, what it said, what was said of it.</summary>
public sealed record ActorPage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    public required ActorType Type { get; init; }
    public string? Summary { get; init; }

    /// <summary>Other names: aliases, weak aliases, previous names, in that order.</summary>
    public ImmutableArray<string> AlsoCalled { get; init; } = [];
    public ImmutableArray<PositionShown> Positions { get; init; } = [];
    public ImmutableArray<Link> PartOf { get; init; } = [];
    public ImmutableArray<Link> Parts { get; init; } = [];
    public ImmutableArray<Link> DifferentFrom { get; init; } = [];
    public ImmutableArray<string> SameAs { get; init; } = [];
    public Html Notes { get; init; }

    /// <summary>The oldest and the newest article about it; both null without one.</summary>
    public Edtf? CoveredFrom { get; init; }
    public Edtf? CoveredTo { get; init; }

    /// <summary>How many articles are about it; the list of them may be cut by year.</summary>
    public int AllArticles { get; init; }

    /// <summary>In its own words, oldest first; so are the next two.</summary>
    public ImmutableArray<Utterance> Direct { get; init; } = [];
    public ImmutableArray<Utterance> Reported { get; init; } = [];

    /// <summary>What it passed on from others.</summary>
    public ImmutableArray<Utterance> PassedOn { get; init; } = [];
    public ImmutableArray<StanceTaken> Stances { get; init; } = [];

    /// <summary>The concordance: each mention in its sentence, oldest first.</summary>
    public ImmutableArray<Reference> Mentions { get; init; } = [];

    /// <summary>Its concordance; null when no text names it.</summary>
    public Link? Concordance { get; init; }

    /// <summary>What the publishers call it; null when they all use the same words.</summary>
    public Naming? Naming { get; init; }

    /// <summary>In how many articles together with whom, most first.</summary>
    public Tallied With { get; init; } = Tallied.None;
    public ImmutableArray<Tally> Topics { get; init; } = [];
    public ImmutableArray<Link> Events { get; init; } = [];
    public ImmutableArray<Link> Claims { get; init; } = [];

    /// <summary>Newest first.</summary>
    public ImmutableArray<ArticleCard> Articles { get; init; } = [];
}

/// <summary>An office as the actor's page shows it.</summary>
public sealed record PositionShown(string Title, Link? Of, Edtf? From, Edtf? To);

/// <summary>A position that an actor takes on a claim, with its words.</summary>
public sealed record StanceTaken(Link Claim, Position Is, Utterance Said);

/// <summary>A topic: its place in the scheme and the story so far.</summary>
public sealed record TopicPage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    public string? Scope { get; init; }
    public ImmutableArray<string> AlsoCalled { get; init; } = [];
    public ImmutableArray<Link> Broader { get; init; } = [];
    public ImmutableArray<Link> Narrower { get; init; } = [];
    public ImmutableArray<Link> Related { get; init; } = [];
    public ImmutableArray<string> ExactMatch { get; init; } = [];
    public Html Notes { get; init; }

    /// <summary>The story so far, oldest first.</summary>
    public ImmutableArray<TimelineEntry> Story { get; init; } = [];
    public Tallied Actors { get; init; } = Tallied.None;
    public ImmutableArray<ClaimCard> Claims { get; init; } = [];

    /// <summary>What is said on it, oldest first: the newest of <see cref="AllSaid"/>, which stand with the claims on it and among the passages.</summary>
    public ImmutableArray<Utterance> Said { get; init; } = [];
    public int AllSaid { get; init; }

    /// <summary>Passages that an annotation says are about it.</summary>
    public ImmutableArray<Reference> Passages { get; init; } = [];
    public ImmutableArray<ArticleCard> Articles { get; init; } = [];
}

/// <summary>A place: where it lies, what happened there, where it is named.</summary>
public sealed record PlacePage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    public string? Summary { get; init; }
    public ImmutableArray<string> AlsoCalled { get; init; } = [];

    /// <summary>The places that contain it, the nearest first.</summary>
    public ImmutableArray<Link> In { get; init; } = [];
    public ImmutableArray<Link> Contains { get; init; } = [];
    public GeoPoint? Geo { get; init; }
    public ImmutableArray<string> SameAs { get; init; } = [];
    public Html Notes { get; init; }
    public ImmutableArray<TimelineEntry> Events { get; init; } = [];
    public Naming? Naming { get; init; }
    public ImmutableArray<Reference> Mentions { get; init; } = [];
    public Tallied Actors { get; init; } = Tallied.None;
    public ImmutableArray<ArticleCard> Articles { get; init; } = [];
}

/// <summary>An event: all coverage of it side by side.</summary>
public sealed record EventPage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    public Stated<Edtf>? Date { get; init; }
    public Link? Place { get; init; }
    public ImmutableArray<Link> Organizer { get; init; } = [];
    public ImmutableArray<Link> Involved { get; init; } = [];
    public Link? PartOf { get; init; }
    public ImmutableArray<Link> Parts { get; init; } = [];
    public string? Summary { get; init; }
    public Html Notes { get; init; }

    /// <summary>Each article that covers it, oldest first, with its passages about it in the order of the text.</summary>
    public ImmutableArray<Coverage> Coverage { get; init; } = [];
}

/// <summary>What one article says of something.</summary>
public sealed record Coverage(ArticleCard Article, ImmutableArray<Reference> Passages);

/// <summary>A source: what it published and from whom it has it.</summary>
public sealed record SourcePage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    public required SourceType Type { get; init; }
    public WebAddress? Home { get; init; }
    public string? Country { get; init; }
    public string? UsageTerms { get; init; }
    public string? Summary { get; init; }
    public ImmutableArray<string> SameAs { get; init; } = [];
    public Html Notes { get; init; }

    /// <summary>What it published itself, newest first.</summary>
    public ImmutableArray<ArticleCard> Articles { get; init; } = [];

    /// <summary>Where its articles were taken from, and whose articles were taken from it.</summary>
    public ImmutableArray<Tally> Origins { get; init; } = [];
    public ImmutableArray<ArticleCard> OriginOf { get; init; } = [];

    /// <summary>The unnamed sources its articles rest on.</summary>
    public ImmutableArray<Tally> Unnamed { get; init; } = [];

    /// <summary>What others pass on from it, oldest first.</summary>
    public ImmutableArray<Utterance> Cited { get; init; } = [];

    /// <summary>Of the claims its articles report, how many no other source reports.</summary>
    public int SingleSourceClaims { get; init; }
    public int ReportedClaims { get; init; }
    public Naming? Naming { get; init; }
    public ImmutableArray<Reference> Mentions { get; init; } = [];
}

/// <summary>A claim: the ledger of a figure, or who stands where on a statement.</summary>
public sealed record ClaimPage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    public required ClaimKind Kind { get; init; }
    public string? Unit { get; init; }
    public string? Summary { get; init; }
    public ImmutableArray<Link> About { get; init; } = [];
    public ImmutableArray<Link> Topics { get; init; } = [];
    public Html Notes { get; init; }

    /// <summary>By as-of date (the article's date where none is given), then by article, then by place in the text.</summary>
    public ImmutableArray<LedgerRow> Values { get; init; } = [];

    /// <summary>The same values drawn over time; null when there is nothing to compare.</summary>
    public LedgerChart? Chart { get; init; }

    /// <summary>Who the standing values or the positions go back to, most reports first.</summary>
    public ImmutableArray<OriginShown> Origins { get; init; } = [];

    /// <summary>How the values or positions stand to each other.</summary>
    public Agreement Agreement { get; init; }

    /// <summary>How many different values stand in the ledger, those that were corrected or are deprecated left out.</summary>
    public int DifferentValues { get; init; }

    /// <summary>The actors who take a position, by name, each with its positions, oldest first.</summary>
    public ImmutableArray<StanceRow> Stances { get; init; } = [];

    /// <summary>The actors a statement is about that take no position in any article, by name.</summary>
    public ImmutableArray<Link> Silent { get; init; } = [];

    /// <summary>Relations between articles that are about this claim.</summary>
    public ImmutableArray<ScopedRelation> Relations { get; init; } = [];
}

/// <summary>One value of a ledger: its words, its chain, and the passages it corrects or is corrected by.</summary>
public sealed record LedgerRow(ReportedValue Value, Chain? Chain, Reference Where, Link? Corrects, Link? CorrectedBy);

/// <summary>
/// An origin of reports: who is said to know it; <paramref name="NamesNobody"/>: the reports name no speaker, so they go back to the agency or publisher.
/// </summary>
public sealed record OriginShown(ChainLink Who, bool NamesNobody, ImmutableArray<ReportShown> Reports);

/// <summary>A report of an origin: its words, its article, where that was taken from, and the words' chain where they have one.</summary>
public sealed record ReportShown(Link Words, ArticleCard Article, Link? TakenFrom, Chain? Chain);

/// <summary>One actor's positions on a statement.</summary>
public sealed record StanceRow(Link Actor, ImmutableArray<StanceHeld> Held);

/// <summary>A position at the words that take it.</summary>
public sealed record StanceHeld(Position Is, Utterance Said);

/// <summary>An article that stands to another in some way as to one claim.</summary>
public sealed record ScopedRelation(ArticleCard From, string Verb, ArticleCard To);

/// <summary>
/// A claim as a list shows it: its values, the smallest first, or positions, from how many articles, and how they stand to each other. Of more than <see cref="MostValues"/> values, of which there are
/// <paramref name="DifferentValues"/>, it has the smallest and the largest alone.
/// </summary>
public sealed record ClaimCard(Link Claim, ClaimKind Kind, ImmutableArray<string> Values, int DifferentValues, int Articles, Agreement Agreement)
{
    public const int MostValues = 24;
}
