using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Model;

namespace Generator.Modules;

/// <summary>Renders a page through the theme, as UTF-8 without a byte order mark and with LF line ends.</summary>
public static class RenderPage
{
    // Without this encoder é would be written as &#xE9;.
    private static readonly IServiceProvider Services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    /// <summary>The bytes of the page. A fresh renderer each time: a shared one keeps every page it has seen and is slower.</summary>
    public static byte[] ToHtml(Page page)
    {
        using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        var html = renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Page"] = page });
            var root = await renderer.RenderComponentAsync<Theme.Site>(parameters);
            return root.ToHtmlString();
        }).GetAwaiter().GetResult();
        return Encoding.UTF8.GetBytes(html.ReplaceLineEndings("\n"));
    }
}
