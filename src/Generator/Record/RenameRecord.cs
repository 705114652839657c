using Model;

namespace Generator.Record;

/// <summary>A stretch of a file, by offsets, and what is to stand there instead.</summary>
public readonly record struct Edit(int At, int Length, string New);

/// <summary>
/// Gives a record another id: in the places that refer to it, in its own, and in <c>was</c>, which keeps the old address. Every other character stays. A record that goes back to the id it had last loses that id from
/// <c>was</c> and gains none, so that there and back is where one began.
/// </summary>
public static class RenameRecord
{
    /// <summary>The text of the file in which the record stands, with its own id and <c>was</c> changed. Of an article the id is the name of its file, so <paramref name="isKey"/> is false.</summary>
    public static IEnumerable<Edit> Own(string text, RawRecord record, string old, string @new, bool isKey)
    {
        if (isKey) yield return Replace(text, record.Id.Place, @new);
        if (record.Map.Entries.FirstOrDefault(e => e.Key.Text == "was") is not { } was) yield return Added(text, record.Map, $"was: [{old}]");
        else if (was.Value is ListNode list)
            foreach (var edit in InList(text, record.Map, was, list, old, @new)) yield return edit;
    }

    /// <summary>The id at a place of the text becomes another; quotation marks go.</summary>
    public static Edit Replace(string text, Place place, string @new) => Offsets.Of(text, place) is var (at, end) ? new(at, end - at, @new) : default;

    /// <summary>A text with edits, none of which overlap.</summary>
    public static string Apply(string text, IEnumerable<Edit> edits) => edits.OrderByDescending(e => e.At).Aggregate(text, (t, e) => t[..e.At] + e.New + t[(e.At + e.Length)..]);

    private static IEnumerable<Edit> InList(string text, MapNode map, Entry was, ListNode list, string old, string @new)
    {
        var at = list.Items.ToList().FindIndex(i => i is TextNode t && t.Text == @new);
        if (at >= 0) yield return list.Items.Count == 1 ? Removed(text, map, was, Offsets.Of(text, list.Items[0].Place).End) : WithoutItem(text, list, at);
        if (at >= 0 && at == list.Items.Count - 1) yield break;
        var (_, end) = Offsets.Of(text, list.Items[^1].Place);
        yield return new(end, 0, list.Flow ? $", {old}" : $"{Offsets.NewLine(text)}{new string(' ', list.Items[^1].Place.Column - 3)}- {old}");
    }

    private static Edit WithoutItem(string text, ListNode list, int at)
    {
        var (start, stop) = Offsets.Of(text, list.Items[at].Place);
        if (!list.Flow)
        {
            var line = Offsets.LineStart(text, start);
            return new(line, Offsets.LineEnd(text, stop) - line, "");
        }
        return at > 0 && Offsets.Of(text, list.Items[at - 1].Place).End is var before ? new(before, stop - before, "") : new(start, Offsets.Of(text, list.Items[1].Place).Start - start, "");
    }

    /// <summary>A new last entry of a map.</summary>
    private static Edit Added(string text, MapNode map, string entry)
    {
        var end = EndOf(text, map);
        return map.Flow ? new(end, 0, $", {entry}") : new(end, 0, $"{Offsets.NewLine(text)}{new string(' ', map.Entries[0].Key.Place.Column - 1)}{entry}");
    }

    /// <summary>Takes out an entry whose value ends with the closing bracket behind <paramref name="lastItem"/>.</summary>
    private static Edit Removed(string text, MapNode map, Entry entry, int lastItem)
    {
        var (start, _) = Offsets.Of(text, entry.Key.Place);
        var end = ((ListNode)entry.Value).Flow ? text.IndexOf(']', lastItem) + 1 : lastItem;
        if (!map.Flow)
        {
            // With the line end before it, because that is what was put in.
            var line = Offsets.LineStart(text, start);
            var from = line >= 2 && text[line - 2] == '\r' ? line - 2 : line - 1;
            while (end < text.Length && text[end] is not ('\n' or '\r')) end++;
            return line == 0 ? new(0, Offsets.LineEnd(text, end), "") : new(from, end - from, "");
        }
        var comma = text.LastIndexOf(',', start);
        return new(comma, end - comma, "");
    }

    /// <summary>Behind the last character of the last value of a map, and in a block map behind the comment on its line.</summary>
    private static int EndOf(string text, Node node)
    {
        switch (node)
        {
            case MapNode { Entries.Count: > 0 } map: return Closed(text, EndOf(text, map.Entries[^1].Value), map.Entries[^1].Value, map.Flow);
            case ListNode { Items.Count: > 0 } list: return Closed(text, EndOf(text, list.Items[^1]), list.Items[^1], list.Flow);
            case TextNode { Plain: false } scalar when text[Offsets.Of(text, scalar.Place).Start] is '|' or '>':
                // A block of text: its last line that is not empty.
                var end = Offsets.Of(text, scalar.Place).End;
                while (end > 0 && text[end - 1] is '\n' or '\r' or ' ') end--;
                return end;
            default: return Offsets.Of(text, node.Place).End;
        }
    }

    /// <summary>Goes on behind the bracket of an inner map or list, or to the end of a line of a block.</summary>
    private static int Closed(string text, int at, Node inner, bool flow)
    {
        if (inner is MapNode { Flow: true } or ListNode { Flow: true }) at = text.AsSpan(at).IndexOfAny('}', ']') + at + 1;
        if (!flow) while (at < text.Length && text[at] is not ('\n' or '\r')) at++;
        return at;
    }
}
