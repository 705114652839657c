using Generator.Modules;
using Model;

namespace Tests;

/// <summary>Who stands beside a record how often: the first of very many.</summary>
public sealed class TallyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(3)]
    [InlineData(10_000)]
    public void The_first_are_those_of_all_in_their_order(int most)
    {
        using var site = SiteTest.MadeUp(80, seed: 4);
        var archive = site.Build().Archive;
        var cut = false;
        foreach (var topic in archive.Records.Topics.Values)
        {
            var articles = archive.About(topic.Ref);
            var counts = articles.SelectMany(a => archive.FeaturesOf(a).Where(r => r.Kind == Kind.Actor)).GroupBy(r => r).Select(g => (Actor: g.Key, Count: g.Count()))
                .OrderByDescending(c => c.Count).ThenBy(c => archive.SortNameOf(c.Actor), StringComparer.Ordinal).ThenBy(c => c.Actor).ToList();
            var tallied = archive.Tallies(articles, Kind.Actor, most);

            Assert.Equal(counts.Count, tallied.All);
            Assert.Equal(counts.Take(most).Select(c => new Tally(archive.Link(c.Actor), c.Count)), tallied.Most);
            cut |= tallied.All > tallied.Most.Length;
        }
        Assert.Equal(most < 10_000, cut);
    }

    [Fact]
    public void A_page_that_shows_the_first_of_them_says_of_how_many()
    {
        var hub = LargeSite.Site.Pages.OfType<ActorPage>().Where(p => p.Cut.Shown is null).MaxBy(p => p.With.All)!;
        Assert.True(hub.With.All > Tallied.Shown);
        Assert.Equal(Tallied.Shown, hub.With.Most.Length);
        Assert.DoesNotContain(hub.With.Most, t => t.To.Url == hub.Url);

        var file = LargeSite.Site.Files.Single(f => f.Path == hub.Url.File);
        Assert.Contains($"<a href=\"#section.with\">With whom</a><span class=\"count\"> first {Tallied.Shown}</span>", System.Text.Encoding.UTF8.GetString(file.Make()), StringComparison.Ordinal);
        Assert.Contains($"<p class=\"order\">The first {Tallied.Shown} of {hub.With.All:#,0} actors, by articles together, most first, then by name.</p>", System.Text.Encoding.UTF8.GetString(file.Make()), StringComparison.Ordinal);
    }
}
