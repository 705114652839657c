using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using Benchmarks.Peers;
using Model;

namespace Benchmarks.Search;

/// <summary>
/// The articles of an archive as pages for Pagefind, with the same five filters and the same weight of headlines as the archive's own search; and Pagefind itself, installed once by npm into the user's
/// cache.
/// </summary>
public static class PagefindSite
{
    private const string Version = "1.6.0";

    /// <summary>Writes a page for each article, <c>NAME/index.html</c> below the folder with the name of the article.</summary>
    public static void Write(Archive archive, string folder)
    {
        foreach (var article in archive.Articles)
        {
            var page = new StringBuilder();
            page.Append($"<!doctype html><html lang=\"{article.Language}\"><head><meta charset=\"utf-8\"><title>{Text(article.Headline.Value)}</title></head><body><main data-pagefind-body><h1>{Text(article.Headline.Value)}</h1>\n");
            page.Append($"<p data-pagefind-ignore=\"index\"><span data-pagefind-filter=\"source\">{Text(PeerText.Sources(archive, article).Single())}</span><span data-pagefind-filter=\"year\" data-pagefind-sort=\"date\">{article.Published.Value.Text[..4]}</span>");
            foreach (var topic in PeerText.Topics(archive, article)) page.Append($"<span data-pagefind-filter=\"topic\">{Text(topic)}</span>");
            foreach (var actor in archive.FeaturesOf(article).Where(r => r.Kind == Kind.Actor)) page.Append($"<span data-pagefind-filter=\"actor\">{Text(archive.NameOf(actor))}</span>");
            foreach (var speaker in article.Marks.Select(m => m.Speaker).OfType<Ref>().Distinct()) page.Append($"<span data-pagefind-filter=\"speaker\">{Text(archive.NameOf(speaker))}</span>");
            page.Append("</p>\n");
            foreach (var block in article.Text.Blocks.Where(b => b.Role != BlockRole.Headline)) page.Append($"<p>{Text(article.Text.Text[block.Start..block.End])}</p>\n");
            page.Append("</main></body></html>\n");
            PeerText.Write(folder, $"{article.Id}/index.html", page.ToString());
        }
    }

    /// <summary>The program that indexes; its package has one for each kind of machine.</summary>
    public static string Install() => NpmPackage.File("pagefind", Version, $"@pagefind/linux-{(RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64")}/bin/pagefind_extended");

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
