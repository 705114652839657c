using Generator.Modules;
using Model;

namespace Generator.Pipelines;

/// <summary>What nobody has annotated yet, and what the editors decided to leave so.</summary>
public static class CoveragePages
{
    public static IEnumerable<PagePlan> Pages(Archive archive)
    {
        var self = new Link("Coverage", archive.Site.Url("/coverage/"));
        return ByTime.OfAll(archive).Plans(self.Url, shown => PageOf(archive, self, shown));
    }

    private static CoveragePage PageOf(Archive archive, Link self, Period? shown)
    {
        var part = ByTime.OfAll(archive, shown);
        return new(archive.Site, part.UrlOf(self.Url), part.TitleOf("Coverage"))
        {
            Description = "Sentences with a quotation mark, a number or a known name that nobody has annotated yet, and those that were waived.",
            Breadcrumbs = part.Crumbs(archive, self),
            Cut = part.LinksFrom(self.Url),
            Articles = [.. part.Cut(archive.OldestFirst).Reverse().Select(a => Of(archive, a))],
        };
    }

    private static ArticleCoverage Of(Archive archive, Article article)
    {
        var coverage = FindUncovered.In(article, archive.MentionsIn(article));
        return new(archive.Card(article), coverage.Checkable,
            [.. coverage.Uncovered.Select(s => Shown(archive, article, s.Text, string.Join(", ", FindUncovered.Reasons(s.Has)), s.At))],
            [.. coverage.Waived.Select(s => Shown(archive, article, s.Text, s.By.Why, s.At))]);
    }

    private static SentenceShown Shown(Archive archive, Article article, string text, string why, Anchor at)
    {
        var page = archive.Site.Url(article.Ref);
        return article.Publish == Publication.Full ? new(text, why, at.SeedLine, page.AtSeedLine(at.SeedLine)) : new(null, why, at.SeedLine, page);
    }
}
