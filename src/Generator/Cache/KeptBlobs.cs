namespace Generator.Cache;

/// <summary>Where what is kept of an article stands: its head with what binds it to others, its rest, and its text.</summary>
public sealed record KeptBlobs(Blob Head, Blob Rest, KeptText Text)
{
    public Blob[] All => [Head, Rest, Text.Reading, Text.Seed];

    /// <summary>Those of <see cref="All"/>.</summary>
    public static KeptBlobs Of(ReadOnlySpan<Blob> all) => new(all[0], all[1], new(all[2], all[3]));
}
