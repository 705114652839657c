namespace Generator.Suggesting;

/// <summary>A line of a seed that is not empty, with its number from 1 and its words as readers would get them, repaired and with its white space collapsed.</summary>
/// <param name="Raw">The line as it stands in the seed, without white space at its ends.</param>
public sealed record TextLine(int Number, string Raw, string Text)
{
    public int Words { get; } = Text.Count(c => c == ' ') + 1;

    /// <summary>Whether it ends as a sentence does.</summary>
    public bool IsSentence => Text.TrimEnd('”', '"', '’', '\'', ')', '»') is { Length: > 0 } bare && bare[^1] is '.' or '!' or '?' or '…';

    /// <summary>The lines of a text, with the repairs made.</summary>
    public static List<TextLine> Of(string text, IReadOnlyCollection<Repair> repairs)
    {
        var lines = new List<TextLine>();
        var number = 0;
        var longest = repairs.OrderByDescending(r => r.From.Length).ToList();
        foreach (var (start, end) in Modules.CleanText.LinesOf(text))
        {
            number++;
            var raw = text[start..end].Trim();
            if (raw.Length == 0) continue;
            var mended = longest.Aggregate(raw, (t, r) => t.Replace(r.From, r.To, StringComparison.Ordinal));
            lines.Add(new(number, raw, string.Join(' ', mended.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        }
        return lines;
    }
}
