using System.Collections.Frozen;
using Model;

namespace Generator.Modules;

/// <summary>
/// Finds the sentences of a paragraph. A sentence ends at <c>. ! ? …</c> (with the quotation marks and brackets behind it) before a space and
/// something that can begin a sentence, unless the point belongs to an abbreviation or an initial.
/// </summary>
public static class SplitSentences
{
    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Gen", "Col", "Lt", "Maj", "Capt", "Sgt", "Sen", "Rep", "Gov", "Rev", "Hon", "Jr", "Sr", "vs", "No", "Inc", "Ltd", "Co",
        "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "approx", "ca", "cf", "e.g", "i.e",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Start and end of each sentence of <c>text[start..end]</c>, without the spaces between them; together they cover every word.</summary>
    public static List<(int Start, int End)> Of(string text, int start, int end)
    {
        var sentences = new List<(int, int)>();
        var from = start;
        for (var i = start; i < end; i++)
        {
            if (text[i] is not ('.' or '!' or '?' or '…')) continue;
            var stop = i + 1;
            while (stop < end && text[stop] is '.' or '!' or '?' or '…' or '"' or '”' or '’' or '\'' or ')' or ']' or '»') stop++;
            if (stop < end && (text[stop] != ' ' || !CanBegin(text, stop + 1, end) || (text[i] == '.' && stop == i + 1 && IsAbbreviation(text, start, i))))
            {
                i = stop - 1;
                continue;
            }
            sentences.Add((from, stop));
            from = Math.Min(end, stop + 1);
            i = stop - 1;
        }
        if (from < end) sentences.Add((from, end));
        return sentences;
    }

    /// <summary>The words at an anchor, from the start of the sentence that they begin in to the end of the one they end in.</summary>
    public static InSentence Around(ReadingText text, Anchor anchor)
    {
        var (start, end) = Around(text, anchor.Start, anchor.End);
        return InSentence.Of(text, start, anchor.Start, anchor.End, end);
    }

    /// <summary>From the start of the sentence that <c>Text[start..end]</c> begins in to the end of the one it ends in; words that go on in another paragraph end where they end.</summary>
    public static (int Start, int End) Around(ReadingText text, int start, int end)
    {
        var block = text.Blocks[text.BlockAt(start)];
        var sentences = Of(text.Text, block.Start, block.End);
        var last = sentences.FindIndex(s => s.End >= end);
        return (sentences.FindLast(s => s.Start <= start).Start, last < 0 ? Math.Max(end, block.End) : sentences[last].End);
    }

    private static bool CanBegin(string text, int at, int end)
    {
        while (at < end && text[at] is '"' or '“' or '‘' or '\'' or '(' or '[' or '«' or '—' or ' ') at++;
        return at < end && !char.IsLower(text[at]);
    }

    private static bool IsAbbreviation(string text, int start, int point)
    {
        var from = point;
        while (from > start && text[from - 1] is not (' ' or '“' or '"' or '(' or '—')) from--;
        var word = text.AsSpan(from, point - from);
        // "J." and "U.S." but not the "I" that ends "so am I." nor "GAZA.".
        if (word.Length == 1) return char.IsUpper(word[0]) && word[0] != 'I';
        if (word.Length >= 3 && word[1] == '.' && word.Length <= 5) return true;
        return Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }
}
