using Generator.Modules;
using Model;

namespace Generator.Pipelines;

/// <summary>What the texts call things: the concordance of each actor, and the records that have more than one name.</summary>
public static class Names
{
    public static IEnumerable<PagePlan> Pages(Archive archive)
    {
        yield return new(archive.Site.Url("/names/"), () => PageOf(archive));
        var index = new Link("Actors", archive.Site.Url("/actors/"));
        foreach (var actor in archive.Records.Actors.Keys.Select(id => id.To(Kind.Actor)))
            if (FindConcordance.Pages(archive, actor) is { } pages)
                foreach (var plan in pages.Plans(FindConcordance.UrlOf(archive, actor), shown => ConcordanceOf(archive, archive.Records.Actors[actor.Id], index, shown))) yield return plan;
    }

    private static NamesPage PageOf(Archive archive)
    {
        var named = archive.AllRecords().Where(r => r.Kind is Kind.Actor or Kind.Place or Kind.Source)
            .Select(r => (Record: r, Names: archive.NamesOf(r))).Where(r => r.Names.All > 0).ToList();
        return new(archive.Site, archive.Site.Url("/names/"), "Names compared")
        {
            Description = "Which words each source uses for the same person, body or place.",
            Breadcrumbs = archive.Crumbs(),
            Records = [.. named.OrderByDescending(r => r.Names.All).ThenBy(r => archive.SortNameOf(r.Record), StringComparer.Ordinal).ThenBy(r => r.Record)
                .Take(NamesPage.Shown).Select(r => new NamedRecord(Section(archive.Link(r.Record)), r.Record.Kind, r.Names))],
            All = named.Count,
        };
    }

    private static ConcordancePage ConcordanceOf(Archive archive, Actor actor, Link index, Period? shown)
    {
        var part = FindConcordance.Pages(archive, actor.Ref)! with { Shown = shown };
        var (self, first, (speech, mention)) = (archive.Link(actor.Ref), FindConcordance.UrlOf(archive, actor.Ref), FindConcordance.Of(archive, actor.Ref, part));
        return new(archive.Site, part.UrlOf(first), part.TitleOf($"Concordance of {actor.Name}"))
        {
            Cut = part.LinksFrom(first),
            Description = $"Every place where the texts name {actor.Name}, with the words before and after.",
            Breadcrumbs = archive.Crumbs(index, self),
            Actor = self,
            Speech = speech,
            Mention = mention,
        };
    }

    private static Link Section(Link record) => record with { Url = record.Url.At("section.names") };
}
