using System.Collections.Immutable;
using Generator.Modules;
using Generator.Record;
using Model;

namespace Generator.Pipelines;

/// <summary>The actors: who acts or speaks. Reads <c>input/actors/</c>; gives a page each and their index.</summary>
public static class Actors
{
    public static Actor? Read(RawRecord raw, Desk desk)
    {
        var fields = new Fields(raw.Map, "an actor", desk, raw.Id.Place);
        fields.Requires("type", "Person, Organization, PublicBody, Country, Group, Anonymous or Document");
        fields.Requires("name", "what readers will call it");
        var type = fields.Choice<ActorType>("type");
        var name = fields.Text("name");
        var actor = new Actor
        {
            Id = Id.Shared(raw.Id.Text),
            Type = type ?? ActorType.Person,
            Name = name ?? "",
            SortName = fields.Text("sort_name"),
            Alias = fields.Texts("alias"),
            WeakAlias = fields.Texts("weak_alias"),
            PreviousName = fields.Texts("previous_name"),
            Summary = fields.Text("summary"),
            Positions = fields.List("positions", node => fields.AsMap("positions", node, "a position", "- { title: Minister, of: actor-id }") is { } position ? ReadPosition(position) : null),
            PartOf = fields.IdList("part_of", Kind.Actor),
            SameAs = Identifiers.Read(fields, "same_as"),
            DifferentFrom = fields.IdList("different_from", Kind.Actor),
            Was = fields.OldIds("was", Kind.Actor),
            Notes = fields.Markdown("notes"),
        };
        fields.NoOtherKeys();
        return type is null || name is null ? null : actor;
    }

    private static HeldPosition? ReadPosition(Fields fields)
    {
        fields.Requires("title", "what the office is called");
        var title = fields.Text("title");
        var of = fields.Id("of", Kind.Actor);
        // "to: .." says that the office is still held; an open end is no end.
        var (from, to) = (fields.Date("from"), fields.Scalar("to") is { Text: not ".." } end ? fields.AsDate(end) : null);
        fields.NoOtherKeys();
        return title is null ? null : new(title, of, from, to);
    }

    /// <summary>The index and a page for each actor.</summary>
    public static IEnumerable<PagePlan> Pages(Archive archive)
    {
        var index = new Link("Actors", archive.Site.Url("/actors/"));
        yield return new(index.Url, () => Indexes.By(archive, Kind.Actor, index.Url, "Actors",
            "Who acts or speaks in the articles: by kind, then by name; the number is that of the articles.",
            archive.Records.Actors.Values.Select(a => (a.Ref, Heading(a.Type), Detail(archive, a))), Enum.GetValues<ActorType>().Select(Heading)));
        foreach (var record in archive.Records.Actors.Keys.Select(id => id.To(Kind.Actor)))
            foreach (var plan in ByTime.Of(archive, record).Plans(archive.Site.Url(record), shown =>
                         shown is null ? PageOf(archive, archive.Records.Actors[record.Id], index) : PageOf(archive, archive.Records.Actors[record.Id], index, shown.Value))) yield return plan;
    }

    private static string Heading(ActorType type) => type switch
    {
        ActorType.Person => "People",
        ActorType.Organization => "Organisations",
        ActorType.PublicBody => "Public bodies",
        ActorType.Country => "States",
        ActorType.Group => "Groups",
        ActorType.Anonymous => "Unnamed sources",
        _ => "Documents",
    };

    private static string? Detail(Archive archive, Actor actor) => actor.Positions.Length > 0
        ? actor.Positions[0].Title + (actor.Positions[0].Of is { } of ? $", {archive.NameOf(of.To(Kind.Actor))}" : "")
        : actor.Summary;

