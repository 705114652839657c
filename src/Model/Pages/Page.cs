using System.Collections.Immutable;

namespace Model;

/// <summary>
/// One page of the site: everything that it shows, as values, so that rendering it needs nothing else and two equal values give the
/// same bytes. A pipeline makes it, the theme draws it.
/// </summary>
/// <param name="Site">The archive it belongs to.</param>
/// <param name="Url">Its own address.</param>
/// <param name="Title">Its h1 and, with the site's title, its title; plain text.</param>
public abstract record Page(Site Site, Url Url, string Title)
{
    /// <summary>One sentence for search engines and share cards; may be null.</summary>
    public string? Description { get; init; }

    /// <summary>From the home page down to the page's parent; empty on the home page.</summary>
    public ImmutableArray<Link> Breadcrumbs { get; init; } = [];

    /// <summary>The feed of what the page is about, or null.</summary>
    public Url? Feed { get; init; }

    /// <summary>How many entries the first page of a list shows that is too long for one page.</summary>
    public const int NewestShown = 20;

    /// <summary>Of a list too long for one page: which part of it is here, and where the rest is.</summary>
    public PageCut Cut { get; init; } = PageCut.None;

    /// <summary>Whether a list on this page that shows so many entries may have older ones, on other pages.</summary>
    public bool ShowsNewestOf(int shown) => Cut.ShowsNewest && shown >= NewestShown;

    /// <summary>The file of the record the page is made from, relative to the root, for "edit this record"; null for derived pages.</summary>
    public string? RecordFile { get; init; }
}

/// <summary>
/// How a list too long for one page is cut by time. <paramref name="Shown"/>: the year or month that a page is for; the first page is for none. <paramref name="ShowsNewest"/>: each list has its newest entries here, and the
/// others stand on the pages that this one leads to. <paramref name="Years"/>: the pages of all years, newest first; none of a list that is whole. <paramref name="Months"/>: those of the months of the year, when it is cut too.
/// </summary>
public sealed record PageCut(Period? Shown, bool ShowsNewest, ImmutableArray<Link> Years, ImmutableArray<Link> Months)
{
    public static readonly PageCut None = new(null, false, [], []);

    /// <summary>What the pages are for to which one leads that shows the newest entries.</summary>
    public string LeadsTo => Shown is null ? "years" : "months";
}

/// <summary>Words that lead to a page of the site.</summary>
public sealed record Link(string Text, Url Url)
{
    /// <summary>Of an article: the title is the archive's, because the text has none.</summary>
    public bool IsSupplied { get; init; }
}

/// <summary>A link, and how many of the listed things stand behind it.</summary>
public sealed record Tally(Link To, int Count);

/// <summary>The records that have most of the listed things behind them, most first, and how many have any.</summary>
public sealed record Tallied(ImmutableArray<Tally> Most, int All)
{
    public static readonly Tallied None = new([], 0);

    /// <summary>A page shows so many: who is in thousands of articles is so with thousands of others, nearly all of them once.</summary>
    public const int Shown = 50;
}

/// <summary>An article as a list shows it.</summary>
public sealed record ArticleCard(Link Article, string Language, Stated<Edtf> Published, Link Source, string? Summary, Genre? Genre);

/// <summary>
/// Words in the sentence they stand in: the sentence up to them, they, the rest of it. BCP 47 <paramref name="Language"/>. Of an article whose
/// text may not be shown in full only <paramref name="Words"/> is filled.
/// </summary>
public sealed record Excerpt(string Before, string Words, string After, string Language)
{
    /// <summary>What stands for words that may not be shown.</summary>
    public const string Withheld = "[…]";

    public bool IsWithheld => Words == Withheld;
}

/// <summary>
/// A passage of an article as another page refers to it: its sentence, the article with date and source, its address, and the line of the raw seed it begins on,
/// from 1; null where the site may not show the seed.
/// </summary>
public sealed record Reference(Excerpt Excerpt, ArticleCard Article, Url Url, int? SeedLine)
{
    /// <summary>The line of the raw seed on the article's page.</summary>
    public Url? Seed => SeedLine is { } line ? Article.Article.Url.AtSeedLine(line) : null;
}

/// <summary>One who passed something on: an actor, a source or, last, the publisher.</summary>
public sealed record ChainLink(Link Who, bool IsUnnamed);

/// <summary>
/// The way of some words from the speaker to the reader: the speaker, those through whom, the article's origin if it has another, its publisher.
/// Never fewer than two links.
/// </summary>
public sealed record Chain(ImmutableArray<ChainLink> Links, ImmutableArray<Link> To, bool Direct, string? Verb, Certainty? Cert)
{
    public ChainLink Speaker => Links[0];
}

/// <summary>Something somebody is quoted or reported to have said, and where.</summary>
public sealed record Utterance(Reference Where, Chain Chain);

/// <summary>A reported value in the words of its ledger: <paramref name="Text"/> such as <c>48 people</c>, <c>more than 400</c>, <c>10 to 12</c>.</summary>
public sealed record ReportedValue(string Text, Stated<Edtf>? AsOf, Rank Rank);

/// <summary>A heading and what stands under it.</summary>
public sealed record Group<T>(string Heading, ImmutableArray<T> Items);
