using Generator.Modules;
using Model;

namespace Generator.Pipelines;

/// <summary>What the texts call things: the concordance of each actor, and the records that have more than one name.</summary>
public static class Names
{
    public static IEnumerable<PagePlan> Pages(Archive archive)
    {
        yield return new(archive.Site.Url("/names/"), () => new NamesPage(archive.Site, archive.Site.Url("/names/"), "Names compared")
        {
            Description = "Which words each source uses for the same person, body or place.",
            Breadcrumbs = archive.Crumbs(),
            Records = [.. archive.AllRecords().Where(r => r.Kind is Kind.Actor or Kind.Place or Kind.Source)
                .Select(r => (Record: r, Naming: CompareNames.Of(archive, r)))
                .Where(r => r.Naming is not null)
                .OrderByDescending(r => r.Naming!.Rows.Length).ThenBy(r => archive.SortNameOf(r.Record), StringComparer.Ordinal).ThenBy(r => r.Record)
                .Select(r => new NamedRecord(Section(archive.Link(r.Record)), r.Record.Kind, r.Naming!.Rows, r.Naming.Sources.Length))],
        });
        var index = new Link("Actors", archive.Site.Url("/actors/"));
        foreach (var actor in archive.Records.Actors.Keys.Select(id => new Ref(Kind.Actor, id)))
        {
            if (!archive.MentionsOf(actor).Any(m => m.Article.Publish == Publication.Full)) continue;
            yield return new(ConcordanceUrl(archive, actor), () => ConcordanceOf(archive, archive.Records.Actors[actor.Id], index));
        }
    }

    private static Url ConcordanceUrl(Archive archive, Ref actor) => archive.Site.Url(actor.Path + "concordance/");

    private static ConcordancePage ConcordanceOf(Archive archive, Actor actor, Link index)
    {
        var (self, (speech, mention)) = (archive.Link(actor.Ref), FindConcordance.Of(archive, actor.Ref));
        return new(archive.Site, ConcordanceUrl(archive, actor.Ref), $"Concordance of {actor.Name}")
        {
            Description = $"Every place where the texts name {actor.Name}, with the words before and after.",
            Breadcrumbs = archive.Crumbs(index, self),
            Actor = self,
            Speech = speech,
            Mention = mention,
        };
    }

    private static Link Section(Link record) => record with { Url = record.Url.At("section.names") };
}
