using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Tests;

/// <summary>Every kind of page in a real Chromium.</summary>
public sealed class BrowserTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    [InlineData(768)]
    [InlineData(1280)]
    [InlineData(1920)]
    public async Task No_page_scrolls_sideways(int width)
    {
        var complaints = new List<string>();
        // The pages of long lists take long, and are laid out by the same rules; the widths between tell nothing new of them.
        foreach (var (kind, path) in width is 320 or 768 ? browser.Kinds.Concat(browser.LargeKinds) : browser.Kinds)
        {
            var page = await browser.Open(path, width, complaints);
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (wide > width) complaints.Add($"{kind} {path} is {wide} px wide");
            await page.Context.CloseAsync();
        }
        Assert.True(complaints.Count == 0, string.Join("\n", complaints.Take(20)));
    }

    [Fact]
    public async Task On_a_phone_the_heading_of_a_row_has_the_width_of_the_page()
    {
        var complaints = new List<string>();
        foreach (var kind in new[] { "DayPage", "StatementClaimPage", "ActorPage" })
        {
            var page = await browser.Open(browser.Kinds[kind], 360, complaints);
            foreach (var width in await page.EvaluateAsync<double[]>("[...document.querySelectorAll('.stacks th[scope=row]')].map(e => e.getBoundingClientRect().width)"))
                if (width < 280) complaints.Add($"{kind} {browser.Kinds[kind]} has a heading of {width} px");
            await page.Context.CloseAsync();
        }
        Assert.True(complaints.Count == 0, string.Join("\n", complaints.Take(20)));
    }

    [Fact]
    public async Task On_a_phone_the_timeline_of_the_front_page_is_its_list()
    {
        var complaints = new List<string>();
        foreach (var (width, drawn) in new[] { (360, false), (1280, true) })
        {
            var page = await browser.Open("/", width, complaints);
            await Assertions.Expect(page.Locator(".home svg")).ToBeVisibleAsync(new() { Visible = drawn });
            await Assertions.Expect(page.Locator(".home .timeline a").First).ToBeVisibleAsync(new() { Visible = !drawn });
            await page.Context.CloseAsync();
        }
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Every_page_reads_without_JavaScript_and_asks_nobody_else()
    {
        var complaints = new List<string>();
        foreach (var path in browser.Kinds.Values)
        {
            var page = await browser.Open(path, 1280, complaints, javaScript: false);
            Assert.Equal(1, await page.Locator("h1:visible").CountAsync());
            await page.Context.CloseAsync();
        }
        Assert.True(complaints.Count == 0, string.Join("\n", complaints.Take(20)));
    }

    [Fact]
    public async Task The_keyboard_reaches_the_text_first()
    {
        var complaints = new List<string>();
        var page = await browser.Open(browser.Kinds["ArticlePage"], 1280, complaints);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        Assert.EndsWith("#page.main", page.Url, StringComparison.Ordinal);
        Assert.Equal("MAIN", await page.EvaluateAsync<string>("document.activeElement.tagName"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_passage_and_its_note_lead_to_each_other()
    {
        var complaints = new List<string>();
        var page = await browser.Open(browser.Kinds["ArticlePage"], 1280, complaints);
        var mark = page.Locator("mark[id]").First;
        var id = await mark.GetAttributeAsync("id");

        await page.Locator($"a[href='#note.{id}']").First.ClickAsync();
        Assert.EndsWith($"#note.{id}", page.Url, StringComparison.Ordinal);
        await page.Locator($"[id='note.{id}'] a[href='#{id}']").First.ClickAsync();
        Assert.EndsWith($"#{id}", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_note_leads_to_its_line_in_the_seed_even_when_the_seed_is_folded()
    {
        var complaints = new List<string>();
        var page = await browser.Open(browser.Kinds["ArticlePage"], 1280, complaints);
        var note = page.Locator("aside.note:has(details)").First;
        await note.Locator("summary").ClickAsync();
        var link = note.Locator("a[href^='#seed.']");
        var line = (await link.GetAttributeAsync("href"))![1..];

        await link.ClickAsync();

        await Assertions.Expect(page.Locator($"[id='{line}']")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_name_in_the_text_opens_a_preview_that_the_keyboard_can_use()
    {
        var complaints = new List<string>();
        var page = await browser.Open(browser.Kinds["ArticlePage"], 1280, complaints);
        var name = page.Locator(".sheet a.mention").First;
        var (words, address) = (await name.TextContentAsync(), page.Url);
        var preview = page.Locator("#site\\.preview");

        await name.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(preview).ToBeVisibleAsync();
        await Assertions.Expect(preview).ToBeFocusedAsync();
        await Assertions.Expect(preview.Locator(".preview-title")).Not.ToBeEmptyAsync();
        Assert.Equal(address, page.Url);

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(preview).ToBeHiddenAsync();
        Assert.Equal(words, await page.EvaluateAsync<string>("document.activeElement.textContent"));

        await page.Keyboard.PressAsync("Enter");
        await preview.GetByText("Open the page").ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(address);
        await page.Context.CloseAsync();
        Assert.True(complaints.Count == 0, string.Join("\n", complaints));
    }

    [Fact]
    public async Task From_one_preview_a_click_leads_to_the_next()
    {
        var complaints = new List<string>();
        var page = await browser.Open(browser.Kinds["ArticlePage"], 1280, complaints);
        var (names, title) = (page.Locator(".sheet a.mention"), page.Locator("#site\\.preview .preview-title"));
        await names.First.ClickAsync();
        await Assertions.Expect(title).ToBeVisibleAsync();
        var (first, other) = (await title.TextContentAsync(), page.Locator($".sheet a.mention:not([href='{await names.First.GetAttributeAsync("href")}'])").Last);
        await other.ScrollIntoViewIfNeededAsync();
        await other.ClickAsync();
        await Assertions.Expect(title).Not.ToHaveTextAsync(first!);
        await Assertions.Expect(title).ToBeVisibleAsync();
        await page.Context.CloseAsync();
        Assert.True(complaints.Count == 0, string.Join("\n", complaints));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task A_preview_stays_inside_the_window_and_has_no_fault_of_access(int width)
    {
        var complaints = new List<string>();
        var page = await browser.Open(browser.Kinds["ArticlePage"], width, complaints);
        foreach (var at in new[] { 0, 5, 11 })
        {
            await page.Locator(".sheet a.mention").Nth(at).ClickAsync();
            await Assertions.Expect(page.Locator("#site\\.preview")).ToBeVisibleAsync();
            var box = await page.Locator("#site\\.preview").BoundingBoxAsync();
            Assert.True(box is { X: >= 0, Y: >= 0 } && box.X + box.Width <= width && box.Y + box.Height <= 900, $"{box?.X} {box?.Y} {box?.Width} {box?.Height}");
            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(page.Locator("#site\\.preview")).ToBeHiddenAsync();
        }
        await page.Locator(".sheet a.mention").First.ClickAsync();
        await Assertions.Expect(page.Locator("#site\\.preview")).ToBeVisibleAsync();
        Assert.Empty((await page.Locator("#site\\.preview").RunAxe()).Violations);
        await page.Context.CloseAsync();
        Assert.True(complaints.Count == 0, string.Join("\n", complaints));
    }

    [Fact]
    public async Task A_claim_in_a_note_opens_a_preview_and_with_a_key_held_down_a_link_is_a_link()
    {
        var complaints = new List<string>();
        var page = await browser.Open(browser.Kinds["ArticlePage"], 1280, complaints);
        var note = page.Locator("aside.note:has(details a[href*='/claims/'])").First;
        await note.Locator("summary").ClickAsync();
        await note.Locator("a[href*='/claims/']").First.ClickAsync();
        await Assertions.Expect(page.Locator("#site\\.preview .kicker")).ToContainTextAsync("Tracked");
        await page.Keyboard.PressAsync("Escape");

        var opened = await page.Context.RunAndWaitForPageAsync(() => page.Locator(".sheet a.mention").First.ClickAsync(new() { Modifiers = [KeyboardModifier.Control] }));
        Assert.DoesNotContain("/articles/", opened.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_address_of_a_passage_can_be_copied()
    {
        var complaints = new List<string>();
        var page = await browser.Open(browser.Kinds["ArticlePage"], 1280, complaints);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var note = page.Locator("aside.note:has(.note-foot:visible)").First;
        await note.HoverAsync();
        await note.Locator("button.copy").ClickAsync();

        await Assertions.Expect(note.Locator("button.copy")).ToHaveTextAsync("copied");
        Assert.Equal(Browser.Site + browser.Kinds["ArticlePage"] + await note.Locator(".number").GetAttributeAsync("href"), await page.EvaluateAsync<string>("navigator.clipboard.readText()"));

        // By keyboard: from the number of a note on.
        var other = page.Locator("aside.note:has(.note-foot:visible)").Nth(1);
        await other.Locator(".number").FocusAsync();
        await Assertions.Expect(other.Locator("button.copy")).ToBeVisibleAsync();
        for (var key = 0; key < 20 && await page.EvaluateAsync<string>("document.activeElement.className") != "copy"; key++) await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(other.Locator("button.copy")).ToHaveTextAsync("copied");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_concordance_can_be_sorted_by_the_words_beside_the_keyword()
    {
        var complaints = new List<string>();
        var page = await browser.Open("/actors/benjamin-netanyahu/concordance/", 1280, complaints);
        var section = page.Locator(".section:has(.concordance tr:nth-child(3))").First;
        var (byDate, said) = (await Lines(), await section.Locator(".order").TextContentAsync());

        await section.GetByRole(AriaRole.Button, new() { Name = "by the word after" }).ClickAsync();
        var byAfter = await Lines();
        await Assertions.Expect(section.Locator(".order")).ToContainTextAsync("by the word after.");
        await section.GetByRole(AriaRole.Button, new() { Name = "by the word before" }).ClickAsync();
        var byBefore = await Lines();
        await section.GetByRole(AriaRole.Button, new() { Name = "by date" }).ClickAsync();

        Assert.Equal(byDate, await Lines());
        Assert.Equal(said, await section.Locator(".order").TextContentAsync());
        Assert.Equal(byDate.Select(l => FirstWord(l.After)).Order(StringComparer.OrdinalIgnoreCase), byAfter.Select(l => FirstWord(l.After)), StringComparer.OrdinalIgnoreCase);
        Assert.Equal(byDate.Select(l => LastWord(l.Before)).Order(StringComparer.OrdinalIgnoreCase), byBefore.Select(l => LastWord(l.Before)), StringComparer.OrdinalIgnoreCase);
        Assert.NotEqual(byDate, byAfter);
        Assert.NotEqual(byDate, byBefore);
        Assert.Empty(complaints);
        await page.Context.CloseAsync();

        async Task<List<(string Before, string After)>> Lines()
        {
            var (before, after) = (await section.Locator("tbody td:nth-child(1)").AllTextContentsAsync(), await section.Locator("tbody td:nth-child(3)").AllTextContentsAsync());
            return [.. before.Zip(after)];
        }

        static string FirstWord(string text) => Regex.Match(text, @"[\p{L}\p{M}\p{N}]+").Value;
        static string LastWord(string text) => Regex.Match(text, @"[\p{L}\p{M}\p{N}]+", RegexOptions.RightToLeft).Value;
    }

    [Fact]
    public async Task At_twice_the_size_nothing_is_cut_off()
    {
        var complaints = new List<string>();
        foreach (var (kind, path) in browser.Kinds)
        {
            // A window of 1280 px that is enlarged to 200 % has room for 640; here the letters are twice as large besides.
            var page = await browser.Open(path, 640, complaints);
            await page.EvaluateAsync("document.documentElement.style.fontSize = '225%'");
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (wide > 640) complaints.Add($"{kind} {path} is {wide} px wide");
            await page.Context.CloseAsync();
        }
        Assert.True(complaints.Count == 0, string.Join("\n", complaints.Take(20)));
    }

    [Fact]
    public async Task Forced_colours_keep_the_marks_and_less_motion_stops_the_scrolling()
    {
        var complaints = new List<string>();
        var page = await browser.Open(browser.Kinds["ArticlePage"], 1280, complaints, forced: ForcedColors.Active, motion: ReducedMotion.Reduce);
        Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('mark.passage')).borderBottomStyle"));
        Assert.Equal("auto", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).scrollBehavior"));
        await page.Context.CloseAsync();
        Assert.True(complaints.Count == 0, string.Join("\n", complaints));
    }

    [Fact]
    public void An_article_with_its_stylesheet_and_scripts_is_small()
    {
        static int Zipped(IEnumerable<byte[]> files) => files.Sum(f =>
        {
            using var to = new MemoryStream();
            using (var zip = new System.IO.Compression.GZipStream(to, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true)) zip.Write(f);
            return (int)to.Length;
        });
        var (style, scripts, search) = (Zipped(browser.FilesBelow("/assets/", ".css")), Zipped(browser.FilesBelow("/assets/", ".js").Except(browser.FilesBelow("/assets/search/", ".js"))), Zipped(browser.FilesBelow("/assets/search/", ".js")));
        Assert.InRange(style, 1, 15_000);
        Assert.InRange(scripts + search, 1, 15_000);
        Assert.InRange(style + scripts + Zipped(browser.FilesBelow(browser.Kinds["ArticlePage"], ".html")), 1, 60_000);
    }
}
