using Generator.Modules;
using Generator.Record;
using Model;

namespace Generator.Pipelines;

/// <summary>The sources: who publishes. Reads <c>input/sources/</c>; gives a page each and their index.</summary>
public static class Sources
{
    public static Source? Read(RawRecord raw, Desk desk)
    {
        var fields = new Fields(raw.Map, "a source", desk, raw.Id.Place);
        fields.Requires("name", "what readers will call it");
        fields.Requires("type", "newspaper, agency, broadcaster or website");
        var name = fields.Text("name");
        var type = fields.Choice<SourceType>("type");
        var source = new Source
        {
            Id = Id.Shared(raw.Id.Text),
            Name = name ?? "",
            Type = type ?? SourceType.Website,
            Alias = fields.Texts("alias"),
            Url = fields.Address("url"),
            Country = fields.Text("country"),
            UsageTerms = fields.Text("usage_terms"),
            Summary = fields.Text("summary"),
            SameAs = Identifiers.Read(fields, "same_as"),
            Was = fields.OldIds("was", Kind.Source),
            Notes = fields.Markdown("notes"),
        };
        fields.NoOtherKeys();
        return name is null || type is null ? null : source;
    }

    /// <summary>The index and a page for each source.</summary>
    public static IEnumerable<PagePlan> Pages(Archive archive)
    {
        var index = new Link("Sources", archive.Site.Url("/sources/"));
        yield return new(index.Url, () => Indexes.ByLetter(archive, Kind.Source, index.Url, "Sources", "Who published the articles or is passed on in them, by name; the number is that of the articles published.",
            archive.Records.Sources.Values.Select(s => (s.Ref, (string?)Words.Spaced(s.Type.ToString())))));
        foreach (var record in archive.Records.Sources.Keys.Select(id => id.To(Kind.Source)))
            foreach (var plan in ByTime.Of(archive, record).Plans(archive.Site.Url(record), shown =>
                         shown is null ? PageOf(archive, archive.Records.Sources[record.Id], index) : PageOf(archive, archive.Records.Sources[record.Id], index, shown.Value))) yield return plan;
    }

    private static SourcePage PageOf(Archive archive, Source source, Link index)
    {
        var articles = archive.About(source.Ref);
        var part = ByTime.Of(articles);
        var reported = articles.SelectMany(a => archive.FeaturesOf(a)).Where(r => r.Kind == Kind.Claim).Distinct().ToList();
        return new(archive.Site, archive.Site.Url(source.Ref), source.Name)
        {
            Type = source.Type,
            Home = source.Url,
            Country = source.Country,
            UsageTerms = source.UsageTerms,
            Summary = source.Summary,
            Description = source.Summary ?? $"{source.Name}: {Count.Of(articles.Count, "article")} in the archive, and what others pass on from it.",
            Breadcrumbs = archive.Crumbs(index),
            RecordFile = archive.FileOf(source.Ref),
            SameAs = source.SameAs,
            Notes = source.Notes,
            Cut = part.LinksFrom(archive.Site.Url(source.Ref)),
            Articles = archive.NewestFirst(part.Cut(articles)),
            Origins = archive.Tallies(Counted(archive.Records.Sources.Keys.Select(id => id.To(Kind.Source)), origin => archive.TakenFrom(origin).Count(IsOwn)), int.MaxValue).Most,
            OriginOf = archive.NewestFirst(archive.TakenFrom(source.Ref)),
            Unnamed = archive.Tallies(Counted(archive.Records.Actors.Keys.Select(id => id.To(Kind.Actor)).Where(archive.IsUnnamed),
                actor => archive.SaidBy(actor).Concat(archive.PassedOnBy(actor)).Count(p => IsOwn(p.Article))), int.MaxValue).Most,
            Cited = archive.Utterances(Cited(archive, source, part)),
            ReportedClaims = reported.Count,
            SingleSourceClaims = reported.Count(c => archive.About(c).All(IsOwn)),
            Naming = CompareNames.Of(archive, source.Ref),
            Mentions = [.. part.Cut(archive.MentionsOf(source.Ref)).Select(archive.Reference)],
        };

        bool IsOwn(Article article) => archive.SourceOf(article) == source.Ref;
    }

    private static IEnumerable<(Ref Record, int Count)> Counted(IEnumerable<Ref> records, Func<Ref, int> count) => records.Select(r => (Record: r, Count: count(r))).Where(r => r.Count > 0);

    private static SourcePage PageOf(Archive archive, Source source, Link index, Period period)
    {
        var (self, part) = (archive.Link(source.Ref), ByTime.Of(archive, source.Ref, period));
        var articles = part.Cut(archive.About(source.Ref));
        return new(archive.Site, part.UrlOf(self.Url), part.TitleOf(source.Name))
        {
            Type = source.Type,
            Description = $"{source.Name} in {period.Words}: {Count.Of(part.All(archive.About(source.Ref)).Count, "article")} in the archive.",
            Breadcrumbs = part.Crumbs(archive, self, index),
            RecordFile = archive.FileOf(source.Ref),
            Cut = part.LinksFrom(self.Url),
            Articles = archive.NewestFirst(articles),
            Cited = archive.Utterances(Cited(archive, source, part)),
            Mentions = [.. part.Cut(archive.MentionsOf(source.Ref)).Select(archive.Reference)],
        };
    }

    private static IEnumerable<Passage> Cited(Archive archive, Source source, ByTime part) =>
        part.CutTogether(p => archive.SourceOf(p.Article) != source.Ref, archive.PassedOnBy(source.Ref), archive.SaidBy(source.Ref));
}
