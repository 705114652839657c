namespace Generator.Cache;

/// <summary>The file of an article that is kept: its seed, where what is kept of it stands, and, when it is at hand anyway, what that is.</summary>
public readonly record struct KeptFile(string SeedFile, KeptBlobs Blobs, KeptArticle? Read = null);

/// <summary>Where what is kept of an article stands: its head with what binds it to others, its rest, and its text.</summary>
public sealed record KeptBlobs(Blob Head, Blob Rest, KeptText Text)
{
    public Blob[] All => [Head, Rest, Text.Reading, Text.Seed];

    /// <summary>Those of <see cref="All"/>.</summary>
    public static KeptBlobs Of(ReadOnlySpan<Blob> all) => new(all[0], all[1], new(all[2], all[3]));
}
