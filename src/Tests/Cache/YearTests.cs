using System.Text.RegularExpressions;
using Generator;
using Generator.Modules;
using Model;

namespace Tests;

/// <summary>A page of one year, of a record or of all articles, is made from what the lists hold of that year, so that an edit leaves the pages of other years alone; that of an article from what it has to do with.</summary>
public sealed partial class YearTests
{
    private static readonly Part[] Lists = [Part.About, Part.MentionsOf, Part.Identified, Part.Said, Part.PassedOn, Part.Heard, Part.Values, Part.Stances, Part.Taken];

    [Fact]
    public void A_page_of_a_year_reads_that_year_alone()
    {
        using var site = ManyAboutOne.MadeUp(seed: 3);
        var built = site.Build();
        var (records, keys, log) = (built.Archive.AllRecords(), built.Archive.Keys, new ReadLog(built.Archive));
        var lists = Enumerable.Range(built.Archive.Articles.Length, records.Length - built.Archive.Articles.Length)
            .SelectMany(i => Lists.Select(part => (Key: keys.Of(part, i), Name: $"{part} of {records[i]}"))).ToDictionary(l => l.Key, l => l.Name);
        var (read, pages) = (new SortedSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var file in built.Files)
        {
            if (YearOfRecord().Match(file.Path) is not { Success: true } page) continue;
            log.During(file.Lend, out var all);
            Assert.Contains(keys.Of(page.Groups["year"].Value, built.Archive.NumberOf(records.Single(r => r.Path == $"/{page.Groups["record"]}/"))), all);
            read.UnionWith(all.Where(lists.ContainsKey).Select(key => $"a year of {page.Groups["record"]} reads {lists[key]}"));
            pages.Add(Regex.Replace(file.Path, "/[^/]+/(?=(concordance/)?[0-9]{4}/)", "/"));
        }
        Assert.Empty(read);
        Assert.Equal(["actors", "actors/concordance", "claims", "places", "sources", "topics"], pages.Select(p => p[..p.IndexOf("/20", StringComparison.Ordinal)]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_of_an_article_and_that_of_a_year_do_not_read_which_articles_there_are()
    {
        using var site = SiteTest.MadeUp(ByTime.Most + 10, seed: 3);
        var built = site.Build();
        var (keys, log, years) = (built.Archive.Keys, new ReadLog(built.Archive), new HashSet<string>(StringComparer.Ordinal));
        var articles = 0;
        foreach (var file in built.Files)
        {
            if (YearOfAll().Match(file.Path) is { Success: true } page)
            {
                log.During(file.Lend, out var all);
                // Events have years of their own on the timeline.
                Assert.True(page.Groups["list"].Value == "timeline" || all.Contains(keys.OfTime(new Period(page.Groups["year"].Value))), file.Path);
                Assert.False(all.Contains(keys.Of(Whole.Articles)), file.Path);
                years.Add(page.Groups["list"].Value);
            }
            else if (Regex.IsMatch(file.Path, "^articles/[^/]+/index.html$"))
            {
                log.During(file.Lend, out var all);
                Assert.False(all.Contains(keys.Of(Whole.Articles)), file.Path);
                articles++;
            }
        }
        Assert.Equal(["articles", "coverage", "timeline"], years.Order(StringComparer.Ordinal));
        Assert.Equal(ByTime.Most + 10, articles);
    }

    [Fact]
    public void A_page_of_a_month_of_all_articles_reads_that_month_alone()
    {
        using var site = ManyAboutOne.MadeUp(seed: 3, inOneYear: true);
        var built = site.Build();
        var (keys, log, months) = (built.Archive.Keys, new ReadLog(built.Archive), new List<string>());
        foreach (var file in built.Files)
        {
            if (MonthOfAll().Match(file.Path) is not { Success: true } page) continue;
            var month = page.Groups["month"].Value is "no-month" ? Period.NoMonth : int.Parse(page.Groups["month"].Value, System.Globalization.CultureInfo.InvariantCulture);
            log.During(file.Lend, out var all);
            Assert.Contains(keys.OfTime(new Period("2024", month)), all);
            Assert.DoesNotContain(keys.OfTime(new Period("2024")), all);
            Assert.DoesNotContain(keys.Of(Whole.Articles), all);
            Assert.All(Enumerable.Range(0, Period.Months).Where(m => m != month), m => Assert.DoesNotContain(keys.OfTime(new Period("2024", m)), all));
            months.Add(page.Groups["list"].Value);
        }
        Assert.Equal([("articles", 11), ("coverage", 11)], months.GroupBy(m => m).Select(g => (g.Key, g.Count())).Order());
    }

    [Theory]
    [InlineData("2031-05-14")]
    [InlineData("2010-05-14")]
    [InlineData("1999")]
    public void A_new_article_makes_few_pages_of_others(string published)
    {
        using var site = SiteTest.MadeUp(ByTime.Most + 10, seed: 3);
        var (output, options) = (Path.Combine(site.Root, "output"), new BuildOptions(site.Root));
        IncrementalTests.Write(options, output, new());
        site.With("seeds/new.txt", "Nobody is named here.").With("input/articles/new.yaml", $"seed: {{ file: new.txt }}\nheadline: Nobody\nsource: source-1\npublished: {published}\nlanguage: en\ntopics: [topic-7]\n");
        var before = Directory.EnumerateFiles(Path.Combine(output, "articles"), "index.html", SearchOption.AllDirectories).ToDictionary(f => f, File.ReadAllText);
        var written = IncrementalTests.Write(options, output, new());
        Assert.InRange(written.Made - written.Files!.New, 0, 30);
        // Those next to it in time and in its story, and those that share the topic with it.
        Assert.InRange(before.Count(f => File.ReadAllText(f.Key) != f.Value), 2, 30);
        IncrementalTests.Same(options, output, published);
        File.Delete(Path.Combine(site.Root, "input/articles/new.yaml"));
        File.Delete(Path.Combine(site.Root, "seeds/new.txt"));
        IncrementalTests.Write(options, output, new());
        Assert.All(before, f => Assert.Equal(f.Value, File.ReadAllText(f.Key)));
        IncrementalTests.Same(options, output, "without " + published);
    }

    [GeneratedRegex("^(?<list>articles|coverage|timeline)/(?<year>[0-9]{4})/index.html$")]
    private static partial Regex YearOfAll();

    [GeneratedRegex("^(?<list>articles|coverage)/2024/(?<month>[0-9]{2}|no-month)/index.html$")]
    private static partial Regex MonthOfAll();

    [GeneratedRegex("^(?<record>(?:actors|topics|places|sources|claims)/[^/]+)/(?:concordance/)?(?<year>[0-9]{4})/index.html$")]
    private static partial Regex YearOfRecord();
}
