using Generator.Modules;
using Model;

namespace Generator.Pipelines;

/// <summary>The register of unnamed sources.</summary>
public static class Unnamed
{
    public static IEnumerable<PagePlan> Pages(Archive archive)
    {
        yield return new(archive.Site.Url("/unnamed/"), () => new UnnamedPage(archive.Site, archive.Site.Url("/unnamed/"), "Unnamed sources")
        {
            Description = "Who is quoted or passed on without a name: one entry for each that a text keeps apart.",
            Breadcrumbs = archive.Crumbs(),
            Publishers = [.. Entries(archive)
                .GroupBy(e => e.Article.Source.Value)
                .OrderBy(g => archive.NameOf(g.Key.To(Kind.Source)), StringComparer.Ordinal).ThenBy(g => g.Key)
                .Select(g => new Group<UnnamedSource>(archive.NameOf(g.Key.To(Kind.Source)), [.. g
                    .OrderBy(e => e.Article.Published.Value).ThenBy(e => e.Article.Id).ThenBy(e => e.Actor.Name, StringComparer.OrdinalIgnoreCase).ThenBy(e => e.Actor.Id)
                    .Select(e => Entry(archive, e.Actor, e.Article))]))],
        });
    }

    private static IEnumerable<(Actor Actor, Article Article)> Entries(Archive archive) =>
        archive.Records.Actors.Values.Where(a => a.Type == ActorType.Anonymous).SelectMany(a => archive.About(a.Ref), (actor, article) => (actor, article));

    private static UnnamedSource Entry(Archive archive, Actor actor, Article article) => new(
        archive.Link(actor.Ref), actor.Summary, archive.Links(Kind.Actor, actor.PartOf), archive.Card(article),
        archive.Utterances(archive.SaidBy(actor.Ref).Where(p => p.Article.Id == article.Id)),
        archive.Utterances(archive.PassedOnBy(actor.Ref).Where(p => p.Article.Id == article.Id)));
}
