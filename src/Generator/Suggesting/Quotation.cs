using Model;

namespace Generator.Suggesting;

/// <summary>Words between quotation marks: <c>text[Start..End]</c>, without the marks and without a comma before the closing one.</summary>
public readonly record struct Quotation(int Start, int End, int Block)
{
    private const string Openings = "“«„「『", Closings = "”»“」』";

    /// <summary>
    /// All of a text, in order. Marks open and close in pairs within a paragraph; one that nothing closes goes to the end of its paragraph, as where a quotation goes on in the next. Straight single
    /// marks count only in texts that have no others, because they are apostrophes too.
    /// </summary>
    public static List<Quotation> In(ReadingText text)
    {
        var found = text.Blocks.SelectMany((b, i) => InBlock(text.Text, b, i, single: false)).ToList();
        var single = text.Blocks.SelectMany((b, i) => InBlock(text.Text, b, i, single: true)).Where(q => found.Count == 0 || (text.Text[q.Start - 1] == '‘' && text.Text.AsSpan(q.Start, q.End - q.Start).Contains(' ') && !found.Exists(f => f.Start < q.End && q.Start < f.End)));
        return [.. found.Concat(single).OrderBy(q => q.Start)];
    }

    private static IEnumerable<Quotation> InBlock(string text, Block block, int number, bool single)
    {
        for (var at = block.Start; at < block.End; at++)
        {
            if (!Opens(text, at, block, single, out var closing)) continue;
            var end = at + 1;
            while (end < block.End && !Closes(text, end, block, closing)) end++;
            if (end - at > 2) yield return Trimmed(text, at + 1, end, number);
            at = end;
        }
    }

    private static bool Opens(string text, int at, Block block, bool single, out char closing)
    {
        closing = '\0';
        var opening = text[at];
        if (single)
        {
            if (opening is not ('‘' or '\'') || (at > block.Start && char.IsLetterOrDigit(text[at - 1])) || at + 1 >= block.End || !char.IsLetterOrDigit(text[at + 1])) return false;
            closing = opening == '‘' ? '’' : '\'';
            return true;
        }
        if (opening == '"')
        {
            closing = '"';
            return true;
        }
        var kind = Openings.IndexOf(opening);
        if (kind < 0) return false;
        closing = Closings[kind];
        return true;
    }

    private static bool Closes(string text, int at, Block block, char closing)
    {
        if (text[at] != closing) return false;
        return closing is not ('’' or '\'') || at + 1 >= block.End || !char.IsLetterOrDigit(text[at + 1]);
    }

    private static Quotation Trimmed(string text, int start, int end, int block)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == ',')) end--;
        // The point of a few words in the middle of a sentence is the sentence's.
        if (end - start > 1 && text[end - 1] == '.' && char.IsLower(text[start]) && text[end - 2] != '.') end--;
        return new(start, end, block);
    }
}
