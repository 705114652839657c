using System.Collections.Immutable;
using Generator.Bytes;
using Generator.Record;
using Model;

namespace Generator.Cache;

/// <summary>Writes all records but the articles as bytes and reads them again: of each its id, its file and its other fields in the order of its type.</summary>
public static class RecordBytes
{
    public static byte[] Of(KeptRecords kept)
    {
        var (to, records) = (new ByteWriter(), kept.Records);
        void All<T>(Dictionary<Id, T> ofKind, Kind kind, Action<T, ByteWriter> write)
        {
            to.Number(ofKind.Count);
            foreach (var (id, record) in ofKind)
            {
                to.Id(id);
                to.Text(kept.Files[id.To(kind)]);
                write(record, to);
            }
        }
        All(records.Actors, Kind.Actor, Write);
        All(records.Topics, Kind.Topic, Write);
        All(records.Places, Kind.Place, Write);
        All(records.Events, Kind.Event, Write);
        All(records.Sources, Kind.Source, Write);
        All(records.Claims, Kind.Claim, Write);
        to.List(kept.Links, link => LinkBytes.Write(link, to));
        to.Flag(kept.RestOnTexts);
        return to.Written.ToArray();
    }

    public static KeptRecords Read(ReadOnlyMemory<byte> bytes)
    {
        var (from, files) = (new ByteReader(bytes), new Dictionary<Ref, string>());
        Dictionary<Id, T> All<T>(Kind kind, Func<Id, ByteReader, T> read)
        {
            var count = from.Int();
            var ofKind = new Dictionary<Id, T>(count);
            for (var i = 0; i < count; i++)
            {
                var id = from.Id();
                files.Add(id.To(kind), from.SharedText());
                ofKind.Add(id, read(id, from));
            }
            return ofKind;
        }
        var records = new OtherRecords(
            All(Kind.Actor, Actor), All(Kind.Topic, Topic), All(Kind.Place, Place), All(Kind.Event, Event), All(Kind.Source, Source), All(Kind.Claim, Claim));
        return new(records, files, from.List(() => LinkBytes.Read(from)), from.Flag());
    }

    private static void Write(Actor actor, ByteWriter to)
    {
        to.Number((int)actor.Type);
        to.Text(actor.Name);
        to.Text(actor.SortName);
        foreach (var texts in (ReadOnlySpan<ImmutableArray<string>>)[actor.Alias, actor.WeakAlias, actor.PreviousName]) to.List(texts, to.Text);
        to.Text(actor.Summary);
        to.List(actor.Positions, position =>
        {
            to.Text(position.Title);
            to.Text(position.Of?.Value);
            to.Date(position.From);
            to.Date(position.To);
        });
        to.List(actor.PartOf, to.Id);
        to.List(actor.SameAs, to.Text);
        to.List(actor.DifferentFrom, to.Id);
        to.List(actor.Was, to.Id);
        to.Text(actor.Notes.Markup);
    }

    private static Actor Actor(Id id, ByteReader from) => new()
    {
        Id = id,
        Type = (ActorType)from.Int(),
        Name = from.Text(),
        SortName = from.MaybeText(),
        Alias = from.List(from.Text),
        WeakAlias = from.List(from.Text),
        PreviousName = from.List(from.Text),
        Summary = from.MaybeText(),
        Positions = from.List(() => new HeldPosition(from.Text(), from.MaybeId(), from.MaybeDate(), from.MaybeDate())),
        PartOf = from.List(from.Id),
        SameAs = from.List(from.Text),
        DifferentFrom = from.List(from.Id),
        Was = from.List(from.Id),
        Notes = new(from.MaybeText()!),
    };

    private static void Write(Topic topic, ByteWriter to)
    {
        to.Text(topic.Name);
        to.List(topic.Alias, to.Text);
        to.List(topic.Broader, to.Id);
        to.List(topic.Related, to.Id);
        to.Text(topic.Scope);
        to.List(topic.ExactMatch, to.Text);
        to.List(topic.Was, to.Id);
        to.Text(topic.Notes.Markup);
    }

