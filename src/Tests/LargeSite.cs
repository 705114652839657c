using Generator;
using Model;

namespace Tests;

/// <summary>A made-up archive whose lists are too long for one page, built once for all tests that look at it, for a base path of its own.</summary>
public static class LargeSite
{
    public const string BasePath = "/large";

    private static readonly Lazy<BuiltSite> Built = new(Build);

    public static BuiltSite Site => Built.Value;

    /// <summary>Of each kind of page that is cut by year the first page and that of a year, and what looks different in a large archive; by name.</summary>
    public static IEnumerable<(string Name, Page Page)> Sample()
    {
        foreach (var kind in Site.Pages.Where(p => !p.Years.IsEmpty).GroupBy(p => p.GetType().Name))
        {
            yield return ($"Cut{kind.Key}", kind.First(p => p.Year is null));
            yield return ($"Year{kind.Key}", kind.First(p => p.Year is not null));
        }
        yield return ("LargeQuotationsPage", Site.Pages.OfType<QuotationsPage>().Single());
        yield return ("LargeDayPage", Site.Pages.OfType<DayPage>().First(p => !p.Values.IsEmpty && !p.Positions.IsEmpty));
    }

    private static BuiltSite Build()
    {
        // The files are not needed any more once the site is planned.
        using var made = SiteTest.MadeUp(600, seed: 5);
        // An article about a hub that does not name it, in a year of its own.
        const string alone = "Words without a name.\n";
        made.With("seeds/alone.txt", alone).With("input/articles/alone.yaml",
            $"seed: {{ file: alone.txt, sha256: {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(alone)))} }}\nheadline: Alone\nsource: source-1\npublished: 1950-01-01\nactors: [actor-0]\n");
        return made.Build($"{Browser.Site}{BasePath}/");
    }
}
