namespace Generator.Record;

/// <summary>Finds what an editor probably meant.</summary>
public static class Nearest
{
    /// <summary>
    /// The candidate with the fewest edits to <paramref name="word"/> (a swap of neighbours counts one), null when none is near: at most a
    /// third of the longer word, at least one. Of equals the first in ordinal order.
    /// </summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        string? best = null;
        var fewest = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var allowed = Math.Max(1, Math.Max(word.Length, candidate.Length) / 3);
            if (Math.Abs(word.Length - candidate.Length) > allowed) continue;
            var edits = Edits(word, candidate);
            if (edits > allowed || edits > fewest) continue;
            if (edits == fewest && string.CompareOrdinal(candidate, best) >= 0) continue;
            (best, fewest) = (candidate, edits);
        }
        return best;
    }

    /// <summary>The number of insertions, deletions, replacements and swaps of neighbours that turn <paramref name="a"/> into <paramref name="b"/>.</summary>
    public static int Edits(string a, string b)
    {
        int[] before = new int[b.Length + 1], last = new int[b.Length + 1], current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }
            (before, last, current) = (last, current, before);
        }
        return last[b.Length];
    }
}
