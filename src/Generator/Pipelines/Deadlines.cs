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
                .Select(p => Row(archive, p, newest!))],
        };

    private static DeadlineRow Row(Archive archive, Passage passage, Edtf newest)
    {
        var deadline = passage.Annotation.Deadline!;
        return new(deadline.Due, StateOf(deadline, newest), archive.Reference(passage), archive.Chain(passage), deadline.Outcome is { } outcome ? archive.Reference(outcome) : null);
    }

    /// <summary>Overdue: wholly before the newest article can have been written, and no article tells the outcome.</summary>
    public static DeadlineState StateOf(Deadline deadline, Edtf newest) => deadline.Outcome?.Is switch
    {
        Settled.Met => DeadlineState.Met,
        Settled.Missed => DeadlineState.Missed,
        Settled.Moved => DeadlineState.Moved,
        _ => deadline.Due.Value.Last.CompareTo(newest.First) < 0 ? DeadlineState.Overdue : DeadlineState.Open,
    };
}
