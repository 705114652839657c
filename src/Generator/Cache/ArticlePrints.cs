using System.Collections.Immutable;
using Model;

namespace Generator.Cache;

/// <summary>
/// The fingerprints of what pages can read of an article: how it is filed, its other facts, its text, where its annotations stand, what the index of the search is made from of these, all that they say, each of them without its note, and each
/// of the mentions in its text.
/// </summary>
public sealed record ArticlePrints(ulong Filing, ulong Facts, ulong Text, ulong Marks, ulong Searched, ulong Annotations, ImmutableArray<ulong> Passages, ImmutableArray<ulong> Mentions)
{
    public static ulong Of(Mention mention)
    {
        var print = new Fingerprint();
        print.Add(mention.Of);
        print.Add(((ulong)mention.Start << 32) | (uint)mention.End);
        print.Add(((ulong)mention.SentenceStart << 32) | (uint)mention.SentenceEnd);
        print.Add(((ulong)mention.SeedLine << 1) | (mention.Anchored ? 1ul : 0));
        print.Add(mention.Words);
        return print.Value;
    }
}
