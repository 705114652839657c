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

    /// <summary>What a page of a list shows of what these articles say: the first or only page, or that of a year.</summary>
    public static ByYear Of(Filed<Article> articles, string? year = null) => articles.Count <= Most ? new(year, []) : new(year, [.. articles.Years.Reverse()]);

    /// <summary>The same of all articles, for who need not know more of these.</summary>
    public static ByYear OfAll(Archive archive, string? year = null) => archive.ReadAsOne(Whole.Years, () => Of(archive.OldestFirst, year));

    /// <summary>The same of the articles about a record, for who need not know more of these.</summary>
    public static ByYear Of(Archive archive, Ref record, string? year = null) => archive.ReadAsOne(Part.Pages, record, () => Of(archive.About(record), year));

    /// <summary>The first page of the list, for which <paramref name="page"/> is given null, and the pages of its years.</summary>
    public IEnumerable<PagePlan> Plans(Url first, Func<string?, Page> page) =>
        [new(first, () => page(null)), .. Years.Select(year => new PagePlan(UrlOf(first, year), () => page(year)) { Time = year })];

    /// <summary>The entries that the page shows, in their order, which is oldest first.</summary>
    public IReadOnlyList<T> Cut<T>(Filed<T> entries) => Year is not null ? entries.Of(Year) : Years.IsEmpty ? entries : Newest(entries, _ => true);

    /// <summary>The same of those entries alone that <paramref name="count"/> says count.</summary>
    public IReadOnlyList<T> Cut<T>(Filed<T> entries, Func<T, bool> count) =>
        Year is null && !Years.IsEmpty ? Newest(entries, count) : [.. (Year is null ? entries : entries.Of(Year)).Where(count)];

    /// <summary>The entries that the page shows of several lists, each passage once, oldest first.</summary>
    public IEnumerable<Passage> CutTogether(Func<Passage, bool> count, params ReadOnlySpan<Filed<Passage>> lists)
    {
        var together = new HashSet<Passage>();
        foreach (var list in lists)
            foreach (var passage in Cut(list, count)) together.Add(passage);
        var inOrder = together.OrderBy(p => p.Article.Listed.Published).ThenBy(p => p.Article.Id).ThenBy(p => p.Annotation.Anchor.Start);
        return Year is null && !Years.IsEmpty ? inOrder.TakeLast(Page.NewestShown) : inOrder;
    }

    private static List<T> Newest<T>(IReadOnlyList<T> entries, Func<T, bool> count)
    {
        var newest = new List<T>(Page.NewestShown);
        for (var i = entries.Count - 1; i >= 0 && newest.Count < Page.NewestShown; i--)
            if (count(entries[i])) newest.Add(entries[i]);
        newest.Reverse();
        return newest;
    }

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
}
