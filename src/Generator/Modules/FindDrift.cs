using System.Collections.Immutable;
using Model;

namespace Generator.Modules;

/// <summary>What became of an anchor when its seed changed.</summary>
public enum DriftKind { Unchanged, Moved, Found, Typography, Vanished, Ambiguous }

/// <summary>
/// An anchor in a changed seed: the quote, the line of the pinned text it stood on, the line of the new one, both from 1 and null where unknown; and the
/// sentence around it when that is another than before.
/// </summary>
public sealed record AnchorDrift(TypedQuote Quote, DriftKind Kind, int? WasOnLine, int? IsOnLine, string? NewSentence = null);

/// <summary>The drift of a changed seed, anchor by anchor in the order of the record; <paramref name="Compared"/>: the pinned text was there to compare with.</summary>
public sealed record SeedDrift(Id Article, bool Compared, ImmutableArray<AnchorDrift> Anchors)
{
    /// <summary>Such as <c>of 12 anchors 10 stand unchanged, 1 moved, 1 vanished</c>.</summary>
    public string InWords()
    {
        if (Anchors.IsEmpty) return "no anchor rests on it";
        var counts = Anchors.GroupBy(a => a.Kind).OrderBy(g => g.Key).Select(g => $"{g.Count()} {Words(g.Key, g.Count())}");
        return $"of {Count.Of(Anchors.Length, "anchor")} {string.Join(", ", counts)}";
    }

    public static string Words(DriftKind kind, int count) => kind switch
    {
        DriftKind.Unchanged => count == 1 ? "stands unchanged" : "stand unchanged",
        DriftKind.Moved => "moved",
        DriftKind.Found => count == 1 ? "is found" : "are found",
        DriftKind.Typography => count == 1 ? "differs only in typography" : "differ only in typography",
        DriftKind.Vanished => "vanished",
        _ => count == 1 ? "now fits several places" : "now fit several places",
    };
}

/// <summary>Says what became of each anchor of an article whose seed is not the one that was pinned.</summary>
public static class FindDrift
{
    /// <summary>
    /// Where each quote stands <paramref name="now"/>, beside where it stood <paramref name="before"/>: null when the pinned text is not at hand, and then nothing can be
    /// said to have moved or not.
    /// </summary>
    public static SeedDrift Of(Id article, IEnumerable<TypedQuote> quotes, AnchorQuotes now, AnchorQuotes? before) =>
        new(article, before is not null, [.. quotes.Select(q => Of(q, now, before))]);

    private static AnchorDrift Of(TypedQuote quote, AnchorQuotes now, AnchorQuotes? before)
    {
        var places = now.Places(quote);
        Anchor? old = before?.Places(quote) is [var one] ? one : null;
        var was = old?.SeedLine;
        return places switch
        {
            [] => new(quote, now.DiffersInTypography(quote) ? DriftKind.Typography : DriftKind.Vanished, was, null),
            [var place] when before is null => new(quote, DriftKind.Found, null, place.SeedLine),
            [var place] => new(quote, was == place.SeedLine ? DriftKind.Unchanged : DriftKind.Moved, was, place.SeedLine,
                old is not null && before.SentenceOf(old.Value) != now.SentenceOf(place) ? now.SentenceOf(place).Replace('\n', ' ') : null),
            _ => new(quote, DriftKind.Ambiguous, was, null),
        };
    }

    /// <summary>Warns of anchors whose words stand as before in a sentence that changed. Those that cannot be placed are problems already.</summary>
    public static void ReportChanged(SeedDrift drift, Problems problems)
    {
        foreach (var anchor in drift.Anchors.Where(a => a.NewSentence is not null))
            problems.Add(anchor.Quote.Quote.Place, Codes.SentenceChanged, $"the words stand on line {anchor.IsOnLine} of the seed, and the sentence around them changed", $"it is now: {anchor.NewSentence}");
    }
}
