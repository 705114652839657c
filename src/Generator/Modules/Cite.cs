using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Model;

namespace Generator.Modules;

/// <summary>How to cite an article of the archive.</summary>
public static class Cite
{
    /// <summary>As a sentence, as BibTeX and as RIS.</summary>
    public static ImmutableArray<Citation> Forms(Archive archive, Article article)
    {
        var site = archive.Site;
        var source = archive.NameOf(article.Source.Value.To(Kind.Source));
        var address = site.Absolute(site.Url(article.Ref));
        var date = DateWords.Of(article.Published.Value);
        var by = article.By?.Value;
        var original = article.Url?.Value.Value;
        var sentence = new StringBuilder();
        if (by is not null) sentence.Append(CultureInfo.InvariantCulture, $"{by}: ");
        sentence.Append(CultureInfo.InvariantCulture, $"“{article.Headline.Value}”. {source}, {date}.");
        if (original is not null) sentence.Append(CultureInfo.InvariantCulture, $" {original}.");
        sentence.Append(CultureInfo.InvariantCulture, $" In: {site.Title}, {address} (seed SHA-256 {article.Seed.Sha256}).");
        return [new("Sentence", sentence.ToString()), new("BibTeX", BibTeX(article, source, by, address)), new("RIS", Ris(article, source, by, address, site))];
    }

    private static string BibTeX(Article article, string source, string? by, string address)
    {
        var fields = new List<string> { $"title = {{{Escaped(article.Headline.Value)}}}", $"publisher = {{{Escaped(source)}}}", $"date = {{{article.Published.Value.Text}}}", $"url = {{{address}}}" };
        if (by is not null) fields.Insert(0, $"author = {{{Escaped(by)}}}");
        return $"@online{{{article.Id},\n  {string.Join(",\n  ", fields)}\n}}";
    }

    private static string Ris(Article article, string source, string? by, string address, Site site)
    {
        var lines = new List<string> { "TY  - NEWS" };
        if (by is not null) lines.Add("AU  - " + by);
        lines.AddRange(["TI  - " + article.Headline.Value, "PB  - " + source, "DA  - " + article.Published.Value.Text, "T2  - " + site.Title, "UR  - " + address, "ER  - "]);
        return string.Join('\n', lines);
    }

    private static string Escaped(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '{' or '}' or '\\') continue;
            if (c is '&' or '%' or '$' or '#' or '_') result.Append('\\');
            result.Append(c);
        }
        return result.ToString();
    }
}
