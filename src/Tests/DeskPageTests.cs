using Generator;
using Generator.Serving;
using Microsoft.Playwright;

namespace Tests;

/// <summary>The preview as an editor uses it, in a real Chromium: how it follows changes, and annotating.</summary>
public sealed class DeskPageTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private const string Record = "input/articles/harbor-ledger-2031-05-14.yaml";

    private readonly SiteTest _site = new();
    private readonly List<string> _complaints = [];
    private LiveSite _live = null!;
    private PreviewServer _server = null!;
    private WatchSources _watcher = null!;

    public async ValueTask InitializeAsync()
    {
        var report = new Report(_site.Root, Format.Text, TextWriter.Null, TextWriter.Null);
        _live = new(new(_site.Root), Path.Combine(_site.Root, "output"), report);
        _live.Rebuild();
        _server = await PreviewServer.Start(Path.Combine(_site.Root, "output"), port: 0, _live, new(_site.Root, _live, report));
        _watcher = new(_site.Root, _live.Rebuild);
    }

    public async ValueTask DisposeAsync()
    {
        _watcher.Dispose();
        await _server.DisposeAsync();
        _live.Dispose();
        _site.Dispose();
    }

    private string Written => File.ReadAllText(Path.Combine(_site.Root, Record));

    private static ILocator Desk(IPage page) => page.Locator("#archive-desk");

    private static ILocator Words(IPage page) => page.Locator("#archive-desk textarea[name=quote]");

    private static ILocator Said(IPage page) => page.Locator("#archive-desk .archive-desk-say");

    private async Task<IPage> Article(int width = 1280)
    {
        var page = await browser.OpenServed(_server.Address + "articles/harbor-ledger-2031-05-14/", width, _complaints);
        await page.GetByRole(AriaRole.Button, new() { Name = "Annotate" }).ClickAsync();
        await Assertions.Expect(Desk(page)).ToContainTextAsync("Select words of the text");
        return page;
    }

    /// <summary>Selects words of the text as a mouse does.</summary>
    private static async Task Select(IPage page, string words) => await page.EvaluateAsync("""
        words => {
          for (const block of document.querySelectorAll('.words')) {
            const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
            for (let node; (node = walker.nextNode());) {
              const at = node.textContent.indexOf(words);
              if (at < 0) continue;
              getSelection().setBaseAndExtent(node, at, node, at + words.length);
              block.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
              return;
            }
          }
          throw new Error('no such words');
        }
        """, words);

    [Fact]
    public async Task Selected_words_become_a_passage_that_can_be_changed_and_taken_back()
    {
        var before = Written;
        var page = await Article();
        await Select(page, "had misspoken");
        await Assertions.Expect(Words(page)).ToHaveValueAsync("had misspoken");
        await Desk(page).GetByLabel("Said by").FillAsync("doro-office");
        await Desk(page).GetByLabel("Whose words").SelectOptionAsync("reported");
        await Desk(page).GetByText("A note").ClickAsync();
        await Desk(page).GetByLabel("What to say of the words (Markdown)").FillAsync("Said *later*.");
        await Desk(page).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Assertions.Expect(page.Locator("mark#had-misspoken")).ToHaveTextAsync("had misspoken");
        await Assertions.Expect(Said(page)).ToHaveTextAsync("Saved.");
        Assert.Contains("  - quote: had misspoken\n    said: { by: doro-office, direct: no }\n    note: \"Said *later*.\"\n", Written, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Edit the annotation had-misspoken" }).ClickAsync();
        await Assertions.Expect(Desk(page).GetByLabel("Said by")).ToHaveValueAsync("doro-office");
        await Desk(page).GetByRole(AriaRole.Button, new() { Name = "Move it to other words" }).ClickAsync();
        await Select(page, "the number was");
        await Assertions.Expect(Words(page)).ToHaveValueAsync("the number was");
        await Desk(page).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator("mark#the-number-was").First).ToBeVisibleAsync();
        Assert.DoesNotContain("had misspoken", Written, StringComparison.Ordinal);

        for (var i = 0; i < 2; i++)
        {
            var undo = Desk(page).GetByRole(AriaRole.Button, new() { Name = "Undo the last change" });
            await Assertions.Expect(undo).ToBeEnabledAsync();
            await undo.ClickAsync();
            await Assertions.Expect(page.Locator(i == 0 ? "mark#had-misspoken" : "mark#the-number-was")).ToHaveCountAsync(1 - i);
        }
        await Assertions.Expect(page.Locator("mark#had-misspoken")).ToHaveCountAsync(0);
        Assert.Equal(before, Written);
        Assert.Empty(_complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Words_of_two_paragraphs_come_without_what_the_site_adds_between_them()
    {
        var page = await Article();
        await page.EvaluateAsync("""
            () => {
              const [first, second] = [...document.querySelectorAll('.words')].filter(block => /he said\.|citing its field/.test(block.textContent));
              const end = second.querySelector('a').firstChild;
              const from = [...first.childNodes].findLast(node => node.nodeType === Node.TEXT_NODE && node.textContent.includes('he said'));
              getSelection().setBaseAndExtent(from, from.textContent.indexOf('he said'), end, 8);
              second.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
            }
            """);
        await Assertions.Expect(Words(page)).ToHaveValueAsync("he said.\nThe Northern");
        await Desk(page).GetByText("A note").ClickAsync();
        await Desk(page).GetByLabel("What to say of the words (Markdown)").FillAsync("Over a paragraph.");
        await Desk(page).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(Said(page)).ToHaveTextAsync("Saved.");
        Assert.Contains("  - quote: he said. The Northern\n    note: Over a paragraph.\n", Written, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_that_nobody_sees_is_reloaded_when_it_is_seen_again()
    {
        var page = await browser.OpenServed(_server.Address, 1280, _complaints);
        await Hide(true);
        _site.With("input/site.yaml", "The Selma archive", "The archive of Selma");
        _live.Rebuild();
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        await Assertions.Expect(page).ToHaveTitleAsync("The Selma archive");

        await Hide(false);
        await Assertions.Expect(page).ToHaveTitleAsync("The archive of Selma");
        Assert.Empty(_complaints);
        await page.Context.CloseAsync();

        Task Hide(bool hidden) => page.EvaluateAsync("hidden => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }", hidden);
    }

    [Fact]
    public async Task A_change_is_put_into_the_open_page_which_works_as_before()
    {
        var page = await browser.OpenServed(_server.Address + "articles/harbor-ledger-2031-05-14/", 360, _complaints);
        var (name, preview) = (page.Locator(".sheet a.mention[href='/actors/ilan-doro/']").First, page.Locator("#site\\.preview"));
        await name.ClickAsync();
        await Assertions.Expect(preview.Locator(".preview-title")).ToHaveTextAsync("Ilan Doro");
        await page.Keyboard.PressAsync("Escape");
        var at = await page.EvaluateAsync<double>("() => { globalThis.same = true; scrollTo({ top: 700, behavior: 'instant' }); return scrollY; }");
        Assert.True(at > 0);

        _site.With("input/actors/all.yaml", "  name: Ilan Doro\n", "  name: Ilan A. Doro\n");
        await Assertions.Expect(page.Locator("aside.note").Filter(new() { HasText = "Ilan A. Doro" }).First).ToBeAttachedAsync();
        Assert.True(await page.EvaluateAsync<bool>("globalThis.same === true"));
        Assert.Equal(at, await page.EvaluateAsync<double>("scrollY"));
        var note = page.Locator("aside.note").Filter(new() { HasText = "Ilan A. Doro" }).First;
        await note.Locator("summary").First.ClickAsync();
        await Assertions.Expect(note.Locator(".copy")).ToBeVisibleAsync();
        await name.ClickAsync();
        await Assertions.Expect(preview.Locator(".preview-title")).ToHaveTextAsync("Ilan A. Doro");

        // The problems of a failed build go when they are mended, and later changes come as well.
        _site.With(Record, "genre: reportage", "genre: reportag");
        await Assertions.Expect(page.Locator("#archive-problems")).ToContainTextAsync("reportag");
        _site.With(Record, "genre: reportag\n", "genre: analysis\n");
        await Assertions.Expect(page.Locator("dl.facts").First).ToContainTextAsync("Analysis");
        await Assertions.Expect(page.Locator("#archive-problems")).ToHaveCountAsync(0);
        Assert.True(await page.EvaluateAsync<bool>("globalThis.same === true"));
        Assert.Empty(_complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_with_scripts_of_its_own_or_with_pictures_is_loaded_again()
    {
        _site.With("input/assets/harbor.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>").With("input/pages/about.md", "---\ntitle: About\n---\n\n![A harbor](/assets/harbor.svg)\n");
        _live.Rebuild();
        foreach (var path in new[] { "search/", "about/" })
        {
            var page = await browser.OpenServed(_server.Address + path, 1280, _complaints);
            await page.EvaluateAsync("() => { globalThis.same = true; }");
            _site.With("input/site.yaml", "The Selma archive", "The archive of Selma");
            await Assertions.Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("The archive of Selma$"));
            Assert.True(await page.EvaluateAsync<bool>("globalThis.same === undefined"));
            _site.With("input/site.yaml", "The archive of Selma", "The Selma archive");
            // The next page is to be opened with the old title. A browser that is closed while it loads a page again may never say that it is closed.
            _live.Rebuild();
            await Assertions.Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("The Selma archive$"));
            await page.Context.CloseAsync();
        }
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task A_mistake_is_said_beside_the_form_and_what_was_typed_stays()
    {
        // An archive with a warning: nothing is sure to be unchanged then.
        _site.With("seeds/unused.txt", "Nobody uses this.\n");
        var before = Written;
        var page = await Article(width: 360);
        await Select(page, "had misspoken");
        await Desk(page).GetByLabel("Said by").FillAsync("doro-ofice");
        await Desk(page).GetByLabel("Whose words").SelectOptionAsync("reported");
        await Desk(page).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(Desk(page).GetByRole(AriaRole.Alert)).ToContainTextAsync("did you mean \"doro-office\"?");
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        await Assertions.Expect(Desk(page).GetByLabel("Said by")).ToHaveValueAsync("doro-ofice");
        Assert.Equal(before, Written);

        // A change from elsewhere waits until the form is done.
        _site.With("input/site.yaml", "The Selma archive", "The archive of Selma");
        await Assertions.Expect(Said(page)).ToContainTextAsync("The site was built again meanwhile.");
        await Assertions.Expect(Desk(page).GetByLabel("Said by")).ToHaveValueAsync("doro-ofice");

        await Desk(page).GetByLabel("Said by").FillAsync("doro-office");
        await Desk(page).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator("mark#had-misspoken")).ToHaveTextAsync("had misspoken");
        // The refused answer is a 409, which the browser mentions.
        Assert.Equal(1, _complaints.Count(c => c.Contains("409", StringComparison.Ordinal)));
        Assert.Single(_complaints);
        await page.Context.CloseAsync();
    }
}
