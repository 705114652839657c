using Generator.Record;
using Generator.Schemas;

namespace Generator.Editing;

/// <summary>Changes one entry of a map where it stands. Every line that is not the entry's own stays as it is.</summary>
public static class EditMap
{
    /// <summary>
    /// The edits that give <paramref name="key"/> a value, already written as YAML; null takes the entry away, with the comments in it and behind it. A new entry goes to its place in the order of
    /// <paramref name="shape"/>.
    /// </summary>
    /// <exception cref="NotLaidOut">The last entry of a map is to be taken away.</exception>
    public static IEnumerable<Edit> Set(string text, MapPiece map, string key, string? value, Shape? shape)
    {
        var at = map.Entries.FindIndex(e => e.Key!.Value == key);
        if (value is null) return at < 0 ? [] : [map.Flow ? TakenFromFlow(map, at) : TakenFromBlock(text, map, at)];
        return [at >= 0 ? Replaced(map.Entries[at], value) : map.Flow ? AddedToFlow(map, key, value, shape) : AddedToBlock(text, map, key, value, shape)];
    }

    /// <summary>A value that begins with a line end is a block below its key.</summary>
    private static string Written(string key, string value) => value[0] is '\r' or '\n' ? $"{key}:{value}" : $"{key}: {value}";

    private static Edit Replaced(Part entry, string value) =>
        new(entry.Value.Start, entry.Value.End - entry.Value.Start, entry.Value.End == entry.Value.Start ? " " + value : value);

    /// <summary>The entry that a new one stands behind; -1 when it is the first.</summary>
    private static int Before(MapPiece map, string key, Shape? shape) => shape.Map() is { } order ? map.Entries.FindLastIndex(e => order.Place(e.Key!.Value) <= order.Place(key)) : map.Entries.Count - 1;

    private static Edit AddedToFlow(MapPiece map, string key, string value, Shape? shape)
    {
        if (map.Entries.Count == 0) return new(map.Start, map.End - map.Start, $"{{ {key}: {value} }}");
        var before = Before(map, key, shape);
        return before < 0 ? new(map.Entries[0].Start, 0, $"{key}: {value}, ") : new(map.Entries[before].Value.End, 0, $", {key}: {value}");
    }

    private static Edit AddedToBlock(string text, MapPiece map, string key, string value, Shape? shape)
    {
        var (before, indent) = (Before(map, key, shape), new string(' ', map.Indent));
        // Before the first one the new entry takes its place behind a hyphen, if there is one.
        if (before < 0) return new(map.Entries[0].Start, 0, $"{Written(key, value)}{Offsets.NewLine(text)}{indent}");
        return Behind(text, map.Entries[before].Value.End, $"{indent}{Written(key, value)}");
    }

    /// <summary>Puts a line behind the one on which an offset lies.</summary>
    public static Edit Behind(string text, int offset, string line)
    {
        var end = Offsets.LineEnd(text, offset);
        var isLast = end == text.Length && (end == 0 || text[end - 1] != '\n');
        return new(end, 0, isLast ? Offsets.NewLine(text) + line : line + Offsets.NewLine(text));
    }

    private static Edit TakenFromFlow(MapPiece map, int at)
    {
        if (map.Entries.Count == 1) throw new NotLaidOut();
        var entry = map.Entries[at];
        return at > 0 && map.Entries[at - 1].Value.End is var before ? new(before, entry.Value.End - before, "") : new(entry.Start, map.Entries[1].Start - entry.Start, "");
    }

    private static Edit TakenFromBlock(string text, MapPiece map, int at)
    {
        if (map.Entries.Count == 1) throw new NotLaidOut();
        var entry = map.Entries[at];
        var line = Offsets.LineStart(text, entry.Start);
        if (string.IsNullOrWhiteSpace(text[line..entry.Start])) return Lines(text, line, EndOf(entry));
        // On the line of a hyphen: what comes next moves up.
        var next = map.Entries[at + 1];
        var from = next.Before.Count > 0 ? next.Before[0].At : next.Start;
        return new(entry.Start, from - entry.Start, "");
    }

    /// <summary>The end of a part with all comments that are inside it.</summary>
    public static int EndOf(Part part)
    {
        var end = part.Value.End > part.Value.Start ? part.Value.End : (part.Key?.End ?? part.Start) + 1;
        return part.Value is CollectionPiece { Flow: false } block ? block.Trailing.Concat(LastOf(block)?.Trailing ?? []).Select(c => c.At + c.Text.Length).Append(end).Max() : end;
    }

    private static CollectionPiece? LastOf(CollectionPiece block)
    {
        var last = block is ListPiece list ? list.Items[^1] : ((MapPiece)block).Entries[^1];
        return last.Value is not CollectionPiece { Flow: false } inner ? null : LastOf(inner) ?? inner;
    }

    /// <summary>Takes away the lines from one that begins at <paramref name="line"/> to the one on which <paramref name="end"/> lies.</summary>
    /// <exception cref="NotLaidOut">What follows would then be read as part of what stands before.</exception>
    public static Edit Lines(string text, int line, int end)
    {
        var to = Offsets.LineEnd(text, end - 1);
        // Lines of spaces alone could become part of a block of text above.
        for (int at = to, next; at < text.Length && string.IsNullOrWhiteSpace(text[at..(next = Offsets.LineEnd(text, at))]); at = next)
            if (text[at] is ' ') to = next;
        var edit = new Edit(line, to - line, "");
        var (before, after) = (Layout.Of(text), Layout.Of(RenameRecord.Apply(text, [edit])));
        return after is not null && before!.Comments.Count(c => c.At < line || c.At >= to) == after.Comments.Count ? edit : throw new NotLaidOut();
    }
}
