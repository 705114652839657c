using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Tests;

/// <summary>The site of the five articles: every link arrives, and every page is reached from the home page.</summary>
public sealed class LinkTests
{
    [Theory]
    [InlineData("https://archive.example/", "")]
    [InlineData("https://archive.example/archive/", "/archive")]
    public void Every_link_arrives_and_every_page_is_reached(string baseUrl, string basePath)
    {
        var problems = new Generator.Problems();
        var site = new Generator.Build(new(SiteTest.Checkout, baseUrl), problems, _ => { }).Run()!;
        var files = site.Files.ToDictionary(f => "/" + f.Path, f => f.Make());
        var pages = files.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal))
            .ToDictionary(f => f.Key, f => new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(f.Value)));
        Assert.True(pages.Count >= 60, $"only {pages.Count} pages");
        var ids = pages.ToDictionary(p => p.Key, p => p.Value.QuerySelectorAll("[id]").Select(e => e.Id!).ToHashSet());
        Assert.Empty(pages.Where(p => p.Value.QuerySelectorAll("[id]").Length != ids[p.Key].Count).Select(p => p.Key));

        var broken = new List<string>();
        var reached = new HashSet<string> { "/index.html" };
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
        Assert.Empty(broken);
        Assert.Empty(pages.Keys.Except(reached).Except(["/404.html"]));
    }

    private static IEnumerable<string> Links(IDocument page) => page.All
        .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src"))
        .OfType<string>();
}
