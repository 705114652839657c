namespace Generator.Cache;

/// <summary>Where what is kept of an article stands: its head with what binds it to others, its rest, and its text.</summary>
public sealed record KeptBlobs(Blob Head, Blob Rest, KeptText Text)
{
    /// <summary>So many there are of an article.</summary>
    public const int Count = 5;

    public Blob[] All => [Head, Rest, Text.Reading, Text.Seed, Text.Sentences];

    /// <summary>Those of <see cref="All"/> of the article at a place, among those of many articles.</summary>
    public static KeptBlobs At(int article, ReadOnlySpan<Blob> all)
    {
        var own = all.Slice(Count * article, Count);
        return new(own[0], own[1], new(own[2], own[3], own[4]));
    }
}
