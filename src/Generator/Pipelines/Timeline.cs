using Generator.Modules;
using Model;

namespace Generator.Pipelines;

/// <summary>Events and articles in the order of time.</summary>
public static class Timeline
{
    public static IEnumerable<PagePlan> Pages(Archive archive)
    {
        yield return new(archive.Site.Url("/timeline/"), () => new TimelinePage(archive.Site, archive.Site.Url("/timeline/"), "Timeline")
        {
            Description = "What happened and what was reported, oldest first.",
            Breadcrumbs = archive.Crumbs(),
            Years = [.. Entries(archive).GroupBy(e => Indexes.Year(e.Date.Value)).Select(g => new Group<TimelineEntry>(g.Key, [.. g]))],
        });
    }

    private static IEnumerable<TimelineEntry> Entries(Archive archive) =>
        ShowParts.OldestFirst(archive.Articles.Select(archive.Entry).Concat(archive.Records.Events.Values.Select(archive.Entry).OfType<TimelineEntry>()));
}
