using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Tests;

/// <summary>Every kind of page as axe sees it: wide and narrow, light and dark, with all that is folded open.</summary>
public sealed class AccessTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task Nobody_is_shut_out(int width, ColorScheme scheme)
    {
        var complaints = new List<string>();
        // Of a list too long for one page, the first page looks different; its years look like any page.
        foreach (var (kind, path) in width == 1280 && scheme == ColorScheme.Light ? browser.Kinds.Concat(browser.LargeKinds.Where(k => k.Key.StartsWith("Cut", StringComparison.Ordinal))) : browser.Kinds)
        {
            var page = await browser.Open(path, width, complaints, scheme);
            // What is folded is looked at too.
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
            var found = await page.RunAxe();
            complaints.AddRange(found.Violations.Select(v => $"{kind} {path}: {v.Id}: {v.Help} ({string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))})"));
            await page.Context.CloseAsync();
        }
        Assert.True(complaints.Count == 0, string.Join("\n", complaints.Take(20)));
    }
}