    private static ActorPage PageOf(Archive archive, Actor actor, Link index)
    {
        var articles = archive.About(actor.Ref);
        var part = ByTime.Of(articles);
        var events = archive.EventsOf(actor.Ref).Select(e => e.Id)
            .Concat(archive.SaidBy(actor.Ref).Concat(archive.Identified(actor.Ref)).SelectMany(p => p.Annotation.Identifies).Where(r => r.Kind == Kind.Event).Select(r => r.Id));
        var claims = archive.SaidBy(actor.Ref)
            .SelectMany(p => new[] { p.Annotation.Figure?.Of, p.Annotation.Stance?.On }).OfType<Id>()
            .Concat(archive.ClaimsAbout(actor.Ref).Select(c => c.Id));
        return new(archive.Site, archive.Site.Url(actor.Ref), actor.Name)
        {
            Type = actor.Type,
            Summary = actor.Summary,
            Description = actor.Summary ?? $"{actor.Name}: what they said, and what was reported of them, in {Count.Of(articles.Count, "article")}.",
            Breadcrumbs = archive.Crumbs(index),
            Feed = articles.Count > 0 ? FeedUrl.Of(archive, actor.Ref) : null,
            RecordFile = archive.FileOf(actor.Ref),
            AlsoCalled = [.. actor.Alias.Concat(actor.WeakAlias).Concat(actor.PreviousName).Where(n => n != actor.Name).Distinct()],
            Positions = [.. actor.Positions.Select(p => new PositionShown(p.Title, p.Of is { } of ? archive.Link(of.To(Kind.Actor)) : null, p.From, p.To))],
            PartOf = archive.Links(Kind.Actor, actor.PartOf),
            Parts = [.. archive.PartsOf(actor.Ref).Select(archive.Link)],
            DifferentFrom = archive.Links(Kind.Actor, actor.DifferentFrom),
            SameAs = actor.SameAs,
            Notes = actor.Notes,
            AllArticles = articles.Count,
            CoveredFrom = articles.Count > 0 ? articles[0].Published.Value : null,
            CoveredTo = articles.Count > 0 ? articles[^1].Published.Value : null,
            Cut = part.LinksFrom(archive.Site.Url(actor.Ref)),
            Direct = Said(archive, actor, part, direct: true),
            Reported = Said(archive, actor, part, direct: false),
            PassedOn = archive.Utterances(part.Cut(archive.PassedOnBy(actor.Ref))),
            Stances = Stances(archive, actor, part),
            Mentions = [.. part.Cut(archive.MentionsOf(actor.Ref)).Select(archive.Reference)],
            Concordance = ConcordanceLink(archive, actor, null),
            Naming = CompareNames.Of(archive, actor.Ref),
            With = archive.Tallies(archive.CountFeatures(articles, Kind.Actor).Where(c => c.Record != actor.Ref)),
            Topics = archive.Tallies(articles.SelectMany(archive.TopicsOf), int.MaxValue).Most,
            Events = archive.Links(Kind.Event, events.Distinct().OrderBy(id => archive.Records.Events[id].Date?.Value).ThenBy(id => id)),
            Claims = archive.Links(Kind.Claim, claims.Distinct().OrderBy(id => archive.Records.Claims[id].Text, StringComparer.Ordinal).ThenBy(id => id)),
            Articles = archive.NewestFirst(part.Cut(articles)),
        };
    }

    private static ActorPage PageOf(Archive archive, Actor actor, Link index, Period period)
    {
        var (self, part) = (archive.Link(actor.Ref), ByTime.Of(archive, actor.Ref, period));
        var articles = part.Cut(archive.About(actor.Ref));
        return new(archive.Site, part.UrlOf(self.Url), part.TitleOf(actor.Name))
        {
            Type = actor.Type,
            Description = $"{actor.Name}: what they said in {period.Words}, and what was reported of them, in {Count.Of(part.All(archive.About(actor.Ref)).Count, "article")}.",
            Breadcrumbs = part.Crumbs(archive, self, index),
            RecordFile = archive.FileOf(actor.Ref),
            Cut = part.LinksFrom(self.Url),
            Direct = Said(archive, actor, part, direct: true),
            Reported = Said(archive, actor, part, direct: false),
            PassedOn = archive.Utterances(part.Cut(archive.PassedOnBy(actor.Ref))),
            Stances = Stances(archive, actor, part),
            Concordance = ConcordanceLink(archive, actor, period),
            Articles = archive.NewestFirst(articles),
        };
    }

    private static Link? ConcordanceLink(Archive archive, Actor actor, Period? shown) =>
        FindConcordance.Pages(archive, actor.Ref) is { } pages && (shown is not { } period || pages.Periods().Contains(period))
            ? new("Concordance", (pages with { Shown = shown }).UrlOf(FindConcordance.UrlOf(archive, actor.Ref))) : null;

    private static ImmutableArray<Utterance> Said(Archive archive, Actor actor, ByTime part, bool direct) =>
        archive.Utterances(part.Cut(archive.SaidBy(actor.Ref), p => p.Annotation.Said!.Direct == direct));

    private static ImmutableArray<StanceTaken> Stances(Archive archive, Actor actor, ByTime part) =>
        [.. part.Cut(archive.SaidBy(actor.Ref), p => p.Annotation.Stance is not null)
            .OrderBy(p => archive.Records.Claims[p.Annotation.Stance!.On].Text, StringComparer.Ordinal).ThenBy(p => p.Annotation.Stance!.On)
            .Select(p => new StanceTaken(archive.Link(p.Annotation.Stance!.On.To(Kind.Claim)), p.Annotation.Stance.Is, archive.Utterance(p)!))];
}
