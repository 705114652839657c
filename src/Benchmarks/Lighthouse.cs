using System.Globalization;
using System.Text.Json;
using Benchmarks.Peers;
using Model;

namespace Benchmarks;

/// <summary>
/// What Lighthouse (its mobile preset) says of five pages of the archive of this checkout: <c>dotnet run -c Release --project src/Benchmarks -- lighthouse [--runs 3] [--speed 98]</c>. Ends with 1 when a page has less than
/// 100 for access, best practices or findability, less than that for speed (which a busy machine lowers), or a layout that shifts. Needs npm and Chromium (<c>CHROME_PATH</c> or <c>/usr/bin/chromium</c>).
/// </summary>
public static class Lighthouse
{
    private const string Version = "12.8.2";

    private static readonly string[] Categories = ["accessibility", "best-practices", "seo", "performance"];

    public static async Task<int> Run(Options options)
    {
        await using var site = await ServedCheckout.Start(options);
        var command = NpmPackage.File("lighthouse", Version, "lighthouse/cli/index.js");
        Console.WriteLine($"| median of {options.Runs} | {string.Join(" | ", Categories)} | layout shift | kB |\n|---|{string.Concat(Enumerable.Repeat("--:|", Categories.Length + 2))}");
        var good = true;
        foreach (var (name, path) in Pages(site)) good &= Told(name, options.Speed, Enumerable.Range(0, options.Runs).Select(_ => Look(command, site.Address + path, site.Folder)).ToList());
        return good ? 0 : 1;
    }

    /// <summary>The home page, the longest article, the actor and the claim with most to show, the search.</summary>
    private static (string Name, string Path)[] Pages(ServedCheckout site) =>
    [
        ("home", "/"),
        ("article", site.Most(Kind.Article, r => site.Archive.Records.Articles[r.Id].Text.Text.Length)),
        ("actor", site.Most(Kind.Actor, r => site.Archive.MentionsOf(r).Count)),
        ("claim", site.Most(Kind.Claim, r => site.Archive.ValuesOf(r.Id).Count)),
        ("search", "/search/"),
    ];

    /// <summary>Lighthouse gives up when nothing was painted in time, which on a busy machine says nothing of the page; then it is asked again, twice.</summary>
    private static JsonElement Look(string command, string url, string folder, int again = 2)
    {
        try
        {
            return Ask(command, url, folder);
        }
        catch (InvalidOperationException) when (again > 0)
        {
            return Look(command, url, folder, again - 1);
        }
    }

    private static JsonElement Ask(string command, string url, string folder)
    {
        var said = Measure.Run("node", [command, url, "--quiet", "--output=json", $"--only-categories={string.Join(',', Categories)}",
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync"], folder).Said;
        return JsonDocument.Parse(said).RootElement;
    }

    /// <summary>Prints the medians of a page, and what falls short.</summary>
    private static bool Told(string name, int speed, List<JsonElement> reports)
    {
        var scores = Categories.Select(c => Math.Round(100 * Median(reports, r => r.GetProperty("categories").GetProperty(c).GetProperty("score").GetDouble()))).ToArray();
        var shift = Median(reports, r => r.GetProperty("audits").GetProperty("cumulative-layout-shift").GetProperty("numericValue").GetDouble());
        var bytes = Median(reports, r => r.GetProperty("audits").GetProperty("total-byte-weight").GetProperty("numericValue").GetDouble());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {string.Join(" | ", scores.Select(s => s.ToString("0", CultureInfo.InvariantCulture)))} | {shift:0.###} | {bytes / 1000:0} |"));
        var good = scores[..^1].All(s => s == 100) && scores[^1] >= speed && shift < 0.001;
        if (!good)
            foreach (var audit in reports[0].GetProperty("audits").EnumerateObject().Where(a => a.Value.GetProperty("score") is { ValueKind: JsonValueKind.Number } score && score.GetDouble() < 0.9))
            {
                Console.WriteLine($"  {audit.Name}: {audit.Value.GetProperty("title").GetString()} {(audit.Value.TryGetProperty("displayValue", out var value) ? value.GetString() : "")}");
                foreach (var selector in Selectors(audit.Value).Take(5)) Console.WriteLine($"    {selector}");
            }
        return good;
    }

    /// <summary>The elements that an audit names, as CSS selectors.</summary>
    private static IEnumerable<string> Selectors(JsonElement audit) =>
        audit.TryGetProperty("details", out var details) && details.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray()
                .Where(i => i.ValueKind == JsonValueKind.Object && i.TryGetProperty("node", out var node) && node.TryGetProperty("selector", out _))
                .Select(i => i.GetProperty("node").GetProperty("selector").GetString()!)
            : [];

    private static double Median(List<JsonElement> reports, Func<JsonElement, double> of)
    {
        var sorted = reports.Select(of).Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
