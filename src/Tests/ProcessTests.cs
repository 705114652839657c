namespace Tests;

/// <summary>The command as a process: killed, run twice at once, run in other places and locales.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("archive-process-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_killed_build_never_harms_the_site_of_the_next()
    {
        using var old = new SiteTest();
        using var changed = new SiteTest().With("input/site.yaml", "The Selma archive", "The archive of Selma");
        var output = Path.Combine(_folder, "site");
        var whole = Path.Combine(_folder, "whole");
        Assert.Equal(0, Tool.Run(changed.Root, "build", "--output", whole).ExitCode);
        var random = new Random(7);

        for (var kill = 0; kill < 12; kill++)
        {
            Assert.Equal(0, Tool.Run(old.Root, "build", "--output", output).ExitCode);
            using var build = Tool.Start(changed.Root, ["build", "--output", output]);
            // The journal and the first staged file are the narrow moments; the others are hit by chance.
            var own = Path.Combine(output, ".archive");
            var wait = System.Diagnostics.Stopwatch.StartNew();
            while (!build.HasExited && !(kill % 3 == 0 && File.Exists(Path.Combine(own, "journal"))) && !(kill % 3 == 1 && Directory.Exists(Path.Combine(own, "staging")))
                   && !(kill % 3 == 2 && wait.ElapsedMilliseconds > random.Next(200, 1500))) Thread.Yield();
            build.Kill(entireProcessTree: true);
            build.WaitForExit();

            Assert.Equal(0, Tool.Run(changed.Root, "build", "--output", output).ExitCode);
            Assert.Equal(Tool.Tree(whole), Tool.Tree(output));
        }
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
