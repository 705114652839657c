using Generator.Modules;
using Generator.Record;
using Model;

namespace Generator.Pipelines;

/// <summary>The events: what happened or is planned. Reads <c>input/events/</c>; gives a page each and their index.</summary>
public static class Events
{
    public static Event? Read(RawRecord raw, Desk desk)
    {
        var fields = new Fields(raw.Map, "an event", desk, raw.Id.Place);
        fields.Requires("name", "what readers will call it");
        var name = fields.Text("name");
        var happening = new Event
        {
            Id = Id.Shared(raw.Id.Text),
            Name = name ?? "",
            Date = fields.StatedDate("date"),
            Place = fields.StatedId("place", Kind.Place),
            Organizer = fields.IdList("organizer", Kind.Actor),
            Involved = fields.IdList("involved", Kind.Actor),
            PartOf = fields.Id("part_of", Kind.Event),
            Summary = fields.Text("summary"),
            Was = fields.OldIds("was", Kind.Event),
            Notes = fields.Markdown("notes"),
        };
        fields.NoOtherKeys();
        return name is null ? null : happening;
    }

    /// <summary>The index and a page for each event.</summary>
    public static IEnumerable<PagePlan> Pages(Archive archive)
    {
        var index = new Link("Events", archive.Site.Url("/events/"));
        yield return new(index.Url, () => Indexes.ByYear(archive, Kind.Event, index.Url, "Events", "What happened or is planned, newest first; the number is that of the articles.",
            archive.Records.Events.Values.Select(e => (e.Ref, e.Date, e.Place is { } place ? archive.NameOf(place.Value.To(Kind.Place)) : null))));
        foreach (var id in archive.Records.Events.Keys) yield return new(archive.Site.Url(id.To(Kind.Event)), () => PageOf(archive, archive.Records.Events[id], index));
    }

    private static EventPage PageOf(Archive archive, Event happening, Link index)
    {
        var passages = archive.Identified(happening.Ref).ToLookup(p => p.Article.Id);
        return new(archive.Site, archive.Site.Url(happening.Ref), happening.Name)
        {
            Date = happening.Date,
            Place = happening.Place is { } place ? archive.Link(place.Value.To(Kind.Place)) : null,
            Organizer = archive.Links(Kind.Actor, happening.Organizer),
            Involved = archive.Links(Kind.Actor, happening.Involved),
            PartOf = happening.PartOf is { } whole ? archive.Link(whole.To(Kind.Event)) : null,
            Parts = [.. archive.PartsOf(happening.Ref).Select(archive.Link)],
            Summary = happening.Summary,
            Description = happening.Summary ?? $"{happening.Name}: {Count.Of(archive.About(happening.Ref).Count, "article")} side by side.",
            Breadcrumbs = archive.Crumbs(index),
            RecordFile = archive.FileOf(happening.Ref),
            Notes = happening.Notes,
            Coverage = [.. archive.About(happening.Ref).Select(a => new Coverage(archive.Card(a),
                [.. passages[a.Id].Select(archive.Reference)]))],
        };
    }
}
