using System.Collections.Immutable;
using Generator.Modules;
using Generator.Search;
using Model;

namespace Generator.Pipelines;

/// <summary>The search, and the files it reads.</summary>
public static class SearchPages
{
    private const int Most = 24;

    public static IEnumerable<PagePlan> Pages(Archive archive)
    {
        var url = archive.Site.Url("/search/");
        yield return new(url, () => new SearchPage(archive.Site, url, "Search")
        {
            Description = "Find articles, quotations and records by their words, by actor, speaker, topic, source and year.",
            Breadcrumbs = archive.Crumbs(),
            Index = archive.Site.Url("/" + SearchIndex.Folder),
            Ways = [.. Ways(archive).Where(w => !w.Items.IsEmpty)],
        });
    }

    public static IEnumerable<OutputFile> Files(Archive archive, Func<EarlierIndex?>? earlier = null) => [.. SearchIndex.Files(archive, earlier), .. SearchTexts.Files(archive)];

    private static IEnumerable<Group<Tally>> Ways(Archive archive)
    {
        var articles = archive.Site.Url("/articles/");
        var cut = !ByTime.OfAll(archive).Years.IsEmpty;
        yield return new("By year", [.. archive.Articles.GroupBy(a => DateWords.Year(a.Listed.Published))
            .Select((year, i) => new Tally(new(year.Key, cut ? ByTime.UrlOf(articles, new Period(year.Key)) : articles.At($"group.{i + 1}")), year.Count()))]);
        yield return Of(archive, "By topic", archive.Articles.SelectMany(archive.TopicsOf));
        yield return new("By actor", archive.Tallies(archive.Articles, Kind.Actor, Most).Most);
        yield return Of(archive, "By source", archive.Articles.Select(archive.SourceOf));
    }

    private static Group<Tally> Of(Archive archive, string heading, IEnumerable<Ref> records) => new(heading, archive.Tallies(records, Most).Most);
}
