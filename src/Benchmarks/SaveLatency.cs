using System.Diagnostics;
using System.Globalization;
using Benchmarks.Peers;
using Generator.Synthesis;
using Microsoft.Playwright;

namespace Benchmarks;

/// <summary>
/// How long an editor waits from saving an article's file until the browser shows it, with <c>archive serve</c> over a made-up archive:
/// <c>dotnet run -c Release --project src/Benchmarks -- saves --articles 1000 [--runs 9] [--folder /dev/shm] [--tool PATH]</c>. Needs Chromium.
/// </summary>
public static class SaveLatency
{
    private const int Warming = 2;

    /// <summary>Notes when each new headline was on the screen, in milliseconds of Unix time: a task that is posted while a frame is made runs after that frame.</summary>
    private const string NotePaints = """
        const painted = {};
        new MutationObserver(() => {
          const again = /Again \d+ /.exec(document.querySelector('h1')?.textContent ?? '')?.[0];
          if (!again || again in painted) return;
          painted[again] = 0;
          requestAnimationFrame(() => {
            const after = new MessageChannel();
            after.port1.onmessage = () => { painted[again] = performance.timeOrigin + performance.now(); };
            after.port2.postMessage(0);
          });
        }).observe(document, { childList: true, subtree: true, characterData: true });
        """;

    public static async Task<int> Run(Options options)
    {
        var folder = Directory.CreateDirectory(Path.Combine(options.Folder, $"archive-saves-{Environment.ProcessId}")).FullName;
        var (file, arguments) = options.Archive("serve", "--port", "0", "--root", Path.Combine(folder, "archive"), "--output", Path.Combine(folder, "output"));
        new MadeUpArchive(options.Articles, seed: 1).WriteTo(Path.Combine(folder, "archive"));
        using var server = new Process { StartInfo = new(file, arguments) { RedirectStandardOutput = true, UseShellExecute = false } };
        try
        {
            server.Start();
            string? address = null;
            while (address is null && await server.StandardOutput.ReadLineAsync() is { } line)
                if (line.StartsWith("serving ", StringComparison.Ordinal)) address = line.Split(' ')[1];
            using var playwright = await Playwright.CreateAsync();
            await using var chromium = await Chromium.Launch(playwright);
            var page = await chromium.NewPageAsync();
            await page.AddInitScriptAsync($"{NotePaints} globalThis.paintOf = again => painted[again];");
            var id = $"a{options.Articles / 2:000000}";
            await page.GotoAsync($"{address}articles/{id}/");
            // The browser asks for the changes of the site only once the page is there.
            await page.WaitForLoadStateAsync();
            await Task.Delay(500);
            var times = new List<double>();
            for (var run = 0; run < options.Runs + Warming; run++)
            {
                var saved = (DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds;
                Save(Path.Combine(folder, "archive", "input", "articles", $"{id}.yaml"), run);
                await page.WaitForSelectorAsync($"h1:has-text('Again {run} ')", new() { State = WaitForSelectorState.Attached });
                await page.WaitForFunctionAsync("again => paintOf(again)", $"Again {run} ");
                if (run >= Warming) times.Add(await page.EvaluateAsync<double>("again => paintOf(again)", $"Again {run} ") - saved);
                // The rest of the site is written while the editor reads.
                await server.StandardOutput.ReadLineAsync();
                await Task.Delay(500);
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Articles:#,0} articles: from the save of a headline until the browser has painted it, the site at rest, median of {times.Count} saves {times.Order().ElementAt(times.Count / 2):0} ms ({times.Min():0}–{times.Max():0})"));
            return 0;
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Save(string file, int run)
    {
        var text = File.ReadAllText(file);
        var at = text.IndexOf("headline: \"", StringComparison.Ordinal) + "headline: \"".Length;
        File.WriteAllText(file, text[..at] + $"Again {run} " + text[at..]);
    }
}
