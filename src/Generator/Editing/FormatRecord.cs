using System.Text;
using Generator.Schemas;

namespace Generator.Editing;

/// <summary>
/// Writes a file of the record in the house form: keys in the order of their kind, two spaces for each level, lists further in than their key, quotation marks only where they are needed and then double, at most one
/// blank line. Comments stay with what they stand before or behind; what stands above the first part, apart from it, stays at the top. Texts of several lines keep their lines.
/// </summary>
public sealed class FormatRecord
{
    private readonly Layout _layout;
    private readonly StringBuilder _to = new();

    private FormatRecord(Layout layout) => _layout = layout;

    /// <summary>The text in the house form; null when it cannot be written so with the same meaning and the same comments.</summary>
    public static string? Of(string text, Shape? shape)
    {
        if (Layout.Of(text) is not { } layout) return null;
        var written = new FormatRecord(layout).Write(shape);
        return Layout.Of(written) is { } after && SameMeaning.Holds(layout, after) ? written : null;
    }

    private string Write(Shape? shape)
    {
        var text = _layout.Text;
        foreach (var line in text[.._layout.DocumentStart].Split('\n').SkipLast(1)) Line(0, line.Trim().Length == 0 ? null : line.TrimEnd());
        foreach (var comment in _layout.Header) Comment(0, comment, blanks: _to.Length > 0);
        if (_layout.Root is { } root)
        {
            if (_layout.Header.Count > 0 && IsApart(root)) Blank();
            foreach (var line in Block(root, 0, shape)) Line(0, line);
        }
        foreach (var comment in _layout.Footer) Comment(0, comment, blanks: true);
        foreach (var line in text[_layout.DocumentEnd..].Split('\n')) if (line.Trim().Length > 0) Line(0, line.TrimEnd());
        return _to.ToString();
    }

    /// <summary>Whether a blank line stands between the header and what follows it.</summary>
    private static bool IsApart(Piece root)
    {
        var first = root is ListPiece { Flow: false } list ? list.Items[0] : root is MapPiece { Flow: false } map ? map.Entries[0] : null;
        return first is not null && (first.Before.Count > 0 ? first.Before[0].AfterBlank : first.AfterBlank);
    }

    private void Comment(int indent, Comment comment, bool blanks)
    {
        if (blanks && comment.AfterBlank) Blank();
        Line(indent, comment.Text);
    }

    private void Blank()
    {
        if (_to.Length > 0 && !(_to.Length > 1 && _to[^1] == '\n' && _to[^2] == '\n')) _to.Append('\n');
    }

    /// <summary>Null is a blank line, of which one is enough.</summary>
    private void Line(int indent, string? line)
    {
        if (line is null) Blank();
        else _to.Append(' ', line.Length == 0 ? 0 : indent).Append(line).Append('\n');
    }

    /// <summary>The lines of a value that stands on lines of its own.</summary>
    private List<string?> Block(Piece piece, int indent, Shape? shape)
    {
        var to = new List<string?>();
        switch (piece)
        {
            case MapPiece { Flow: false } map: Map(map, indent, shape, to, null); break;
            case ListPiece { Flow: false } list: List(list, indent, shape, to, null); break;
            default: to.AddRange(Leaf(piece, 0, indent - 2, shape)); break;
        }
        return to;
    }

    /// <summary>Writes a map. The comments before its first entry go into <paramref name="lead"/> if there is one.</summary>
    private void Map(MapPiece map, int indent, Shape? shape, List<string?> to, List<Comment>? lead)
    {
        var entries = shape.Sorted(map.Entries);
        foreach (var entry in entries)
        {
            var begins = ReferenceEquals(entry, entries[0]);
            Before(entry, indent, to, begins ? lead : null, begins);
            Entry(entry, map.Indent, indent, Quote.Key(entry.Key!, _layout.Text) + ":", shape.Below(entry.Key!.Value), to);
        }
        Trailing(map, indent, to);
    }

    private void List(ListPiece list, int indent, Shape? shape, List<string?> to, List<Comment>? lead)
    {
        foreach (var item in list.Items)
        {
            var begins = ReferenceEquals(item, list.Items[0]);
            if (item.Value is CollectionPiece { Flow: false } inner) Compact(item, inner, indent, shape, to, begins ? lead : null, begins);
            else
            {
                Before(item, indent, to, begins ? lead : null, begins);
                Entry(item, list.Indent, indent, "-", shape, to);
            }
        }
        Trailing(list, indent, to);
    }

