using AngleSharp;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using Generator;

namespace Tests;

/// <summary>Every folder of <c>Sites</c> is a test: a bad site gives exactly the problems of its <c>problems.txt</c>, a good one the pages of its <c>expected</c>.</summary>
public sealed class SitesTests
{
    public static TheoryData<string> BadSites => Cases(bad: true);

    public static TheoryData<string> GoodSites => Cases(bad: false);

    [Theory]
    [MemberData(nameof(BadSites))]
    public void A_bad_site_is_told_what_is_wrong(string site)
    {
        using var test = new SiteTest(site);

        var built = test.TryBuild(coverage: site.StartsWith("bad-coverage-", StringComparison.Ordinal));

        Compare(Path.Combine(SiteTest.Sites, site, "problems.txt"), test.ProblemText() + "\n");
        Assert.Equal(test.Problems.HasErrors, built is null);
    }

    [Theory]
    [MemberData(nameof(GoodSites))]
    public void A_site_shows_what_is_expected(string site)
    {
        using var test = new SiteTest(site);

        var files = test.Build().Files.ToDictionary(f => f.Path, f => f.Make());

        var folder = Path.Combine(SiteTest.Sites, site, "expected");
        foreach (var path in File.ReadAllLines(Path.Combine(SiteTest.Sites, site, "pages.txt")))
        {
            Assert.True(files.ContainsKey(path), $"the site has no {path}");
            var text = System.Text.Encoding.UTF8.GetString(files[path]);
            Compare(Path.Combine(folder, path.Replace('/', '_')), path.EndsWith(".html", StringComparison.Ordinal) ? MainOf(text) : text);
        }
        var expected = File.ReadAllLines(Path.Combine(SiteTest.Sites, site, "pages.txt")).Select(p => p.Replace('/', '_')).Order(StringComparer.Ordinal);
        Assert.Equal(expected, Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    /// <summary>Compares with the file, or writes it when expectations are being accepted.</summary>
    internal static void Compare(string file, string actual)
    {
        if (SiteTest.Accepting)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }
        Assert.True(File.Exists(file), $"there is no {file}; look at the result and run ACCEPT=1 dotnet test");
        Assert.Equal(File.ReadAllText(file), actual);
    }

    private static string MainOf(string html)
    {
        var main = new HtmlParser().ParseDocument(html).QuerySelector("main")!;
        using var pretty = new StringWriter();
        main.ToHtml(pretty, new PrettyMarkupFormatter { Indentation = " ", NewLine = "\n" });
        return pretty.ToString().Trim() + "\n";
    }

    private static TheoryData<string> Cases(bool bad) =>
        [.. Directory.EnumerateDirectories(SiteTest.Sites).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)
            // The last two are told by verify and by accept, and have tests of their own.
            .Where(name => name != "base" && !name.StartsWith("verify-", StringComparison.Ordinal) && !name.StartsWith("drift-", StringComparison.Ordinal) && name.StartsWith("bad-", StringComparison.Ordinal) == bad)];
}
