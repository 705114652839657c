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
}
