using Microsoft.Playwright;

namespace Tests;

/// <summary>
/// A real Chromium that gets the site of the five articles, and pages of a large one, from memory. A request for anything else is refused and remembered. Found at
/// <c>ARCHIVE_CHROMIUM</c> or where Debian and others put it; without one the tests are skipped, unless <c>ARCHIVE_NO_SKIP=1</c>.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    public const string Site = "https://archive.example";

    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/opt/google/chrome/chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Dictionary<string, byte[]> _files = [];
    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    /// <summary>The kinds of page, with the address of one of middling size, and of the largest article.</summary>
    public IReadOnlyDictionary<string, string> Kinds { get; private set; } = new Dictionary<string, string>();

    /// <summary>The kinds of page that only <see cref="LargeSite"/> has, with an address of each.</summary>
    public IReadOnlyDictionary<string, string> LargeKinds { get; private set; } = new Dictionary<string, string>();

    /// <summary>Skips the test that asks, or fails it where skipping is forbidden.</summary>
    public static void SkipOrFail(string why)
    {
        if (Environment.GetEnvironmentVariable("ARCHIVE_NO_SKIP") == "1") Assert.Fail(why);
        Assert.Skip(why);
    }

    public async ValueTask InitializeAsync()
    {
        var site = new Generator.Build(new(SiteTest.Checkout, Site + "/"), new(), _ => { }).Run()!;
        foreach (var file in site.Files) _files["/" + file.Path] = file.Make();
        Kinds = site.Pages.Where(p => p is not Model.RedirectPage).GroupBy(p => p switch { Model.IndexPage index => index.Kind + "Index", Model.ClaimPage claim => claim.Kind + "ClaimPage", _ => p.GetType().Name })
            .ToDictionary(g => g.Key, g => g.OrderBy(p => _files["/" + p.Url.File].Length).ElementAt(g.First() is Model.ArticlePage or Model.ClaimPage ? g.Count() - 1 : g.Count() / 2).Url.Path);
        LargeKinds = LargeSite.Sample().ToDictionary(s => s.Name, s => s.Page.Url.Href);
        foreach (var file in LargeSite.Site.Files.Where(f => f.Path.StartsWith("assets/", StringComparison.Ordinal))) _files[$"{LargeSite.BasePath}/{file.Path}"] = file.Make();
        foreach (var (_, page) in LargeSite.Sample()) _files[$"{LargeSite.BasePath}/{page.Url.File}"] = new Generator.Modules.RenderPages().ToHtml(page).ToArray();
        var path = Environment.GetEnvironmentVariable("ARCHIVE_CHROMIUM") ?? Usual.FirstOrDefault(File.Exists);
        if (path is null) return;
        _playwright = await Playwright.CreateAsync();
        // A busy machine is slow, not wrong.
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        _chromium = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null) await _chromium.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>The files of the site of the five articles whose paths begin and end so.</summary>
    public IEnumerable<byte[]> FilesBelow(string start, string end) => _files.Where(f => f.Key.StartsWith(start, StringComparison.Ordinal) && f.Key.EndsWith(end, StringComparison.Ordinal)).Select(f => f.Value);

    /// <summary>A page of the site at this width and colour scheme; what it should not have asked for or said is gathered in <paramref name="complaints"/>.</summary>
    public async Task<IPage> Open(string path, int width, List<string> complaints, ColorScheme scheme = ColorScheme.Light, bool javaScript = true, ReducedMotion motion = ReducedMotion.NoPreference, ForcedColors forced = ForcedColors.None)
    {
        var context = await Context(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, JavaScriptEnabled = javaScript, ReducedMotion = motion, ForcedColors = forced });
        await context.RouteAsync("**/*", async route =>
        {
            var url = new Uri(route.Request.Url);
            var file = url.AbsolutePath.EndsWith('/') ? url.AbsolutePath + "index.html" : url.AbsolutePath;
            if (url.GetLeftPart(UriPartial.Authority) == Site && _files.TryGetValue(file, out var bytes))
            {
                await route.FulfillAsync(new() { BodyBytes = bytes, ContentType = TypeOf(file) });
                return;
            }
            complaints.Add("asked for " + route.Request.Url);
            await route.AbortAsync();
        });
        return await Open(context, Site + path, complaints);
    }

    /// <summary>A page of a server on this machine, such as the preview.</summary>
    public async Task<IPage> OpenServed(string address, int width, List<string> complaints) => await Open(await Context(new() { ViewportSize = new() { Width = width, Height = 900 } }), address, complaints);

    private async Task<IBrowserContext> Context(BrowserNewContextOptions options)
    {
        if (_chromium is null) SkipOrFail("no Chromium is installed here; name one in ARCHIVE_CHROMIUM");
        var context = await _chromium!.NewContextAsync(options);
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        return context;
    }

    private static async Task<IPage> Open(IBrowserContext context, string address, List<string> complaints)
    {
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add("said " + message.Text);
        };
        page.PageError += (_, error) => complaints.Add("threw " + error);
        await page.GotoAsync(address);
        return page;
    }

    private static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css",
        ".js" => "text/javascript",
        ".svg" => "image/svg+xml",
        ".xml" => "application/xml",
        ".webmanifest" or ".json" => "application/json",
        ".png" => "image/png",
        _ => "application/octet-stream",
    };
}
