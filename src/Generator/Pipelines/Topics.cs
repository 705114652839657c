using Generator.Modules;
using Generator.Record;
using Model;

namespace Generator.Pipelines;

/// <summary>The topics: what articles are about. Reads <c>input/topics/</c>; gives a page each and their index.</summary>
public static class Topics
{
    public static Topic? Read(RawRecord raw, Desk desk)
    {
        var fields = new Fields(raw.Map, "a topic", desk, raw.Id.Place);
        fields.Requires("name", "what readers will call it");
        var name = fields.Text("name");
        var topic = new Topic
        {
            Id = new(raw.Id.Text),
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
        foreach (var id in archive.Records.Topics.Keys) yield return new(archive.Site.Url(new Ref(Kind.Topic, id)), () => PageOf(archive, archive.Records.Topics[id], index));
    }

    private static TopicPage PageOf(Archive archive, Topic topic, Link index)
    {
        var articles = archive.About(topic.Ref);
        var claims = archive.Records.Claims.Values.Where(c => c.Topics.Contains(topic.Id)).OrderBy(c => c.Text, StringComparer.Ordinal).ThenBy(c => c.Id).Select(c => c.Id).ToList();
        var events = articles.SelectMany(a => a.Events).Distinct().Select(id => archive.Entry(archive.Records.Events[id])).OfType<TimelineEntry>();
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
            Story = ShowParts.OldestFirst(articles.Select(archive.Entry).Concat(events)),
            Actors = archive.Tallies(articles.SelectMany(a => archive.FeaturesOf(a.Id)).Where(r => r.Kind == Kind.Actor)),
            Claims = [.. claims.Select(archive.ClaimCard)],
            Said = archive.Utterances(claims.SelectMany(c => archive.StancesOn(c).Concat(archive.ValuesOf(c))).Concat(archive.Identified(topic.Ref)).Where(p => p.Annotation.Said is not null)
                .Distinct().OrderBy(p => p.Article.Published.Value).ThenBy(p => p.Article.Id).ThenBy(p => p.Annotation.Anchor.Start)),
            Passages = [.. archive.Identified(topic.Ref).Select(archive.Reference)],
            Articles = archive.NewestFirst(articles),
        };
    }
}
