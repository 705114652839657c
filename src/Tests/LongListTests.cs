using System.Text.RegularExpressions;
using Generator.Modules;
using Model;

namespace Tests;

/// <summary>Lists too long for one page: what is cut by year is whole again when the years are put together.</summary>
public sealed partial class LongListTests
{
    private static Archive Archive => LargeSite.Site.Archive;

    private static readonly Lazy<Page[]> All = new(() => [.. LargeSite.Site.Pages]);

    private static IEnumerable<T> Pages<T>() where T : Page => All.Value.OfType<T>();

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

    [Theory]
    [InlineData("2024-06-30", 6)]
    [InlineData("2024-06", 6)]
    [InlineData("2024-06-30/2024-08-02", 6)]
    [InlineData("2024-12-30/2025-01", 12)]
    [InlineData("2024", 0)]
    [InlineData("2024-XX", 0)]
    [InlineData("2024-24", 0)]
    [InlineData("../2024-06", 0)]
    public void A_date_is_filed_under_its_month_or_none(string date, int month) => Assert.Equal(month, Period.MonthOf(Edtf.Parse(date)));

    [Fact]
    public void A_year_of_very_many_articles_is_cut_by_month()
    {
        var year = Assert.Single(Pages<ArticlesPage>(), p => p.Cut is { Shown.Month: null, Months.IsEmpty: false });
        Assert.Equal(new Period("2024"), year.Cut.Shown);
        Assert.Equal(["December", "November", "October", "September", "August", "July", "June", "May", "April", "March", "February", "month unknown"], year.Cut.Months.Select(m => m.Text));
        Assert.Equal(Page.NewestShown, year.Groups.Sum(g => g.Items.Length));

        var june = Pages<ArticlesPage>().Single(p => p.Cut.Shown == new Period("2024", 6));
        Assert.Equal(("Articles, June 2024", $"{LargeSite.BasePath}/articles/2024/06/"), (june.Title, june.Url.Href));
        Assert.Equal(["Home", "Articles", "2024"], june.Breadcrumbs.Select(l => l.Text));
        Assert.All(june.Groups.SelectMany(g => g.Items), a => Assert.StartsWith("2024-06", a.Published.Value.Text, StringComparison.Ordinal));
        Assert.Equal(Archive.Articles.Count(a => a.Published.Value.Text.StartsWith("2024-06", StringComparison.Ordinal)), june.Groups.Sum(g => g.Items.Length));

        var unknown = Pages<ArticlesPage>().Single(p => p.Cut.Shown == new Period("2024", Period.NoMonth));
        Assert.Equal(("Articles, 2024, month unknown", $"{LargeSite.BasePath}/articles/2024/no-month/"), (unknown.Title, unknown.Url.Href));
        Assert.Equal(["2024", "2024-24"], unknown.Groups.SelectMany(g => g.Items).Select(a => a.Published.Value.Text).Distinct().Order());
    }

