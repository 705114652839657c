using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Tests;

/// <summary>Every link arrives; in the site of the five articles every page is reached from the home page.</summary>
public sealed class LinkTests
{
    [Theory]
    [InlineData("https://archive.example/", "")]
    [InlineData("https://archive.example/archive/", "/archive")]
    public void Every_link_arrives_and_every_page_is_reached(string baseUrl, string basePath)
    {
        var problems = new Generator.Problems();
        var site = new Generator.Build(new(SiteTest.Checkout, baseUrl), problems, _ => { }).Run()!;
        var (pages, broken) = Walked(site, basePath, out var reached);
        Assert.True(pages.Count >= 60, $"only {pages.Count} pages");
        Assert.Empty(broken);
        Assert.Empty(pages.Keys.Except(reached).Except(["/404.html"]));
    }

    [Theory]
    [InlineData("Doro speaks", "")]
    [InlineData("By Mara Odell\nDoro speaks", "text: { byline: [By Mara Odell] }\n")]
    [InlineData("By Mara Odell\nFor the Ledger\nDoro speaks", "text: { byline: [By Mara Odell, For the Ledger] }\n")]
    [InlineData("Doro came", "", "[Doro came]")]
    public void Names_and_passages_in_the_lines_above_a_text_are_reached(string above, string roles, string? supplied = null)
    {
        var text = above + "\n\nDoro spoke, and Doro left.\n";
        using var site = new SiteTest().With("seeds/doro.txt", text).With("input/articles/doro.yaml", $$"""
            seed: { file: doro.txt, sha256: {{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))}} }
            headline: {{(supplied is null ? above.Split('\n')[^1] : "{ text: Of a meeting, evidence: conjecture, why: It has none. }")}}
            source: harbor-ledger
            published: 2031-05-20
            {{roles}}annotations:
              - { quote: {{above.Split('\n')[^1]}}, note: So it begins. }
            """);
        var (pages, broken) = Walked(site.Build(), "", out _);
        Assert.Empty(broken);
        var page = pages["/articles/doro/index.html"];
        Assert.Contains("So it begins.", page.Body!.TextContent, StringComparison.Ordinal);
        // The paragraphs that a name may lead to are counted without the headline.
        Assert.Equal(Enumerable.Range(1, page.QuerySelectorAll(".reading .words").Length).Select(n => $"text.{n}"), page.QuerySelectorAll(".reading .words").Select(p => p.Id));
    }

    /// <summary>The pages of a site, and the links of those that are reached from its home page which lead nowhere.</summary>
    private static (Dictionary<string, IHtmlDocument> Pages, List<string> Broken) Walked(Generator.BuiltSite site, string basePath, out HashSet<string> reached)
    {
        var files = site.Files.ToDictionary(f => "/" + f.Path, f => f.Make());
        var pages = files.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal))
            .ToDictionary(f => f.Key, f => new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(f.Value)));
        var ids = pages.ToDictionary(p => p.Key, p => p.Value.QuerySelectorAll("[id]").Select(e => e.Id!).ToHashSet());
        Assert.Empty(pages.Where(p => p.Value.QuerySelectorAll("[id]").Length != ids[p.Key].Count).Select(p => p.Key));

        var broken = new List<string>();
        reached = ["/index.html"];
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var from))
        {
            foreach (var link in Links(pages[from]))
            {
                if (link.StartsWith("https://", StringComparison.Ordinal) || link.StartsWith("http://", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal)) continue;
                var hash = link.IndexOf('#');
                var (path, fragment) = hash < 0 ? (link, null) : (link[..hash], link[(hash + 1)..]);
                path = path.Split('?')[0];
                if (path.Length > 0 && !path.StartsWith(basePath + "/", StringComparison.Ordinal))
                {
                    broken.Add($"{from}: {link}");
                    continue;
                }
                var file = path.Length == 0 ? from : path[basePath.Length..];
                if (file.EndsWith('/')) file += "index.html";
                if (!files.ContainsKey(file) || (fragment is not null && !ids[file].Contains(Uri.UnescapeDataString(fragment)))) broken.Add($"{from}: {link}");
                else if (pages.ContainsKey(file) && reached.Add(file)) open.Enqueue(file);
            }
        }
        return (pages, broken);
    }

    private static IEnumerable<string> Links(IDocument page) => page.All
        .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src"))
        .OfType<string>();
}
