using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Model;

namespace Theme;

/// <summary>
/// What a page is about in the words of schema.org, as JSON-LD: the trail of breadcrumbs, and the article, actor, source, claim or quotations.
/// A script element, because Razor does not allow one in a component. The encoder escapes <c>&lt;</c>, so no value can end the script element it stands in.
/// </summary>
public static class StructuredData
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The data block; null for a page that has nothing to say.</summary>
    public static Html? Of(Page page)
    {
        var graph = new JsonArray();
        if (!page.Breadcrumbs.IsEmpty) graph.Add(Breadcrumbs(page));
        if (Subject(page) is { } subject) graph.Add(subject);
        if (page is QuotationsPage quotations)
            foreach (var speaker in quotations.Speakers)
                foreach (var said in speaker.Direct)
                    graph.Add(Quotation(page, said.Where.Excerpt.Words, said.Chain, said.Where.Url));
        if (graph.Count == 0) return null;
        var json = new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = graph }.ToJsonString(Options);
        return new($"""<script type="application/ld+json">{json}</script>""");
    }

    private static JsonObject Breadcrumbs(Page page)
    {
        var items = new JsonArray();
        foreach (var link in page.Breadcrumbs)
            items.Add(Crumb(items.Count + 1, link.Text, page.Site.Absolute(link.Url)));
        items.Add(Crumb(items.Count + 1, page.Title, page.Site.Absolute(page.Url)));
        return new() { ["@type"] = "BreadcrumbList", ["itemListElement"] = items };
    }

    private static JsonObject Crumb(int position, string name, string address) =>
        new() { ["@type"] = "ListItem", ["position"] = position, ["name"] = name, ["item"] = address };

    private static JsonObject? Subject(Page page) => page switch
    {
        ArticlePage article => Article(article),
        ActorPage actor => Named(page, TypeOf(actor.Type), page.Title, actor.Summary),
        SourcePage source => Named(page, "NewsMediaOrganization", page.Title, source.Summary),
        TopicPage topic => Named(page, "DefinedTerm", page.Title, topic.Scope),
        PlacePage place => Named(page, "Place", page.Title, place.Summary),
        EventPage happened => Event(happened),
        ClaimPage claim => Claim(claim),
        HomePage => Named(page, "WebSite", page.Site.Title, page.Site.Description),
        _ => null,
    };

    private static string TypeOf(ActorType type) => type switch
    {
        ActorType.Person => "Person",
        ActorType.Organization => "Organization",
        ActorType.PublicBody => "GovernmentOrganization",
        ActorType.Country => "Country",
        ActorType.Document => "CreativeWork",
        _ => "Thing",
    };

    private static JsonObject Named(Page page, string type, string name, string? description)
    {
        var address = page.Site.Absolute(page.Url);
        var named = new JsonObject { ["@type"] = type, ["@id"] = address, ["name"] = name, ["url"] = address };
        if (description is not null) named["description"] = description;
        return named;
    }

    private static JsonObject Article(ArticlePage page)
    {
        var article = Named(page, "NewsArticle", page.Headline.Value, null);
        article["headline"] = page.Headline.Value;
        article["inLanguage"] = page.Card.Language;
        article["publisher"] = Linked(page, "NewsMediaOrganization", page.Card.Source);
        if (page.Card.Published.Value.Machine is { } published) article["datePublished"] = published;
        if (page.Modified?.Value.Machine is { } modified) article["dateModified"] = modified;
        if (page.By is { } by) article["author"] = by.Value;
        if (page.Card.Summary is { } summary) article["abstract"] = summary;
        if (page.Original is { } original) article["sameAs"] = original.Value;
        if (page.Archived is { } archived) article["archivedAt"] = archived.Url.Value;
        if (page.Located is { } located) article["locationCreated"] = Linked(page, "Place", located);
        article["about"] = new JsonArray([.. page.Topics.Select(topic => Linked(page, "DefinedTerm", topic))]);
        article["mentions"] = new JsonArray([.. page.Actors.Select(actor => Linked(page, TypeOf(actor.Type), actor.Actor))]);
        var said = new JsonArray();
        foreach (var paragraph in page.Text)
            foreach (var note in paragraph.Notes)
                if (note.Chain is { Direct: true } chain) said.Add(Quotation(page, note.Words, chain, page.Url.At(note.Id)));
        if (said.Count > 0) article["hasPart"] = said;
        return article;
    }

    private static JsonObject Event(EventPage page)
    {
        var happened = Named(page, "Event", page.Title, page.Summary);
        if (page.Date?.Value.Machine is { } date) happened["startDate"] = date;
        if (page.Place is { } place) happened["location"] = Linked(page, "Place", place);
        return happened;
    }

    private static JsonObject Claim(ClaimPage page)
    {
        var claim = Named(page, "Claim", page.Title, page.Summary);
        var seen = new HashSet<Url>();
        var appearances = new JsonArray();
        foreach (var row in page.Values)
            if (seen.Add(row.Where.Article.Article.Url)) appearances.Add(Linked(page, "NewsArticle", row.Where.Article.Article));
        foreach (var row in page.Stances)
            foreach (var held in row.Held)
                if (seen.Add(held.Said.Where.Article.Article.Url)) appearances.Add(Linked(page, "NewsArticle", held.Said.Where.Article.Article));
        if (appearances.Count > 0) claim["appearance"] = appearances;
        return claim;
    }

    private static JsonObject Quotation(Page page, string words, Chain chain, Url at) => new()
    {
        ["@type"] = "Quotation",
        ["text"] = words,
        ["url"] = page.Site.Absolute(at),
        ["creator"] = chain.Speaker.Who.Text,
    };

    private static JsonObject Linked(Page page, string type, Link link) =>
        new() { ["@type"] = type, ["name"] = link.Text, ["url"] = page.Site.Absolute(link.Url) };
}
