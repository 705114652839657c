using Generator.Modules;
using Model;

namespace Generator.Pipelines;

/// <summary>Every quotation, by speaker, direct and reported apart.</summary>
public static class Quotations
{
    public static IEnumerable<PagePlan> Pages(Archive archive)
    {
        yield return new(archive.Site.Url("/quotations/"), () => new QuotationsPage(archive.Site, archive.Site.Url("/quotations/"), "Quotations")
        {
            Description = "Everything that somebody is quoted or reported to have said, by speaker.",
            Breadcrumbs = archive.Crumbs(),
            InFull = archive.Articles.Length <= ByYear.Most,
            Speakers = [.. archive.Articles.SelectMany(a => a.Marks).Where(m => m.Said is not null).Select(m => m.Said!.By).Distinct()
                .OrderBy(archive.SortNameOf, StringComparer.Ordinal).ThenBy(r => r).Select(s => Group(archive, s, archive.Articles.Length <= ByYear.Most))],
        });
    }

    private static SpeakerGroup Group(Archive archive, Ref speaker, bool inFull)
    {
        var said = archive.SaidBy(speaker);
        var direct = said.Count(p => p.Annotation.Said!.Direct);
        var shown = inFull ? archive.Utterances(said) : [];
        return new(new(archive.Link(speaker), archive.IsUnnamed(speaker)), $"by.{speaker.Id}", [.. shown.Where(u => u.Chain.Direct)], [.. shown.Where(u => !u.Chain.Direct)], direct, said.Count - direct);
    }
}
