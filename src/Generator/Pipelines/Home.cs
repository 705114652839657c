using System.Collections.Immutable;
using Generator.Modules;
using Model;

namespace Generator.Pipelines;

/// <summary>The front page.</summary>
public static class Home
{
    private const int Most = 12, MostEntries = 14, MostNewest = 6, MostDeadlines = 5;

    public static IEnumerable<PagePlan> Pages(Archive archive)
    {
        var site = archive.Site;
        yield return new(site.Url("/"), () => PageOf(archive, site, archive.Records, Speakers.Of(archive)));
    }

    private static HomePage PageOf(Archive archive, Site site, Records records, IReadOnlyList<Speaker> speakers) => new(site, site.Url("/"), site.Title)
    {
        Description = site.Description,
        Feed = FeedUrl.Whole(archive),
        Counts =
        [
            new(new("Articles", site.Url("/articles/")), archive.Articles.Length),
            new(new("Quotations", site.Url("/quotations/")), speakers.Sum(s => s.Sayings)),
            new(new("Actors", site.Url("/actors/")), records.Actors.Count),
            new(new("Topics", site.Url("/topics/")), records.Topics.Count),
            new(new("Places", site.Url("/places/")), records.Places.Count),
            new(new("Events", site.Url("/events/")), records.Events.Count),
            new(new("Sources", site.Url("/sources/")), records.Sources.Count),
            new(new("Claims", site.Url("/claims/")), records.Claims.Count),
        ],
        Newest = [.. archive.Articles.Take(MostNewest).Select(archive.Card)],
        Stories = archive.Tallies(archive.Articles.SelectMany(archive.TopicsOf), Most).Most,
        Actors = archive.Tallies(archive.Articles, Kind.Actor, Most).Most,
        Speakers = archive.Tallies(speakers.Select(s => (s.Who, s.Sayings)), Most).Most,
        Disagreements = [.. records.Claims.Keys.Select(archive.ClaimCard).Where(c => c.Agreement == Agreement.Rival).OrderByDescending(c => c.DifferentValues).ThenByDescending(c => c.Articles).ThenBy(c => c.Claim.Url.Path, StringComparer.Ordinal).Take(Most)],
        Timeline = Timeline.Newest(archive, MostEntries),
        Deadlines = archive.Articles.Length == 0 ? [] : [.. archive.Deadlines.OrderByDescending(p => p.Article.Listed.Published).ThenBy(p => p.Article.Id).ThenBy(p => p.Annotation.Anchor.Start)
            .Take(MostDeadlines).Select(p => archive.Deadline(p, archive.Articles[0].Published.Value))],
        Example = Example(archive),
    };

    /// <summary>From the newest articles: own words that came through others, the longest way first.</summary>
    private static Utterance? Example(Archive archive) => archive.Articles.Take(Most).Where(a => a.Publish == Publication.Full)
        .SelectMany(a => archive.PassagesOf(a)).Where(p => p.Annotation.Said is { Direct: true })
        .OrderByDescending(p => p.Annotation.Said!.Via.Length).Select(archive.Utterance).FirstOrDefault();
}
