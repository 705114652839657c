using System.Collections.Concurrent;
using System.Security.Cryptography;
using Generator.Cache;
using Generator.Modules;
using Generator.Record;
using Model;

namespace Generator.Pipelines;

/// <summary>
/// The seeds: every text of <c>seeds/</c> with its hash, whether an article uses it or not. A text is read when it is asked for and held by who asked: together they are most of an archive. Safe to ask from several threads.
/// </summary>
public sealed class Seeds
{
    private readonly SourceFiles _sources;
    private readonly Problems _problems;
    private readonly Dictionary<string, KeptArticle> _kept = new(StringComparer.Ordinal);

    // By file, whether it is a text.
    private readonly ConcurrentDictionary<string, bool> _read = new(StringComparer.Ordinal);

    /// <summary>Those of an archive; <paramref name="records"/> tell which need not be read again.</summary>
    public Seeds(SourceFiles sources, IEnumerable<RawRecord> records, Problems problems)
    {
        (_sources, _problems) = (sources, problems);
        foreach (var record in records)
            if (record.Kept is { } kept) _kept[kept.Article.SeedFile] = kept;
    }

    /// <summary>By their names below <c>seeds/</c>.</summary>
    public IEnumerable<string> Files => _sources.Seeds.Select(NameOf);

    public bool Has(string file) => _sources.Has(PathOf(file));

    /// <summary>The seed of a file that is there, not pinned; null, with a problem, when it is no text.</summary>
    public Seed? Read(string file)
    {
        if (_kept.TryGetValue(file, out var kept)) return kept.Article.Seed with { Pinned = false, PinnedOn = null };
        var source = _sources[PathOf(file)];
        var seed = Read(source, _sources.Read(source), _problems);
        _read[file] = seed is not null;
        return seed;
    }

    /// <summary>The seed as it was with this hash, from the history of the archive's repository; null when it cannot be had.</summary>
    public static Seed? Pinned(string root, Seed seed, string sha256) =>
        FindPinnedText.Of(root, seed.File, sha256) is { } bytes && DecodeText.TryDecode(bytes, out var text, out _)
            ? new Seed(seed.File, sha256, true, WithoutMark(text)) : null;

    private static string PathOf(string file) => "seeds/" + file;

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

    private static Seed Of(string file, byte[] bytes, string text) => new(file, Convert.ToHexStringLower(SHA256.HashData(bytes)), false, WithoutMark(text));

    private static string WithoutMark(string text) => text.StartsWith('\uFEFF') ? text[1..] : text;

    /// <summary>Reads those that nobody asked for, for their problems alone.</summary>
    public void ReadTheRest() => InParallel.Each([.. Files.Where(f => !_read.ContainsKey(f) && !_kept.ContainsKey(f))], Read);

    /// <summary>Warns of every seed that no article uses; <paramref name="named"/> are the files that articles name. A seed that a misspelt name probably means is not reported a second time.</summary>
    public void ReportUnused(IEnumerable<string?> named)
    {
        var taken = named.Select(n => n ?? "").ToHashSet(StringComparer.Ordinal);
        bool IsText(string file) => Has(file) && _read.GetValueOrDefault(file, true);
        var missing = taken.Where(t => !IsText(t)).ToList();
        foreach (var seed in Files.Where(IsText))
            if (!taken.Contains(seed) && Nearest.To(seed, missing) is null)
                _problems.Add(Place.Of(PathOf(seed)), Codes.SeedWithoutArticle, "no article uses this seed", "write input/articles/<id>.yaml with seed: { file: " + seed + " }");
    }
}
