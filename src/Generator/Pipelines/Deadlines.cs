using Generator.Modules;
using Model;

namespace Generator.Pipelines;

/// <summary>Promises and predictions, with what became of them.</summary>
public static class Deadlines
{
    public static IEnumerable<PagePlan> Pages(Archive archive)
    {
        yield return new(archive.Site.Url("/deadlines/"), () => PageOf(archive, archive.Articles.Length > 0 ? archive.Articles[0].Published.Value : null));
    }

    private static DeadlinesPage PageOf(Archive archive, Edtf? newest) =>
        new(archive.Site, archive.Site.Url("/deadlines/"), "Deadlines")
        {
            Description = "Promises, predictions and announced meetings, by the day they are due.",
            Breadcrumbs = archive.Crumbs(),
            KnownUntil = newest,
            Deadlines = [.. archive.Deadlines
                .OrderBy(p => p.Annotation.Deadline!.Due.Value).ThenBy(p => p.Article.Id).ThenBy(p => p.Annotation.Anchor.Start)
                .Select(p => archive.Deadline(p, newest!))],
        };
}
