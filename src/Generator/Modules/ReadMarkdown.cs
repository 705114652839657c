using System.Text;
using Generator.Record;
using Markdig;
using Markdig.Helpers;
using Markdig.Renderers;
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
    /// <summary>The longest Markdown text, in bytes of UTF-8.</summary>
    public const int MaximumBytes = 64 * 1024;

    /// <summary>
    /// How many [ and how many | a text may have: in 64 kB, <c>[a](</c> over and over takes Markdig seconds, and a table of few lines with many columns a
    /// minute, because every row is filled up.
    /// </summary>
    public const int MaximumMarks = 2000;

    private const int MaximumDepth = 32;

    private static readonly MarkdownPipeline
        NotePipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build(),
        PagePipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().DisableHtml().UsePipeTables().Build();

    private readonly List<TypedLink> _links = [];

    /// <summary>The same reader with links of its own.</summary>
    public ReadMarkdown ForNext() => new(basePath);

    /// <summary>Every link to a page of this site found so far.</summary>
    public IReadOnlyCollection<TypedLink> Links => _links;

    /// <summary>A note: its headings become bold paragraphs, so that they cannot upset the order of the page's own.</summary>
    public Html NoteToHtml(TextNode note, Problems problems) =>
        ToHtml(note.Text, NotePipeline, MakeHeadingsBold, (_, url) => url is null ? note.Place : note.PlaceOf(url), problems);

    /// <summary>A page: its highest headings are one level below the page's own title, and all have ids. <paramref name="firstLine"/> is where the text begins in its file.</summary>
    public Html PageToHtml(string markdown, string file, int firstLine, Problems problems)
    {
        return ToHtml(markdown, PagePipeline, LowerHeadings, PlaceOf, problems);

        Place PlaceOf(MarkdownObject found, string? url)
        {
            var span = url is null || found is not LinkInline link ? found.Span : link.Reference?.UrlSpan ?? link.UrlSpan;
            if (span.End <= 0) span = found.Span;
            var place = DecodeText.PlaceOfChar(file, markdown, span.Start, firstLine);
            return place with { EndColumn = place.Column + Math.Max(1, span.Length) };
        }
    }

    /// <summary><paramref name="placeOf"/> tells where an element stands and, of a link, where its address does.</summary>
    private Html ToHtml(string markdown, MarkdownPipeline pipeline, Action<MarkdownDocument> arrange, Func<MarkdownObject, string?, Place> placeOf, Problems problems)
    {
        var document = new MarkdownDocument();
        if (Encoding.UTF8.GetByteCount(markdown) > MaximumBytes)
        {
            problems.Add(placeOf(document, null), Codes.BadMarkdown, $"this Markdown has more than {MaximumBytes / 1024} kB", "make it shorter, or a page of its own in several parts");
            return default;
        }
        if (Math.Max(markdown.AsSpan().Count('['), markdown.AsSpan().Count('|')) > MaximumMarks)
        {
            problems.Add(placeOf(document, null), Codes.BadMarkdown, $"this Markdown has more than {MaximumMarks:#,0} brackets or bars", "make it shorter, or a page of its own in several parts");
            return default;
        }
        try
        {
            document = Markdown.Parse(markdown, pipeline);
            if (TooDeep(document, depth: 1) is { } deep)
            {
                problems.Add(placeOf(deep, null), Codes.BadMarkdown, $"lists and quotations are nested more than {MaximumDepth} deep here", "take levels out");
                return default;
            }
            arrange(document);
            CheckLinks(document, placeOf, problems);
            return Render(document, pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's own limit of nested elements.
            problems.Add(placeOf(document, null), Codes.BadMarkdown, "the marks in this Markdown are nested too deeply", "take levels out");
            return default;
        }
    }

    [ThreadStatic]
    private static HtmlRenderer? _noteRenderer;

    // Renderers of our own: those that Markdig pools come back from a rendering that threw with their links switched off, and would go on so. One that throws is not put back here.
    private static Html Render(MarkdownDocument document, MarkdownPipeline pipeline)
    {
        var renderer = pipeline == NotePipeline && _noteRenderer is { } kept ? kept : RendererOf(pipeline);
        _noteRenderer = null;
        var markup = (StringWriter)renderer.Writer;
        markup.GetStringBuilder().Clear();
        renderer.Render(document);
        if (pipeline == NotePipeline) _noteRenderer = renderer;
        return new(markup.ToString().TrimEnd('\n'));
    }

    private static HtmlRenderer RendererOf(MarkdownPipeline pipeline)
    {
        var renderer = new HtmlRenderer(new StringWriter { NewLine = "\n" });
        pipeline.Setup(renderer);
        return renderer;
    }

    private static ContainerBlock? TooDeep(ContainerBlock block, int depth)
    {
        if (depth > MaximumDepth) return block;
        foreach (var child in block)
            if (child is ContainerBlock container && TooDeep(container, depth + 1) is { } found) return found;
        return null;
    }

    // The ids are GitHub's; Markdig's own extension tries all numbers anew for each of many equal headings.
    private static void LowerHeadings(MarkdownDocument document)
    {
        var headings = document.Descendants<HeadingBlock>().ToList();
        var top = headings.Count > 0 ? headings.Min(h => h.Level) : 1;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var heading in headings)
        {
            heading.Level = Math.Min(6, heading.Level - top + 2);
            var words = LinkHelper.UrilizeAsGfm(WordsOf(heading)) is { Length: > 0 } some ? some : "section";
            var (id, count) = (words, counts.GetValueOrDefault(words));
            while (!taken.Add(id)) id = $"{words}-{++count}";
            counts[words] = count;
            heading.GetAttributes().Id = id;
        }
    }

    private static string WordsOf(HeadingBlock heading) =>
        string.Concat(heading.Inline?.Descendants().Select(i => i switch { LiteralInline text => text.Content.ToString(), CodeInline code => code.Content, _ => "" }) ?? []);

    private static void MakeHeadingsBold(MarkdownDocument document)
    {
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
    }

    private void CheckLinks(MarkdownDocument document, Func<MarkdownObject, string?, Place> placeOf, Problems problems)
    {
        foreach (var link in document.Descendants<LinkInline>())
            link.Url = Checked(link.Url ?? "", link.IsImage, placeOf(link, link.Url), problems);
        foreach (var link in document.Descendants<AutolinkInline>())
        {
            if (link.IsEmail || WebAddress.TryParse(link.Url, out _)) continue;
            problems.Add(placeOf(link, null), Codes.UnsafeAddress, $"\"{link.Url}\" is not a web address", "addresses begin with https:// or http://");
        }
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
