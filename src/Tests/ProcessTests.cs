using Generator.Synthesis;

namespace Tests;

/// <summary>The command as a process: killed, run twice at once, run in other places and locales.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("archive-process-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary><c>KILLS</c> says how many times; every third build is a cold one.</summary>
    [Fact]
    public void A_killed_build_leaves_the_old_site_or_the_new_one_and_nothing_after_the_next()
    {
        using var one = new SiteTest();
        using var two = new SiteTest().With("input/site.yaml", "The Selma archive", "The archive of Selma");
        using var three = new SiteTest("rival-values");
        var sites = new[] { one, two, three };
        var trees = sites.Select((site, i) =>
        {
            var whole = Path.Combine(_folder, $"whole-{i}");
            Assert.Equal(0, Tool.Run(site.Root, "build", "--output", whole).ExitCode);
            return Site(whole);
        }).ToList();
        var (random, output, standing) = (new Random(7), Path.Combine(_folder, "site"), 0);
        Assert.Equal(0, Tool.Run(one.Root, "build", "--output", output).ExitCode);
        var (own, next) = (Path.Combine(output, ".archive"), Path.Combine(_folder, ".site.next"));

        for (var kill = 0; kill < int.Parse(Environment.GetEnvironmentVariable("KILLS") ?? "12", System.Globalization.CultureInfo.InvariantCulture); kill++)
        {
            var coming = (standing + 1 + random.Next(2)) % 3;
            string[] build = ["build", "--output", output, .. kill % 3 == 0 ? new[] { "--clean" } : []];
            using var killed = Tool.Start(sites[coming].Root, build);
            // The first file put aside and the next site's folder are the narrow moments; the others are hit by chance.
            var (clock, after) = (System.Diagnostics.Stopwatch.StartNew(), random.Next(100, 1500));
            while (!killed.HasExited && !(kill % 4 == 0 && Directory.Exists(Path.Combine(own, "staging"))) && !(kill % 4 == 1 && Directory.Exists(next)) && clock.ElapsedMilliseconds < after) Thread.Yield();
            killed.Kill(entireProcessTree: true);
            killed.WaitForExit();
            var left = Site(output);
            Assert.True(left.SequenceEqual(trees[standing]) || left.SequenceEqual(trees[coming]), $"kill {kill}: neither the site before nor the one that was being built");

            Assert.Equal(0, Tool.Run(sites[coming].Root, "build", "--output", output).ExitCode);
            Assert.Equal(trees[coming], Site(output));
            Assert.Equal(["cache", "lock", "manifest"], Directory.EnumerateFileSystemEntries(own).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            Assert.Equal(["articles", "site", "tables"], Directory.EnumerateFileSystemEntries(Path.Combine(own, "cache")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            Assert.False(Directory.Exists(next));
            standing = coming;
        }
    }

    private static List<KeyValuePair<string, string>> Site(string folder) => [.. Tool.Tree(folder).Where(f => !f.Key.StartsWith(".archive", StringComparison.Ordinal))];

    /// <summary>Ctrl+C, or what stops a run of GitHub Actions, while a build reads, and while it writes.</summary>
    [Theory]
    [InlineData("INT", false)]
    [InlineData("TERM", true)]
    public void A_build_that_is_asked_to_stop_stops_and_leaves_the_old_site(string signal, bool writing)
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no such signals");
        using var old = new SiteTest();
        var (root, output) = (Path.Combine(_folder, "large"), Path.Combine(_folder, "site"));
        var (own, next) = (Path.Combine(output, ".archive"), Path.Combine(_folder, ".site.next"));
        new MadeUpArchive(1_500, seed: 1).WriteTo(root);
        Assert.Equal(0, Tool.Run(old.Root, "build", "--output", output).ExitCode);
        var before = Tool.Tree(output);

        using var stopped = Tool.Start(root, ["build", "--output", output]);
        while (!stopped.HasExited && !(writing ? Directory.Exists(next) : File.Exists(Path.Combine(own, "cache", "articles.new")))) Thread.Yield();
        using (var kill = System.Diagnostics.Process.Start("kill", [$"-{signal}", stopped.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) kill.WaitForExit();
        var error = stopped.StandardError.ReadToEnd();
        stopped.WaitForExit();

        Assert.Equal(130, stopped.ExitCode);
        Assert.Equal("Stopped; what was published before stays as it was.\n", error);
        Assert.Equal(before, Tool.Tree(output));
        Assert.Equal(["articles", "site", "tables"], Directory.EnumerateFileSystemEntries(Path.Combine(own, "cache")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.False(Directory.Exists(next));
        Assert.False(Directory.Exists(Path.Combine(own, "staging")));
    }

    [Fact]
    public void Two_builds_at_once_into_one_folder_leave_a_whole_site()
    {
        using var site = new SiteTest();
        var (output, whole) = (Path.Combine(_folder, "site"), Path.Combine(_folder, "whole"));
        Assert.Equal(0, Tool.Run(site.Root, "build", "--output", whole).ExitCode);

        var builds = Enumerable.Range(0, 2).Select(_ => Tool.Start(site.Root, ["build", "--output", output])).ToList();
        foreach (var build in builds) build.WaitForExit();

        Assert.All(builds, b => Assert.Equal(0, b.ExitCode));
        Assert.Equal(Tool.Tree(whole), Tool.Tree(output));
        foreach (var build in builds) build.Dispose();
    }

    [Fact]
    public void The_bytes_do_not_depend_on_locale_time_zone_or_folder()
    {
        using var here = new SiteTest("other-scripts");
        using var there = new SiteTest("other-scripts");
        Tool.Run(here.Root, new Dictionary<string, string?> { ["TZ"] = "Asia/Kathmandu", ["LC_ALL"] = "tr_TR.UTF-8" }, "build", "--output", Path.Combine(_folder, "a"));
        Tool.Run(there.Root, new Dictionary<string, string?> { ["TZ"] = "UTC", ["LC_ALL"] = "C" }, "build", "--output", Path.Combine(_folder, "b"));

        Assert.NotEmpty(Tool.Tree(Path.Combine(_folder, "a")));
        Assert.Equal(Tool.Tree(Path.Combine(_folder, "a")), Tool.Tree(Path.Combine(_folder, "b")));
    }

    [Fact]
    public void The_five_articles_give_the_same_bytes_anywhere_and_a_second_build_writes_nothing()
    {
        var (a, b) = (Path.Combine(_folder, "a"), Path.Combine(_folder, "b"));
        Tool.Run(SiteTest.Checkout, new Dictionary<string, string?> { ["TZ"] = "Asia/Kathmandu", ["LC_ALL"] = "tr_TR.UTF-8" }, "build", "--output", a);
        Tool.Run(SiteTest.Checkout, new Dictionary<string, string?> { ["TZ"] = "UTC", ["LC_ALL"] = "C" }, "build", "--output", b);
        var again = Tool.Run(SiteTest.Checkout, "build", "--output", b);

        Assert.Equal(Tool.Tree(a), Tool.Tree(b));
        Assert.Contains("; 0 files written, ", again.Output, StringComparison.Ordinal);
    }
}
