using System.Collections.Immutable;
using Generator.Modules;
using Generator.Record;
using Model;

namespace Generator.Pipelines;

/// <summary>The topics: what articles are about. Reads <c>input/topics/</c>; gives a page each and their index.</summary>
public static class Topics
{
    // A topic of few articles can have claims that very many report.
    private const int MostSaid = 100;

    public static Topic? Read(RawRecord raw, Desk desk)
    {
        var fields = new Fields(raw.Map, "a topic", desk, raw.Id.Place);
        fields.Requires("name", "what readers will call it");
        var name = fields.Text("name");
        var topic = new Topic
        {
            Id = Id.Shared(raw.Id.Text),
            Name = name ?? "",
            Alias = fields.Texts("alias"),
            Broader = fields.IdList("broader", Kind.Topic),
            Related = fields.IdList("related", Kind.Topic),
            Scope = fields.Text("scope"),
            ExactMatch = Identifiers.Read(fields, "exact_match"),
            Was = fields.OldIds("was", Kind.Topic),
            Notes = fields.Markdown("notes"),
        };
        fields.NoOtherKeys();
        return name is null ? null : topic;
    }

    /// <summary>The index and a page for each topic.</summary>
    public static IEnumerable<PagePlan> Pages(Archive archive)
    {
        var index = new Link("Topics", archive.Site.Url("/topics/"));
        yield return new(index.Url, () => Indexes.ByLetter(archive, Kind.Topic, index.Url, "Topics", "What the articles are about, by name; the number is that of the articles.",
            archive.Records.Topics.Values.Select(t => (t.Ref, t.Scope))));
        foreach (var record in archive.Records.Topics.Keys.Select(id => id.To(Kind.Topic)))
            foreach (var plan in ByTime.Of(archive, record).Plans(archive.Site.Url(record), shown =>
                         shown is null ? PageOf(archive, archive.Records.Topics[record.Id], index) : PageOf(archive, archive.Records.Topics[record.Id], index, shown.Value))) yield return plan;
    }

    private static TopicPage PageOf(Archive archive, Topic topic, Link index)
    {
        var articles = archive.About(topic.Ref);
        var claims = ClaimsOn(archive, topic);
        var part = ByTime.Of(articles);
        var said = Said(archive, topic, claims, part);
        return new(archive.Site, archive.Site.Url(topic.Ref), topic.Name)
        {
            Scope = topic.Scope,
            Description = topic.Scope ?? $"{topic.Name}: {Count.Of(articles.Count, "article")} in the archive.",
            Breadcrumbs = archive.Crumbs(index),
            Feed = articles.Count > 0 ? FeedUrl.Of(archive, topic.Ref) : null,
            RecordFile = archive.FileOf(topic.Ref),
            AlsoCalled = topic.Alias,
            Broader = archive.Links(Kind.Topic, topic.Broader),
            Narrower = [.. archive.PartsOf(topic.Ref).Select(archive.Link)],
            Related = archive.Links(Kind.Topic, topic.Related.Concat(archive.Records.Topics.Values.Where(t => t.Related.Contains(topic.Id)).Select(t => t.Id).Order()).Distinct()),
            ExactMatch = topic.ExactMatch,
            Notes = topic.Notes,
            Cut = part.LinksFrom(archive.Site.Url(topic.Ref)),
            Story = Story(archive, part.Cut(articles)),
            Actors = archive.Tallies(articles, Kind.Actor),
            Claims = [.. claims.Select(archive.ClaimCard)],
            Said = archive.Utterances(said.TakeLast(MostSaid)),
            AllSaid = said.Count,
            Passages = [.. part.Cut(archive.Identified(topic.Ref)).Select(archive.Reference)],
            Articles = archive.NewestFirst(part.Cut(articles)),
        };
    }

    private static TopicPage PageOf(Archive archive, Topic topic, Link index, Period period)
    {
        var (self, part) = (archive.Link(topic.Ref), ByTime.Of(archive, topic.Ref, period));
        var articles = part.Cut(archive.About(topic.Ref));
        var said = Said(archive, topic, ClaimsOn(archive, topic), part);
        return new(archive.Site, part.UrlOf(self.Url), part.TitleOf(topic.Name))
        {
            Description = $"{topic.Name} in {period.Words}: {Count.Of(part.All(archive.About(topic.Ref)).Count, "article")} in the archive.",
            Breadcrumbs = part.Crumbs(archive, self, index),
            RecordFile = archive.FileOf(topic.Ref),
            Cut = part.LinksFrom(self.Url),
            Story = Story(archive, articles),
            Said = archive.Utterances(said.TakeLast(MostSaid)),
            AllSaid = said.Count,
            Passages = [.. part.Cut(archive.Identified(topic.Ref)).Select(archive.Reference)],
            Articles = archive.NewestFirst(articles),
        };
    }

    private static ImmutableArray<TimelineEntry> Story(Archive archive, IEnumerable<Article> articles) => ShowParts.OldestFirst(
        articles.Select(archive.Entry).Concat(articles.SelectMany(a => a.Events).Distinct().Select(id => archive.Entry(archive.Records.Events[id])).OfType<TimelineEntry>()));

    private static List<Id> ClaimsOn(Archive archive, Topic topic) =>
        [.. archive.Records.Claims.Values.Where(c => c.Topics.Contains(topic.Id)).OrderBy(c => c.Text, StringComparer.Ordinal).ThenBy(c => c.Id).Select(c => c.Id)];

    private static List<Passage> Said(Archive archive, Topic topic, List<Id> claims, ByTime part) =>
        [.. part.CutTogether(p => p.Annotation.Said is not null, [.. claims.SelectMany(c => new[] { archive.StancesOn(c), archive.ValuesOf(c) }), archive.Identified(topic.Ref)])];
}
