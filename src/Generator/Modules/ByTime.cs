using System.Collections.Immutable;
using System.Globalization;
using Generator.Record;
using Model;

namespace Generator.Modules;

/// <summary>A year that a list is cut by, and its months, the newest first and those of no month last; none when the year has a page alone.</summary>
public readonly record struct CutYear(string Heading, ImmutableArray<int> Months);

/// <summary>
/// How much of a list a page shows. A list of many articles, or of what they say, is cut into pages of one year each, and a year of very many into pages of its months, so that a page can be read and an edit changes
/// few of them. The first page then shows the newest entries and leads to the years, and so does that of a year which is cut.
/// </summary>
/// <param name="Shown">The year or month that the page is for; null for the first or only page.</param>
/// <param name="Years">All years of the list, newest first; empty when it is not cut.</param>
public sealed record ByTime(Period? Shown, ImmutableArray<CutYear> Years)
{
    /// <summary>Lists of more articles than this are cut, and the years that have more than so many of them.</summary>
    public const int Most = 100, MostOfYear = 200;

    /// <summary>Whether the page leads to others that hold what it does not show.</summary>
    public bool ShowsNewest => Shown is { } shown ? shown.Month is null && !MonthsOf(shown.Year).IsEmpty : !Years.IsEmpty;

    /// <summary>What a page of a list shows of what these articles say: the first or only page, or that of a period.</summary>
    public static ByTime Of(Filed<Article> articles, Period? shown = null) => new(shown, articles.Count <= Most ? [] : [.. articles.Years.Reverse().Select(year => new CutYear(year, MonthsOf(articles.Of(year))))]);

    /// <summary>The same of all articles, for who need not know more of these.</summary>
    public static ByTime OfAll(Archive archive, Period? shown = null) => archive.ReadAsOne(Whole.Years, () => Of(archive.OldestFirst, shown));

    /// <summary>The same of the articles about a record, for who need not know more of these.</summary>
    public static ByTime Of(Archive archive, Ref record, Period? shown = null) => archive.ReadAsOne(Part.Pages, record, () => Of(archive.About(record), shown));

    private static ImmutableArray<int> MonthsOf(Filed<Article> year) => year.Count <= MostOfYear || year.Months.Count < 2 ? [] : [.. year.Months.OrderDescending()];

    /// <summary>The first page of the list, for which <paramref name="page"/> is given null, and the pages of its years and months.</summary>
    public IEnumerable<PagePlan> Plans(Url first, Func<Period?, Page> page) =>
        Periods().Select(period => new PagePlan(UrlOf(first, period), () => page(period)) { Time = period.Sorted }).Prepend(new(first, () => page(null)));

    /// <summary>The years, and behind each its months.</summary>
    public IEnumerable<Period> Periods()
    {
        foreach (var year in Years)
        {
            yield return new(year.Heading);
            foreach (var month in year.Months) yield return new(year.Heading, month);
        }
    }

    /// <summary>The entries that the page shows, in their order, which is oldest first.</summary>
    public IReadOnlyList<T> Cut<T>(Filed<T> entries) => ShowsNewest ? Newest(All(entries), _ => true) : All(entries);

    /// <summary>The same of those entries alone that <paramref name="count"/> says count.</summary>
    public IReadOnlyList<T> Cut<T>(Filed<T> entries, Func<T, bool> count) => ShowsNewest ? Newest(All(entries), count) : [.. All(entries).Where(count)];

    /// <summary>The entries that the page shows of several lists, each passage once, oldest first.</summary>
    public IEnumerable<Passage> CutTogether(Func<Passage, bool> count, params ReadOnlySpan<Filed<Passage>> lists)
    {
        var together = new HashSet<Passage>();
        foreach (var list in lists)
            foreach (var passage in Cut(list, count)) together.Add(passage);
        var inOrder = together.OrderBy(p => p.Article.Listed.Published).ThenBy(p => p.Article.Id).ThenBy(p => p.Annotation.Anchor.Start);
        return ShowsNewest ? inOrder.TakeLast(Page.NewestShown) : inOrder;
    }

    /// <summary>All entries of the period that the page is for, shown or not.</summary>
    public Filed<T> All<T>(Filed<T> entries) => Shown is { } period ? entries.Of(period) : entries;

    private static List<T> Newest<T>(IReadOnlyList<T> entries, Func<T, bool> count)
    {
        var newest = new List<T>(Page.NewestShown);
        for (var i = entries.Count - 1; i >= 0 && newest.Count < Page.NewestShown; i--)
            if (count(entries[i])) newest.Add(entries[i]);
        newest.Reverse();
        return newest;
    }

    private ImmutableArray<int> MonthsOf(string year)
    {
        foreach (var cut in Years)
            if (cut.Heading == year) return cut.Months;
        return [];
    }

    /// <summary>The address of a period's page below that of the first: <c>2025/</c>, <c>2025/06/</c>, <c>2025/no-month/</c>.</summary>
    public static Url UrlOf(Url first, Period period)
    {
        var year = $"{first.Path}{Slug.Of(period.Year)}/";
        return first with { Path = period.Month switch { null => year, Period.NoMonth => $"{year}no-month/", { } month => string.Create(CultureInfo.InvariantCulture, $"{year}{month:00}/") } };
    }

    /// <summary>The address of the page.</summary>
    public Url UrlOf(Url first) => Shown is { } shown ? UrlOf(first, shown) : first;

    /// <summary>The title of the page.</summary>
    public string TitleOf(string first) => Shown is { } shown ? $"{first}, {shown.Words}" : first;

    /// <summary>The trail to the page; <paramref name="self"/> is the first page.</summary>
    public ImmutableArray<Link> Crumbs(Archive archive, Link self, params ReadOnlySpan<Link> above) => Shown switch
    {
        null => archive.Crumbs(above),
        { Month: null } => [.. archive.Crumbs(above), self],
        { } month => [.. archive.Crumbs(above), self, new(month.Year, UrlOf(self.Url, new Period(month.Year)))],
    };

    /// <summary>What the page says of the cut.</summary>
    public PageCut LinksFrom(Url first) => Years.IsEmpty ? PageCut.None : new(Shown, ShowsNewest,
        [.. Years.Select(y => new Link(y.Heading, UrlOf(first, new Period(y.Heading))))],
        Shown is { } shown ? [.. MonthsOf(shown.Year).Select(m => new Period(shown.Year, m)).Select(m => new Link(Period.NameOf(m.Month!.Value), UrlOf(first, m)))] : []);
}