    private static Topic Topic(Id id, ByteReader from) => new()
    {
        Id = id,
        Name = from.Text(),
        Alias = from.List(from.Text),
        Broader = from.List(from.Id),
        Related = from.List(from.Id),
        Scope = from.MaybeText(),
        ExactMatch = from.List(from.Text),
        Was = from.List(from.Id),
        Notes = new(from.MaybeText()!),
    };

    private static void Write(Model.Place place, ByteWriter to)
    {
        to.Text(place.Name);
        to.List(place.Alias, to.Text);
        to.List(place.WeakAlias, to.Text);
        to.Text(place.In?.Value);
        to.Decimal(place.Geo?.Latitude);
        to.Decimal(place.Geo?.Longitude);
        to.Text(place.Summary);
        to.List(place.SameAs, to.Text);
        to.List(place.Was, to.Id);
        to.Text(place.Notes.Markup);
    }

    private static Model.Place Place(Id id, ByteReader from) => new()
    {
        Id = id,
        Name = from.Text(),
        Alias = from.List(from.Text),
        WeakAlias = from.List(from.Text),
        In = from.MaybeId(),
        Geo = (from.Decimal(), from.Decimal()) is ({ } latitude, { } longitude) ? new(latitude, longitude) : null,
        Summary = from.MaybeText(),
        SameAs = from.List(from.Text),
        Was = from.List(from.Id),
        Notes = new(from.MaybeText()!),
    };

    private static void Write(Event happened, ByteWriter to)
    {
        to.Text(happened.Name);
        to.Stated(happened.Date, to.Date);
        to.Stated(happened.Place, to.Id);
        to.List(happened.Organizer, to.Id);
        to.List(happened.Involved, to.Id);
        to.Text(happened.PartOf?.Value);
        to.Text(happened.Summary);
        to.List(happened.Was, to.Id);
        to.Text(happened.Notes.Markup);
    }

    private static Event Event(Id id, ByteReader from) => new()
    {
        Id = id,
        Name = from.Text(),
        Date = from.MaybeStated(from.Date),
        Place = from.MaybeStated(from.Id),
        Organizer = from.List(from.Id),
        Involved = from.List(from.Id),
        PartOf = from.MaybeId(),
        Summary = from.MaybeText(),
        Was = from.List(from.Id),
        Notes = new(from.MaybeText()!),
    };

    private static void Write(Model.Source source, ByteWriter to)
    {
        to.Text(source.Name);
        to.Number((int)source.Type);
        to.List(source.Alias, to.Text);
        to.Text(source.Url?.Value);
        to.Text(source.Country);
        to.Text(source.UsageTerms);
        to.Text(source.Summary);
        to.List(source.SameAs, to.Text);
        to.List(source.Was, to.Id);
        to.Text(source.Notes.Markup);
    }

    private static Model.Source Source(Id id, ByteReader from) => new()
    {
        Id = id,
        Name = from.Text(),
        Type = (SourceType)from.Int(),
        Alias = from.List(from.Text),
        Url = from.MaybeText() is { } url ? ArticleBytes.Address(url) : null,
        Country = from.MaybeText(),
        UsageTerms = from.MaybeText(),
        Summary = from.MaybeText(),
        SameAs = from.List(from.Text),
        Was = from.List(from.Id),
        Notes = new(from.MaybeText()!),
    };

    private static void Write(Claim claim, ByteWriter to)
    {
        to.Text(claim.Text);
        to.Number((int)claim.Kind);
        to.Text(claim.Unit);
        to.List(claim.About, to.Ref);
        to.List(claim.Topics, to.Id);
        to.Text(claim.Summary);
        to.List(claim.Was, to.Id);
        to.Text(claim.Notes.Markup);
    }

    private static Claim Claim(Id id, ByteReader from) => new()
    {
        Id = id,
        Text = from.Text(),
        Kind = (ClaimKind)from.Int(),
        Unit = from.MaybeText(),
        About = from.List(from.Ref),
        Topics = from.List(from.Id),
        Summary = from.MaybeText(),
        Was = from.List(from.Id),
        Notes = new(from.MaybeText()!),
    };
}
