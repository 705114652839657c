using System.Collections.Immutable;
using Generator.Bytes;
using Generator.Modules;
using Model;

namespace Generator.Cache;

/// <summary>
/// What lists that show very many records show of each (see <see cref="Part.Summary"/>), as bytes, of every record beside the articles, in order: an edit changes few, and who shows the others need not read what they are made from.
/// </summary>
public static class Summaries
{
    /// <summary>Those of an archive whose parts have the fingerprints <paramref name="versions"/>; what is as in an <paramref name="earlier"/> build is taken from there.</summary>
    public static ReadOnlyMemory<byte>[] Of(Archive archive, ulong[] versions, EarlierBuild? earlier)
    {
        var records = archive.AllRecords();
        var first = archive.Tables.Articles.Length;
        var summaries = new ReadOnlyMemory<byte>[records.Length - first];
        InParallel.Each(summaries.Length, i =>
        {
            var now = versions[archive.Keys.Of(Part.Summary, first + i)];
            summaries[i] = Earlier(earlier, records[first + i]) is var number and >= 0 && earlier!.VersionOf(Part.Summary, number) == now
                ? earlier.Summaries[number - earlier.FirstSummary] : Of(archive, records[first + i]);
        });
        return summaries;
    }

    /// <summary>Lets an archive take what it shows from its own <paramref name="summaries"/>.</summary>
    public static void Lend(Archive archive, ReadOnlyMemory<byte>[] summaries)
    {
        var (records, first) = (archive.AllRecords(), archive.Tables.Articles.Length);
        archive.Once.ClaimCards.Kept = number => Card(archive, records[number], summaries[number - first]);
        archive.Once.Names.Kept = number => Names(summaries[number - first]);
    }

    /// <summary>The fingerprint of a record's.</summary>
    public static ulong Print(Archive archive, Ref record) =>
        PartPrints.Both(record.Kind == Kind.Claim ? Fingerprint.Of([archive.NameOf(record)]) : 0, Fingerprint.Of(Of(archive, record).Span));

    /// <summary>The same without making it, when all that it is made from is as it was; of a claim, the list of its values says which of them were corrected.</summary>
    public static ulong? PrintBefore(Archive archive, int record, ulong[] versions, EarlierBuild? earlier)
    {
        var kind = archive.AllRecords()[record].Kind;
        if (Earlier(earlier, archive.AllRecords()[record]) is not (var number and >= 0)) return null;
        return MadeFrom(kind).All(part => versions[archive.Keys.Of(part, record)] == earlier!.VersionOf(part, number)) ? earlier!.VersionOf(Part.Summary, number) : null;
    }

    private static Part[] MadeFrom(Kind kind) => kind == Kind.Claim ? [Part.Facts, Part.Values, Part.Stances] : [Part.MentionsOf];

    private static int Earlier(EarlierBuild? earlier, Ref record) => earlier is null ? -1 : earlier.Records.BinarySearch(record);

    private static ReadOnlyMemory<byte> Of(Archive archive, Ref record)
    {
        var names = record.Kind is Kind.Actor or Kind.Place or Kind.Source ? archive.NamesOf(record) : null;
        var card = record.Kind == Kind.Claim ? archive.ClaimCard(record.Id) : null;
        var to = ByteWriter.Lent();
        if (card is not null)
        {
            to.List(card.Values, to.Text);
            to.Number(card.Articles);
            to.Number((int)card.Agreement);
        }
        else if (names is { All: > 0 })
        {
            to.List(names.Used, name =>
            {
                to.Text(name.Words);
                to.Text(name.Language);
                to.Number(name.Count);
            });
            to.Number(names.All);
            to.Number(names.Sources);
        }
        return to.Length == 0 ? default : to.Written.ToArray();
    }

    private static ClaimCard Card(Archive archive, Ref claim, ReadOnlyMemory<byte> bytes)
    {
        var from = new ByteReader(bytes);
        return new(archive.Link(claim), archive.Records.Claims[claim.Id].Kind, from.List(from.Text), from.Int(), (Agreement)from.Int());
    }

    private static NamesInShort Names(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty) return NamesInShort.None;
        var from = new ByteReader(bytes);
        return new(from.List(() => new NameUsed(from.Text(), from.Text(), from.Int())), from.Int(), from.Int());
    }
}
