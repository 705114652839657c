using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Model;

namespace Theme;

/// <summary>
/// What a page is about in the words of schema.org, as JSON-LD: the trail of breadcrumbs, and the article, actor, source, claim or quotations.
/// A script element, because Razor does not allow one in a component. The encoder escapes <c>&lt;</c>, so no value can end the script element it stands in.
/// </summary>
public static class StructuredData
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The data block; null for a page that has nothing to say.</summary>
    public static Html? Of(Page page)
    {
        if (page.Breadcrumbs.IsEmpty && !HasSubject(page) && page is not QuotationsPage) return null;
        var json = new ArrayBufferWriter<byte>(4096);
        json.Write("""<script type="application/ld+json">"""u8);
        using (var to = new Utf8JsonWriter(json, Options))
        {
            to.WriteStartObject();
            to.WriteString("@context", "https://schema.org");
            to.WriteStartArray("@graph");
            if (!page.Breadcrumbs.IsEmpty) Breadcrumbs(to, page);
            Subject(to, page);
            if (page is QuotationsPage quotations)
                foreach (var speaker in quotations.Speakers)
                    foreach (var said in speaker.Direct)
                        Quotation(to, page, said.Where.Excerpt.Words, said.Chain, said.Where.Url);
            to.WriteEndArray();
            to.WriteEndObject();
        }
        json.Write("</script>"u8);
        return new(Encoding.UTF8.GetString(json.WrittenSpan));
    }

    private static void Breadcrumbs(Utf8JsonWriter to, Page page)
    {
        to.WriteStartObject();
        to.WriteString("@type", "BreadcrumbList");
        to.WriteStartArray("itemListElement");
        var position = 0;
        foreach (var link in page.Breadcrumbs) Crumb(to, ++position, link.Text, page.Site.Absolute(link.Url));
        Crumb(to, ++position, page.Title, page.Site.Absolute(page.Url));
        to.WriteEndArray();
        to.WriteEndObject();
    }

    private static void Crumb(Utf8JsonWriter to, int position, string name, string address)
    {
        to.WriteStartObject();
        to.WriteString("@type", "ListItem");
        to.WriteNumber("position", position);
        to.WriteString("name", name);
        to.WriteString("item", address);
        to.WriteEndObject();
    }

    private static bool HasSubject(Page page) => page is ArticlePage or ActorPage or SourcePage or TopicPage or PlacePage or EventPage or ClaimPage or HomePage;

    private static void Subject(Utf8JsonWriter to, Page page)
    {
        if (!HasSubject(page)) return;
        to.WriteStartObject();
        switch (page)
        {
            case ArticlePage article:
                Article(to, article);
                break;
            case ActorPage actor:
                Named(to, page, TypeOf(actor.Type), page.Title, actor.Summary);
                break;
            case SourcePage source:
                Named(to, page, "NewsMediaOrganization", page.Title, source.Summary);
                break;
            case TopicPage topic:
                Named(to, page, "DefinedTerm", page.Title, topic.Scope);
                break;
            case PlacePage place:
                Named(to, page, "Place", page.Title, place.Summary);
                break;
            case EventPage happened:
                Event(to, happened);
                break;
            case ClaimPage claim:
                Claim(to, claim);
                break;
            default:
                Named(to, page, "WebSite", page.Site.Title, page.Site.Description);
                break;
        }
        to.WriteEndObject();
    }

    private static string TypeOf(ActorType type) => type switch
    {
        ActorType.Person => "Person",
        ActorType.Organization => "Organization",
        ActorType.PublicBody => "GovernmentOrganization",
        ActorType.Country => "Country",
        ActorType.Document => "CreativeWork",
        _ => "Thing",
    };

    private static void Named(Utf8JsonWriter to, Page page, string type, string name, string? description)
    {
        var address = page.Site.Absolute(page.Url);
        to.WriteString("@type", type);
        to.WriteString("@id", address);
        to.WriteString("name", name);
        to.WriteString("url", address);
        Maybe(to, "description", description);
    }

    private static void Maybe(Utf8JsonWriter to, string name, string? value)
    {
        if (value is not null) to.WriteString(name, value);
    }

    private static void Article(Utf8JsonWriter to, ArticlePage page)
    {
        Named(to, page, "NewsArticle", page.Headline.Value, null);
        to.WriteString("headline", page.Headline.Value);
        to.WriteString("inLanguage", page.Card.Language);
        to.WritePropertyName("publisher");
        Linked(to, page, "NewsMediaOrganization", page.Card.Source);
        Maybe(to, "datePublished", page.Card.Published.Value.Machine);
        Maybe(to, "dateModified", page.Modified?.Value.Machine);
        Maybe(to, "author", page.By?.Value);
        Maybe(to, "abstract", page.Card.Summary);
        Maybe(to, "sameAs", page.Original?.Value);
        Maybe(to, "archivedAt", page.Archived?.Url.Value);
        if (page.Located is { } located)
        {
            to.WritePropertyName("locationCreated");
            Linked(to, page, "Place", located);
        }
        to.WriteStartArray("about");
        foreach (var topic in page.Topics) Linked(to, page, "DefinedTerm", topic);
        to.WriteEndArray();
        to.WriteStartArray("mentions");
        foreach (var actor in page.Actors) Linked(to, page, TypeOf(actor.Type), actor.Actor);
        to.WriteEndArray();
        var first = true;
        foreach (var paragraph in page.Text)
            foreach (var note in paragraph.Notes)
            {
                if (note.Chain is not { Direct: true } chain) continue;
                if (first) to.WriteStartArray("hasPart");
                first = false;
                Quotation(to, page, note.Words, chain, page.Url.At(note.Id));
            }
        if (!first) to.WriteEndArray();
    }

    private static void Event(Utf8JsonWriter to, EventPage page)
    {
        Named(to, page, "Event", page.Title, page.Summary);
        Maybe(to, "startDate", page.Date?.Value.Machine);
        if (page.Place is not { } place) return;
        to.WritePropertyName("location");
        Linked(to, page, "Place", place);
    }

    private static void Claim(Utf8JsonWriter to, ClaimPage page)
    {
        Named(to, page, "Claim", page.Title, page.Summary);
        var seen = new HashSet<Url>();
        foreach (var row in page.Values) Appearance(row.Where.Article.Article);
        foreach (var row in page.Stances)
            foreach (var held in row.Held) Appearance(held.Said.Where.Article.Article);
        if (seen.Count > 0) to.WriteEndArray();

        void Appearance(Link article)
        {
            if (!seen.Add(article.Url)) return;
            if (seen.Count == 1) to.WriteStartArray("appearance");
            Linked(to, page, "NewsArticle", article);
        }
    }

    private static void Quotation(Utf8JsonWriter to, Page page, string words, Chain chain, Url at)
    {
        to.WriteStartObject();
        to.WriteString("@type", "Quotation");
        to.WriteString("text", words);
        to.WriteString("url", page.Site.Absolute(at));
        to.WriteString("creator", chain.Speaker.Who.Text);
        to.WriteEndObject();
    }

    private static void Linked(Utf8JsonWriter to, Page page, string type, Link link)
    {
        to.WriteStartObject();
        to.WriteString("@type", type);
        to.WriteString("name", link.Text);
        to.WriteString("url", page.Site.Absolute(link.Url));
        to.WriteEndObject();
    }
}
