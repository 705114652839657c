using System.Text;
using System.Text.Json;
using Generator.Search;
using Microsoft.Playwright;

namespace Tests;

/// <summary>The search as a reader uses it, in a real Chromium.</summary>
public sealed class SearchTests(Browser browser) : IClassFixture<Browser>
{
    private readonly List<string> _complaints = [];

    private async Task<IPage> Search(string address, int width = 1280)
    {
        var page = await browser.Open("/search/" + address, width, _complaints);
        await Assertions.Expect(page.Locator("#search\\.room")).ToBeVisibleAsync();
        return page;
    }

    private static ILocator Results(IPage page) => page.Locator("#search\\.results > li");

    private static ILocator Status(IPage page) => page.Locator("#search\\.status");

    private async Task Done(IPage page)
    {
        await page.Context.CloseAsync();
        Assert.True(_complaints.Count == 0, string.Join("\n", _complaints));
    }

    [Theory]
    [InlineData("hostages", 5)]
    [InlineData("hostage", 5)]
    [InlineData("cabinet hostage", 2)]
    [InlineData("CÁBINET", 2)]
    [InlineData("ministers", 5)]
    [InlineData("\"ministers\"", 2)]
    [InlineData("netan", 5)]
    [InlineData("\"all or nothing\"", 1)]
    [InlineData("“all or nothing”", 1)]
    [InlineData("\"nothing or all\"", 0)]
    [InlineData("hostages -ibiza", 4)]
    [InlineData("hostages -\"all or nothing\"", 4)]
    [InlineData("00", 2)]
    [InlineData("zebra", 0)]
    public async Task Words_find_articles(string text, int articles)
    {
        var page = await Search("?q=" + Uri.EscapeDataString(text));
        if (articles == 0) await Assertions.Expect(Status(page)).ToHaveTextAsync("No article has this.");
        else await Assertions.Expect(Status(page)).ToHaveTextAsync(articles == 1 ? "1 article." : $"{articles} articles, best match first.");
        await Assertions.Expect(Results(page)).ToHaveCountAsync(articles);
        await Done(page);
    }

    [Fact]
    public async Task A_result_shows_the_sentence_and_leads_to_it()
    {
        var page = await Search("?q=ibiza");
        var sentence = Results(page).Locator("p.found a");
        await Assertions.Expect(sentence).ToContainTextAsync("Witkoff’s recent meeting with Qatar’s prime minister in Ibiza");
        await Assertions.Expect(sentence.Locator("mark")).ToHaveTextAsync("Ibiza");
        Assert.Contains("#:~:text=", await sentence.GetAttributeAsync("href"), StringComparison.Ordinal);
        await Done(page);
    }

    [Fact]
    public async Task Quotations_are_found_with_their_speakers_and_lead_to_their_passage()
    {
        var page = await Search("?q=partial+deals&in=quotations");
        var first = Results(page).First;
        await Assertions.Expect(first).ToContainTextAsync("Forget the partial deals. Go in with full force and finish this");
        await Assertions.Expect(first).ToContainTextAsync("Donald Trump");
        var href = await first.Locator("h3 a").GetAttributeAsync("href");
        await page.GotoAsync(Browser.Site + href);
        Assert.Contains("Forget the partial deals", await page.Locator($"[id='{href![(href!.IndexOf('#') + 1)..]}']").TextContentAsync(), StringComparison.Ordinal);
        await Done(page);
    }

    [Fact]
    public async Task Records_are_found_by_any_of_their_names()
    {
        var page = await Search("?q=bibi&in=records");
        await Assertions.Expect(Results(page)).ToHaveCountAsync(1);
        await Assertions.Expect(Results(page).First).ToContainTextAsync("Benjamin Netanyahu");
        await page.Locator("#search\\.text").FillAsync("zebra");
        await Assertions.Expect(Status(page)).ToHaveTextAsync("No record has this.");
        await Done(page);
    }

    [Fact]
    public async Task Filters_narrow_the_results_count_what_is_left_and_stand_in_the_address()
    {
        var page = await Search("?q=hostages");
        await page.Locator("[data-group=year] label:has-text('2024') input").CheckAsync();
        await Assertions.Expect(Status(page)).ToHaveTextAsync("1 article.");
        Assert.EndsWith("?q=hostages&year=2024", page.Url, StringComparison.Ordinal);
        // The other years keep their counts; the other groups count what is left.
        await Assertions.Expect(page.Locator("[data-group=year] label:has-text('2025') .count")).ToHaveTextAsync(" 4");
        await Assertions.Expect(page.Locator("[data-group=source] li")).ToHaveCountAsync(1);

        await page.GoBackAsync();
        await Assertions.Expect(Status(page)).ToHaveTextAsync("5 articles, best match first.");
        await page.GoForwardAsync();
        await Assertions.Expect(Results(page)).ToHaveCountAsync(1);
        await page.Locator("#search\\.chosen button").ClickAsync();
        await Assertions.Expect(Results(page)).ToHaveCountAsync(5);
        await Done(page);
    }

    [Theory]
    [InlineData("?actor=hamas", 5)]
    [InlineData("?speaker=donald-trump", 2)]
    [InlineData("?topic=hostages&year=2025", 4)]
    [InlineData("?source=the-dupree-report", 1)]
    [InlineData("?source=nobody", 0)]
    public async Task Filters_alone_find_all_that_they_let_through(string address, int atLeast)
    {
        var page = await Search(address);
        if (atLeast == 0) await Assertions.Expect(Status(page)).ToContainTextAsync("No article");
        else await Assertions.Expect(Status(page)).ToContainTextAsync(atLeast == 1 ? "1 article." : "newest first.");
        Assert.InRange(await Results(page).CountAsync(), atLeast, 5);
        await Done(page);
    }

