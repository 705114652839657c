using Generator.Record;
using Model;

namespace Generator.Modules;

/// <summary>What an editor writes to point at words: the words and, when they stand in several places, what tells the one meant.</summary>
public sealed record TypedQuote(TextNode Quote, TextNode? Prefix, TextNode? Suffix, int? Nth);

/// <summary>
/// Finds the words that editors quote in the reading text of one article, each exactly once (the TextQuoteSelector of Web Annotation). What is
/// not found, or found twice, is a problem that shows what stands there instead.
/// </summary>
public sealed class AnchorQuotes(Seed seed, ReadingText text)
{
    private readonly string _folded = FoldText.Fold(text.Text);

    /// <summary>The place of a quote, null with a problem when there is none or more than one.</summary>
    public Anchor? Find(TypedQuote typed, Problems problems)
    {
        var quote = FoldText.Typed(typed.Quote.Text);
        var all = Occurrences(quote);
        if (all.Count == 0)
        {
            problems.Add(typed.Quote.Place, Codes.QuoteNotFound, $"the text does not have the words \"{Shorten(typed.Quote.Text)}\"", NearestWords(quote));
            return null;
        }
        var fitting = all.Where(at => Fits(typed, at, quote.Length)).ToList();
        if (fitting.Count == 0)
        {
            var given = typed.Prefix is not null && typed.Suffix is not null ? "prefix and suffix" : typed.Prefix is not null ? "prefix" : "suffix";
            problems.Add((typed.Prefix ?? typed.Suffix)!.Place, Codes.QuoteNotFound, $"the words \"{Shorten(typed.Quote.Text)}\" do not stand beside this {given}", Listed(all, quote.Length));
            return null;
        }
        if (typed.Nth is { } nth)
        {
            if (nth >= 1 && nth <= fitting.Count) return At(fitting[nth - 1], quote.Length);
            problems.Add(typed.Quote.Place, Codes.QuoteNotFound, $"the words \"{Shorten(typed.Quote.Text)}\" stand in the text {Times(fitting.Count)}, so there is no nth: {nth}", Listed(fitting, quote.Length));
            return null;
        }
        if (fitting.Count == 1) return At(fitting[0], quote.Length);
        problems.Add(typed.Quote.Place, Codes.QuoteAmbiguous, $"the words \"{Shorten(typed.Quote.Text)}\" stand in the text {Times(fitting.Count)}", $"add prefix:, suffix: or nth:; {Listed(fitting, quote.Length)}");
        return null;
    }

    /// <summary>Whether words stand anywhere in the reading text or in the raw seed.</summary>
    public bool Has(string words) =>
        _folded.Contains(FoldText.Typed(words), StringComparison.Ordinal)
        || FoldText.Typed(Unicode.Nfc.Of(seed.Text)).Contains(FoldText.Typed(words), StringComparison.Ordinal);

    /// <summary>The nearest words of the text, as a hint.</summary>
    public string NearestWords(string words)
    {
        var (start, end, edits) = Approximate.Find(words, _folded);
        return edits <= Math.Max(1, words.Length * 2 / 5)
            ? $"nearest words, on line {seed.LineAt(text.InSeed(start, end).Start)} of the seed: \"{Shorten(text.Text[start..end].Replace('\n', ' '))}\""
            : "no similar words stand in the text; quotes are compared letter by letter";
    }

    private List<int> Occurrences(string quote)
    {
        var found = new List<int>();
        if (quote.Length == 0) return found;
        for (var at = _folded.IndexOf(quote, StringComparison.Ordinal); at >= 0; at = _folded.IndexOf(quote, at + 1, StringComparison.Ordinal))
            found.Add(at);
        return found;
    }

    private bool Fits(TypedQuote typed, int at, int length)
    {
        if (typed.Prefix is { } prefix && !_folded.AsSpan(0, at).TrimEnd(' ').EndsWith(FoldText.Typed(prefix.Text), StringComparison.Ordinal)) return false;
        return typed.Suffix is not { } suffix || _folded.AsSpan(at + length).TrimStart(' ').StartsWith(FoldText.Typed(suffix.Text), StringComparison.Ordinal);
    }

    private Anchor At(int start, int length)
    {
        var (seedStart, seedEnd) = text.InSeed(start, start + length);
        return new(start, start + length, seedStart, seedEnd, seed.LineAt(seedStart));
    }

    private string Listed(List<int> places, int length)
    {
        var shown = places.Take(5).Select((at, i) => $"{i + 1}: …{Around(at, length)}… (line {At(at, length).SeedLine})");
        return "they stand in " + string.Join("; ", shown) + (places.Count > 5 ? $"; and {places.Count - 5} more" : "");
    }

    private string Around(int at, int length)
    {
        var start = Math.Max(0, at - 24);
        while (start > 0 && text.Text[start - 1] is not (' ' or '\n')) start--;
        var end = Math.Min(text.Text.Length, at + length + 24);
        while (end < text.Text.Length && text.Text[end] is not (' ' or '\n')) end++;
        return $"{text.Text[start..at]}[{text.Text[at..(at + length)]}]{text.Text[(at + length)..end]}".Replace('\n', ' ');
    }

    private static string Times(int count) => count switch { 1 => "once", 2 => "twice", _ => $"{count} times" };

    private static string Shorten(string words) => words.Length <= 100 ? words : words[..100].TrimEnd() + "…";
}
