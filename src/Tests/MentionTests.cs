using Microsoft.Playwright;

namespace Tests;

/// <summary>Mentions as a reader follows them, in a real Chromium.</summary>
public sealed class MentionTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task The_words_of_a_mention_lead_to_their_paragraph()
    {
        var complaints = new List<string>();
        var page = await browser.Open("/actors/benjamin-netanyahu/", 1280, complaints);
        var mention = page.Locator(".mentions a.hit[href*='#text.']").First;
        var (words, href) = (await mention.TextContentAsync(), await mention.GetAttributeAsync("href"));
        await mention.ClickAsync();

        var paragraph = page.Locator(".reading .words:target");
        await Assertions.Expect(paragraph).ToBeInViewportAsync();
        await Assertions.Expect(paragraph).ToContainTextAsync(words!);
        Assert.EndsWith(href!, page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_sentence_that_names_somebody_twice_stands_once_and_both_names_lead_on()
    {
        var complaints = new List<string>();
        var page = await browser.Open("/actors/benjamin-netanyahu/", 1280, complaints);
        var sentence = page.Locator(".sentences > li", new() { HasText = "On Monday, Blinken held a three-hour meeting" });

        await Assertions.Expect(sentence).ToHaveCountAsync(1);
        await Assertions.Expect(sentence.Locator("a.hit")).ToHaveTextAsync(["Netanyahu", "the Israeli leader"]);
        await page.Context.CloseAsync();
        Assert.Empty(complaints);
    }
}
