using Generator;
using Generator.Cache;
using Generator.Verbs;

namespace Tests;

/// <summary>What an edit leaves as it was planned is not planned again.</summary>
public sealed class StandingPlanTests
{
    [Theory]
    [InlineData("a note", "input/articles/a000042.yaml", "    note: Note *1*", "    note: Another note", false)]
    [InlineData("a note with a link", "input/articles/a000042.yaml", "    note: Note *1*", "    note: See [there](/articles/)", true)]
    [InlineData("a headline", "input/articles/a000042.yaml", "headline: \"", "headline: \"Again ", false)]
    [InlineData("the name of an actor", "input/actors/from-000000.yaml", "name: ", "name: Other ", true)]
    [InlineData("a date", "input/articles/a000042.yaml", "published: 2", "published: 1", true)]
    [InlineData("a page", "input/pages/more.md", "", "---\ntitle: More\n---\nMore.\n", true)]
    [InlineData("an asset", "input/assets/more.txt", "", "More.", true)]
    public void Pages_are_planned_again_only_when_their_plan_can_be_another(string what, string file, string before, string after, bool again)
    {
        using var site = SiteTest.MadeUp(110, 1);
        var (output, options) = (Path.Combine(site.Root, "output"), new BuildOptions(site.Root));
        IncrementalTests.Write(options, output, new());
        if (before.Length == 0) site.With(file, after);
        else site.With(file, before, after);
        var phases = new List<string>();
        Assert.NotNull(WriteSite.To(output, options, clean: false, new(), phases.Add, IncrementalTests.Quiet).Files);
        Assert.True(phases.Contains("Planning the pages") == again, what);
        IncrementalTests.Same(options, output, what);
    }

    [Fact]
    public void A_day_shows_what_annotations_say_and_not_their_notes()
    {
        using var site = SiteTest.MadeUp(110, 1);
        var (output, options) = (Path.Combine(site.Root, "output"), new BuildOptions(site.Root));
        var article = Path.Combine(site.Root, "input/articles/a000042.yaml");
        IncrementalTests.Write(options, output, new());
        site.With("input/articles/a000042.yaml", "    note: Note *1*", "    note: Another note");
        Assert.Equal(1, IncrementalTests.Write(options, output, new()).Made);

        var value = File.ReadLines(article).Select(l => System.Text.RegularExpressions.Regex.Match(l, "value: [0-9]+")).First(m => m.Success).Value;
        site.With("input/articles/a000042.yaml", value, value + "1");
        Assert.InRange(IncrementalTests.Write(options, output, new()).Made, 2, 400);
        IncrementalTests.Same(options, output, "another value");
    }

    [Theory]
    [InlineData("/assets/plan.svg#a", false)]
    [InlineData("/articles/a000042/#section.text", true)]
    public void Who_links_to_a_place_is_checked_again_when_the_place_may_be_gone(string link, bool again)
    {
        using var site = SiteTest.MadeUp(110, 1);
        var (output, options) = (Path.Combine(site.Root, "output"), new BuildOptions(site.Root));
        site.With("input/assets/plan.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g id=\"a\"/></svg>").With("input/pages/more.md", $"---\ntitle: More\n---\nSee [there]({link}).\n");
        IncrementalTests.Write(options, output, new());
        site.With("input/articles/a000042.yaml", "    note: Note *1*", "    note: Another note");
        var phases = new List<string>();
        Assert.NotNull(WriteSite.To(output, options, clean: false, new(), phases.Add, IncrementalTests.Quiet).Files);
        Assert.Equal(again, phases.Contains("Planning the pages"));
    }

    [Fact]
    public void Every_file_can_be_made_as_soon_as_somebody_hears_of_the_planned_site()
    {
        using var site = SiteTest.MadeUp(20, 1);
        var (output, options, heard) = (Path.Combine(site.Root, "output"), new BuildOptions(site.Root), new List<int>());
        for (var build = 0; build < 2; build++)
        {
            WriteSite.To(output, options, clean: false, new(), _ => { }, IncrementalTests.Quiet, planned =>
            {
                if (planned is not null) heard.Add(planned.Files.Count(f => f.Make().Length > 0));
            });
            site.With("input/articles/a000007.yaml", "headline: \"", "headline: \"Again ");
        }
        Assert.Equal(2, heard.Count);
        Assert.Equal(heard[0], heard[1]);
        Assert.True(heard[0] > 100);
    }

    [Fact]
    public void A_file_is_found_by_its_planner_though_others_plan_none()
    {
        var plan = new KeptPlan(0, KeptPaths.Of(["a", "b", "c"]), [], [0, 0, 2, 2, 3, 3], []);
        Assert.Equal([(1, 0), (1, 1), (3, 0)], Enumerable.Range(0, 3).Select(plan.PlannerOf));
    }
}
