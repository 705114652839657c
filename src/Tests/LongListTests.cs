using System.Text.RegularExpressions;
using Model;

namespace Tests;

/// <summary>Lists too long for one page: what is cut by year is whole again when the years are put together.</summary>
public sealed partial class LongListTests
{
    private static Archive Archive => LargeSite.Site.Archive;

    private static IEnumerable<T> Pages<T>() where T : Page => LargeSite.Site.Pages.OfType<T>();

    [Fact]
    public void A_winter_is_filed_under_its_year_though_it_begins_in_the_one_before()
    {
        using var site = SiteTest.MadeUp(3, seed: 1);
        foreach (var (number, date) in new[] { (0, "2025-24"), (1, "2024-12-15"), (2, "2025-03-01") })
        {
            var file = $"input/articles/a00000{number}.yaml";
            site.With(file, Regex.Replace(File.ReadAllText(Path.Combine(site.Root, file)), "published: .*", $"published: {date}"));
        }
        var articles = site.Build().Archive.OldestFirst;

        Assert.Equal(["2024", "2025"], articles.Years);
        Assert.Equal(["a000001"], articles.Of("2024").Select(a => a.Id.Value));
        Assert.Equal(["a000000", "a000002"], articles.Of("2025").Select(a => a.Id.Value));
        Assert.Empty(articles.Of("2023"));
    }

    [Fact]
    public void The_years_of_a_record_share_out_what_it_said_and_its_articles()
    {
        var cut = Pages<ActorPage>().Where(p => p is { Year: null, Years.IsEmpty: false }).ToList();
        Assert.NotEmpty(cut);
        foreach (var first in cut)
        {
            var years = Pages<ActorPage>().Where(p => p.Year is not null && p.Url.Path.StartsWith(first.Url.Path, StringComparison.Ordinal)).ToList();
            var actor = new Ref(Kind.Actor, new(first.Url.Path.Split('/')[2]));

            Assert.Equal(first.Years.Select(y => y.Url).Order(Comparer<Url>.Create((a, b) => string.CompareOrdinal(a.Path, b.Path))), years.Select(y => y.Url).Order(Comparer<Url>.Create((a, b) => string.CompareOrdinal(a.Path, b.Path))));
            Assert.Equal(Archive.SaidBy(actor).Count, years.Sum(y => y.Direct.Length + y.Reported.Length));
            Assert.Equal(Archive.About(actor).Count, years.Sum(y => y.Articles.Length));
            Assert.Equal(Archive.About(actor).Count, years.SelectMany(y => y.Articles).Select(a => a.Article.Url).Distinct().Count());
            Assert.Equal(Archive.About(actor).Count, first.AllArticles);
            Assert.Equal(Page.NewestShown, first.Articles.Length);
            Assert.Equal(years.SelectMany(y => y.Articles).MaxBy(a => a.Published.Value)!.Published, first.Articles[0].Published);
        }
    }

    [Fact]
    public void The_years_of_a_concordance_share_out_every_mention()
    {
        var cut = Pages<ConcordancePage>().Where(p => p is { Year: null, Years.IsEmpty: false }).ToList();
        Assert.NotEmpty(cut);
        foreach (var first in cut)
        {
            var years = Pages<ConcordancePage>().Where(p => p.Year is not null && p.Url.Path.StartsWith(first.Url.Path, StringComparison.Ordinal));
            Assert.Equal(Archive.MentionsOf(new(Kind.Actor, new(first.Url.Path.Split('/')[2]))).Count, years.Sum(y => y.Speech.Length + y.Mention.Length));
        }
    }

    [Fact]
    public void The_years_of_the_lists_of_articles_hold_each_article_once()
    {
        var all = Archive.Articles.Select(a => a.Ref.Path).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(all, Pages<ArticlesPage>().Where(p => p.Year is not null).SelectMany(p => p.Groups).SelectMany(g => g.Items).Select(a => a.Article.Url.Path).Order(StringComparer.Ordinal));
        Assert.Equal(all, Pages<TimelinePage>().Where(p => p.Year is not null).SelectMany(p => p.Groups).SelectMany(g => g.Items).Select(e => e.To.Url.Path).Order(StringComparer.Ordinal));
        Assert.Equal(all, Pages<CoveragePage>().Where(p => p.Year is not null).SelectMany(p => p.Articles).Select(a => a.Article.Article.Url.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_that_are_compared_are_all_counted_and_the_most_used_shown()
    {
        var records = Assert.Single(Pages<NamesPage>()).Records;
        Assert.Contains(records, r => r.Names.All > 24);
        Assert.Equal(records.Select(r => r.Names.All).OrderDescending(), records.Select(r => r.Names.All));
        foreach (var named in records)
        {
            var record = Archive.AllRecords().Single(r => named.Record.Url.Path == Archive.Site.Url(r).Path);
            var uses = Archive.MentionsOf(record).GroupBy(m => m.Mention.Words.ToLowerInvariant()).Select(g => g.Count()).OrderDescending().ToList();

            Assert.Equal(uses.Count, named.Names.All);
            Assert.Equal(uses.Take(24), named.Names.Used.Select(n => n.Count));
        }
    }

    [Fact]
    public void No_page_of_a_large_archive_is_too_long_to_read_and_no_link_of_it_is_dead()
    {
        var files = LargeSite.Site.Files.ToDictionary(f => f.Path, f => f.Make());
        var dead = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (path, bytes) in files.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            Assert.True(bytes.Length < 600_000, $"{path} has {bytes.Length:#,0} bytes");
            foreach (Match link in Links().Matches(System.Text.Encoding.UTF8.GetString(bytes)))
            {
                Assert.StartsWith(LargeSite.BasePath + "/", link.Groups[1].Value, StringComparison.Ordinal);
                var target = link.Groups[1].Value[LargeSite.BasePath.Length..].Split('?')[0];
                if (!files.ContainsKey(target.EndsWith('/') ? target[1..] + "index.html" : target[1..])) dead.Add($"{path} -> {target}");
            }
        }
        Assert.Empty(dead);
    }

    [Fact]
    public void A_day_of_a_large_archive_tells_what_it_added()
    {
        foreach (var page in Pages<DayPage>().Where((_, i) => i % 37 == 0))
        {
            Assert.False(page.All);
            var published = Archive.Articles.Where(a => a.Published.Value.Last.Equals(page.Day.First)).ToList();
            var reported = published.SelectMany(a => a.Annotations).Select(a => a.Figure?.Of).OfType<Id>().Distinct().Order();
            Assert.Equal(reported, page.Values.Select(v => new Id(v.Claim.Url.Path.Split('/')[2])).Order());
        }
    }

    [GeneratedRegex("href=\"(/[^\"#]*)")]
    private static partial Regex Links();
}
