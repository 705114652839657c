using System.Text.Json;

namespace Tests;

/// <summary>The contract of the command line: exit codes, forms, what goes where.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly SiteTest _site = new();

    public void Dispose() => _site.Dispose();

    private SiteTest Broken() => _site.With("input/articles/selma-wire-2031-05-10.yaml", "source: selma-wire", "source: selma-wier");

    [Fact]
    public void Build_is_the_default_and_says_what_it_did_in_one_line()
    {
        var run = Tool.Run(_site.Root);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"^\d+ pages; \d+ files written, 0 unchanged, 0 removed; \d+\.\d\d s\n$", run.Output);
        Assert.True(File.Exists(Path.Combine(_site.Root, "output", "index.html")));
    }

    [Fact]
    public void The_root_is_found_from_a_folder_below_it()
    {
        Assert.Equal(0, Tool.Run(Path.Combine(_site.Root, "input", "articles"), "check").ExitCode);
    }

    [Fact]
    public void Check_writes_nothing()
    {
        var before = Tool.Tree(_site.Root);
        var run = Tool.Run(_site.Root, "check");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"^2 articles, \d+ annotations, \d+ pages: no problems\n$", run.Output);
        Assert.Equal(before, Tool.Tree(_site.Root));
    }

    [Fact]
    public void A_record_with_problems_exits_1_and_leaves_the_last_site_as_it_was()
    {
        Assert.Equal(0, Tool.Run(_site.Root).ExitCode);
        var before = Tool.Tree(Path.Combine(_site.Root, "output"));
        Broken();

        var run = Tool.Run(_site.Root);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.EndsWith("1 problem, nothing written\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, Tool.Tree(Path.Combine(_site.Root, "output")));
    }

    [Fact]
    public void Problems_come_as_an_object_a_line()
    {
        Broken();
        var run = Tool.Run(_site.Root, "check", "--format", "json");

        var problem = JsonDocument.Parse(run.Error).RootElement;
        Assert.Equal(["file", "line", "column", "endLine", "endColumn", "severity", "code", "message", "hint"], problem.EnumerateObject().Select(p => p.Name));
        Assert.Equal("input/articles/selma-wire-2031-05-10.yaml", problem.GetProperty("file").GetString());
        Assert.Equal((1, "error", "A102"), (run.ExitCode, problem.GetProperty("severity").GetString()!, problem.GetProperty("code").GetString()!));
    }

    [Fact]
    public void GitHub_gets_ten_annotations_at_most_and_the_rest_in_the_summary()
    {
        for (var i = 0; i < 15; i++) _site.With($"input/actors/a{i:00}.yaml", $"actor-{i:00}: {{ type: Person, name: Actor {i:00}, colour: red }}\n");
        var summary = Path.Combine(_site.Root, "summary.md");

        var run = Tool.Run(_site.Root, new Dictionary<string, string?> { ["GITHUB_ACTIONS"] = "true", ["GITHUB_STEP_SUMMARY"] = summary }, "check");

        var annotations = run.Error.Split('\n').Where(l => l.StartsWith("::error ", StringComparison.Ordinal)).ToList();
        Assert.Equal(10, annotations.Count);
        Assert.StartsWith("::error file=input/actors/a00.yaml,line=1,col=43,endLine=1,endColumn=49,title=A101 Unknown key::", annotations[0], StringComparison.Ordinal);
        Assert.Contains("and 5 more problems: see the summary", annotations[9], StringComparison.Ordinal);
        Assert.Equal(15, File.ReadAllLines(summary).Count(l => l.StartsWith("| input/", StringComparison.Ordinal)));
    }

    [Fact]
    public void In_a_pull_request_its_own_files_come_first()
    {
        void Git(params string[] arguments)
        {
            using var git = System.Diagnostics.Process.Start("git", ["-C", _site.Root, "-c", "user.name=t", "-c", "user.email=t@example.org", .. arguments]);
            git.WaitForExit();
            Assert.Equal(0, git.ExitCode);
        }
        for (var i = 0; i < 15; i++) _site.With($"input/actors/a{i:00}.yaml", $"actor-{i:00}: {{ type: Person, name: Actor {i:00}, colour: red }}\n");
        Git("init", "--quiet");
        Git("add", ".");
        Git("commit", "--quiet", "--message", "before");
        _site.With("input/topics/z.yaml", "harbours: { name: Harbours, colour: blue }\n");
        Git("add", ".");
        Git("commit", "--quiet", "--message", "the pull request");

        string First(string happening) => Tool.Run(_site.Root, new Dictionary<string, string?> { ["GITHUB_ACTIONS"] = "true", ["GITHUB_EVENT_NAME"] = happening }, "check").Error.Split('\n').First(l => l.StartsWith("::error ", StringComparison.Ordinal));
        Assert.StartsWith("::error file=input/topics/z.yaml,line=1,", First("pull_request"), StringComparison.Ordinal);
        Assert.StartsWith("::error file=input/actors/a00.yaml,line=1,", First("push"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_does_not_stop_a_build_but_does_with_strict()
    {
        _site.With("seeds/unused.txt", "Nobody uses this.\n");

        var (lenient, strict) = (Tool.Run(_site.Root, "check"), Tool.Run(_site.Root, "check", "--strict"));

        Assert.Equal((0, 1), (lenient.ExitCode, strict.ExitCode));
        Assert.Contains("warning A206", lenient.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("biuld")]
    [InlineData("build", "--colour")]
    [InlineData("build", "--output")]
    [InlineData("build", "--base-url", "javascript:alert(1)")]
    [InlineData("build", "--format", "xml")]
    [InlineData("build", "--root", "/nowhere/at/all")]
    [InlineData("explain")]
    [InlineData("explain", "no-such-id")]
    [InlineData("build", "--output", "input")]
    public void A_wrong_command_line_exits_2_with_a_sentence(params string[] arguments)
    {
        var run = Tool.Run(_site.Root, arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.NotEqual("", run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_an_archive_the_way_in_is_said()
    {
        var run = Tool.Run(Path.GetPathRoot(_site.Root)!, "check");

        Assert.Equal((2, "no folder above this one holds input/site.yaml; go into the archive, or name it with --root\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public void A_file_that_cannot_be_read_exits_3()
    {
        File.CreateSymbolicLink(Path.Combine(_site.Root, "input", "articles", "gone.yaml"), Path.Combine(_site.Root, "nowhere.yaml"));
        var run = Tool.Run(_site.Root, "check");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("gone.yaml", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("mistake in archive itself", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_may_not_be_written_exits_3()
    {
        File.WriteAllText(Path.Combine(_site.Root, "blocked"), "");
        var run = Tool.Run(_site.Root, "build", "--output", Path.Combine(_site.Root, "blocked", "site"));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("what was published before stays as it was", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_the_editor_in_the_output_is_refused_and_kept()
    {
        Assert.Equal(0, Tool.Run(_site.Root).ExitCode);
        var mine = Path.Combine(_site.Root, "output", "topics", "new-topic", "index.html");
        Directory.CreateDirectory(Path.GetDirectoryName(mine)!);
        File.WriteAllText(mine, "mine");
        _site.With("input/topics/new.yaml", "new-topic: { name: A new topic }\n");

        var run = Tool.Run(_site.Root);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("topics/new-topic/index.html", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(mine));
    }

    [Fact]
    public void The_base_path_stands_before_every_link()
    {
        Assert.Equal(0, Tool.Run(_site.Root, "build", "--base-url", "https://example.org/deep/archive").ExitCode);

        var home = File.ReadAllText(Path.Combine(_site.Root, "output", "index.html"));
        Assert.Contains("href=\"/deep/archive/articles/\"", home, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/articles/\"", home, StringComparison.Ordinal);
    }

    [Fact]
    public void Drafts_are_published_only_when_asked_for()
    {
        var article = File.ReadAllText(Path.Combine(_site.Root, "input/articles/selma-wire-2031-05-10.yaml"));
        File.Delete(Path.Combine(_site.Root, "input/articles/selma-wire-2031-05-10.yaml"));
        _site.With("input/drafts/selma-wire-draft.yaml", article);
        _site.With("input/articles/harbor-ledger-2031-05-14.yaml", "selma-wire-2031-05-10, on", "selma-wire-draft, on");

        Assert.Equal(1, Tool.Run(_site.Root, "check").ExitCode);
        Assert.Equal(0, Tool.Run(_site.Root, "build", "--drafts").ExitCode);
        Assert.True(File.Exists(Path.Combine(_site.Root, "output/articles/selma-wire-draft/index.html")));
    }

    [Fact]
    public void Explain_tells_what_a_problem_code_means()
    {
        var run = Tool.Run(_site.Root, "explain", "a102");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("A102: Unknown id (error)\nNo record of that kind has this id.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_watches_until_it_is_stopped()
    {
        using var check = Tool.Start(_site.Root, ["check", "--watch"]);
        try
        {
            while (await check.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.EndsWith("no problems", StringComparison.Ordinal)) { }
            Broken();
            var problem = await check.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
            Assert.Contains("error A102: no source is called \"selma-wier\"", problem, StringComparison.Ordinal);
        }
        finally
        {
            check.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public void Explain_tells_what_an_id_is_where_it_is_written_and_who_refers_to_it()
    {
        var run = Tool.Run(_site.Root, "explain", "captives-held");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("claim captives-held: Captives held by the Northern Front and alive\n  written in   input/claims/all.yaml\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("12 people: \"12 captives were still alive\" (harbor-ledger-2031-05-14#f1, line 6 of the seed)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Stats_counts_what_there_is()
    {
        var run = Tool.Run(_site.Root, "stats");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"(?m)^articles +2$", run.Output);
        Assert.Matches(@"(?m)^  direct quotations +1$", run.Output);
        Assert.Matches(@"(?m)^of GitHub Pages' 1 GB +0\.\d\d%$", run.Output);
    }

    [Fact]
    public void No_escape_codes_reach_a_file()
    {
        Broken();
        Assert.DoesNotContain('\u001b', Tool.Run(_site.Root, "check").Error);
    }
}
