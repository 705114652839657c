using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Generator.Modules;
using Model;

namespace Generator.Suggesting;

/// <summary>A number of a text, <c>text[Start..End]</c> with the words that count it, that looks like a value of a known claim. Either <paramref name="Value"/> or a bound is there.</summary>
public sealed record SuggestedFigure(int Start, int End, Id Claim, decimal? Value, decimal? Min, decimal? Max, Certainty Cert);

/// <summary>
/// Finds numbers that look like values of the claims that are tracked: the unit fits, and enough of the claim's words stand around the number. Words that many claims have count less.
/// </summary>
public sealed partial class FindFigures
{
    /// <summary>How much of a claim's words must stand near the number, 0 to 1; less beside a unit that few claims have; and from where on the suggestion is not a weak one.</summary>
    private const double Enough = 0.4, EnoughBesideUnit = 0.15, Good = 0.65;

    /// <summary>What a word counts that is farther from the number than so many words.</summary>
    private const double Farther = 0.5;
    private const int Close = 5;

    /// <summary>How many words to either side of a number are looked at.</summary>
    private const int Near = 12;

    private static readonly string[] Ones = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private readonly Dictionary<string, double> _rarity = new(StringComparer.Ordinal);
    private readonly List<(Claim Claim, ImmutableArray<string> Words, string? Unit)> _claims;

    /// <param name="claims">Those of them that are figures are looked for.</param>
    public FindFigures(IEnumerable<Claim> claims)
    {
        _claims = [.. claims.Where(c => c.Kind == ClaimKind.Figure).OrderBy(c => c.Id).Select(c => (c, WordStems.Of(c.Text).ToImmutableArray(), Unit(c.Unit)))];
        foreach (var word in _claims.SelectMany(c => c.Words)) _rarity[word] = Math.Log(1 + ((double)_claims.Count / _claims.Count(c => c.Words.Contains(word))));
    }

    // "48", "1,200", "about one million", "60-day", "80–90%": the number, and what stands before it and behind it.
    [GeneratedRegex(@"(?<bound>\b(?:more than|(?<!\b(?:hand|hands|handed|turn|turned|took|taken|take) )over|at least|no fewer than|fewer than|less than|under|up to|at most|as many as)\s+(?:an? )?)?(?<![\w.,])(?:(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:[–-](?<to>\d+(?:\.\d+)?))?|(?<words>(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)))(?<times>\s(?:hundred|thousand|million|billion))?(?<percent>\s?%|\s(?:per ?cent))?(?:[ -](?<next>[\p{L}]+))?", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Month();

    /// <summary>In the order of the text, of each number at most one.</summary>
    public IEnumerable<SuggestedFigure> In(ReadingText text)
    {
        foreach (var block in text.Blocks.Where(b => b.Role is not (BlockRole.Headline or BlockRole.Heading or BlockRole.Byline)))
            foreach (var (start, end) in SplitSentences.Of(text.Text, block.Start, block.End))
                for (var match = Number().Match(text.Text, start, end - start); match.Success; match = match.NextMatch())
                    if (!Month().IsMatch(text.Text[start..match.Index]) && Best(text.Text, start, end, match) is var (claim, score) && claim is not null && Value(match) is { } value) yield return Suggested(match, claim.Id, value, score);
    }

    private (Claim? Claim, double Score) Best(string text, int start, int end, Match number)
    {
        var unit = number.Groups["percent"].Success ? "percent" : Unit(number.Groups["next"].Value);
        var around = Around(text, start, end, number);
        var best = _claims.Where(c => c.Unit == unit).Select(c => (c.Claim, Score: c.Words.Sum(w => _rarity[w] * around.GetValueOrDefault(w)) / Math.Max(1e-9, c.Words.Sum(w => _rarity[w])))).OrderByDescending(c => c.Score).FirstOrDefault();
        return best.Score >= (unit is null ? Enough : EnoughBesideUnit) ? best : default;
    }

    /// <summary>What each word around a number counts.</summary>
    private static Dictionary<string, double> Around(string text, int start, int end, Match number)
    {
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        void Add(IEnumerable<string> words)
        {
            foreach (var (word, distance) in words.Take(Near).Select((w, i) => (w, i)))
                foreach (var stem in WordStems.Of(word)) found[stem] = Math.Max(found.GetValueOrDefault(stem), distance < Close ? 1 : Farther);
        }
        Add(text[start..number.Index].Split(' ', StringSplitOptions.RemoveEmptyEntries).Reverse());
        Add(text[(number.Groups["next"].Success ? number.Groups["next"].Index : number.Index + number.Length)..end].Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries));
        return found;
    }

    private static SuggestedFigure Suggested(Match number, Id claim, decimal value, double score)
    {
        var bound = number.Groups["bound"].Value.ToLowerInvariant();
        var cert = score >= Good ? Certainty.Medium : Certainty.Low;
        var (start, end) = (number.Index, number.Index + number.Length);
        if (number.Groups["to"] is { Success: true } to && decimal.TryParse(to.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var highest) && highest > value) return new(start, end, claim, null, value, highest, cert);
        if (bound.Length == 0) return new(start, end, claim, value, null, null, cert);
        return bound.StartsWith("fewer", StringComparison.Ordinal) || bound.StartsWith("less", StringComparison.Ordinal) || bound.StartsWith("under", StringComparison.Ordinal) || bound.StartsWith("up", StringComparison.Ordinal) || bound.StartsWith("at most", StringComparison.Ordinal) || bound.StartsWith("as many", StringComparison.Ordinal)
            ? new(start, end, claim, null, null, value, cert) : new(start, end, claim, null, value, null, cert);
    }

    private static decimal? Value(Match number)
    {
        decimal value;
        if (number.Groups["digits"] is { Success: true } digits)
        {
            if (!decimal.TryParse(digits.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out value)) return null;
        }
        else
        {
            var parts = number.Groups["words"].Value.ToLowerInvariant().Split('-');
            value = parts.Sum(p => Array.IndexOf(Ones, p) is var one and >= 0 ? one : 10 * Array.IndexOf(Tens, p));
        }
        return value * number.Groups["times"].Value.Trim().ToLowerInvariant() switch { "hundred" => 100, "thousand" => 1000, "million" => 1_000_000, "billion" => 1_000_000_000, _ => 1 };
    }

    /// <summary>A unit that a number must have beside it; null for what is counted otherwise, such as people.</summary>
    private static string? Unit(string? word) => word?.ToLowerInvariant().TrimEnd('s') switch
    {
        "percent" or "per cent" => "percent",
        "day" or "month" or "year" or "hour" or "week" or "minute" or "point" or "dollar" or "euro" or "shekel" or "kilometer" or "kilometre" or "mile" or "meter" or "metre" or "ton" or "tonne" => word.ToLowerInvariant().TrimEnd('s'),
        _ => null,
    };
}
