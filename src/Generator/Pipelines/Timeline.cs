using System.Collections.Immutable;
using Generator.Modules;
using Model;

namespace Generator.Pipelines;

/// <summary>Events and articles in the order of time.</summary>
public static class Timeline
{
    public static IEnumerable<PagePlan> Pages(Archive archive)
    {
        var self = new Link("Timeline", archive.Site.Url("/timeline/"));
        return Parts(archive).Plans(self.Url, shown => PageOf(archive, self, shown));
    }

    /// <summary>The last entries, oldest first.</summary>
    public static ImmutableArray<TimelineEntry> Newest(Archive archive, int most)
    {
        var events = archive.Records.Events.Values.Select(archive.Entry).OfType<TimelineEntry>();
        var all = ShowParts.OldestFirst(archive.Articles.Take(most).Select(archive.Entry).Concat(events));
        return [.. all.TakeLast(most)];
    }

    private static TimelinePage PageOf(Archive archive, Link self, Period? shown)
    {
        var part = Parts(archive) with { Shown = shown };
        return new(archive.Site, part.UrlOf(self.Url), part.TitleOf("Timeline"))
        {
            Description = shown is { } period ? $"What happened and what was reported in {period.Words}, oldest first." : "What happened and what was reported, oldest first.",
            Breadcrumbs = part.Crumbs(archive, self),
            Cut = part.LinksFrom(self.Url),
            Groups = [.. Entries(archive, part).GroupBy(e => DateWords.Year(e.Date.Value)).Select(g => new Group<TimelineEntry>(g.Key, [.. g]))],
        };
    }

    /// <summary>The years of the articles and, when these are cut, also those in which only something happened. An entry takes a line, and a year is drawn as one, so it is not cut further.</summary>
    private static ByTime Parts(Archive archive)
    {
        var cut = ByTime.OfAll(archive);
        if (cut.Years.IsEmpty) return cut;
        var ofArticles = archive.ReadAsOne(Whole.Years, () => archive.OldestFirst.Years.Select(y => archive.OldestFirst.Of(y)[0].Listed.Published.FiledUnder).ToList());
        var ofEvents = archive.Records.Events.Values.Select(e => e.Date?.Value).OfType<Edtf>().Select(date => date.FiledUnder);
        return cut with { Years = [.. ofArticles.Concat(ofEvents).Distinct().OrderDescending().Select(year => new CutYear(DateWords.YearFiledUnder(year), []))] };
    }

    /// <summary>The articles that the page shows, and the events: on the page of a year those of that year, on the first page of several those since its first article.</summary>
    private static IEnumerable<TimelineEntry> Entries(Archive archive, ByTime part)
    {
        var articles = part.Cut(archive.OldestFirst);
        var events = archive.Records.Events.Values.Select(archive.Entry).OfType<TimelineEntry>();
        if (part.Shown is { } shown) events = events.Where(e => DateWords.Year(e.Date.Value) == shown.Year);
        else if (!part.Years.IsEmpty) events = events.Where(e => e.Date.Value.CompareTo(articles[0].Published.Value) >= 0);
        return ShowParts.OldestFirst(articles.Select(archive.Entry).Concat(events));
    }
}
