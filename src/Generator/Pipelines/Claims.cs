using System.Collections.Immutable;
using Generator.Modules;
using Generator.Record;
using Model;

namespace Generator.Pipelines;

/// <summary>The claims: what several articles or speakers report. Reads <c>input/claims/</c>; gives a page each and their index.</summary>
public static class Claims
{
    public static Claim? Read(RawRecord raw, Desk desk)
    {
        var fields = new Fields(raw.Map, "a claim", desk, raw.Id.Place);
        fields.Requires("text", "what is claimed, in neutral words");
        fields.Requires("kind", "figure or statement");
        var text = fields.Text("text");
        var kind = fields.Choice<ClaimKind>("kind");
        var claim = new Claim
        {
            Id = Id.Shared(raw.Id.Text),
            Text = text ?? "",
            Kind = kind ?? ClaimKind.Statement,
            Unit = fields.Text("unit"),
            About = fields.Refs("about", Kind.Actor, Kind.Place, Kind.Event, Kind.Topic, Kind.Source),
            Topics = fields.IdList("topics", Kind.Topic),
            Summary = fields.Text("summary"),
            Was = fields.OldIds("was", Kind.Claim),
            Notes = fields.Markdown("notes"),
        };
        if (kind == ClaimKind.Statement && claim.Unit is not null)
            desk.Problems.Add(fields.KeyPlace("unit"), Codes.Contradiction, "a statement has no unit", "kind: figure, or delete the unit");
        fields.NoOtherKeys();
        return text is null || kind is null ? null : claim;
    }

    /// <summary>The index and a page for each claim.</summary>
    public static IEnumerable<PagePlan> Pages(Archive archive)
    {
        var index = new Link("Claims", archive.Site.Url("/claims/"));
        yield return new(index.Url, () => new ClaimsPage(archive.Site, index.Url, "Claims")
        {
            Description = "Figures and statements that the articles report, with their rival values and positions.",
            Breadcrumbs = archive.Crumbs(),
            Kinds = [.. archive.Records.Claims.Values
                .GroupBy(c => c.Kind).OrderBy(g => g.Key)
                .Select(g => new Group<ClaimCard>(g.Key == ClaimKind.Figure ? "Figures" : "Statements",
                    [.. g.OrderBy(c => c.Text, StringComparer.Ordinal).ThenBy(c => c.Id).Select(c => archive.ClaimCard(c.Id))]))],
        });
        foreach (var record in archive.Records.Claims.Keys.Select(id => id.To(Kind.Claim)))
            foreach (var plan in ByTime.Of(archive, record).Plans(archive.Site.Url(record), shown =>
                         shown is null ? PageOf(archive, archive.Records.Claims[record.Id], index) : PageOf(archive, archive.Records.Claims[record.Id], index, shown.Value))) yield return plan;
    }

