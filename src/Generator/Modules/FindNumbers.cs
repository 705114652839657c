using System.Collections.Frozen;

namespace Generator.Modules;

/// <summary>Says whether words hold a number, in digits or in English words.</summary>
public static class FindNumbers
{
    private static readonly FrozenSet<string> NumberWords = new[]
    {
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions", "trillion",
        "dozen", "dozens", "half", "third", "thirds", "quarter", "quarters", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "twice", "both", "zero",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // "one" is a number in "one soldier" and none in "one of", "no one", "the only one".
    private static readonly FrozenSet<string> NotAfterOne = new[] { "of", "another", "that", "who", "which", "can", "could", "should", "would", "may", "might", "has", "is" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> NotBeforeOne = new[] { "no", "only", "any", "every", "some", "each", "this", "that", "which", "another", "the" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether <paramref name="text"/> has a digit or a number word of its own or in a hyphenated word ("two-thirds").</summary>
    public static bool In(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (char.IsDigit(c)) return true;
        var words = NumberWords.GetAlternateLookup<ReadOnlySpan<char>>();
        ReadOnlySpan<char> before = [];
        for (var at = 0; at < text.Length;)
        {
            var end = WordEnd(text, at);
            if (end == at)
            {
                at++;
                continue;
            }
            var word = text[at..end];
            if (words.Contains(word) || (word.Equals("one", StringComparison.OrdinalIgnoreCase) && IsCount(text, end, before))) return true;
            before = word;
            at = end;
        }
        return false;
    }

    private static bool IsCount(ReadOnlySpan<char> text, int end, ReadOnlySpan<char> before)
    {
        if (before.Length > 0 && NotBeforeOne.GetAlternateLookup<ReadOnlySpan<char>>().Contains(before)) return false;
        if (end >= text.Length || text[end] != ' ') return end < text.Length && text[end] == '-';
        var next = end + 1;
        var nextEnd = WordEnd(text, next);
        return nextEnd > next && !NotAfterOne.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[next..nextEnd]);
    }

    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsLetter(text[at])) at++;
        return at;
    }
}
