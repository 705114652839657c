using System.Collections.Immutable;
using System.Globalization;
using Generator.Record;
using Model;

namespace Generator.Modules;

/// <summary>What an editor writes to point at words: the words and, when they stand in several places, what tells the one meant. <paramref name="Nth"/> is a whole number from 1.</summary>
public sealed record TypedQuote(TextNode Quote, TextNode? Prefix, TextNode? Suffix, TextNode? Nth);

/// <summary>
/// Finds the words that editors quote in the reading text of one article, each exactly once (the TextQuoteSelector of Web Annotation). What is
/// not found, or found twice, is a problem that shows what stands there instead.
/// </summary>
public sealed class AnchorQuotes(Seed seed, ReadingText text)
{
    private readonly string _folded = FoldText.Fold(text.Text);

    private readonly List<TypedQuote> _asked = [];

    /// <summary>Every quote that was looked for, in the order of the record.</summary>
    public IEnumerable<TypedQuote> Asked => _asked.OrderBy(q => q.Quote.Place.Line).ThenBy(q => q.Quote.Place.Column);

    /// <summary>Every place that a quote fits, in the order of the text; <c>nth</c> leaves one.</summary>
    public ImmutableArray<Anchor> Places(TypedQuote typed)
    {
        var quote = FoldText.Typed(typed.Quote.Text);
        var fitting = Occurrences(quote).Where(at => Follows(typed.Prefix, at) && Precedes(typed.Suffix, at + quote.Length));
        if (typed.Nth is { } nth) fitting = fitting.Skip(int.Parse(nth.Text, CultureInfo.InvariantCulture) - 1).Take(1);
        return [.. fitting.Select(at => At(at, quote.Length))];
    }

    /// <summary>The sentence or sentences that an anchor lies in.</summary>
    public string SentenceOf(Anchor anchor) => SplitSentences.Around(text, anchor.Start, anchor.End) is var (start, end) ? text.Text[start..end] : "";

    /// <summary>Whether the text has the words of a quote that it does not have letter by letter in another typography.</summary>
    public bool DiffersInTypography(TypedQuote typed) => Typography.Find(FoldText.Typed(typed.Quote.Text), _folded) is not null;

    /// <summary>The place of a quote, null with a problem when there is none or more than one.</summary>
    public Anchor? Find(TypedQuote typed, Problems problems)
    {
        _asked.Add(typed);
        if (Places(typed) is [var only]) return only;
        var (quote, words) = (FoldText.Typed(typed.Quote.Text), Shorten(typed.Quote.Text));
        var all = Occurrences(quote);
        var after = all.Where(at => Follows(typed.Prefix, at)).ToList();
        var fitting = after.Where(at => Precedes(typed.Suffix, at + quote.Length)).ToList();
        if (all.Count == 0)
            problems.Add(typed.Quote.Place, Codes.QuoteNotFound, $"the text does not have the words \"{words}\"", NearestWords(quote));
        else if (after.Count == 0)
            problems.Add(typed.Prefix!.Place, Codes.QuoteNotFound, $"the words \"{words}\" do not stand after this prefix", Listed(all, quote.Length));
        else if (fitting.Count == 0)
            problems.Add(typed.Suffix!.Place, Codes.QuoteNotFound, $"the words \"{words}\" do not stand before this suffix", Listed(after, quote.Length));
        else if (typed.Nth is { } nth)
            problems.Add(nth.Place, Codes.QuoteNotFound, $"the words \"{words}\" stand in the text {Times(fitting.Count)}, so there is no nth: {nth.Text}", Listed(fitting, quote.Length));
        else
            problems.Add(typed.Quote.Place, Codes.QuoteAmbiguous, $"the words \"{words}\" stand in the text {Times(fitting.Count)}", $"add prefix:, suffix: or nth:; {Listed(fitting, quote.Length)}");
        return null;
    }

    /// <summary>Whether words stand anywhere in the reading text or in the raw seed.</summary>
    public bool Has(string words) =>
        _folded.Contains(FoldText.Typed(words), StringComparison.Ordinal)
        || FoldText.Typed(Unicode.Nfc.Of(seed.Text)).Contains(FoldText.Typed(words), StringComparison.Ordinal);

    /// <summary>The nearest words of the text, as a hint.</summary>
    public string NearestWords(string words)
    {
        if (LineThatReadersDoNotGet(words) is { } hint) return hint;
        if (Typography.Find(words, _folded) is { } same)
            return $"the text differs in typography only, on line {seed.LineAt(text.InSeed(same.Start, same.End).Start)} of the seed: \"{Shorten(text.Text[same.Start..same.End].Replace('\n', ' '))}\"";
        var (start, end, edits) = Approximate.Find(words, _folded);
        return edits <= Math.Max(1, words.Length * 2 / 5)
            ? $"nearest words, on line {seed.LineAt(text.InSeed(start, end).Start)} of the seed: \"{Shorten(text.Text[start..end].Replace('\n', ' '))}\""
            : "no similar words stand in the text; quotes are compared letter by letter";
    }

    /// <summary>How often words stand in the text, and where, for an editor who has to say which place is meant.</summary>
    public string PlacesInWords(string words)
    {
        var quote = FoldText.Typed(words);
        var all = Occurrences(quote);
        return all.Count == 0 ? $"the text does not have the words \"{Shorten(words)}\"; {NearestWords(quote)}" : $"the words \"{Shorten(words)}\" stand in the text {Times(all.Count)}; {Listed(all, quote.Length)}";
    }

    private List<int> Occurrences(string quote)
    {
        var found = new List<int>();
        if (quote.Length == 0) return found;
        for (var at = _folded.IndexOf(quote, StringComparison.Ordinal); at >= 0; at = _folded.IndexOf(quote, at + 1, StringComparison.Ordinal))
            found.Add(at);
        return found;
    }

    private bool Follows(TextNode? prefix, int at) =>
        prefix is null || _folded.AsSpan(0, at).TrimEnd(' ').EndsWith(FoldText.Typed(prefix.Text), StringComparison.Ordinal);

    private bool Precedes(TextNode? suffix, int end) =>
        suffix is null || _folded.AsSpan(end).TrimStart(' ').StartsWith(FoldText.Typed(suffix.Text), StringComparison.Ordinal);

    private string? LineThatReadersDoNotGet(string words)
    {
        var number = 0;
        foreach (var (start, end) in CleanText.LinesOf(seed.Text))
        {
            number++;
            if (!FoldText.Typed(Unicode.Nfc.Of(seed.Text[start..end])).Contains(words, StringComparison.Ordinal)) continue;
            return text.Skipped.Any(s => s.Start == start)
                ? $"they stand on line {number} of the seed, which the article skips"
                : $"they stand on line {number} of the seed, where the reading text differs (a repair, or a bullet): quote what readers get";
        }
        return null;
    }

    private Anchor At(int start, int length) => Anchor.Of(seed, text, start, start + length);

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