    /// <summary>A block as an item of a list: it begins on the line of its hyphen, and the comments before its first part stand before the hyphen.</summary>
    private void Compact(Part item, CollectionPiece inner, int indent, Shape? shape, List<string?> to, List<Comment>? lead, bool begins)
    {
        var (lines, hoisted) = (new List<string?>(), new List<Comment>());
        // A mark behind the first line holds for the whole item, so that line has to stay the first.
        if (inner is MapPiece map) Map(map, indent + 2, map.Entries.Exists(e => e.Behind is { IsMark: true } || e.Opening is { IsMark: true }) ? null : shape, lines, hoisted);
        else List((ListPiece)inner, indent + 2, shape, lines, hoisted);
        Before(item, indent, to, lead, begins);
        var mark = item.Opening is { IsMark: true } marked ? marked : null;
        foreach (var comment in item.Opening is { IsMark: false } opening ? hoisted.Prepend(opening) : hoisted)
            if (lead is not null) lead.Add(comment);
            else to.Add(Spaces(indent) + comment.Text);
        if (mark is not null) to.Add($"{Spaces(indent)}- {mark.Text}");
        else if (item.Apart && lines[0]!.Contains("# suggested", StringComparison.Ordinal)) to.Add(Spaces(indent) + "-");
        else lines[0] = Spaces(indent) + "- " + lines[0]![(indent + 2)..];
        to.AddRange(lines);
    }

    private static void Before(Part part, int indent, List<string?> to, List<Comment>? lead, bool begins)
    {
        if (lead is not null)
        {
            lead.AddRange(part.Before);
            return;
        }
        foreach (var comment in part.Before)
        {
            if (comment.AfterBlank && !(begins && ReferenceEquals(comment, part.Before[0]))) to.Add(null);
            to.Add(Spaces(indent) + comment.Text);
        }
        if (part.AfterBlank && !(begins && part.Before.Count == 0)) to.Add(null);
    }

    private static void Trailing(CollectionPiece piece, int indent, List<string?> to)
    {
        foreach (var comment in piece.Trailing)
        {
            if (comment.AfterBlank) to.Add(null);
            to.Add(Spaces(indent) + comment.Text);
        }
    }

    /// <summary>An entry or an item behind <paramref name="head"/>, its key with the colon or its hyphen.</summary>
    private void Entry(Part part, int oldIndent, int indent, string head, Shape? shape, List<string?> to)
    {
        head = Spaces(indent) + head;
        if (part.Value is CollectionPiece { Flow: false })
        {
            to.Add(part.Opening is { } opening ? $"{head} {opening.Text}" : head);
            if (part.Value is MapPiece map) Map(map, indent + 2, shape, to, null);
            else List((ListPiece)part.Value, indent + 2, shape, to, null);
            return;
        }
        // A mark that is not on the first line says something else there.
        var apart = part.Opening is not null || part.Inside.Count > 0 || (part.Apart && part.Behind is not null);
        var lines = Leaf(part.Value, oldIndent, indent, shape, quoted: part.Behind is not null || apart).ToList();
        if (part.Behind is { } behind) lines[^1] += (lines[^1].Length > 0 ? " " : "") + behind.Text;
        if (!apart)
        {
            to.Add(lines[0].Length == 0 ? head : $"{head} {lines[0]}");
            to.AddRange(lines.Skip(1));
            return;
        }
        to.Add(part.Opening is { } comment ? $"{head} {comment.Text}" : head);
        foreach (var inside in part.Inside) to.Add(Spaces(indent + 2) + inside.Text);
        to.Add(lines[0].Length == 0 ? "" : Spaces(indent + 2) + lines[0]);
        to.AddRange(lines.Skip(1));
    }

    /// <summary>The lines of a value that is no block, the first without indentation.</summary>
    private IEnumerable<string> Leaf(Piece piece, int oldIndent, int indent, Shape? shape, bool quoted = false)
    {
        var text = _layout.Text;
        if (piece is ScalarPiece { IsBlock: true } block) return BlockText.Lines(text, block, oldIndent, indent);
        var written = text[piece.Start..piece.End];
        if (!written.Contains('\n')) return [piece is ScalarPiece scalar ? Quote.Value(scalar, written, mayBePlain: !quoted) : FlowText.Of((CollectionPiece)piece, text, shape)];
        var lines = written.Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        return lines.Select((line, i) => i == 0 ? line : line.Trim(' ').Length == 0 ? "" : Spaces(indent + 2) + line.TrimStart(' '));
    }

    private static string Spaces(int count) => new(' ', count);
}
