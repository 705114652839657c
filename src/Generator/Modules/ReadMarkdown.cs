using System.Collections.Concurrent;
using System.Text;
using Generator.Record;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Model;

namespace Generator.Modules;

/// <summary>A link to a page of this site, as an editor typed it, to be checked once every page is known.</summary>
public sealed record TypedLink(Place Place, Url To);

/// <summary>
/// Markdown of editors as markup: raw HTML is shown as text, outside links pass <see cref="WebAddress"/>, links to the site (<c>/actors/x/</c>) get the
/// base path and are remembered, and pictures come from the site alone.
/// </summary>
public sealed class ReadMarkdown(string basePath)
{
    /// <summary>The longest Markdown text, in bytes of UTF-8: <c>[a](</c> 32,000 times over takes Markdig seconds.</summary>
    public const int MaximumBytes = 64 * 1024;

    private const int MaximumDepth = 32;

    private static readonly MarkdownPipeline
        NotePipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build(),
        PagePipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    private readonly ConcurrentBag<TypedLink> _links = [];

    /// <summary>Every link to a page of this site found so far.</summary>
    public IReadOnlyCollection<TypedLink> Links => _links;

    /// <summary>A note: its headings become bold paragraphs, so that they cannot upset the order of the page's own.</summary>
    public Html ToHtml(string markdown, Place place, Desk desk)
    {
        if (Parse(markdown, place, NotePipeline, desk.Problems) is not { } document) return default;
        foreach (var heading in document.Descendants<HeadingBlock>().ToList())
        {
            var paragraph = new ParagraphBlock { Inline = new ContainerInline() };
            var strong = new EmphasisInline { DelimiterChar = '*', DelimiterCount = 2 };
            while (heading.Inline?.FirstChild is { } child)
            {
                child.Remove();
                strong.AppendChild(child);
            }
            paragraph.Inline.AppendChild(strong);
            var parent = heading.Parent!;
            parent[parent.IndexOf(heading)] = paragraph;
        }
        return Render(document, place, NotePipeline, desk.Problems, lines: false);
    }

    /// <summary>A page: its headings are one level below the page's own title and have ids. <paramref name="firstLine"/> is where the text begins in its file.</summary>
    public Html PageToHtml(string markdown, string file, int firstLine, Problems problems)
    {
        var place = new Place(file, firstLine, 1, firstLine, 1);
        if (Parse(markdown, place, PagePipeline, problems) is not { } document) return default;
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(6, heading.Level + 1);
        return Render(document, place, PagePipeline, problems, lines: true);
    }

    private static MarkdownDocument? Parse(string markdown, Place place, MarkdownPipeline pipeline, Problems problems)
    {
        if (Encoding.UTF8.GetByteCount(markdown) > MaximumBytes)
        {
            problems.Add(place, Codes.BadMarkdown, $"this Markdown has more than {MaximumBytes / 1024} kB", "make it shorter, or a page of its own in several parts");
            return null;
        }
        try
        {
            var document = Markdown.Parse(markdown, pipeline);
            if (Depth(document) <= MaximumDepth) return document;
        }
        catch (ArgumentException)
        {
            // Markdig's own limit of nested elements.
        }
        problems.Add(place, Codes.BadMarkdown, $"this Markdown is nested more than {MaximumDepth} deep", null);
        return null;
    }

    private static int Depth(ContainerBlock block)
    {
        var deepest = 0;
        foreach (var child in block)
            if (child is ContainerBlock container) deepest = Math.Max(deepest, Depth(container));
        return deepest + 1;
    }

    private Html Render(MarkdownDocument document, Place place, MarkdownPipeline pipeline, Problems problems, bool lines)
    {
        foreach (var link in document.Descendants<LinkInline>())
            link.Url = Checked(link.Url ?? "", link.IsImage, lines ? At(place, link) : place, problems);
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            if (link.IsEmail || WebAddress.TryParse(link.Url, out _)) continue;
            problems.Add(lines ? At(place, link) : place, Codes.UnsafeAddress, $"\"{link.Url}\" is not a web address", "addresses begin with https:// or http://");
        }
        return new(document.ToHtml(pipeline).TrimEnd('\n'));
    }

    private static Place At(Place place, MarkdownObject found)
    {
        var (line, column) = (place.Line + found.Line, found.Column + 1);
        return new(place.File, line, column, line, column + Math.Max(1, found.Span.Length));
    }

    private string Checked(string url, bool image, Place place, Problems problems)
    {
        if (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal))
        {
            var hash = url.IndexOf('#');
            var to = new Url(basePath, hash < 0 ? url : url[..hash], hash < 0 ? null : url[(hash + 1)..]);
            _links.Add(new(place, to));
            return to.Href;
        }
        if (!image && url.StartsWith('#')) return url;
        if (!image && WebAddress.TryParse(url, out var address)) return address.Value;
        problems.Add(place, image ? Codes.OddAsset : Codes.UnsafeAddress,
            image ? $"the picture \"{url}\" does not lie in this site" : $"\"{url}\" is not a web address",
            image ? "put it into input/assets/ and write /assets/..." : "links begin with https://, http://, mailto: or, inside the site, with /");
        return "";
    }
}
