using System.Security.Cryptography;
using Generator.Cache;
using Generator.Modules;
using Generator.Record;
using Model;

namespace Generator.Pipelines;

/// <summary>The seeds: every text of <c>seeds/</c> with its hash, whether an article uses it or not.</summary>
public static class Seeds
{
    /// <summary>By file name below <c>seeds/</c>. What is no text is a problem and left out. None of them is pinned yet.</summary>
    public static IReadOnlyDictionary<string, Lazy<Seed>> Read(SourceFiles sources, IEnumerable<RawRecord> records, Problems problems)
    {
        var seeds = new Dictionary<string, Lazy<Seed>>(StringComparer.Ordinal);
        foreach (var record in records)
            if (record.Kept is { } kept) seeds[kept.Article.SeedFile] = new(() => kept.Article.Seed with { Pinned = false, PinnedOn = null });
        foreach (var seed in InParallel.Each([.. sources.Seeds.Where(f => !seeds.ContainsKey(NameOf(f)))], f => Read(f, sources.Read(f), problems)))
            if (seed is not null) seeds.Add(seed.File, new(seed));
        return seeds;
    }

    /// <summary>The seed as it was with this hash, from the history of the archive's repository; null when it cannot be had.</summary>
    public static Seed? Pinned(string root, Seed seed, string sha256) =>
        FindPinnedText.Of(root, seed.File, sha256) is { } bytes && DecodeText.TryDecode(bytes, out var text, out _)
            ? new Seed(seed.File, sha256, Pinned: true, WithoutMark(text)) : null;

    private static string NameOf(SourceFile file) => file.Path["seeds/".Length..];

    private static Seed? Read(SourceFile file, byte[] bytes, Problems problems)
    {
        if (!DecodeText.TryDecode(bytes, out var text, out var bad))
        {
            problems.Add(Place.Of(file.Path), Codes.SeedNotText, $"byte {bad + 1} of the seed (0x{bytes[bad]:X2}) is not UTF-8", "save it again as UTF-8; the article's repairs mend damaged letters");
            return null;
        }
        if (text.Contains('\0'))
        {
            problems.Add(Place.Of(file.Path), Codes.SeedNotText, "the seed holds a NUL character, so it is not a text", null);
            return null;
        }
        return Of(NameOf(file), bytes, text);
    }

    /// <summary>The seed that bytes make, not pinned; null when they are no text.</summary>
    public static Seed? Of(string file, byte[] bytes) => DecodeText.TryDecode(bytes, out var text, out _) ? Of(file, bytes, text) : null;

    private static Seed Of(string file, byte[] bytes, string text) => new(file, Convert.ToHexStringLower(SHA256.HashData(bytes)), Pinned: false, WithoutMark(text));

    private static string WithoutMark(string text) => text.StartsWith('\uFEFF') ? text[1..] : text;

    /// <summary>Warns of every seed that no article uses; <paramref name="named"/> are the files that articles name. A seed that a misspelt name probably means is not reported a second time.</summary>
    public static void ReportUnused(IReadOnlyDictionary<string, Lazy<Seed>> seeds, IEnumerable<string?> named, Problems problems)
    {
        var taken = named.Select(n => n ?? "").ToHashSet(StringComparer.Ordinal);
        var missing = taken.Where(t => !seeds.ContainsKey(t)).ToList();
        foreach (var seed in seeds.Keys)
            if (!taken.Contains(seed) && Nearest.To(seed, missing) is null)
                problems.Add(Place.Of("seeds/" + seed), Codes.SeedWithoutArticle, "no article uses this seed", "write input/articles/<id>.yaml with seed: { file: " + seed + " }");
    }
}
