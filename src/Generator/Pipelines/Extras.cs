
using System.Text;
using System.Xml;
using Generator.Modules;
using Model;

namespace Generator.Pipelines;

/// <summary>What a site needs beside its pages of records: the meaning of problem codes, old addresses, the page for addresses that do not exist, and the files for crawlers and hosts.</summary>
public static class Extras
{
    public static IEnumerable<PagePlan> Pages(Archive archive)
    {
        var site = archive.Site;
        yield return new ProblemCodesPage(site, site.Url("/method/problems/"), "Problem codes")
        {
            Description = "What the checks of this archive refuse, and why.",
            Breadcrumbs = archive.Crumbs(new Link("Method", site.Url("/method/"))),
            Codes = [.. Codes.All.Select(c => new CodeExplained(c.Code, c.Name, c.Paragraph))],
        };
        yield return new NotFoundPage(site, site.Url("/404.html"), "Page not found")
        {
            Starts = [new("Home", site.Url("/")), new("Articles", site.Url("/articles/")), new("Actors", site.Url("/actors/")), new("Topics", site.Url("/topics/")), new("Timeline", site.Url("/timeline/"))],
        };
        foreach (var (was, record) in Renamed(archive).OrderBy(r => r.Was).ThenBy(r => r.Record))
        {
            var from = site.Url(new Ref(record.Kind, was));
            yield return new(from, () => new RedirectPage(site, from, archive.NameOf(record), archive.Link(record)), Listed: false);
        }
    }

    public static IEnumerable<OutputFile> Files(Archive archive, IReadOnlyList<PagePlan> pages)
    {
        yield return new("sitemap.xml", () => Sitemap(archive, pages)) { Own = Fingerprint.Of(pages.Where(p => p.Listed).Select(p => p.Url.Path)) };
        yield return new("robots.txt", Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\nSitemap: {archive.Site.Absolute(archive.Site.Url("/sitemap.xml"))}\n"));
        yield return new("manifest.webmanifest", Manifest(archive.Site));
        yield return new(".nojekyll", []);
    }

    /// <summary>What a browser needs to keep the site among its apps (W3C Web Application Manifest).</summary>
    private static byte[] Manifest(Site site) => JsonBytes.Of(to =>
    {
        to.WriteStartObject();
        to.WriteString("name", site.Title);
        if (site.Description is { } description) to.WriteString("description", description);
        to.WriteString("lang", site.Language);
        to.WriteString("start_url", site.Url("/").Href);
        to.WriteString("scope", site.Url("/").Href);
        to.WriteString("display", "minimal-ui");
        to.WriteString("background_color", "#f1f2f1");
        to.WriteString("theme_color", "#f1f2f1");
        to.WriteStartArray("icons");
        foreach (var (file, type, sizes) in (ReadOnlySpan<(string, string, string)>)[("icon.svg", "image/svg+xml", "any"), ("icon.png", "image/png", "192x192"), ("icon-512.png", "image/png", "512x512")])
        {
            to.WriteStartObject();
            to.WriteString("src", site.Url("/assets/" + file).Href);
            to.WriteString("type", type);
            to.WriteString("sizes", sizes);
            to.WriteEndObject();
        }
        to.WriteEndArray();
        to.WriteEndObject();
    });

    private static IEnumerable<(Id Was, Ref Record)> Renamed(Archive archive)
    {
        var records = archive.Records;
        foreach (var r in records.Articles.Values) foreach (var was in r.Was) yield return (was, r.Ref);
        foreach (var r in records.Actors.Values) foreach (var was in r.Was) yield return (was, r.Ref);
        foreach (var r in records.Topics.Values) foreach (var was in r.Was) yield return (was, r.Ref);
        foreach (var r in records.Places.Values) foreach (var was in r.Was) yield return (was, r.Ref);
        foreach (var r in records.Events.Values) foreach (var was in r.Was) yield return (was, r.Ref);
        foreach (var r in records.Sources.Values) foreach (var was in r.Was) yield return (was, r.Ref);
        foreach (var r in records.Claims.Values) foreach (var was in r.Was) yield return (was, r.Ref);
    }

    private static byte[] Sitemap(Archive archive, IReadOnlyList<PagePlan> pages)
    {
        const string ns = "http://www.sitemaps.org/schemas/sitemap/0.9";
        return XmlBytes.Of(xml =>
        {
            xml.WriteStartElement("urlset", ns);
            foreach (var page in pages.Where(p => p.Listed).OrderBy(p => p.Url.Path, StringComparer.Ordinal))
            {
                xml.WriteStartElement("url", ns);
                xml.WriteElementString("loc", ns, archive.Site.Absolute(page.Url));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        });
    }
}
