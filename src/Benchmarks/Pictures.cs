using Benchmarks.Peers;
using Benchmarks.Search;
using Generator;
using Microsoft.Playwright;
using Model;

namespace Benchmarks;

/// <summary>
/// Pictures of every kind of page that matters, to be looked at: <c>dotnet run --project src/Benchmarks -- pictures --output FOLDER</c>, in a checkout. Four widths, light and dark, and as printed. Needs Chromium
/// (<c>ARCHIVE_CHROMIUM</c> or <c>/usr/bin/chromium</c>).
/// </summary>
public static class Pictures
{
    private static readonly int[] Widths = [360, 768, 1280, 1920];

    public static async Task<int> Run(Options options)
    {
        var folder = Directory.CreateTempSubdirectory("archive-pictures-").FullName;
        try
        {
            var root = options.Checkout;
            var archive = new Build(new(root), new Problems(), _ => { }).ReadArchive() ?? throw new InvalidOperationException("the record has problems");
            var (file, arguments) = options.Archive("build", "--root", root, "--output", folder);
            Measure.Run(file, arguments, folder);
            await using var server = await SiteServer.Start(folder);
            using var playwright = await Playwright.CreateAsync();
            await using var chromium = await Chromium.Launch(playwright);
            foreach (var width in Widths)
                foreach (var (look, scheme, media) in new[] { ("light", ColorScheme.Light, Media.Screen), ("dark", ColorScheme.Dark, Media.Screen), ("print", ColorScheme.Light, Media.Print) })
                    if (media == Media.Screen || width == 768) await Take(chromium, server.Address, archive, options.Output, width, look, scheme, media);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Take(IBrowser chromium, string address, Archive archive, string output, int width, string look, ColorScheme scheme, Media media)
    {
        await using var context = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 1000 }, ColorScheme = scheme });
        foreach (var (name, path) in Pages(archive))
        {
            var page = await context.NewPageAsync();
            await page.EmulateMediaAsync(new() { Media = media, ColorScheme = scheme });
            await page.GotoAsync(address + path, new() { WaitUntil = WaitUntilState.NetworkIdle });
            await page.ScreenshotAsync(new() { Path = Path.Combine(output, $"{name}-{width}-{look}.png"), FullPage = true });
            await page.CloseAsync();
        }
    }

    /// <summary>Of each kind the page with most to show.</summary>
    private static (string Name, string Path)[] Pages(Archive archive)
    {
        string Most(Kind kind, Func<Ref, int> of) => archive.AllRecords().Where(r => r.Kind == kind).MaxBy(of).Path;
        return
        [
            ("home", "/"), ("article", archive.Articles.MaxBy(a => a.Text.Text.Length)!.Ref.Path), ("actor", Most(Kind.Actor, r => archive.MentionsOf(r).Count)),
            ("claim", Most(Kind.Claim, r => archive.ValuesOf(r.Id).Count)), ("topic", Most(Kind.Topic, r => archive.About(r).Count)), ("event", Most(Kind.Event, r => archive.About(r).Count)),
            ("source", Most(Kind.Source, r => archive.About(r).Count)), ("timeline", "/timeline/"), ("deadlines", "/deadlines/"), ("search", "/search/?q=talks"),
        ];
    }
}
