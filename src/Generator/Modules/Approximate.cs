namespace Generator.Modules;

/// <summary>Finds where in a text words stand that are nearly these.</summary>
public static class Approximate
{
    /// <summary>
    /// The stretch of <paramref name="text"/> with the fewest insertions, deletions and replacements (a capital for its small letter is free) from
    /// <paramref name="words"/> (of which the first 300 characters count), grown to whole words; the first of equals. Sellers' algorithm.
    /// </summary>
    public static (int Start, int End, int Edits) Find(string words, string text)
    {
        if (words.Length > 300) words = words[..300];
        if (words.Length == 0 || text.Length == 0) return (0, Math.Min(1, text.Length), int.MaxValue);
        int[] edits = new int[words.Length + 1], starts = new int[words.Length + 1];
        for (var i = 0; i <= words.Length; i++) edits[i] = i;
        var best = (Start: 0, End: 1, Edits: int.MaxValue);
        for (var j = 1; j <= text.Length; j++)
        {
            var (diagonalEdits, diagonalStart) = (edits[0], starts[0]);
            (edits[0], starts[0]) = (0, j);
            for (var i = 1; i <= words.Length; i++)
            {
                var (aboveEdits, aboveStart) = (edits[i], starts[i]);
                var cost = char.ToLowerInvariant(words[i - 1]) == char.ToLowerInvariant(text[j - 1]) ? 0 : 1;
                var (fewest, start) = (diagonalEdits + cost, diagonalStart);
                if (aboveEdits + 1 < fewest) (fewest, start) = (aboveEdits + 1, aboveStart);
                if (edits[i - 1] + 1 < fewest) (fewest, start) = (edits[i - 1] + 1, starts[i - 1]);
                (edits[i], starts[i]) = (fewest, start);
                (diagonalEdits, diagonalStart) = (aboveEdits, aboveStart);
            }
            if (edits[^1] < best.Edits && starts[^1] < j) best = (starts[^1], j, edits[^1]);
        }
        return (WordStart(text, best.Start), WordEnd(text, best.End), best.Edits);
    }

    private static int WordStart(string text, int at)
    {
        while (at < text.Length - 1 && text[at] == ' ') at++;
        while (at > 0 && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at])) at--;
        return at;
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at])) at++;
        return at;
    }
}