    [Fact]
    public void The_page_of_a_year_that_is_cut_says_so_and_how_many_articles_it_has()
    {
        var source = Assert.Single(Pages<SourcePage>(), p => p.Cut is { Shown.Month: null, Months.IsEmpty: false });
        Assert.EndsWith($"in 2024: {Archive.About(new(Kind.Source, new("source-0"))).Of("2024").Count} articles in the archive.", source.Description, StringComparison.Ordinal);
        var html = Html(source.Url.File);
        Assert.Contains("Too long for one page: here each list has its newest entries, all are on the pages of their months.", html, StringComparison.Ordinal);
        Assert.Contains("<p class=\"order\">The 20 newest, newest first; all stand on the pages of their months.</p>", html, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{source.Url.Href}06/\">June</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_years_and_months_of_a_record_share_out_what_it_has()
    {
        Shared<ActorPage>((actor, _) => Archive.SaidBy(actor).Count, p => p.Direct.Length + p.Reported.Length);
        Shared<ActorPage>((actor, _) => Archive.About(actor).Count, p => p.Articles.Length);
        Shared<SourcePage>((source, _) => Archive.About(source).Count, p => p.Articles.Length);
        Shared<PlacePage>((place, _) => Archive.MentionsOf(place).Count, p => p.Mentions.Length);
        Shared<TopicPage>((topic, _) => Archive.About(topic).Count, p => p.Articles.Length);
        Shared<ClaimPage>((claim, _) => Archive.ValuesOf(claim.Id).Count + Archive.StancesOn(claim.Id).Count, p => p.Values.Length + p.Stances.Sum(s => s.Held.Length));
        Shared<ConcordancePage>((actor, _) => Archive.MentionsOf(actor).Count, p => p.Speech.Length + p.Mention.Length);

        void Shared<T>(Func<Ref, T, int> all, Func<T, int> shown)
            where T : Page
        {
            var cut = Pages<T>().Where(p => p.Cut is { Shown: null, Years.IsEmpty: false }).ToList();
            Assert.NotEmpty(cut);
            foreach (var first in cut)
            {
                var parts = Pages<T>().Where(p => p.Cut.Shown is not null && p.Url.Path.StartsWith(first.Url.Path, StringComparison.Ordinal)).ToList();
                var record = Archive.AllRecords().Single(r => r.Path.Length > 1 && first.Url.Path.StartsWith(r.Path, StringComparison.Ordinal));
                Assert.Equal(first.Cut.Years.Select(y => y.Url.Path).Order(StringComparer.Ordinal), parts.Where(p => p.Cut.Shown!.Value.Month is null).Select(p => p.Url.Path).Order(StringComparer.Ordinal));
                Assert.Equal(parts.SelectMany(p => p.Cut.Shown!.Value.Month is null ? p.Cut.Months : []).Select(m => m.Url.Path).Order(StringComparer.Ordinal), parts.Where(p => p.Cut.Shown!.Value.Month is not null).Select(p => p.Url.Path).Order(StringComparer.Ordinal));
                Assert.Equal(all(record, first), parts.Where(p => !p.Cut.ShowsNewest).Sum(shown));
            }
        }
    }

    [Fact]
    public void The_first_page_of_a_record_shows_its_newest_articles()
    {
        foreach (var first in Pages<ActorPage>().Where(p => p.Cut is { Shown: null, Years.IsEmpty: false }))
        {
            var articles = Archive.About(new(Kind.Actor, new(first.Url.Path.Split('/')[2])));
            Assert.Equal(articles.Count, first.AllArticles);
            Assert.Equal(articles.Reverse().Take(Page.NewestShown).Select(a => a.Ref.Path), first.Articles.Select(a => a.Article.Url.Path));
        }
    }

    [Fact]
    public void The_years_of_the_lists_of_articles_hold_each_article_once()
    {
        var all = Archive.Articles.Select(a => a.Ref.Path).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(all, Pages<ArticlesPage>().Where(p => p.Cut is { Shown: not null, ShowsNewest: false }).SelectMany(p => p.Groups).SelectMany(g => g.Items).Select(a => a.Article.Url.Path).Order(StringComparer.Ordinal));
        Assert.Equal(all, Pages<TimelinePage>().Where(p => p.Cut.Shown is not null).SelectMany(p => p.Groups).SelectMany(g => g.Items).Select(e => e.To.Url.Path).Order(StringComparer.Ordinal));
        Assert.Equal(all, Pages<CoveragePage>().Where(p => p.Cut is { Shown: not null, ShowsNewest: false }).SelectMany(p => p.Articles).Select(a => a.Article.Article.Url.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_claim_of_very_many_values_is_listed_with_the_smallest_and_the_largest()
    {
        var cards = Assert.Single(Pages<ClaimsPage>()).Kinds.SelectMany(k => k.Items).Where(c => c.Kind == ClaimKind.Figure).ToList();
        Assert.Contains(cards, c => c.DifferentValues > ClaimCard.MostValues);
        Assert.Contains(cards, c => c.DifferentValues <= ClaimCard.MostValues);
        foreach (var card in cards)
        {
            var values = Archive.StandingValues(new(card.Claim.Url.Path.Split('/')[2]));
            Assert.Equal(values.Length, card.DifferentValues);
            Assert.Equal(values.Length > ClaimCard.MostValues ? [values[0], values[^1]] : values, card.Values);
        }
        var large = cards.MaxBy(c => c.DifferentValues)!;
        Assert.Contains($"<li>{large.Values[0]}</li><li class=\"between\">{large.DifferentValues - 2} values between</li><li>{large.Values[1]}</li>", Html("claims/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_topic_of_few_articles_shows_the_newest_of_what_very_many_say_on_its_claims()
    {
        var topic = Pages<TopicPage>().Where(p => p.Cut.Years.IsEmpty).MaxBy(p => p.AllSaid)!;
        Assert.True(topic.AllSaid > 100);
        Assert.Equal(100, topic.Said.Length);
        Assert.Equal(topic.Said.Select(u => u.Where.Article.Published.Value), topic.Said.Select(u => u.Where.Article.Published.Value).Order());
        Assert.Contains($"<p class=\"order\">The 100 newest of {topic.AllSaid:#,0} utterances, oldest first; the others stand with their claims and among the passages.</p>", Html(topic.Url.File), StringComparison.Ordinal);
        Assert.All(Pages<TopicPage>().Where(p => p.AllSaid <= 100), p => Assert.Equal(p.AllSaid, p.Said.Length));
    }

    [Fact]
    public void Of_very_many_records_the_names_of_those_with_the_most_are_compared()
    {
        using var site = SiteTest.MadeUp(10, seed: 1);
        string[] people = [.. Enumerable.Range(0, NamesPage.Shown).Select(i => $"{(char)('A' + (i / 26))}{(char)('A' + (i % 26))}")];
        site.With("input/actors/people.yaml", string.Concat(people.Select(name => $"person-{name.ToLowerInvariant()}: {{ type: Person, name: Person {name}, alias: [Citizen {name}] }}\n")));
        site.With("seeds/people.txt", $"People\n\n{string.Join(". ", people.Select(name => $"Person {name} is Citizen {name}"))}.\n").With("input/articles/people.yaml", "seed: { file: people.txt, sha256: c33d991fb100f57102289ce39c5ccfa94a7daaa629daacdfc810908c24d359ee }\nheadline: People\nsource: source-1\npublished: 2020-01-01\n");
        var built = site.Build();
        var names = Assert.Single(built.Pages.OfType<NamesPage>());

        Assert.True(names.All > NamesPage.Shown);
        Assert.Equal(NamesPage.Shown, names.Records.Length);
        Assert.Equal(names.Records.Select(r => r.Names.All).OrderDescending(), names.Records.Select(r => r.Names.All));
        Assert.Contains($"<p class=\"order\">The first 100 of {names.All} records, most names first, then by name; the number is that of the uses. The names of the others are on their own pages.</p>",
            System.Text.Encoding.UTF8.GetString(built.Files.Single(f => f.Path == "names/index.html").Make()), StringComparison.Ordinal);
    }

    private static string Html(string path) => System.Text.Encoding.UTF8.GetString(LargeSite.Site.Files.Single(f => f.Path == path).Make());

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
