using System.Diagnostics;
using System.Text.RegularExpressions;
using Generator;
using Generator.Modules;
using Generator.Record;

namespace Tests;

/// <summary>What becomes of anchors when a seed changes, and how the new text is pinned. Expectations: <c>Sites/drift-*/problems.txt</c>.</summary>
public sealed class DriftTests
{
    private const string Seed = "seeds/harbor-ledger-2031-05-14.txt";
    private const string Record = "input/articles/harbor-ledger-2031-05-14.yaml";

    [Fact]
    public void Each_anchor_of_a_changed_seed_is_told()
    {
        using var test = InGit();
        test.With(Seed, "Kestrian Prime Minister", "Updated.\n\nKestrian Prime Minister")
            .With(Seed, "resumed truce talks", "re\u00ADsumed truce talks")
            .With(Seed, "that leaves one of them behind", "that leaves all of them behind")
            .With(Seed, "The Northern Front, citing", "On Monday it holds nine. The Northern Front, citing")
            .With(Seed, "a list of 14 names", "a list of 15 names")
            .With(Seed, "12 captives were still alive", "12 captives were still alive, he hoped");

        test.TryBuild();

        SitesTests.Compare(Path.Combine(SiteTest.Sites, "drift-in-git", "problems.txt"), test.ProblemText() + "\n");
    }

    [Fact]
    public void Without_the_pinned_text_nothing_is_said_to_have_moved()
    {
        using var test = new SiteTest();
        test.With(Seed, "Kestrian Prime Minister", "Updated.\n\nKestrian Prime Minister").With(Seed, "a list of 14 names", "a list of 15 names");

        test.TryBuild();

        SitesTests.Compare(Path.Combine(SiteTest.Sites, "drift-without-history", "problems.txt"), test.ProblemText() + "\n");
    }

    [Fact]
    public void A_text_whose_anchors_all_have_a_place_is_pinned()
    {
        using var test = InGit();
        test.With(Seed, "Kestrian Prime Minister", "Updated.\n\nKestrian Prime Minister");
        var before = File.ReadAllText(Path.Combine(test.Root, Record));

        var accepted = Tool.Run(test.Root, "accept", "harbor-ledger-2031-05-14");

        Assert.Equal((0, ""), (accepted.ExitCode, accepted.Error));
        Assert.StartsWith("harbor-ledger-2031-05-14: the seed changed; of 9 anchors 1 stands unchanged, 8 moved\n", accepted.Output, StringComparison.Ordinal);
        Assert.Contains("  moved        line 6 -> 8        \"12 captives were still alive\"\n", accepted.Output, StringComparison.Ordinal);
        var after = File.ReadAllText(Path.Combine(test.Root, Record));
        Assert.Equal(before, Regex.Replace(after, "sha256: [0-9a-f]{64}, pinned: [0-9]{4}-[0-9]{2}-[0-9]{2} }", "sha256: 21b70b2e1eecc64dbec8b1f228aadca45588a416cefbe2c0785f27c9a94308d9 }"));
        Assert.Equal(0, Tool.Run(test.Root, "check", "--strict").ExitCode);
        Assert.Equal("harbor-ledger-2031-05-14: the seed is the text that the record pins; there is nothing to accept\n", Tool.Run(test.Root, "accept", "harbor-ledger-2031-05-14").Output);
    }

    [Fact]
    public void A_text_that_lost_anchors_is_not_pinned()
    {
        using var test = InGit();
        test.With(Seed, "a list of 14 names", "a list of 15 names");
        var before = File.ReadAllText(Path.Combine(test.Root, Record));

        var refused = Tool.Run(test.Root, "accept", "harbor-ledger-2031-05-14");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("error A401: the text does not have the words \"a list of 14 names\"", refused.Error, StringComparison.Ordinal);
        Assert.EndsWith("1 problem, so the new text is not pinned yet; mend them, then accept it again\n", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Path.Combine(test.Root, Record)));
    }

    [Fact]
    public void A_seed_that_was_never_pinned_is_pinned_and_an_unknown_article_is_refused()
    {
        using var test = new SiteTest("bad-seed-unpinned");

        var accepted = Tool.Run(test.Root, "accept", "selma-wire-2031-05-10");
        var unknown = Tool.Run(test.Root, "accept", "selma-wire-2031-05-11");

        Assert.Equal((0, ""), (accepted.ExitCode, accepted.Error));
        Assert.Equal(0, Tool.Run(test.Root, "check", "--strict").ExitCode);
        Assert.Equal((2, "no article is called \"selma-wire-2031-05-11\"; did you mean \"selma-wire-2031-05-10\"?\n"), (unknown.ExitCode, unknown.Error));
    }

    [Theory]
    [InlineData("seed: { file: a.txt, sha256: old }\nby: x\n", "seed: { file: a.txt, sha256: NEW, pinned: 2031-05-20 }\nby: x\n")]
    [InlineData("seed: { file: a.txt }\n", "seed: { file: a.txt, sha256: NEW, pinned: 2031-05-20 }\n")]
    [InlineData("seed: { pinned: 2030, file: 'a.txt' } # why\n", "seed: { pinned: 2031-05-20, file: 'a.txt', sha256: NEW } # why\n")]
    [InlineData("seed:\n  file: a.txt # the text\n  sha256: \"old\"\nby: x\n", "seed:\n  file: a.txt # the text\n  sha256: NEW\n  pinned: 2031-05-20\nby: x\n")]
    [InlineData("seed:\r\n  sha256: old\r\n  file: a.txt", "seed:\r\n  sha256: NEW\r\n  pinned: 2031-05-20\r\n  file: a.txt")]
    [InlineData("headline: é — “𝄞”\nseed:\n    file: a.txt\n", "headline: é — “𝄞”\nseed:\n    file: a.txt\n    sha256: NEW\n    pinned: 2031-05-20\n")]
    public void A_pin_changes_nothing_else(string before, string after)
    {
        var map = (MapNode)ReadYaml.Read("a.yaml", System.Text.Encoding.UTF8.GetBytes(before), new Problems())!;

        Assert.Equal(after, WritePin.Into(before, (MapNode)map["seed"]!, "NEW", "2031-05-20"));
    }

    [Theory]
    [InlineData("three-hour meeting", "a three–hour meeting was", "three–hour meeting")]
    [InlineData("one—two", "so one — two it is", "one — two")]
    [InlineData("wait... no", "wait… no", "wait… no")]
    [InlineData("first find", "the first\u00A0ﬁnd of", "first\u00A0ﬁnd")]
    [InlineData("zero", "ze\u00ADro", "ze\u00ADro")]
    [InlineData("Zero", "zero", null)]
    [InlineData("a-b", "a-b and a–b", null)]
    [InlineData("-", "", null)]
    public void Typography_is_dashes_points_ligatures_and_what_nobody_sees(string words, string text, string? found) =>
        Assert.Equal(found, Typography.Find(words, text) is var (start, end) ? text[start..end] : null);

    private static SiteTest InGit()
    {
        var test = new SiteTest();
        Git("init", "-q");
        Git("add", "-A");
        Git("-c", "user.name=Mara Odell", "-c", "user.email=mara@ledger.example", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "The archive");
        return test;

        void Git(params string[] arguments)
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = test.Root, RedirectStandardOutput = true, RedirectStandardError = true })!;
            git.WaitForExit();
            Assert.True(git.ExitCode == 0, git.StandardError.ReadToEnd());
        }
    }
}