    private static ClaimPage PageOf(Archive archive, Claim claim, Link index)
    {
        var part = ByTime.Of(archive, claim.Ref);
        List<Passage> values = [.. archive.ValuesOf(claim.Id).OrderBy(Ledgers.InTime)];
        IEnumerable<Passage> shown = !part.ShowsNewest ? values : part.Cut(archive.ValuesOf(claim.Id)).OrderBy(Ledgers.InTime);
        var stances = archive.StancesOn(claim.Id);
        return new(archive.Site, archive.Site.Url(claim.Ref), claim.Text)
        {
            Kind = claim.Kind,
            Unit = claim.Unit,
            Summary = claim.Summary,
            Description = claim.Summary ?? (claim.Kind == ClaimKind.Figure ? $"Every reported value: {claim.Text}." : $"Who affirms and who denies: {claim.Text}."),
            Breadcrumbs = archive.Crumbs(index),
            Feed = FeedUrl.IsOf(archive, claim.Ref) ? FeedUrl.Of(archive, claim.Ref) : null,
            RecordFile = archive.FileOf(claim.Ref),
            About = [.. claim.About.Select(archive.Link)],
            Topics = archive.Links(Kind.Topic, claim.Topics),
            Notes = claim.Notes,
            Cut = part.LinksFrom(archive.Site.Url(claim.Ref)),
            Values = [.. shown.Select(archive.Row)],
            Chart = DrawLedger.Of(archive, claim, values),
            // Of a claim that is cut by time the origins stand with the reports of their periods.
            Origins = !part.ShowsNewest ? OriginsOf(archive, archive.StandingValuesOf(claim.Id).Concat(stances)) : [],
            Agreement = archive.ClaimCard(claim.Id).Agreement,
            DifferentValues = claim.Kind == ClaimKind.Figure ? archive.ClaimCard(claim.Id).DifferentValues : 0,
            Stances = StancesOf(archive, part.Cut(stances)),
            Silent = claim.Kind == ClaimKind.Figure ? [] : [.. claim.About
                .Where(r => r.Kind == Kind.Actor && archive.Records.Actors[r.Id].Type != ActorType.Document && stances.All(p => p.Annotation.Said!.By != r))
                .OrderBy(archive.SortNameOf, StringComparer.Ordinal).ThenBy(r => r).Select(archive.Link)],
            Relations = [.. archive.RelationsOn(claim.Id).Select(r => new ScopedRelation(archive.Card(r.From), Relations.Words(r.Verb, inverse: false), archive.Card(r.To)))],
        };
    }

    private static ClaimPage PageOf(Archive archive, Claim claim, Link index, Period period)
    {
        var (self, part) = (archive.Link(claim.Ref), ByTime.Of(archive, claim.Ref, period));
        List<Passage> values = [.. part.All(archive.ValuesOf(claim.Id)).OrderBy(Ledgers.InTime)];
        IEnumerable<Passage> shown = !part.ShowsNewest ? values : part.Cut(archive.ValuesOf(claim.Id)).OrderBy(Ledgers.InTime);
        var stances = part.Cut(archive.StancesOn(claim.Id));
        return new(archive.Site, part.UrlOf(self.Url), part.TitleOf(claim.Text))
        {
            Kind = claim.Kind,
            Unit = claim.Unit,
            Description = $"{claim.Text}: what was reported in {period.Words}.",
            Breadcrumbs = part.Crumbs(archive, self, index),
            RecordFile = archive.FileOf(claim.Ref),
            Cut = part.LinksFrom(self.Url),
            Values = [.. shown.Select(archive.Row)],
            Chart = DrawLedger.Of(archive, claim, values),
            Origins = !part.ShowsNewest ? OriginsOf(archive, values.Where(archive.Stands).Concat(stances)) : [],
            Stances = StancesOf(archive, stances),
        };
    }

    private static ImmutableArray<OriginShown> OriginsOf(Archive archive, IEnumerable<Passage> reports) => [.. Origins.Of(archive, reports).Select(o => Shown(archive, o))];

    private static ImmutableArray<StanceRow> StancesOf(Archive archive, IEnumerable<Passage> stances) =>
        [.. stances.GroupBy(p => p.Annotation.Said!.By)
            .OrderBy(g => archive.SortNameOf(g.Key), StringComparer.Ordinal).ThenBy(g => g.Key)
            .Select(g => new StanceRow(archive.Link(g.Key), [.. g.Select(p => new StanceHeld(p.Annotation.Stance!.Is, archive.Utterance(p)!))]))];

    private static OriginShown Shown(Archive archive, Origin origin) => new(
        new(archive.Link(origin.Root), archive.IsUnnamed(origin.Root)), origin.Reports.All(r => r.Annotation.Said is null),
        [.. origin.Reports.Select(r => new ReportShown(archive.PassageLink(r.Ref), archive.Card(r.Article), r.Article.Origin is { } from ? archive.Link(from.Value.To(Kind.Source)) : null, archive.Chain(r)))]);
}
