using System.Collections.Immutable;

namespace Model;

/// <summary>The front page.</summary>
public sealed record HomePage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    /// <summary>How many of each the archive holds: articles, passages, actors, ... in the order to show.</summary>
    public required ImmutableArray<Tally> Counts { get; init; }
    public required ImmutableArray<ArticleCard> Newest { get; init; }

    /// <summary>The stories in it: topics with their articles counted, most first.</summary>
    public required ImmutableArray<Tally> Stories { get; init; }
    public required ImmutableArray<Tally> Actors { get; init; }

    /// <summary>Who speaks most: actors with their utterances counted.</summary>
    public required ImmutableArray<Tally> Speakers { get; init; }

    /// <summary>The claims on which sources differ.</summary>
    public required ImmutableArray<ClaimCard> Disagreements { get; init; }

    /// <summary>What happened and what was reported last, oldest first; empty when the archive has no dates.</summary>
    public ImmutableArray<TimelineEntry> Timeline { get; init; } = [];

    /// <summary>The deadlines that were set last, newest first.</summary>
    public required ImmutableArray<DeadlineRow> Deadlines { get; init; }

    /// <summary>A passage that shows what the archive does: somebody's own words that came through somebody else, else any own words; null without one.</summary>
    public required Utterance? Example { get; init; }
}

/// <summary>The search, and for those without JavaScript the ways into the archive: lists of years, topics, ... with their articles counted.</summary>
public sealed record SearchPage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    /// <summary>The folder of the index, which <c>search.js</c> reads.</summary>
    public required Url Index { get; init; }
    public required ImmutableArray<Group<Tally>> Ways { get; init; }
}

/// <summary>The list of articles, newest first, a group for each year.</summary>
public sealed record ArticlesPage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    public required ImmutableArray<Group<ArticleCard>> Groups { get; init; }
}

/// <summary>The list of one kind of record.</summary>
public sealed record IndexPage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    public required Kind Kind { get; init; }

    /// <summary>What the list holds and how it is sorted, in a sentence.</summary>
    public required string Order { get; init; }
    public required ImmutableArray<Group<IndexEntry>> Groups { get; init; }
}

/// <summary>A record in a list: its name, a few words about it, and how many articles it is in.</summary>
public sealed record IndexEntry(Link To, string? Detail, Stated<Edtf>? Date, int Articles);

/// <summary>The list of claims, figures and statements apart.</summary>
public sealed record ClaimsPage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    public required ImmutableArray<Group<ClaimCard>> Kinds { get; init; }
}

/// <summary>Every quotation, by speaker.</summary>
public sealed record QuotationsPage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    /// <summary>Whether the words themselves are shown; else they stand on the pages of their speakers.</summary>
    public bool InFull { get; init; } = true;

    /// <summary>By the speaker's sort name.</summary>
    public required ImmutableArray<SpeakerGroup> Speakers { get; init; }
}

/// <summary>What one speaker said, in their own words and reported, oldest first.</summary>
public sealed record SpeakerGroup(ChainLink Speaker, string Fragment, ImmutableArray<Utterance> Direct, ImmutableArray<Utterance> Reported, int AllDirect, int AllReported);

/// <summary>Events and articles in the order of time, oldest first, a group for each year.</summary>
public sealed record TimelinePage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    public required ImmutableArray<Group<TimelineEntry>> Groups { get; init; }
}

/// <summary>Something with a date: <paramref name="Kind"/> says whether it is an event or an article.</summary>
public sealed record TimelineEntry(Stated<Edtf> Date, Kind Kind, Link To, string? Detail);

/// <summary>A hand-written page, perhaps followed by something the archive worked out.</summary>
public sealed record WrittenPage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    public required Html Body { get; init; }

    /// <summary>On the method page: every value that was inferred, by article.</summary>
    public ImmutableArray<Group<Inference>> Inferences { get; init; } = [];
}

/// <summary>A value an editor inferred, and why: <paramref name="Field"/> such as <c>published</c>.</summary>
public sealed record Inference(string Field, string Value, Link Where, Provenance Provenance);

/// <summary>The meaning of each problem code.</summary>
public sealed record ProblemCodesPage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    public required ImmutableArray<CodeExplained> Codes { get; init; }
}

/// <summary>A problem code, what it is called, and a paragraph on why it is a problem and how to mend it.</summary>
public sealed record CodeExplained(string Code, string Name, string Paragraph);

/// <summary>What the host shows for an address that does not exist, at any depth.</summary>
public sealed record NotFoundPage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    public required ImmutableArray<Link> Starts { get; init; }
}

/// <summary>The page at an old address.</summary>
public sealed record RedirectPage(Site Site, Url Url, string Title, Link To) : Page(Site, Url, Title);