    [Fact]
    public async Task A_group_that_is_closed_is_loaded_when_it_is_opened()
    {
        var page = await Search("?q=hostages");
        await Assertions.Expect(Results(page)).ToHaveCountAsync(5);
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.Locator("[data-group=speaker] summary").ClickAsync();
        await Assertions.Expect(page.Locator("[data-group=speaker] li").First).ToBeVisibleAsync();
        Assert.Equal([Browser.Site + "/search/index/actors"], asked);

        // What a filter promises is what it leaves.
        var speaker = page.Locator("[data-group=speaker] label").Nth(1);
        var count = (await speaker.Locator(".count").TextContentAsync())!.Trim();
        await speaker.Locator("input").CheckAsync();
        await Assertions.Expect(Status(page)).ToHaveTextAsync(count == "1" ? "1 article." : $"{count} articles, best match first.");
        await Done(page);
    }

    [Fact]
    public async Task By_date_the_newest_come_first()
    {
        var page = await Search("?q=hostages&sort=date");
        await Assertions.Expect(Status(page)).ToHaveTextAsync("5 articles, newest first.");
        Assert.Equal("20–28 December 2025", await Results(page).First.Locator(".card-line span").First.TextContentAsync());
        await Done(page);
    }

    [Fact]
    public async Task The_keyboard_is_enough()
    {
        var page = await browser.Open(browser.Kinds["ActorPage"], 1280, _complaints);
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator("#site\\.find")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("ceasefire");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(Browser.Site + "/search/?q=ceasefire");
        await Assertions.Expect(Results(page)).ToHaveCountAsync(5);
        await page.Keyboard.PressAsync("/");
        for (var i = 0; i < 6; i++) await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("A", await page.EvaluateAsync<string>("document.activeElement.tagName"));
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/search/"));
        await Done(page);
    }

    [Fact]
    public async Task On_a_phone_a_slash_goes_to_the_search_page()
    {
        var page = await browser.Open(browser.Kinds["ActorPage"], 360, _complaints);
        await Assertions.Expect(page.Locator("#site\\.find")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page).ToHaveURLAsync(Browser.Site + "/search/");
        await Assertions.Expect(page.Locator("#search\\.text")).ToBeFocusedAsync();
        await Done(page);
    }

    [Fact]
    public async Task Who_filters_by_keyboard_stays_where_they_are()
    {
        var page = await Search("?q=hostages");
        await page.Locator("[data-group=topic] label:has-text('Casualties') input").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(Status(page)).ToHaveTextAsync("3 articles, best match first.");
        await Assertions.Expect(page.Locator("[data-group=topic] label:has-text('Casualties') input")).ToBeFocusedAsync();

        await page.Locator("#search\\.chosen button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Status(page)).ToHaveTextAsync("5 articles, best match first.");
        await Assertions.Expect(page.Locator("#search\\.text")).ToBeFocusedAsync();
        await Done(page);
    }

    [Fact]
    public async Task Records_show_no_filters_because_they_have_none()
    {
        var page = await Search("?q=hostages&year=2025");
        await Assertions.Expect(page.Locator("#search\\.chosen")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Records" }).ClickAsync();
        await Assertions.Expect(Status(page)).ToContainTextAsync("records, most articles first.");
        await Assertions.Expect(page.Locator("#search\\.chosen")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#search\\.filters")).ToBeHiddenAsync();
        await Done(page);
    }

    [Fact]
    public async Task Typing_does_not_rewrite_the_address_at_each_key()
    {
        // Safari refuses the hundredth change of the address within half a minute.
        var page = await Search("");
        await page.EvaluateAsync("() => { window.changes = 0; const real = history.replaceState; history.replaceState = function (...all) { window.changes++; return real.apply(this, all); }; }");
        await page.Locator("#search\\.text").PressSequentiallyAsync("hostages and the families");
        await Assertions.Expect(page).ToHaveURLAsync(Browser.Site + "/search/?q=hostages+and+the+families");
        Assert.InRange(await page.EvaluateAsync<int>("window.changes"), 1, 3);
        await Done(page);
    }

    [Fact]
    public async Task What_is_typed_stands_in_the_address_and_survives_a_reload()
    {
        var page = await Search("");
        await page.Locator("#search\\.text").PressSequentiallyAsync("hostage deal");
        await Assertions.Expect(Status(page)).ToContainTextAsync("articles, best match first.");
        await Assertions.Expect(page).ToHaveURLAsync(Browser.Site + "/search/?q=hostage+deal");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#search\\.text")).ToHaveValueAsync("hostage deal");
        await Assertions.Expect(Status(page)).ToContainTextAsync("articles, best match first.");
        await Done(page);
    }

    [Fact]
    public async Task Markup_in_the_query_stays_text()
    {
        var page = await Search("?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+hostages&actor=%3Cb%3E");
        await Assertions.Expect(page.Locator("#search\\.chosen")).ToContainTextAsync("<b>");
        Assert.Equal(0, await page.Locator("main img").CountAsync());
        await Done(page);
    }

    [Fact]
    public async Task Without_JavaScript_the_page_leads_into_the_archive()
    {
        var page = await browser.Open("/search/?q=hostages", 1280, _complaints, javaScript: false);
        await Assertions.Expect(page.Locator("#search\\.room")).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByText("The search itself needs JavaScript")).ToBeVisibleAsync();
        Assert.InRange(await page.Locator(".ways-in a").CountAsync(), 20, 100);
        await Done(page);
    }
}
