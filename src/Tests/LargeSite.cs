using System.Text.RegularExpressions;
using Generator;
using Generator.Modules;
using Model;

namespace Tests;

/// <summary>A made-up archive whose lists are too long for one page, built once for all tests that look at it, for a base path of its own.</summary>
public static class LargeSite
{
    public const string BasePath = "/large";

    private static readonly Lazy<BuiltSite> Built = new(Build);

    public static BuiltSite Site => Built.Value;

    /// <summary>Of each kind of page that is cut by time the first page, that of a year and that of a month, and what looks different in a large archive; by name.</summary>
    public static IEnumerable<(string Name, Page Page)> Sample()
    {
        foreach (var kind in Site.Pages.Where(p => !p.Cut.Years.IsEmpty).GroupBy(p => p.GetType().Name))
        {
            yield return ($"Cut{kind.Key}", kind.First(p => p.Cut.Shown is null));
            yield return ($"Year{kind.Key}", kind.First(p => p.Cut is { Shown.Month: null, Months.IsEmpty: true }));
            if (kind.FirstOrDefault(p => p.Cut is { Shown.Month: null, Months.IsEmpty: false }) is { } year) yield return ($"CutYear{kind.Key}", year);
            if (kind.FirstOrDefault(p => p.Cut.Shown?.Month is not null) is { } month) yield return ($"Month{kind.Key}", month);
        }
        yield return ("LargeQuotationsPage", Site.Pages.OfType<QuotationsPage>().Single());
        yield return ("LargeDayPage", Site.Pages.OfType<DayPage>().First(p => !p.Values.IsEmpty && !p.Positions.IsEmpty));
    }

    private static BuiltSite Build()
    {
        // The files are not needed any more once the site is planned.
        using var made = SiteTest.MadeUp(600, seed: 5);
        // A year of so many articles that it is cut by month, all with the same source, place, actor and claims; some have no month.
        foreach (var file in Directory.EnumerateFiles(Path.Combine(made.Root, "input/articles")).Order(StringComparer.Ordinal).Take(ByTime.MostOfYear + 60))
        {
            var text = Regex.Replace(File.ReadAllText(file), "(?m)^source: .*$", "source: source-0\nplaces: [place-0]");
            text = Regex.Replace(text, "(?m)^published: [0-9]{4}-01-.*$", "published: 2024-24");
            text = Regex.Replace(text, "(?m)^published: [0-9]{4}-02-.*$", "published: 2024");
            text = Regex.Replace(text, "(?m)^published: [0-9]{4}-([0-9]{2}-[0-9]{2})$", "published: 2024-$1");
            text = new Regex("by: actor-[0-9]+, direct: yes").Replace(text, "by: actor-0, direct: yes", 1);
            text = new Regex("of: claim-[0-9]+").Replace(text, "of: claim-0", 1);
            File.WriteAllText(file, text);
        }
        // An article about a hub that does not name it, in a year of its own.
        const string alone = "Words without a name.\n";
        made.With("seeds/alone.txt", alone).With("input/articles/alone.yaml",
            $"seed: {{ file: alone.txt, sha256: {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(alone)))} }}\nheadline: Alone\nsource: source-1\npublished: 1950-01-01\nactors: [actor-0]\n");
        return made.Build($"{Browser.Site}{BasePath}/");
    }
}
