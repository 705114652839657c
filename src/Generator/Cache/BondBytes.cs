using System.Collections.Immutable;
using Generator.Bytes;
using Model;

namespace Generator.Cache;

/// <summary>Writes what binds an article to other records as bytes and reads it again.</summary>
public static class BondBytes
{
    public static void Write(Bonds bonds, ByteWriter to)
    {
        to.List(bonds.Records, to.Ref);
        to.List(bonds.Entries, entry =>
        {
            to.Number((int)entry.List);
            to.Number(entry.Record);
            to.Number(entry.At);
        });
        to.Number(bonds.Annotations);
        to.List(bonds.Deadlines, at => to.Number(at));
        to.List(bonds.Inferred, at => to.Number(at));
        to.Flag(bonds.Infers);
        to.List(bonds.Corrections, c =>
        {
            to.Id(c.Corrected.Article);
            to.Text(c.Corrected.Annotation);
            to.Text(c.By);
        });
        to.List(bonds.Relations, r => Relation(r, to));
        to.List(bonds.Leans, to.Id);
    }

    public static Bonds Read(ByteReader from) => new(from.List(from.Ref), from.List(() => new Bond((Part)from.Int(), (ushort)from.Int(), from.Int())), from.Int())
    {
        Deadlines = from.List(from.Int),
        Inferred = from.List(from.Int),
        Infers = from.Flag(),
        Corrections = from.List(() => new Correction(new(from.Id(), from.Text()), from.Text())),
        Relations = from.List(() => Relation(from)),
        Leans = from.List(from.Id),
    };

    public static void Relation(Relation relation, ByteWriter to)
    {
        to.Number((int)relation.Verb);
        to.Id(relation.Article);
        to.Text(relation.On?.Value);
    }

    public static Relation Relation(ByteReader from) => new((RelationVerb)from.Int(), from.Id(), from.MaybeId());
}
