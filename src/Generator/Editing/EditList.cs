using Generator.Record;

namespace Generator.Editing;

/// <summary>Puts items into a block list and takes them out. Every line that is not the item's own stays as it is.</summary>
public static class EditList
{
    /// <summary>Puts an item of several lines, the first without its hyphen, before another one; behind the last for their count.</summary>
    /// <exception cref="NotLaidOut">The list is in brackets and not empty, or the other item does not begin a line.</exception>
    public static Edit Insert(string text, ListPiece list, int at, IReadOnlyList<string> item, int parentIndent)
    {
        var newLine = Offsets.NewLine(text);
        string Lines(int indent) => string.Join(newLine, item.Select((line, i) => new string(' ', indent) + (i == 0 ? "- " : "  ") + line));
        if (list.Flow) return list.Items.Count == 0 ? new(list.Start, list.End - list.Start, newLine + Lines(parentIndent + 2)) : throw new NotLaidOut();
        if (at >= list.Items.Count) return EditMap.Behind(text, EditMap.EndOf(list.Items[^1]), Lines(list.Indent));
        var next = list.Items[at];
        if (!string.IsNullOrWhiteSpace(text[Offsets.LineStart(text, next.Start)..next.Start])) throw new NotLaidOut();
        var line = Offsets.LineStart(text, next.Before.Count > 0 ? next.Before[0].At : next.Start);
        return new(line, 0, Lines(list.Indent) + newLine);
    }

    /// <summary>Takes an item out of a list that has others; comments on lines of their own before it stay, those inside it go.</summary>
    /// <exception cref="NotLaidOut">The list is in brackets, it is the only item, or it does not begin a line.</exception>
    public static Edit Remove(string text, ListPiece list, int at)
    {
        if (list.Flow || list.Items.Count == 1) throw new NotLaidOut();
        var item = list.Items[at];
        var line = Offsets.LineStart(text, item.Start);
        if (!string.IsNullOrWhiteSpace(text[line..item.Start])) throw new NotLaidOut();
        return EditMap.Lines(text, line, EditMap.EndOf(item));
    }
}
