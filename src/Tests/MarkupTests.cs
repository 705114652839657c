using System.Diagnostics;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Generator.Modules;
using Model;

namespace Tests;

/// <summary>What the theme makes of pages: valid, and true to the text.</summary>
public sealed class MarkupTests
{
    private static readonly Site Site = new() { Title = "T", BaseUrl = "https://t.example/", TagAuthority = "t.example,2031-01-01", Language = "en" };

    [Fact]
    public void The_Nu_checker_finds_no_error_on_any_page()
    {
        if (Environment.GetEnvironmentVariable("ARCHIVE_VNU") is not { Length: > 0 } jar)
        {
            Browser.SkipOrFail("no Nu HTML checker here; name vnu.jar in ARCHIVE_VNU");
            return;
        }
        var folder = Directory.CreateTempSubdirectory("archive-vnu-").FullName;
        var site = new Generator.Build(new(SiteTest.Checkout), new(), _ => { }).Run()!;
        using var writing = WriteFiles.Into(folder, () => { }, TestContext.Current.CancellationToken);
        writing.Write([.. site.Files, .. LargeSite.Sample().Select(s => new OutputFile($"large/{s.Page.Url.File}", new RenderPages().ToHtml(s.Page).ToArray()))], all: false, stop: TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("java") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { "-jar", jar, "--errors-only", "--skip-non-html", folder }) start.ArgumentList.Add(argument);
        using var checker = Process.Start(start)!;
        var output = checker.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var found = checker.StandardError.ReadToEnd();
        checker.WaitForExit();
        Directory.Delete(folder, recursive: true);

        Assert.Equal("", string.Join('\n', found.Split('\n').Take(20)));
        Assert.Equal(0, checker.ExitCode);
    }

    private static readonly Gen<Paragraph> Paragraphs =
        from parts in Gen.NonEmptyListOf(Gen.Elements("a", "b", " ", "  ", "<", "&", "é", "“", "\"", "x y", "\U0001F600", "א"))
        let text = string.Concat(parts)
        from cuts in Gen.ListOf(Gen.Three(Gen.Choose(0, 200)))
        let spans = cuts.Select((c, i) =>
        {
            var start = WholeCharacter(text, c.Item1 % text.Length);
            var end = WholeCharacter(text, start + 1 + c.Item2 % (text.Length - start)) is var e && e > start ? e : start + 2;
            return c.Item3 % 4 == 0
                ? new Span(start, end, SpanKind.Mention, null, null, Site.Url("/actors/x/"))
                : new Span(start, end, SpanKind.Passage, c.Item3 % 4 == 1 ? null : $"p{i}", PassageKind.Quotation, null);
        }).OrderBy(s => s.Start).ThenByDescending(s => s.End).ThenBy(s => s.Kind).ToArray()
        select new Paragraph(BlockRole.Paragraph, text, [.. WithoutNestedLinks(spans)], []);

    // Anchors are whole words of a text, so none begins or ends inside a character of two UTF-16 units.
    private static int WholeCharacter(string text, int at) => at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    // The generator gives one link for each name, never one inside another.
    private static IEnumerable<Span> WithoutNestedLinks(IEnumerable<Span> spans)
    {
        var end = 0;
        foreach (var span in spans)
        {
            if (span.Kind == SpanKind.Mention && span.Start < end) continue;
            if (span.Kind == SpanKind.Mention) end = span.End;
            yield return span;
        }
    }

    [Fact]
    public void Taking_away_what_the_archive_adds_leaves_the_text() => Prop.ForAll(Arb.From(Paragraphs), paragraph =>
    {
        var page = Article(paragraph);
        var document = new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(new RenderPages().ToHtml(page).Span));
        foreach (var added in document.QuerySelectorAll("[data-added]").ToList()) added.Remove();
        var texts = document.QuerySelectorAll(".words");
        var ids = document.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        var nested = document.QuerySelectorAll("a a").Length;
        return texts.Length == 1 && texts[0].TextContent == paragraph.Text && nested == 0 && ids.Count == ids.Distinct().Count();
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static readonly Gen<string> Strings = Gen.NonEmptyListOf(Gen.Elements(
        "a", "Z", " ", "<script>", "</script>", "<!--", "-->", "]]>", "&amp;", "&", "<", ">", "\"", "'", "\u202E", "é", "\U0001F600", "א", "\u00A0", "{{x}}", "@model", "javascript:", "\\", "`")).Select(string.Concat);

    [Fact]
    public void Any_string_in_a_field_comes_back_from_the_page() => Prop.ForAll(Arb.From(Strings), text =>
    {
        var page = Article(new(BlockRole.Paragraph, "x", [], [])) with
        {
            Title = text, Headline = new(text), Card = Card(text), UsageTerms = text,
            Citations = [new(text, text)], Seed = new(text, "0", true, null, [new(1, [new(text, null)], text)]),
        };
        var document = new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(new RenderPages().ToHtml(page).Span));
        var body = document.Body!.TextContent;
        return document.QuerySelector("h1")!.TextContent.Contains(text, StringComparison.Ordinal)
            && body.Split(text).Length > 4
            && document.QuerySelectorAll("script").All(s => s.GetAttribute("type") == "module" ? s.TextContent == "" : s.GetAttribute("type") == "application/ld+json" && System.Text.Json.JsonDocument.Parse(s.TextContent) is not null);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Any_string_in_a_field_comes_back_from_the_feed() => Prop.ForAll(Arb.From(Strings), text =>
    {
        using var site = new SiteTest();
        var quoted = "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
        if (text.Trim().Length == 0) return true;
        site.With("input/articles/selma-wire-2031-05-10.yaml", "summary: A spokesman of the Northern Front gives a number of captives and the length of a truce.", "summary: " + quoted);
        var feed = site.Build().Files.Single(f => f.Path == "feed.xml");
        var summaries = System.Xml.Linq.XDocument.Parse(System.Text.Encoding.UTF8.GetString(feed.Make())).Descendants("{http://www.w3.org/2005/Atom}summary").Select(e => e.Value);
        return summaries.Any(s => s.EndsWith(" " + Generator.Unicode.Nfc.Of(text), StringComparison.Ordinal));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static ArticleCard Card(string text) =>
        new(new(text, Site.Url("/articles/a/")), "en", new(Edtf.Parse("2031")), new(text, Site.Url("/sources/s/")), text, null);

    private static ArticlePage Article(Paragraph paragraph) => new(Site, Site.Url("/articles/a/"), "A")
    {
        Card = Card("A"), Headline = new("A"), Text = [paragraph], Seed = new("a.txt", "0", true, null, []), Citations = [],
    };
}
