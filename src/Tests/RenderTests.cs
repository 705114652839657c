using System.Text.Encodings.Web;
using System.Text.Unicode;
using Generator;
using Generator.Modules;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Model;

namespace Tests;

/// <summary>Pages are written from the framework's render tree as the framework itself writes them.</summary>
public sealed class RenderTests
{
    private static readonly IServiceProvider Services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    [Fact]
    public void Every_page_of_the_five_articles_is_what_the_frameworks_renderer_makes_of_it() => Same(new Build(new(SiteTest.Checkout), new(), _ => { }).Run()!.Pages);

    [Theory]
    [InlineData("hostile-strings")]
    [InlineData("other-scripts")]
    [InlineData("renamed")]
    [InlineData("coverage")]
    public void So_is_every_page_of_a_tiny_site(string name)
    {
        using var site = new SiteTest(name);
        Same(site.Build().Pages);
    }

    // All by one renderer, on several threads, as in a build: what it keeps of one page must fit all others.
    private static void Same(IEnumerable<Page> pages)
    {
        var render = new RenderPages();
        Parallel.ForEach(pages, page => Assert.Equal(ByFramework(page), System.Text.Encoding.UTF8.GetString(render.ToHtml(page).Span).ReplaceLineEndings("\n")));
    }

    [Fact]
    public void What_is_kept_of_parts_is_what_was_kept_or_nothing_and_that_of_late_is_there()
    {
        var (kept, chance, parts) = (new KeptHtml(most: 500), new Generator.Synthesis.Chance(7), new PartKey[40]);
        Action drawn = () => { };
        for (var i = 0; i < parts.Length; i++) parts[i] = new(new object(), drawn);
        byte[] Html(int part) => [.. Enumerable.Repeat((byte)part, 20 + part)];
        var found = 0;
        for (var step = 0; step < 5_000; step++)
        {
            var part = chance.Below(parts.Length);
            var html = kept.Of(parts[part]);
            if (html.IsEmpty) kept.Keep(parts[part], Html(part));
            else found++;
            Assert.Equal(Html(part), (html.IsEmpty ? kept.Of(parts[part]) : html).ToArray());
        }
        Assert.InRange(found, 500, 4_500);
    }

    private static string ByFramework(Page page)
    {
        using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        return renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<Theme.Site>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Page"] = page }));
            return root.ToHtmlString();
        }).GetAwaiter().GetResult().ReplaceLineEndings("\n");
    }
}
