using System.Collections.Immutable;
using Generator.Bytes;
using Generator.Modules;
using Model;

namespace Generator.Cache;

/// <summary>
/// The cards of all claims, in the order of the claims, as bytes: the list of claims and the front page show every one of them, and an edit changes few. Of a card no more is kept than what articles say on its claim.
/// </summary>
public static class KeptCards
{
    /// <summary>The cards of an archive whose parts have the fingerprints <paramref name="versions"/>; those that are as in an <paramref name="earlier"/> build are taken from there.</summary>
    public static ReadOnlyMemory<byte>[] Of(Archive archive, ulong[] versions, EarlierBuild? earlier)
    {
        var claims = archive.AllRecords().Where(record => record.Kind == Kind.Claim).ToArray();
        return InParallel.Each(claims, claim => Kept(archive, claim, versions, earlier) ?? Of(archive.ClaimCard(claim.Id)));
    }

    /// <summary>Lets an archive take the cards of claims from an <paramref name="earlier"/> build where they are what they were.</summary>
    public static void Lend(Archive archive, ulong[] versions, EarlierBuild? earlier)
    {
        if (earlier is null) return;
        archive.Once.ClaimCards.Kept = number => Kept(archive, archive.AllRecords()[number], versions, earlier) is { } bytes ? Read(archive, archive.AllRecords()[number], bytes) : null;
    }

    /// <summary>The fingerprint of what a claim's card shows.</summary>
    public static ulong Print(Archive archive, Ref claim) => PartPrints.Both(PartPrints.Name(claim), Fingerprint.Of([archive.NameOf(claim)])) ^ Fingerprint.Of(Of(archive.ClaimCard(claim.Id)).Span);

    private static ReadOnlyMemory<byte>? Kept(Archive archive, Ref claim, ulong[] versions, EarlierBuild? earlier)
    {
        if (earlier is null || earlier.Records.BinarySearch(claim) is not (var number and >= 0)) return null;
        // Null alone would become memory without bytes.
        return earlier.Versions[((int)Part.Card * earlier.Records.Length) + number] == versions[archive.KeyOf(Part.Card, archive.NumberOf(claim))] ? earlier.Cards[number - earlier.FirstClaim] : default(ReadOnlyMemory<byte>?);
    }

    private static ReadOnlyMemory<byte> Of(ClaimCard card)
    {
        var to = ByteWriter.Lent();
        to.List(card.Values, to.Text);
        to.Number(card.Articles);
        to.Number((int)card.Agreement);
        return to.Written.ToArray();
    }

    private static ClaimCard Read(Archive archive, Ref claim, ReadOnlyMemory<byte> bytes)
    {
        var from = new ByteReader(bytes);
        return new(archive.Link(claim), archive.Records.Claims[claim.Id].Kind, from.List(from.Text), from.Int(), (Agreement)from.Int());
    }
}
