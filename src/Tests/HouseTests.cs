using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Tests;

/// <summary>The rules of the house: who may depend on whom, and where a package is known.</summary>
public sealed partial class HouseTests
{
    private static string Source(string folder) => Path.Combine(SiteTest.Checkout, folder);

    private static IEnumerable<string> Files(string folder, params string[] endings) => Directory.EnumerateFiles(Source(folder), "*", SearchOption.AllDirectories)
        .Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)) && !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    private static IEnumerable<string> Names(Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!);

    [Fact]
    public void The_model_knows_nothing_but_the_runtime() =>
        Assert.All(Names(typeof(Model.Archive).Assembly), n => Assert.StartsWith("System.", n, StringComparison.Ordinal));

    [Fact]
    public void The_theme_knows_the_model_and_the_web_framework_only() =>
        Assert.All(Names(typeof(Theme.Assets).Assembly), n => Assert.True(n == "Model" || n.StartsWith("System.", StringComparison.Ordinal) || n.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || n.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal), n));

    [Fact]
    public void The_model_reads_no_files_and_no_clock() => Assert.All(Files("src/Model", ".cs"), f =>
        Assert.DoesNotMatch(@"\b(File|Directory|DateTime|DateTimeOffset|Stopwatch|Environment|Console|Random)\.", File.ReadAllText(f).Replace("seed.File", "", StringComparison.Ordinal)));

    [Fact]
    public void Pages_know_no_clock_and_no_chance() => Assert.All(Files("theme", ".cs", ".razor").Concat(Files("src/Generator/Pipelines", ".cs")).Concat(Files("src/Generator/Modules", ".cs")), f =>
        Assert.DoesNotMatch(@"\b(DateTime|DateTimeOffset|Guid|Random)\.", File.ReadAllText(f)));

    [Theory]
    [InlineData("YamlDotNet", "src/Generator/Editing/ReadLayout.cs", "src/Generator/Modules/ReadYaml.cs")]
    [InlineData("Markdig", "src/Generator/Modules/ReadMarkdown.cs")]
    [InlineData("Spectre.Console", "src/Generator/Report.cs")]
    [InlineData("AngleSharp", "src/Generator/Modules/ReadSite.cs")]
    public void A_package_is_known_to_the_files_that_are_there_for_it(string package, params string[] files) =>
        Assert.Equal(files, Files("src/Generator", ".cs").Where(f => File.ReadAllText(f).Contains($"using {package}", StringComparison.Ordinal)).Select(f => Path.GetRelativePath(SiteTest.Checkout, f)).Order(StringComparer.Ordinal));

    [Fact]
    public void Raw_markup_is_made_in_one_place_of_the_theme() =>
        Assert.Single(Files("theme", ".cs", ".razor"), f => File.ReadAllText(f).Contains("MarkupString", StringComparison.Ordinal) || File.ReadAllText(f).Contains("AddMarkupContent", StringComparison.Ordinal));

    [Fact]
    public void Modules_do_not_know_the_build_and_pipelines_do_not_call_each_other()
    {
        Assert.All(Files("src/Generator/Modules", ".cs"), f => Assert.DoesNotMatch(@"using Generator\.(Verbs|Serving);|\bnew Build\(", File.ReadAllText(f)));
        Assert.All(Files("src/Generator/Pipelines", ".cs"), f => Assert.DoesNotMatch(@"using Generator\.(Verbs|Serving);|\bnew Build\(", File.ReadAllText(f)));
        Assert.All(Files("src/Generator/Record", ".cs"), f => Assert.DoesNotMatch(@"using Generator\.(Verbs|Serving|Pipelines);", File.ReadAllText(f)));
    }

    [Fact]
    public void A_pipeline_is_called_by_the_build_alone()
    {
        // Annotations are the second half of the pipeline of articles.
        var pipelines = Files("src/Generator/Pipelines", ".cs").Select(f => Path.GetFileNameWithoutExtension(f)).ToList();
        var calls = Files("src/Generator/Pipelines", ".cs").Concat(Files("src/Generator/Modules", ".cs")).Concat(Files("src/Generator/Record", ".cs"))
            .SelectMany(_ => pipelines, (file, pipeline) => (File: file, Pipeline: pipeline))
            .Where(c => c.Pipeline != Path.GetFileNameWithoutExtension(c.File) && Regex.IsMatch(File.ReadAllText(c.File), $@"(?<![\w.\])]){c.Pipeline}\.(Read|Pages|Files|Of|Whole)\("));
        Assert.Empty(calls);
        Assert.All(Files("src/Generator/Modules", ".cs").Concat(Files("src/Generator/Record", ".cs")), f => Assert.DoesNotContain("using Generator.Pipelines", File.ReadAllText(f), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_problem_code_is_permanent_unique_and_explained()
    {
        var codes = Generator.Codes.All;
        Assert.All(codes, c => Assert.Matches("^A[0-9]{3}$", c.Code));
        Assert.Equal(codes.Count, codes.Select(c => c.Code).Distinct().Count());
        Assert.All(codes, c => Assert.EndsWith(".", c.Paragraph, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_problem_code_of_the_record_has_a_bad_site()
    {
        var told = string.Concat(Directory.EnumerateFiles(SiteTest.Sites, "problems.txt", SearchOption.AllDirectories).Select(File.ReadAllText));
        // A file of 2 MB is made by a test rather than kept; and no two files of one archive can have one path.
        Assert.Empty(Generator.Codes.All.Select(c => c.Code).Except(["A001", "A601"]).Where(c => !told.Contains($" {c}:", StringComparison.Ordinal)));
    }

    [Fact]
    public void At_the_top_level_nothing_stands_but_what_was_wished_for_and_what_tools_demand()
    {
        string[] wished = ["input", "theme", "src", "seeds", "README.md", "Archive.sln"];
        string[] demanded = ["LICENSE", "global.json", "Directory.Build.props", "Directory.Packages.props", "CONTRIBUTING.md"];
        string[] made = ["output", "TestResults"];
        Assert.Empty(Directory.EnumerateFileSystemEntries(SiteTest.Checkout).Select(p => Path.GetFileName(p)).Where(n => !n.StartsWith('.')).Except(wished).Except(demanded).Except(made));
    }

    [Fact]
    public void Package_versions_stand_in_one_place_and_restores_are_locked()
    {
        var projects = Files("src", ".csproj").Concat(Files("theme", ".csproj")).ToList();
        Assert.All(projects, p => Assert.Empty(XDocument.Load(p).Descendants("PackageReference").Where(r => r.Attribute("Version") is not null)));
        Assert.All(projects, p => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(p)!, "packages.lock.json")), p));
    }

    [Fact]
    public void Files_stay_readable() =>
        Assert.Empty(Files("src", ".cs").Concat(Files("theme", ".cs", ".razor")).Where(f => File.ReadLines(f).Count() > 300).Select(f => Path.GetRelativePath(SiteTest.Checkout, f)));

    [GeneratedRegex(@"\b(Manager|Helper|Util|Utils|Service|Processor|Context|Base|Common)\b")]
    private static partial Regex EmptyWord();

    [Fact]
    public void No_type_has_an_empty_name() =>
        Assert.Empty(new[] { typeof(Model.Archive), typeof(Theme.Assets), typeof(Generator.Problems) }.SelectMany(t => t.Assembly.GetTypes())
            .Where(t => t.IsPublic && EmptyWord().IsMatch(Regex.Replace(t.Name, "(?<=[a-z])(?=[A-Z])", " "))).Select(t => t.FullName));

    [Fact]
    public void The_seeds_are_the_texts_that_were_received() => Assert.Equal(
        ["86235ea265f66c552b71d8ff42b384d6d52479722aadeef37abb2772c5683ce2", "92c37f4425f79fba42769d23b88a0012aa6a8dae85ef74a4fb90aa987e82db90", "5f67baf0300bd18ae6fcea56b794fa8e580b1d06d46ced85aea60d2ca892afac", "a0200af1df4850864afcad650d3eaaa2a863705738477d0f9ba4e87e4984f521", "da5ccd9fba3bc4a9a8fca73f746c3448982c4852ca445dacd37174a6570669ed"],
        new[] { "003", "004", "001", "002", "000" }.Select(n => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Directory.GetFiles(Source("seeds"), n + "_*").Single())))));
}
