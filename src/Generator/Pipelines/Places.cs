using System.Globalization;
using Generator.Modules;
using Generator.Record;
using Model;

namespace Generator.Pipelines;

/// <summary>The places. Reads <c>input/places/</c>; gives a page each and their index.</summary>
public static class Places
{
    public static Model.Place? Read(RawRecord raw, Desk desk)
    {
        var fields = new Fields(raw.Map, "a place", desk, raw.Id.Place);
        fields.Requires("name", "what readers will call it");
        var name = fields.Text("name");
        var place = new Model.Place
        {
            Id = Id.Shared(raw.Id.Text),
            Name = name ?? "",
            Alias = fields.Texts("alias"),
            WeakAlias = fields.Texts("weak_alias"),
            In = fields.Id("in", Kind.Place),
            Geo = ReadGeo(fields),
            Summary = fields.Text("summary"),
            SameAs = Identifiers.Read(fields, "same_as"),
            Was = fields.OldIds("was", Kind.Place),
            Notes = fields.Markdown("notes"),
        };
        fields.NoOtherKeys();
        return name is null ? null : place;
    }

    private static GeoPoint? ReadGeo(Fields fields)
    {
        if (fields.Node("geo") is not { } node) return null;
        if (node is ListNode { Items: [TextNode latitude, TextNode longitude] })
            return (Degrees(latitude, 90, "latitude", fields.Desk), Degrees(longitude, 180, "longitude", fields.Desk)) is ({ } north, { } east) ? new(north, east) : null;
        fields.Desk.Problems.Add(node.Place, Codes.BadCoordinates, "\"geo\" takes latitude and longitude in degrees", Like);
        return null;
    }

    private const string Like = "write it like [31.50, 34.47]: north is positive, then east is positive";

    private static decimal? Degrees(TextNode node, int most, string called, Desk desk)
    {
        if (decimal.TryParse(node.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && Math.Abs(value) <= most) return value;
        desk.Problems.Add(node.Place, Codes.BadCoordinates, $"\"{node.Text}\" is not a {called}, which is a number from -{most} to {most}", Like);
        return null;
    }

    /// <summary>The index and a page for each place.</summary>
    public static IEnumerable<PagePlan> Pages(Archive archive)
    {
        var index = new Link("Places", archive.Site.Url("/places/"));
        yield return new(index.Url, () => Indexes.ByLetter(archive, Kind.Place, index.Url, "Places", "The places of the articles, by name; the number is that of the articles.",
            archive.Records.Places.Values.Select(p => (p.Ref, p.In is { } larger ? "in " + archive.NameOf(larger.To(Kind.Place)) : p.Summary))));
        foreach (var record in archive.Records.Places.Keys.Select(id => id.To(Kind.Place)))
            foreach (var plan in ByTime.Of(archive, record).Plans(archive.Site.Url(record), shown =>
                         shown is null ? PageOf(archive, archive.Records.Places[record.Id], index) : PageOf(archive, archive.Records.Places[record.Id], index, shown.Value))) yield return plan;
    }

    private static PlacePage PageOf(Archive archive, Model.Place place, Link index)
    {
        var articles = archive.About(place.Ref);
        var part = ByTime.Of(articles);
        var containing = new List<Id>();
        for (var larger = place.In; larger is { } id; larger = archive.Records.Places[id].In) containing.Add(id);
        return new(archive.Site, archive.Site.Url(place.Ref), place.Name)
        {
            Summary = place.Summary,
            Description = place.Summary ?? $"{place.Name}: events there and where it is named, in {Count.Of(articles.Count, "article")}.",
            Breadcrumbs = archive.Crumbs(index),
            RecordFile = archive.FileOf(place.Ref),
            AlsoCalled = [.. place.Alias.Concat(place.WeakAlias)],
            In = archive.Links(Kind.Place, containing),
            Contains = [.. archive.PartsOf(place.Ref).Select(archive.Link)],
            Geo = place.Geo,
            SameAs = place.SameAs,
            Notes = place.Notes,
            Events = ShowParts.OldestFirst(archive.EventsOf(place.Ref).Select(e => archive.Entry(archive.Records.Events[e.Id])).OfType<TimelineEntry>()),
            Naming = CompareNames.Of(archive, place.Ref),
            Cut = part.LinksFrom(archive.Site.Url(place.Ref)),
            Mentions = [.. part.Cut(archive.MentionsOf(place.Ref)).Select(archive.Reference)],
            Actors = archive.Tallies(articles, Kind.Actor),
            Articles = archive.NewestFirst(part.Cut(articles)),
        };
    }

    private static PlacePage PageOf(Archive archive, Model.Place place, Link index, Period period)
    {
        var (self, part) = (archive.Link(place.Ref), ByTime.Of(archive, place.Ref, period));
        var articles = part.Cut(archive.About(place.Ref));
        return new(archive.Site, part.UrlOf(self.Url), part.TitleOf(place.Name))
        {
            Description = $"{place.Name} in {period.Words}: where it is named, in {Count.Of(part.All(archive.About(place.Ref)).Count, "article")}.",
            Breadcrumbs = part.Crumbs(archive, self, index),
            RecordFile = archive.FileOf(place.Ref),
            Cut = part.LinksFrom(self.Url),
            Mentions = [.. part.Cut(archive.MentionsOf(place.Ref)).Select(archive.Reference)],
            Articles = archive.NewestFirst(articles),
        };
    }
}
