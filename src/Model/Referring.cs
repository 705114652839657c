using System.Collections.Immutable;

namespace Model;

/// <summary>Which records name another one.</summary>
public static class Referring
{
    /// <summary>The records, other than articles, whose own fields name a record: by kind and id.</summary>
    public static IEnumerable<Ref> To(Archive archive, Ref record)
    {
        bool Names(ImmutableArray<Id> ids, Kind kind) => record.Kind == kind && ids.Contains(record.Id);
        var records = archive.Records;
        return records.Actors.Values
        .Where(a => Names(a.PartOf, Kind.Actor) || Names(a.DifferentFrom, Kind.Actor) || a.Positions.Any(p => p.Of is { } of && record == of.To(Kind.Actor))).Select(a => a.Ref)
        .Concat(records.Topics.Values.Where(t => Names(t.Broader, Kind.Topic) || Names(t.Related, Kind.Topic)).Select(t => t.Ref))
        .Concat(records.Places.Values.Where(p => p.In is { } larger && record == larger.To(Kind.Place)).Select(p => p.Ref))
        .Concat(records.Events.Values.Where(e => Names(e.Organizer, Kind.Actor) || Names(e.Involved, Kind.Actor)
            || (e.Place is { } place && record == place.Value.To(Kind.Place)) || (e.PartOf is { } whole && record == whole.To(Kind.Event))).Select(e => e.Ref))
        .Concat(records.Claims.Values.Where(c => c.About.Contains(record) || Names(c.Topics, Kind.Topic)).Select(c => c.Ref))
        .Order()
        .Where(r => r != record);
    }
}
