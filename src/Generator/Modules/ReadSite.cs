using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Generator.Modules;

/// <summary>Words that a page shows as an article's own, and the line of which seed it says they begin on: the path of the article's page, and the number from 1.</summary>
public sealed record ShownWords(string Words, string ArticlePath, int SeedLine, int Line, int Column);

/// <summary>The seed as an article's page shows it: its hash, and its lines, without what the archive added.</summary>
public sealed record ShownSeed(string Sha256, ImmutableArray<string> Lines);

/// <summary>A paragraph of the reading text, without what the archive added.</summary>
public sealed record ShownParagraph(string Text, int Line, int Column);

/// <summary>A page of a built site as its readers get it.</summary>
public sealed record ShownPage(string? Canonical, ImmutableArray<ShownWords> Words, ImmutableArray<ShownParagraph> Paragraphs, ShownSeed? Seed);

/// <summary>Reads pages of a built site. Knows the classes and ids of the theme, and nothing of how it makes them. The only file that knows AngleSharp.</summary>
public static class ReadSite
{
    private const string SeedLink = "a[href*='#seed.']";

    /// <summary>What a page claims about the seeds.</summary>
    public static ShownPage Page(byte[] html)
    {
        var page = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(new MemoryStream(html));
        return new(
            page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"),
            [.. page.QuerySelectorAll(".hit").Select(Words).OfType<ShownWords>()],
            [.. page.QuerySelectorAll(".words").Select(Paragraph)],
            page.QuerySelector(".hash") is { } hash ? new(hash.TextContent, [.. page.QuerySelectorAll("li[id^='seed.']").Select(LineOf)]) : null);
    }

    /// <summary>The words with the nearest link to a seed; null when the page shows none for them, as of texts that may not be shown.</summary>
    private static ShownWords? Words(IElement mark)
    {
        for (var around = mark.ParentElement; around is not null and not IHtmlBodyElement; around = around.ParentElement)
        {
            if (around.QuerySelector(SeedLink)?.GetAttribute("href") is not { } href) continue;
            var hash = href.IndexOf('#');
            var at = mark.SourceReference?.Position;
            return int.TryParse(href[(hash + "#seed.".Length)..], out var line) ? new(mark.TextContent, href[..hash], line, at?.Line ?? 1, at?.Column ?? 1) : null;
        }
        return null;
    }

    private static ShownParagraph Paragraph(IElement words)
    {
        var at = words.SourceReference?.Position;
        return new(Without("[data-added]", words), at?.Line ?? 1, at?.Column ?? 1);
    }

    private static string LineOf(IElement line) => Without("ins, .left-out", line);

    private static string Without(string added, IElement element)
    {
        var copy = (IElement)element.Clone();
        foreach (var one in copy.QuerySelectorAll(added).ToList()) one.Remove();
        // What HTML cannot say stands there by its number.
        foreach (var control in copy.QuerySelectorAll("[data-char]"))
            if (int.TryParse(control.GetAttribute("data-char"), out var number) && number is > 0 and <= char.MaxValue) control.TextContent = ((char)number).ToString();
        return copy.TextContent;
    }
}
