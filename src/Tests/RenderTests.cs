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
