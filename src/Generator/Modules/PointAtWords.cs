using System.Globalization;
using Generator.Record;
using Model;

namespace Generator.Modules;

/// <summary>The least that an editor has to write to point at words: the words; with the words before or behind them, or a number, only when they stand in several places.</summary>
public sealed record PointAtWords(string Quote, string? Prefix = null, string? Suffix = null, int? Nth = null)
{
    private const int MostWords = 6;

    /// <summary>Points at words that stand behind <paramref name="before"/> and before <paramref name="after"/>, the text around them as it stands. Null when they do not stand there, or cannot be told from others.</summary>
    public static PointAtWords? At(AnchorQuotes anchors, string quote, string before, string after)
    {
        quote = quote.Trim();
        var all = anchors.Places(Typed(new(quote)));
        if (all.Length == 0) return null;
        if (all.Length == 1) return new(quote);
        if (anchors.Places(Typed(new(quote, Whole(before), Whole(after)))) is not [var meant]) return null;
        foreach (var tried in Tries(quote, before.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), after.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            if (anchors.Places(Typed(tried)) is [var only] && only == meant) return tried;
        return new(quote, Nth: all.IndexOf(meant) + 1);
    }

    /// <summary>The place it points at; null when there is none or more than one.</summary>
    public Anchor? In(AnchorQuotes anchors) => anchors.Places(Typed(this)) is [var only] ? only : null;

    private static IEnumerable<PointAtWords> Tries(string quote, string[] before, string[] after)
    {
        for (var count = 1; count <= MostWords; count++)
        {
            if (count <= before.Length) yield return new(quote, Prefix: string.Join(' ', before[^count..]));
            if (count <= after.Length) yield return new(quote, Suffix: string.Join(' ', after[..count]));
        }
    }

    private static string? Whole(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static TypedQuote Typed(PointAtWords words) => new(Node(words.Quote)!, Node(words.Prefix), Node(words.Suffix), Node(words.Nth?.ToString(CultureInfo.InvariantCulture)));

    private static TextNode? Node(string? text) => text is null ? null : new(default, text, Plain: false, Comment: null);
}
