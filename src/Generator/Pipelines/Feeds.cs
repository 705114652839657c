using System.Globalization;
using System.Xml;
using Generator.Modules;
using Model;

namespace Generator.Pipelines;

/// <summary>
/// The Atom feeds (RFC 4287): one of the whole archive, one for each actor, topic and claim that an article is about. Their ids are <c>tag:</c> URIs
/// (RFC 4151) of the archive's founding, so they survive a move to another address.
/// </summary>
public static class Feeds
{
    /// <summary>How many articles a feed holds at most; the newest.</summary>
    public const int Most = 50;

    private const string Atom = "http://www.w3.org/2005/Atom";

    public static IEnumerable<OutputFile> Files(Archive archive)
    {
        var whole = FeedUrl.Whole(archive);
        yield return new(whole.File, () => Feed(archive, whole, archive.Site.Url("/"), archive.Site.Title, archive.Articles));
        foreach (var record in archive.AllRecords().Where(r => r.Kind is Kind.Actor or Kind.Topic or Kind.Claim && FeedUrl.IsOf(archive, r)))
        {
            var self = FeedUrl.Of(archive, record);
            yield return new(self.File, () => Feed(archive, self, archive.Site.Url(record), $"{archive.NameOf(record)} – {archive.Site.Title}",
                archive.About(record).OrderByDescending(a => a.Published.Value).ThenBy(a => a.Id)));
        }
    }

    private static byte[] Feed(Archive archive, Url self, Url about, string title, IEnumerable<Article> articles)
    {
        var site = archive.Site;
        var newest = articles.Take(Most).ToList();
        return XmlBytes.Of(xml =>
        {
            xml.WriteStartElement("feed", Atom);
            Element(xml, "id", $"tag:{site.TagAuthority}:{self.Path}");
            Element(xml, "title", title);
            Element(xml, "updated", newest.Count > 0 ? newest.Max(Updated)! : site.TagAuthority[(site.TagAuthority.IndexOf(',') + 1)..] + "T00:00:00Z");
            Link(xml, "self", "application/atom+xml", site.Absolute(self));
            Link(xml, "alternate", "text/html", site.Absolute(about));
            xml.WriteStartElement("author", Atom);
            Element(xml, "name", site.Editors.Length > 0 ? string.Join(", ", site.Editors) : site.Title);
            xml.WriteEndElement();
            if (site.Licence is { } licence) Element(xml, "rights", licence);
            foreach (var article in newest) Entry(xml, archive, article);
            xml.WriteEndElement();
        });
    }

    private static void Entry(XmlWriter xml, Archive archive, Article article)
    {
        var site = archive.Site;
        xml.WriteStartElement("entry", Atom);
        Element(xml, "id", $"tag:{site.TagAuthority}:{article.Ref.Path}");
        Element(xml, "title", article.Headline.Value);
        Element(xml, "updated", Updated(article));
        Link(xml, "alternate", "text/html", site.Absolute(site.Url(article.Ref)));
        Element(xml, "summary", $"{archive.NameOf(article.Source.Value.To(Kind.Source))}, {DateWords.Of(article.Published.Value)}." + (article.Summary is { } summary ? " " + summary : ""));
        foreach (var topic in article.Topics)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", topic.Value);
            xml.WriteAttributeString("label", XmlBytes.Clean(archive.NameOf(topic.To(Kind.Topic))));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    // Atom wants a time where the record may only know a month: the last day it can mean, so that no entry is older than its article.
    private static string Updated(Article article)
    {
        var date = article.Modified?.Value ?? article.Published.Value;
        var day = date.Last == Day.Latest ? date.First : date.Last;
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(day.Year, 1, 9999):0000}-{day.Month:00}-{day.DayOfMonth:00}T00:00:00Z");
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, XmlBytes.Clean(text));

    private static void Link(XmlWriter xml, string rel, string type, string href)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }
}
