using System.Text;
using System.Text.RegularExpressions;
using Generator;
using Generator.Modules;

namespace Tests;

/// <summary>What <c>archive verify</c> says of a site that is as built, and of one that somebody changed. Expectations: <c>Sites/verify-*/problems.txt</c>.</summary>
public sealed class VerifyTests
{
    private const string Page = "articles/harbor-ledger-2031-05-14/index.html";

    [Fact]
    public void A_site_as_built_holds_every_passage_at_its_line()
    {
        using var site = new BuiltFolder();

        var seen = site.Check();

        Assert.Equal("", site.Told());
        Assert.Equal(site.Built.Files.Length, seen.FilesAsBuilt);
        Assert.Equal(2, seen.Seeds);
        Assert.True(seen.Words > 40, $"only {seen.Words} passages were looked at");
    }

    [Fact]
    public void The_real_archive_holds_every_passage_at_its_line_below_another_base_path()
    {
        var built = new Build(new(SiteTest.Checkout, "https://example.org/kept/"), new(), _ => { }).Run()!;
        using var folder = new BuiltFolder(built, SiteTest.Checkout);

        var seen = folder.Check();

        Assert.Equal("", folder.Told());
        Assert.Equal(5, seen.Seeds);
        Assert.True(seen.Words > 1000, $"only {seen.Words} passages were looked at");
    }

    [Fact]
    public void A_quotation_that_was_changed_is_told_at_its_place()
    {
        using var site = new BuiltFolder();
        site.Change("quotations/index.html", "We will not sign a paper", "We will sign a paper");

        site.Check();

        SitesTests.Compare(Path.Combine(SiteTest.Sites, "verify-changed-quotation", "problems.txt"), site.Told());
        Assert.StartsWith("<mark class=\"hit\">We will sign", site.At(Codes.WordsNotThere), StringComparison.Ordinal);
        Assert.StartsWith("sign a paper", site.At(Codes.FileDiffers), StringComparison.Ordinal);
    }

    [Fact]
    public void A_seed_or_text_that_was_changed_is_told()
    {
        using var site = new BuiltFolder();
        site.Change(Page, "it holds nine", "it holds none");
        site.Change("articles/selma-wire-2031-05-10/index.html", "8b09afd86c2be69b", "8b09afd86c2be69c");

        site.Check();

        SitesTests.Compare(Path.Combine(SiteTest.Sites, "verify-changed-seed", "problems.txt"), site.Told());
    }

    [Fact]
    public void A_line_number_that_was_changed_is_told()
    {
        using var site = new BuiltFolder();
        site.Change("claims/phase-one-days/index.html", "#seed.12\"", "#seed.4\"");

        site.Check();

        SitesTests.Compare(Path.Combine(SiteTest.Sites, "verify-changed-line", "problems.txt"), site.Told());
    }

    [Fact]
    public void Files_that_are_missing_or_more_are_told()
    {
        using var site = new BuiltFolder();
        File.Delete(Path.Combine(site.Folder, "robots.txt"));
        File.WriteAllText(Path.Combine(site.Folder, "notes.html"), "<p>Mine</p>");

        site.Check();

        SitesTests.Compare(Path.Combine(SiteTest.Sites, "verify-files", "problems.txt"), site.Told());
    }

