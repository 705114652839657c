using System.Text.RegularExpressions;

namespace Generator.Suggesting;

/// <summary>A word or a mark of a text: <c>Text</c> is what stands from <paramref name="Start"/> up to <paramref name="End"/>, without a possessive <c>’s</c>.</summary>
public readonly partial record struct Word(int Start, int End, string Text, bool Possessive)
{
    public bool IsWord => char.IsLetterOrDigit(Text[0]);

    public bool IsCapital => char.IsUpper(Text[0]);

    public string Lower => Text.ToLowerInvariant();

    // Initials with their points (U.S.), words with hyphens, points and apostrophes inside, single marks.
    [GeneratedRegex(@"(?:\p{L}\.){2,}|[\p{L}\p{N}\p{M}]+(?:['’\-.&][\p{L}\p{N}\p{M}]+)*|\S")]
    private static partial Regex Pattern();

    /// <summary>The words and marks of <c>text[start..end]</c>, in order.</summary>
    public static List<Word> Of(string text, int start, int end)
    {
        var words = new List<Word>();
        for (var match = Pattern().Match(text, start, end - start); match.Success; match = match.NextMatch())
        {
            var word = match.Value;
            var possessive = word.EndsWith("’s", StringComparison.Ordinal) || word.EndsWith("'s", StringComparison.Ordinal);
            words.Add(new(match.Index, match.Index + match.Length, possessive ? word[..^2] : word, possessive));
        }
        return words;
    }
}
