using Microsoft.Playwright;
using Model;

namespace Benchmarks;

/// <summary>
/// Pictures of every kind of page that matters, to be looked at: <c>dotnet run --project src/Benchmarks -- pictures --output FOLDER</c>, in a checkout. Four widths, light and dark, and as printed. Needs Chromium
/// (<c>ARCHIVE_CHROMIUM</c> or <c>/usr/bin/chromium</c>).
/// </summary>
public static class Pictures
{
    private const int OnPaper = 768;

    private static readonly int[] Widths = [360, OnPaper, 1280, 1920];

    public static async Task<int> Run(Options options)
    {
        await using var site = await ServedCheckout.Start(options);
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await Chromium.Launch(playwright);
        foreach (var width in Widths)
            foreach (var (look, scheme, media) in new[] { ("light", ColorScheme.Light, Media.Screen), ("dark", ColorScheme.Dark, Media.Screen), ("print", ColorScheme.Light, Media.Print) })
                if (media == Media.Screen || width == OnPaper) await Take(chromium, site, options.Output, width, look, scheme, media);
        return 0;
    }

    private static async Task Take(IBrowser chromium, ServedCheckout site, string output, int width, string look, ColorScheme scheme, Media media)
    {
        await using var context = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 1000 }, ColorScheme = scheme });
        foreach (var (name, path) in Pages(site))
        {
            var page = await context.NewPageAsync();
            await page.EmulateMediaAsync(new() { Media = media, ColorScheme = scheme });
            await page.GotoAsync(site.Address + path, new() { WaitUntil = WaitUntilState.NetworkIdle });
            await page.ScreenshotAsync(new() { Path = Path.Combine(output, $"{name}-{width}-{look}.png"), FullPage = true });
            await page.CloseAsync();
        }
    }

    /// <summary>Of each kind the page with most to show.</summary>
    private static (string Name, string Path)[] Pages(ServedCheckout site) =>
    [
        ("home", "/"),
        ("article", site.Most(Kind.Article, r => site.Archive.Records.Articles[r.Id].Text.Text.Length)),
        ("actor", site.Most(Kind.Actor, r => site.Archive.MentionsOf(r).Count)),
        ("claim", site.Most(Kind.Claim, r => site.Archive.ValuesOf(r.Id).Count)),
        ("topic", site.Most(Kind.Topic, r => site.Archive.About(r).Count)),
        ("event", site.Most(Kind.Event, r => site.Archive.About(r).Count)),
        ("source", site.Most(Kind.Source, r => site.Archive.About(r).Count)),
        ("timeline", "/timeline/"), ("deadlines", "/deadlines/"), ("search", "/search/?q=talks"),
    ];
}
