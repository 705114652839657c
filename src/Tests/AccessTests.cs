using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Tests;

/// <summary>Every kind of page as axe sees it: wide and narrow, light and dark, with all that is folded open.</summary>
public sealed class AccessTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Nobody_is_shut_out_from_a_wide_screen_light_or_dark()
    {
        var complaints = new List<string>();
        // Of a list too long for one page, the first page looks different; its years look like any page.
        foreach (var (kind, path) in browser.Kinds.Concat(browser.LargeKinds.Where(k => k.Key.StartsWith("Cut", StringComparison.Ordinal))))
        {
            var page = await Open(path, 1280, complaints);
            complaints.AddRange(Told(kind, path, await page.RunAxe()));
            // Nothing but colours is other in the dark.
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            complaints.AddRange(Told(kind + " (dark)", path, await page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "rule", Values = ["color-contrast"] } })));
            await page.Context.CloseAsync();
        }
        Assert.True(complaints.Count == 0, string.Join("\n", complaints.Take(20)));
    }

    [Fact]
    public async Task Nobody_is_shut_out_from_a_narrow_screen()
    {
        var complaints = new List<string>();
        foreach (var (kind, path) in browser.Kinds)
        {
            var page = await Open(path, 360, complaints);
            // The colours are those of the wide screen.
            complaints.AddRange(Told(kind, path, await page.RunAxe(new AxeRunOptions { Rules = new() { ["color-contrast"] = new() { Enabled = false } } })));
            await page.Context.CloseAsync();
        }
        Assert.True(complaints.Count == 0, string.Join("\n", complaints.Take(20)));
    }

    private async Task<IPage> Open(string path, int width, List<string> complaints)
    {
        var page = await browser.Open(path, width, complaints);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        return page;
    }

    private static IEnumerable<string> Told(string kind, string path, AxeResult found) =>
        found.Violations.Select(v => $"{kind} {path}: {v.Id}: {v.Help} ({string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))})");
}
