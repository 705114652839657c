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
            InFull = archive.Articles.Length <= ByTime.Most,
            Speakers = [.. Speakers.Of(archive)
                .OrderBy(s => archive.SortNameOf(s.Who), StringComparer.Ordinal).ThenBy(s => s.Who).Select(s => Group(archive, s, archive.Articles.Length <= ByTime.Most))],
        });
    }

    private static SpeakerGroup Group(Archive archive, Speaker speaker, bool inFull)
    {
        var shown = inFull ? archive.Utterances(archive.SaidBy(speaker.Who)) : [];
        return new(new(archive.Link(speaker.Who), archive.IsUnnamed(speaker.Who)), $"by.{speaker.Who.Id}", [.. shown.Where(u => u.Chain.Direct)], [.. shown.Where(u => !u.Chain.Direct)],
            speaker.Direct, speaker.Sayings - speaker.Direct);
    }
}
