using System.Collections.Immutable;

namespace Model;

/// <summary>The register of unnamed sources, by the publisher of the article that rests on them.</summary>
public sealed record UnnamedPage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    public required ImmutableArray<Group<UnnamedSource>> Publishers { get; init; }
}

/// <summary>An unnamed source of one article: what the record says of it, whom it belongs to, what it said and passed on there, in the order of the text.</summary>
public sealed record UnnamedSource(
    Link Actor, string? Summary, ImmutableArray<Link> PartOf, ArticleCard Article, ImmutableArray<Utterance> Said, ImmutableArray<Utterance> PassedOn);

/// <summary>Promises and predictions, by due date.</summary>
public sealed record DeadlinesPage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    /// <summary>The date of the newest article: what was due before it and has no outcome is overdue as far as the archive knows. Null without articles.</summary>
    public required Edtf? KnownUntil { get; init; }
    public required ImmutableArray<DeadlineRow> Deadlines { get; init; }
}

/// <summary>How a deadline stands: settled one way or another, still open, or overdue: past, and no article tells what became of it.</summary>
public enum DeadlineState { Met, Missed, Moved, Open, Overdue }

/// <summary>A deadline with the words that set it, who said them, and the words that tell its outcome.</summary>
public sealed record DeadlineRow(Stated<Edtf> Due, DeadlineState State, Reference Set, Chain? Chain, Reference? Told);

/// <summary>The days that have a page, a group for each year, oldest first.</summary>
public sealed record DaysPage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    public required ImmutableArray<Group<DayEntry>> Groups { get; init; }
}

/// <summary>A day, and how many articles and events stand on it.</summary>
public sealed record DayEntry(Link Day, int Articles, int Events);

/// <summary>
/// What was known at the end of one day from the articles published by then. An article whose date is only known as a range counts from the last
/// day it can mean.
/// </summary>
public sealed record DayPage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    public required Edtf Day { get; init; }

    /// <summary>Whether all that was known is shown; else, in a large archive, what this day added to it.</summary>
    public bool All { get; init; } = true;

    /// <summary>The articles and events that stand on the day.</summary>
    public ImmutableArray<TimelineEntry> OnThisDay { get; init; } = [];

    /// <summary>How many articles had been published by its end, and the newest of them, newest first.</summary>
    public int PublishedByThen { get; init; }
    public ImmutableArray<ArticleCard> Published { get; init; } = [];

    /// <summary>How many figures had a value, and the latest of each, or in a large archive of those reported on the day; by the claim's text.</summary>
    public int KnownFigures { get; init; }
    public ImmutableArray<KnownValue> Values { get; init; } = [];

    /// <summary>How many statements somebody had taken a position on, and the positions on each, or on those spoken of on the day; by the claim's text.</summary>
    public int KnownStatements { get; init; }
    public ImmutableArray<KnownPositions> Positions { get; init; } = [];

    public Link? Earlier { get; init; }
    public Link? Later { get; init; }
}

/// <summary>
/// The latest value of a figure known on a day; <paramref name="LaterCorrected"/> is the passage that corrected it after that day, <paramref name="LaterReported"/> the newest value
/// reported since.
/// </summary>
public sealed record KnownValue(Link Claim, LedgerRow Latest, Link? LaterCorrected, LedgerRow? LaterReported);

/// <summary>The positions on a statement known on a day, each actor with its latest, or in a large archive those taken on the day; by name.</summary>
public sealed record KnownPositions(Link Claim, ImmutableArray<PositionKnown> Held);

/// <summary>An actor's latest position, and the words that take it.</summary>
public sealed record PositionKnown(Link Actor, Position Is, Link Words, ArticleCard Article);

/// <summary>Who is mentioned with whom.</summary>
public sealed record NetworkPage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    /// <summary>The actors of the drawing, most covered first.</summary>
    public required ImmutableArray<NetworkNode> Nodes { get; init; }

    /// <summary>Pairs of them that share two or more articles, most first; indexes into <see cref="Nodes"/>, the lower first.</summary>
    public required ImmutableArray<NetworkEdge> Edges { get; init; }

    /// <summary>How many actors are in more than one article; the drawing may have fewer.</summary>
    public required int Eligible { get; init; }
}

/// <summary>An actor of the drawing, with the number of its articles.</summary>
public sealed record NetworkNode(Link Actor, ActorType Type, int Articles);

/// <summary>How many articles two actors share.</summary>
public readonly record struct NetworkEdge(int From, int To, int Articles);

/// <summary>What nobody has annotated yet, and what was waived.</summary>
public sealed record CoveragePage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    /// <summary>Every article, newest first.</summary>
    public required ImmutableArray<ArticleCoverage> Articles { get; init; }
}

/// <summary>How far an article is annotated: its checkable sentences, and of these the ones that nobody annotated and the ones that an editor waived.</summary>
public sealed record ArticleCoverage(ArticleCard Article, int Checkable, ImmutableArray<SentenceShown> Uncovered, ImmutableArray<SentenceShown> Waived);

/// <summary>A sentence of the raw seed and why it is listed: what in it is to be checked, or the waiver's reason. Of a text that may not be shown only the line.</summary>
public sealed record SentenceShown(string? Text, string Why, int Line, Url Url);