    [Fact]
    public void Characters_that_HTML_cannot_say_are_shown_by_their_number_and_verified()
    {
        using var test = new SiteTest();
        const string text = "One\u2028two\u0085three\u000Cfour\rA reader\u00E2\u0099s last\tline.\n";
        test.With("seeds/rare.txt", text).With("input/articles/rare.yaml",
            $"seed: {{ file: rare.txt, sha256: {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)))} }}\nheadline: Rare\nsource: harbor-ledger\npublished: 2031-05-20\ntext: {{ repair: [{{ from: \"â\\x99\", to: ’ }}] }}\n");
        var built = test.TryBuild() ?? throw new InvalidOperationException(test.ProblemText());
        using var folder = new BuiltFolder(built, test.Root);

        folder.Check();

        Assert.Equal("", folder.Told());
        var page = File.ReadAllText(Path.Combine(folder.Folder, "articles/rare/index.html"));
        Assert.Contains("two<span class=\"control\" data-char=\"133\">U&#x2B;0085</span>three", page, StringComparison.Ordinal);
        Assert.Contains("<del class=\"repair\">â<span class=\"control\" data-char=\"153\">U&#x2B;0099</span></del><ins class=\"repair\">’</ins>s last", page, StringComparison.Ordinal);
        Assert.DoesNotContain("&#x99;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_says_what_it_saw()
    {
        using var test = new SiteTest();
        var output = Path.Combine(test.Root, "output");
        Assert.Equal(0, Tool.Run(test.Root, "build", "--base-url", "https://example.org/kept/").ExitCode);

        var good = Tool.Run(test.Root, "verify", output);
        File.AppendAllText(Path.Combine(output, "index.html"), "<!-- -->");
        var changed = Tool.Run(test.Root, "verify", output, "--format", "json");
        var nothing = Tool.Run(test.Root, "verify", test.Root);

        Assert.Matches("^[0-9]+ files: [0-9]+ as the record builds them; [0-9]+ passages at the lines of the seeds that their pages name; 2 seeds shown as they are\n$", good.Output);
        Assert.Equal((0, ""), (good.ExitCode, good.Error));
        Assert.Equal(1, changed.ExitCode);
        Assert.Contains("\"code\":\"A802\"", changed.Error, StringComparison.Ordinal);
        Assert.Equal(2, nothing.ExitCode);
        Assert.Equal($"{test.Root} is not a built site: it has no index.html\n", nothing.Error);
    }

    private sealed class BuiltFolder : IDisposable
    {
        private readonly SiteTest? _test;
        private readonly string _root;
        private readonly Problems _problems = new();

        public BuiltFolder()
        {
            _test = new SiteTest();
            (Built, _root) = (_test.Build(), _test.Root);
            Folder = Write(Built);
        }

        public BuiltFolder(BuiltSite built, string root) => (Built, _root, Folder) = (built, root, Write(built));

        public BuiltSite Built { get; }

        public string Folder { get; }

        public SiteSeen Check() => CheckSite.Against(_root, Folder, "site", Built.Archive, Built.Files, _problems);

        public void Change(string file, string old, string replacement)
        {
            var path = Path.Combine(Folder, file);
            var text = File.ReadAllText(path);
            Assert.Contains(old, text, StringComparison.Ordinal);
            File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal), new UTF8Encoding(false));
        }

        /// <summary>The problems without line and column, which change with every touch of the theme.</summary>
        public string Told()
        {
            var sources = new SourceLines(Folder);
            return string.Concat(_problems.Sorted().OrderBy(p => p.Place.File, StringComparer.Ordinal).ThenBy(p => p.Code.Code, StringComparer.Ordinal).ThenBy(p => p.Message, StringComparer.Ordinal)
                .Select(p => Regex.Replace(Report.Plain(p, sources), @"^([^:\n]+):\d+:\d+:", "$1:") + "\n"));
        }

        /// <summary>What stands where the first problem of this code points to.</summary>
        public string At(ProblemCode code)
        {
            var place = _problems.Sorted().First(p => p.Code == code).Place;
            return File.ReadAllLines(Path.Combine(Folder, place.File["site/".Length..]))[place.Line - 1][(place.Column - 1)..];
        }

        public void Dispose()
        {
            Directory.Delete(Folder, recursive: true);
            _test?.Dispose();
        }

        private static string Write(BuiltSite site)
        {
            var folder = Directory.CreateTempSubdirectory("archive-site-").FullName;
            foreach (var file in site.Files)
            {
                var path = Path.Combine(folder, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, file.Make());
            }
            return folder;
        }
    }
}
