using Microsoft.Playwright;

namespace Benchmarks.Search;

/// <summary>The search page of an archive, driven as a reader would.</summary>
public sealed class OurSearch(IBrowser browser, string address)
{
    /// <summary>The bytes that a browser which has never been here loads of the search's scripts and index until results, filters and counts are shown.</summary>
    public async Task<double> FirstSearch(string words, string topic, bool everyGroup)
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var loads = new Loads(page, url => url.Contains("/search/index/", StringComparison.Ordinal) || url.Contains("/assets/search/", StringComparison.Ordinal));
        var query = $"?q={Uri.EscapeDataString(words)}&topic={topic}";
        await page.GotoAsync($"{address}/search/{query}");
        await page.WaitForSelectorAsync("#search\\.results[data-for]", new() { State = WaitForSelectorState.Attached });
        if (everyGroup) await page.EvaluateAsync("document.querySelectorAll('#search\\\\.filters details').forEach(d => d.open = true)");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return await loads.Bytes();
    }

    /// <summary>How many sentences find their article among the first three, and the milliseconds from the last key to the results of each.</summary>
    public async Task<(int Found, List<double> Times)> Known(IEnumerable<(string Words, string Article)> sentences)
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{address}/search/");
        var (found, times) = (0, new List<double>());
        foreach (var (words, article) in sentences)
        {
            var input = page.Locator("#search\\.text");
            await page.EvaluateAsync("document.getElementById('search.results').removeAttribute('data-for')");
            await input.FillAsync(words[..^1]);
            await page.WaitForSelectorAsync("#search\\.results[data-for]", new() { State = WaitForSelectorState.Attached });
            await page.EvaluateAsync("""
                () => {
                  const list = document.getElementById('search.results');
                  list.removeAttribute('data-for');
                  delete window.took;
                  document.getElementById('search.text').addEventListener('input', () => {
                    const from = performance.now();
                    const watch = new MutationObserver(() => { if ('for' in list.dataset) { window.took = performance.now() - from; watch.disconnect(); } });
                    watch.observe(list, { attributes: true });
                  }, { once: true, capture: true });
                }
                """);
            await input.PressSequentiallyAsync(words[^1..]);
            await page.WaitForSelectorAsync("#search\\.results[data-for]", new() { State = WaitForSelectorState.Attached });
            times.Add(await page.EvaluateAsync<double>("() => { if (!(window.took > 0)) throw new Error('nothing was measured'); return window.took; }"));
            var first = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('#search\\\\.results h3 a')].slice(0, 3).map(a => a.getAttribute('href'))");
            if (first.Contains($"/articles/{article}/")) found++;
        }
        return (found, times);
    }
}
