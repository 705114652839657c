namespace Model;

/// <summary>What many pages of an archive show alike, each made once: of every record by its place in <see cref="Archive.AllRecords"/>, of every passage by its number.</summary>
public sealed class MadeOnce
{
    /// <summary>Pages of one time show the same passages: so many are kept, and more of a large archive, whose years have more.</summary>
    private const int LeastKept = 16_384, PartKept = 28;

    internal MadeOnce(Keys keys, int records, int passages)
    {
        // Related articles are of all times, and lists of claims show every one of them.
        (Links, Cards, ClaimCards, Names) = (new(records, keys, records), new(records, keys, records), new(records, keys, records) { ReadAsOne = true }, new(records, keys, 1_024) { ReadAsOne = true });
        (References, Chains, Utterances, Rows) = (Of<Reference>(), Of<Chain>(), Of<Utterance>(), Of<LedgerRow>());

        Once<T> Of<T>() where T : class => new(passages, keys, Math.Max(LeastKept, passages / PartKept));
    }

    public Once<Link> Links { get; }

    /// <summary>Of articles alone.</summary>
    public Once<ArticleCard> Cards { get; }

    /// <summary>Of claims alone.</summary>
    public Once<ClaimCard> ClaimCards { get; }

    /// <summary>Of actors, places and sources; one list alone shows them, so few are held.</summary>
    public Once<NamesInShort> Names { get; }

    public Once<Reference> References { get; }

    /// <summary>Of passages that somebody is said to have said; so are utterances.</summary>
    public Once<Chain> Chains { get; }

    public Once<Utterance> Utterances { get; }

    /// <summary>Of passages that report a value.</summary>
    public Once<LedgerRow> Rows { get; }
}
