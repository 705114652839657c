using System.Collections.Immutable;
using Generator.Bytes;
using Generator.Modules;
using Model;

namespace Generator.Cache;

/// <summary>
/// What lists that show very many records show of each (see <see cref="Part.Summary"/>), as bytes, of every record beside the articles, in order: an edit changes few, and who shows the others need not read what they are made from.
/// </summary>
/// <param name="archive">The archive.</param>
/// <param name="earlier">An earlier build, from which what is as it was is taken.</param>
public sealed class Summaries(Archive archive, EarlierBuild? earlier)
{
    private readonly int _first = archive.Tables.Articles.Length;
    private readonly ReadOnlyMemory<byte>?[] _made = new ReadOnlyMemory<byte>?[archive.AllRecords().Length - archive.Tables.Articles.Length];

    /// <summary>Those of all records, when the parts of the archive have the fingerprints <paramref name="versions"/>.</summary>
    public ReadOnlyMemory<byte>[] All(ulong[] versions)
    {
        var all = new ReadOnlyMemory<byte>[_made.Length];
        InParallel.Each(all.Length, i => all[i] = Earlier(_first + i) is var number and >= 0 && earlier!.VersionOf(Part.Summary, number) == versions[archive.Keys.Of(Part.Summary, _first + i)]
            ? earlier.Summaries[number - earlier.FirstSummary] : Made(_first + i));
        return all;
    }

    /// <summary>Lets an archive take what it shows from its own <paramref name="summaries"/>.</summary>
    public static void Lend(Archive archive, ReadOnlyMemory<byte>[] summaries)
    {
        var (records, first) = (archive.AllRecords(), archive.Tables.Articles.Length);
        archive.Once.ClaimCards.Kept = number => Card(archive, records[number], summaries[number - first]);
        archive.Once.Names.Kept = number => Names(summaries[number - first]);
    }

    /// <summary>The fingerprint of that of the record at a place among all.</summary>
    public ulong Print(int record)
    {
        var print = new Fingerprint();
        print.Add(Made(record).Span);
        if (archive.AllRecords()[record] is { Kind: Kind.Claim } claim)
        {
            print.Add(archive.NameOf(claim));
            print.Add((ulong)archive.Records.Claims[claim.Id].Kind);
        }
        return print.Value;
    }

    /// <summary>The same without making it, when all that it is made from is as it was; of a claim, the list of its values says which of them were corrected.</summary>
    public ulong? PrintBefore(int record, ulong[] versions)
    {
        if (Earlier(record) is not (var number and >= 0)) return null;
        return MadeFrom(archive.AllRecords()[record].Kind).All(part => versions[archive.Keys.Of(part, record)] == earlier!.VersionOf(part, number)) ? earlier!.VersionOf(Part.Summary, number) : null;
    }

    private static Part[] MadeFrom(Kind kind) => kind == Kind.Claim ? [Part.Facts, Part.Values, Part.Stances] : [Part.MentionsOf];

    private int Earlier(int record) => earlier is null ? -1 : earlier.Records.BinarySearch(archive.AllRecords()[record]);

    private ReadOnlyMemory<byte> Made(int record) => _made[record - _first] ??= Of(archive, archive.AllRecords()[record]);

    private static ReadOnlyMemory<byte> Of(Archive archive, Ref record)
    {
        var names = record.Kind is Kind.Actor or Kind.Place or Kind.Source ? archive.NamesOf(record) : null;
        var card = record.Kind == Kind.Claim ? archive.ClaimCard(record.Id) : null;
        var to = ByteWriter.Lent();
        if (card is not null)
        {
            to.List(card.Values, to.Text);
            to.Number(card.DifferentValues);
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
        return new(archive.Link(claim), archive.Records.Claims[claim.Id].Kind, from.List(from.Text), from.Int(), from.Int(), (Agreement)from.Int());
    }

    private static NamesInShort Names(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty) return NamesInShort.None;
        var from = new ByteReader(bytes);
        return new(from.List(() => new NameUsed(from.Text(), from.Text(), from.Int())), from.Int(), from.Int());
    }
}
