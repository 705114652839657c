using System.Collections.Immutable;
using System.Security.Cryptography;
using Generator.Modules;
using Generator.Record;
using Model;

namespace Generator.Pipelines;

/// <summary>The seeds: every text of <c>seeds/</c> with its hash, whether an article uses it or not.</summary>
public static class Seeds
{
    /// <summary>By file name below <c>seeds/</c>. What is no text is a problem and left out. None of them is pinned yet.</summary>
    public static ImmutableDictionary<string, Seed> Read(string root, Problems problems)
    {
        var seeds = ImmutableDictionary.CreateBuilder<string, Seed>(StringComparer.Ordinal);
        foreach (var file in ReadFiles.Below(root, "seeds"))
            if (Read(file, problems) is { } seed) seeds.Add(seed.File, seed);
        return seeds.ToImmutable();
    }

    /// <summary>The seed as it was with this hash, from the history of the archive's repository; null when it cannot be had.</summary>
    public static Seed? Pinned(string root, Seed seed, string sha256) =>
        FindPinnedText.Of(root, seed.File, sha256) is { } bytes && DecodeText.TryDecode(bytes, out var text, out _)
            ? new Seed(seed.File, sha256, Pinned: true, text.StartsWith('\uFEFF') ? text[1..] : text) : null;

    private static Seed? Read(SourceFile file, Problems problems)
    {
        var bytes = File.ReadAllBytes(file.FullPath);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
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
        return new Seed(file.Path["seeds/".Length..], hash, Pinned: false, text.StartsWith('\uFEFF') ? text[1..] : text);
    }

    /// <summary>Warns of every seed that no article uses. A seed that a misspelt name probably means is not reported a second time.</summary>
    public static void ReportUnused(IReadOnlyDictionary<string, Seed> seeds, IEnumerable<RawRecord> records, Problems problems)
    {
        var taken = records.Where(r => r.Kind == Kind.Article).Select(r => ((r.Map["seed"] as MapNode)?["file"] as TextNode)?.Text ?? "").ToHashSet(StringComparer.Ordinal);
        var missing = taken.Where(t => !seeds.ContainsKey(t)).ToList();
        foreach (var seed in seeds.Values)
            if (!taken.Contains(seed.File) && Nearest.To(seed.File, missing) is null)
                problems.Add(Place.Of("seeds/" + seed.File), Codes.SeedWithoutArticle, "no article uses this seed", "write input/articles/<id>.yaml with seed: { file: " + seed.File + " }");
    }
}
