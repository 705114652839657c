using System.Collections.Immutable;
using Generator.Record;
using Model;

namespace Generator.Modules;

/// <summary>
/// How much of a list a page shows. A list of many articles, or of what they say, is cut into pages of one year each, so that a page can be read and an edit changes few of them; the first
/// page then shows the newest entries and leads to the years.
/// </summary>
/// <param name="Year">The heading of the year that the page is for; null for the first or only page.</param>
/// <param name="Years">All years of the list, newest first; empty when it is not cut.</param>
public sealed record ByYear(string? Year, ImmutableArray<string> Years)
{
    /// <summary>Lists of more articles than this are cut.</summary>
    public const int Most = 100;

    /// <summary>What a page of a list shows of what these articles, a list of the archive in the order of time, say: the first or only page, or that of a year.</summary>
    public static ByYear Of(IReadOnlyList<Article> articles, string? year = null)
    {
        if (articles.Count <= Most) return new(year, []);
        var years = new List<string>();
        foreach (var article in articles)
            if (Of(article) is var heading && (years.Count == 0 || years[^1] != heading)) years.Add(heading);
        if (articles[0].Listed.Published.CompareTo(articles[^1].Listed.Published) < 0) years.Reverse();
        return new(year, [.. years.Distinct()]);
    }

    /// <summary>The first page of the list, for which <paramref name="page"/> is given null, and the pages of its years.</summary>
    public IEnumerable<PagePlan> Plans(Url first, Func<string?, Page> page) =>
        [new(first, () => page(null)), .. Years.Select(year => new PagePlan(UrlOf(first, year), () => page(year)))];

    /// <summary>The entries that the page shows, in their order, which is oldest first.</summary>
    public IEnumerable<T> Cut<T>(IReadOnlyList<T> entries, Func<T, Article> of) =>
        Year is not null ? entries.Where(e => Of(of(e)) == Year) : Years.IsEmpty ? entries : entries.Skip(entries.Count - Page.NewestShown);

    public IEnumerable<Passage> Cut(IReadOnlyList<Passage> passages) => Cut(passages, p => p.Article);

    public IEnumerable<MentionIn> Cut(IReadOnlyList<MentionIn> mentions) => Cut(mentions, m => m.Article);

    public IEnumerable<Article> Cut(IReadOnlyList<Article> articles) => Cut(articles, a => a);

    /// <summary>The address of a year's page below that of the first.</summary>
    public static Url UrlOf(Url first, string year) => first with { Path = $"{first.Path}{Slug.Of(year)}/" };

    /// <summary>The address of the page.</summary>
    public Url UrlOf(Url first) => Year is null ? first : UrlOf(first, Year);

    /// <summary>The title of the page.</summary>
    public string TitleOf(string first) => Year is null ? first : $"{first}, {Year}";

    /// <summary>The trail to the page; <paramref name="self"/> is the first page.</summary>
    public ImmutableArray<Link> Crumbs(Archive archive, Link self, params ReadOnlySpan<Link> above) =>
        Year is null ? archive.Crumbs(above) : [.. archive.Crumbs(above), self];

    /// <summary>The links to the years.</summary>
    public ImmutableArray<Link> Links(Url first) => [.. Years.Select(y => new Link(y, UrlOf(first, y)))];

    private static string Of(Article article) => Indexes.Year(article.Listed.Published);
}
