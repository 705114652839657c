using Microsoft.Playwright;

namespace Benchmarks.Search;

/// <summary>Pagefind's script, driven through its interface for scripts, as its own user interface does.</summary>
public sealed class PagefindSearch(IBrowser browser, string address)
{
    /// <summary>The bytes that a browser which has never been here loads until the filters with their counts and the first ten results are there.</summary>
    public async Task<double> FirstSearch(string words, string topic)
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var loads = new Loads(page, url => url.Contains("/pagefind/", StringComparison.Ordinal));
        await page.GotoAsync(address + "/");
        await page.EvaluateAsync("""
            async ([words, topic]) => {
              const pagefind = await import('/pagefind/pagefind.js');
              await pagefind.filters();
              const search = await pagefind.search(words, { filters: { topic } });
              await Promise.all(search.results.slice(0, 10).map(result => result.data()));
            }
            """, new[] { words, topic });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return await loads.Bytes();
    }

    /// <summary>How many sentences find their article among the first three.</summary>
    public async Task<int> Known(IEnumerable<(string Words, string Article)> sentences)
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(address + "/");
        var found = 0;
        foreach (var (words, article) in sentences)
        {
            var first = await page.EvaluateAsync<string[]>("""
                async words => {
                  const pagefind = await import('/pagefind/pagefind.js');
                  const search = await pagefind.search(words);
                  return Promise.all(search.results.slice(0, 3).map(async result => (await result.data()).url));
                }
                """, words);
            if (first.Contains($"/{article}/")) found++;
        }
        return found;
    }
}
