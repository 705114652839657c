using System.Collections.Immutable;
using System.Globalization;
using Generator.Modules;
using Model;

namespace Generator.Pipelines;

/// <summary>The pages of the articles: the list, and each with its annotated text.</summary>
public static class ArticlePages
{
    private const int MostRelated = 8;

    public static IEnumerable<PagePlan> Pages(Archive archive)
    {
        var index = new Link("Articles", archive.Site.Url("/articles/"));
        foreach (var plan in ByTime.OfAll(archive).Plans(index.Url, shown => ListOf(archive, index, shown))) yield return plan;
        foreach (var id in archive.Records.Articles.Keys) yield return new(archive.Site.Url(id.To(Kind.Article)), () => PageOf(archive, archive.Records.Articles[id], index)) { Time = archive.Records.Articles[id].Listed.Published.Text };
    }

    private static ArticlesPage ListOf(Archive archive, Link index, Period? shown)
    {
        var part = ByTime.OfAll(archive, shown);
        return new(archive.Site, part.UrlOf(index.Url), part.TitleOf("Articles"))
        {
            Description = shown is { } period ? $"The articles of {period.Words}, newest first." : "All articles of the archive, newest first.",
            Breadcrumbs = part.Crumbs(archive, index),
            Feed = FeedUrl.Whole(archive),
            Cut = part.LinksFrom(index.Url),
            Groups = [.. part.Cut(archive.OldestFirst).Reverse().GroupBy(a => DateWords.Year(a.Published.Value)).Select(g => new Group<ArticleCard>(g.Key, [.. g.Select(archive.Card)]))],
        };
    }

    private static ArticlePage PageOf(Archive archive, Article article, Link index)
    {
        var (earlier, later) = archive.Neighbours(article.Id);
        var shown = new ShowText(archive, article);
        return new(archive.Site, archive.Site.Url(article.Ref), article.Headline.Value)
        {
            Description = article.Summary ?? $"{archive.NameOf(article.Source.Value.To(Kind.Source))}, {DateWords.Of(article.Published.Value)}, annotated.",
            Breadcrumbs = archive.Crumbs(index),
            RecordFile = archive.FileOf(article.Ref),
            Card = archive.Card(article),
            Headline = article.Headline,
            By = article.By,
            Origin = article.Origin is { } origin ? archive.Link(origin.Value.To(Kind.Source)) : null,
            OriginProvenance = article.Origin?.Provenance,
            SourceProvenance = article.Source.Provenance,
            Modified = article.Modified,
            Accessed = article.Accessed,
            Original = article.Url?.Value,
            Archived = article.Archived,
            Dateline = article.Dateline,
            Located = article.Located is { } place ? archive.Link(place.Value.To(Kind.Place)) : null,
            Publish = article.Publish,
            UsageTerms = article.UsageTerms ?? archive.Records.Sources[article.Source.Value].UsageTerms,
            Text = shown.Paragraphs(),
            HeadlineNotes = shown.HeadlineNotes(),
            Actors = PresentActors(archive, article),
            Topics = archive.Links(Kind.Topic, article.Topics),
            Events = archive.Links(Kind.Event, article.Events),
            Places = archive.Links(Kind.Place, article.Places.Concat(article.Located is { } located ? [located.Value] : []).Distinct()),
            Figures = Figures(archive, article),
            HeadlineSupport = article.Publish != Publication.Full ? [] : [.. (article.HeadlineSupport ?? []).Select(s => new SupportedPart(s.Part, article.Text.Text[s.Anchor.Start..s.Anchor.End].Replace('\n', ' '), s.Anchor.SeedLine))],
            HeadlineSupportChecked = article.HeadlineSupport is not null,
            Relations = [.. archive.RelationsOf(article.Id).Select(r => new RelatedByVerb(Relations.Words(r.Verb, r.Inverse), archive.Card(r.Other), r.On is { } on ? archive.Link(on.To(Kind.Claim)) : null))],
            Related = [.. RelatedArticles.Of(archive, article, MostRelated).Select(r => new RelatedByContent(archive.Card(r.Article), [.. r.Shares.Select(archive.Link)]))],
            Stories = [.. Stories.Of(archive, article).Select(s => new StoryNeighbours(archive.Link(s.Topic.To(Kind.Topic)), s.Earlier is null ? null : archive.Link(s.Earlier.Ref), s.Later is null ? null : archive.Link(s.Later.Ref)))],
            AlsoSaid = [.. Stories.AlsoSaid(archive, article).Select(s => new SaidElsewhere(archive.Link(s.Speaker), archive.Utterances(new[] { s.Earlier, s.Later }.OfType<Passage>())))],
            Earlier = earlier is null ? null : archive.Link(earlier.Ref),
            Later = later is null ? null : archive.Link(later.Ref),
            Notes = article.Notes,
            Seed = shown.Seed(),
            Citations = Cite.Forms(archive, article),
        };
    }

    private static ImmutableArray<PresentActor> PresentActors(Archive archive, Article article)
    {
        var mentions = archive.MentionsIn(article).Where(m => m.Of.Kind == Kind.Actor).GroupBy(m => m.Of).ToDictionary(g => g.Key, g => g.Count());
        var roles = article.Actors.Where(a => a.Role is not null).GroupBy(a => a.Actor).ToDictionary(g => g.Key, g => string.Join(", ", g.Select(p => p.Role)));
        return [.. archive.FeaturesOf(article).Where(r => r.Kind == Kind.Actor)
            .Select(r => new PresentActor(archive.Link(r), archive.Records.Actors[r.Id].Type, roles.GetValueOrDefault(r.Id), mentions.GetValueOrDefault(r)))
            .OrderByDescending(p => p.Mentions).ThenBy(p => p.Actor.Text, StringComparer.Ordinal).ThenBy(p => p.Actor.Url.Path, StringComparer.Ordinal)];
    }

    private static ImmutableArray<FigureReported> Figures(Archive archive, Article article)
    {
        return [.. article.Annotations.Where(a => a.Figure is not null).Select(a => a.Figure!.Of).Distinct().Select(claim =>
        {
            var (nearest, all) = Elsewhere.Of(archive, article, claim);
            var here = archive.PassagesOf(article).Where(p => p.Annotation.Figure?.Of == claim).Select(archive.Row).ToImmutableArray();
            return new FigureReported(archive.Link(claim.To(Kind.Claim)), here, [.. nearest.Select(archive.Row)], all);
        })];
    }
}
