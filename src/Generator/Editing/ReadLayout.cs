using Generator.Record;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Generator.Editing;

/// <summary>Reads a text as a <see cref="Layout"/>: first the values with YamlDotNet's events, then the comments in what is left between them, then whose the comments are.</summary>
public sealed class ReadLayout
{
    private readonly string _text;
    private readonly Parser _parser;
    private readonly List<Piece> _leaves = [];
    private List<Comment> _comments = [];
    private int _next;

    private ReadLayout(string text) => (_text, _parser) = (text, new(new Scanner(new StringReader(text), skipComments: true)));

    /// <summary>Null for what is not laid out.</summary>
    public static Layout? Of(string text)
    {
        try
        {
            return new ReadLayout(text).Read();
        }
        catch (Exception e) when (e is YamlException or NotLaidOut or InvalidOperationException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    private Layout Read()
    {
        Next<StreamStart>();
        if (!_parser.MoveNext() || _parser.Current is StreamEnd)
        {
            _comments = Comments(0, _text.Length);
            return Of(null, 0, _text.Length);
        }
        var start = (DocumentStart)_parser.Current!;
        var from = start.IsImplicit ? 0 : LineEnd((int)start.Start.Index);
        _parser.MoveNext();
        var root = Node(-1, from);
        var end = (DocumentEnd)Next<DocumentEnd>();
        var to = end.IsImplicit ? _text.Length : LineStart((int)end.Start.Index);
        if (_parser.MoveNext() && _parser.Current is not StreamEnd) throw new NotLaidOut();
        if (!start.IsImplicit && root.Start < from) throw new NotLaidOut();
        if (root is ScalarPiece { IsEmpty: true }) _leaves.Clear();
        _comments = Comments(from, to);
        return Of(root is ScalarPiece { IsEmpty: true } ? null : root, from, to);
    }

    private Layout Of(Piece? root, int from, int to)
    {
        var layout = new Layout { Text = _text, Root = root, Comments = _comments, DocumentStart = from, DocumentEnd = to };
        if (root is null)
        {
            layout.Header.AddRange(_comments);
            return layout;
        }
        var first = root is CollectionPiece { Flow: false } ? root.Start : int.MinValue;
        // What stands apart from the first part is about the whole file; so is the line that names a schema.
        var lead = _comments.FindAll(c => c.At < root.Start);
        var headers = lead.FindLastIndex(c => c.AfterBlank);
        if (first >= 0 && IsBlankBefore(LineStart(root.Start), 0)) headers = lead.Count;
        headers = Math.Max(headers, lead.FindLastIndex(c => c.Text.StartsWith("# yaml-language-server", StringComparison.Ordinal)) + 1);
        layout.Header.AddRange(root is CollectionPiece { Flow: false } ? lead[..Math.Max(0, headers)] : lead);
        _next = layout.Header.Count;
        Give(root, to);
        if (root is not CollectionPiece { Flow: false } && _next < _comments.Count && !_comments[_next].OwnLine) throw new NotLaidOut();
        layout.Footer.AddRange(_comments[_next..]);
        return layout;
    }

    private ParsingEvent Next<T>() where T : ParsingEvent => _parser.MoveNext() && _parser.Current is T here ? here : throw new NotLaidOut();

    /// <summary>Reads the value at the current event. <paramref name="indent"/> is that of the block it stands in, <paramref name="before"/> the end of what stands before it.</summary>
    private Piece Node(int indent, int before)
    {
        switch (_parser.Current)
        {
            case NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false } or AnchorAlias: throw new NotLaidOut();
            case Scalar scalar: return Scalar(scalar, indent, before);
            case SequenceStart { Style: SequenceStyle.Flow } or MappingStart { Style: MappingStyle.Flow }:
                var flow = Flow();
                _leaves.Add(flow);
                return flow;
            case SequenceStart list: return List(list, before);
            case MappingStart map: return Map(map, before);
            default: throw new NotLaidOut();
        }
    }

    private ScalarPiece Scalar(Scalar scalar, int indent, int before)
    {
        var (start, end) = ((int)scalar.Start.Index, (int)scalar.End.Index);
        if (scalar.Style == ScalarStyle.Plain && scalar.Value.Length == 0) start = end = before;
        if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded) end = BlockText.EndOf(_text, start, end, Math.Max(0, indent));
        var piece = new ScalarPiece { Start = start, End = end, Style = StyleOf(scalar), Value = scalar.Value };
        _leaves.Add(piece);
        return piece;
    }

    private static TextStyle StyleOf(Scalar scalar) => scalar.Style switch
    {
        ScalarStyle.SingleQuoted => TextStyle.SingleQuoted,
        ScalarStyle.DoubleQuoted => TextStyle.DoubleQuoted,
        ScalarStyle.Literal => TextStyle.Literal,
        ScalarStyle.Folded => TextStyle.Folded,
        _ => TextStyle.Plain,
    };

    /// <summary>A list or map in brackets or braces: one leaf, whatever is in it.</summary>
    private CollectionPiece Flow()
    {
        var start = _parser.Current!;
        CollectionPiece made = start is SequenceStart
            ? new ListPiece { Start = (int)start.Start.Index, End = 0, Flow = true, Indent = 0 } : new MapPiece { Start = (int)start.Start.Index, End = 0, Flow = true, Indent = 0 };
        while (_parser.MoveNext() && _parser.Current is not (SequenceEnd or MappingEnd))
        {
            var first = FlowNode();
            if (made is ListPiece list) list.Items.Add(new() { Start = first.Start, Value = first, AfterBlank = false, Apart = false });
            else if (first is ScalarPiece key)
            {
                _parser.MoveNext();
                ((MapPiece)made).Entries.Add(new() { Key = key, Start = key.Start, Value = FlowNode(), AfterBlank = false, Apart = false });
            }
            else throw new NotLaidOut();
        }
        made.End = (int)_parser.Current!.Start.Index + 1;
        return made;
    }

    private Piece FlowNode() => _parser.Current switch
    {
        NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false } or AnchorAlias => throw new NotLaidOut(),
        Scalar scalar => new ScalarPiece { Start = (int)scalar.Start.Index, End = (int)scalar.End.Index, Style = StyleOf(scalar), Value = scalar.Value },
        _ => Flow(),
    };

    private ListPiece List(SequenceStart start, int before)
    {
        var list = new ListPiece { Start = (int)start.Start.Index, End = 0, Flow = false, Indent = ColumnOf((int)start.Start.Index) };
        if (_text[list.Start] != '-') throw new NotLaidOut();
        var end = before;
        while (_parser.MoveNext() && _parser.Current is not SequenceEnd)
        {
            var hyphen = Hyphen(end, list.Indent);
            var value = Node(list.Indent, hyphen + 1);
            list.Items.Add(new() { Start = hyphen, Value = value, AfterBlank = IsBlankBefore(LineStart(hyphen), end), Apart = LineStart(hyphen) != LineStart(value.Start) });
            end = value.End;
        }
        list.End = end;
        return list;
    }

    private MapPiece Map(MappingStart start, int before)
    {
        var map = new MapPiece { Start = (int)start.Start.Index, End = 0, Flow = false, Indent = ColumnOf((int)start.Start.Index) };
        while (_parser.MoveNext() && _parser.Current is not MappingEnd)
        {
            if (_parser.Current is not Scalar { Anchor.IsEmpty: true, Tag.IsEmpty: true } written) throw new NotLaidOut();
            var key = Scalar(written, 0, (int)written.Start.Index);
            var colon = key.End;
            while (colon < _text.Length && _text[colon] == ' ') colon++;
            if (colon >= _text.Length || _text[colon] != ':' || key.Start == key.End || ColumnOf(key.Start) != map.Indent) throw new NotLaidOut();
            _parser.MoveNext();
            var value = Node(map.Indent, colon + 1);
            if (value is ListPiece { Flow: false } list) list.Shares = list.Indent == map.Indent;
            map.Entries.Add(new() { Key = key, Start = key.Start, Value = value, AfterBlank = IsBlankBefore(LineStart(key.Start), before), Apart = LineStart(key.Start) != LineStart(value.Start) });
            map.End = before = value.End;
        }
        return map;
    }

    /// <summary>The next hyphen in a column; only white space, hyphens of outer lists and comments can stand before it.</summary>
    private int Hyphen(int from, int column)
    {
        for (var i = from; i < _text.Length; i++)
        {
            if (_text[i] == '#') i = LineEnd(i) - 1;
            else if (_text[i] == '-' && ColumnOf(i) == column) return i;
        }
        throw new NotLaidOut();
    }

    private List<Comment> Comments(int from, int to)
    {
        var (found, at, ended) = (new List<Comment>(), from, from);
        foreach (var leaf in _leaves.Append(new ScalarPiece { Start = to, End = to, Style = TextStyle.Plain, Value = "" }))
        {
            while (at < leaf.Start)
            {
                if (_text[at] == '#' && (at == 0 || char.IsWhiteSpace(_text[at - 1])))
                {
                    var (line, end) = (LineStart(at), _text.IndexOf('\n', at));
                    if (end < 0 || end > leaf.Start) end = Math.Min(leaf.Start, _text.Length);
                    found.Add(new(at, at - line, _text[at..end].TrimEnd(), string.IsNullOrWhiteSpace(_text[line..at]), IsBlankBefore(line, ended)));
                    at = end;
                }
                else at++;
            }
            at = ended = Math.Max(at, leaf.End);
        }
        return found;
    }

    /// <summary>Gives the comments up to an offset to the parts of a block, in order.</summary>
    private void Give(Piece piece, int limit)
    {
        if (piece is not CollectionPiece { Flow: false } block) return;
        var parts = piece is ListPiece list ? list.Items : ((MapPiece)piece).Entries;
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            Take(part.Before, part.Start);
            var inner = part.Value is CollectionPiece { Flow: false };
            if (Peek(part.Value.Start) is { OwnLine: false }) part.Opening = _comments[_next++];
            if (!inner)
            {
                Take(part.Inside, part.Value.Start);
                if (Peek(limit) is { OwnLine: false } behind && LineStart(behind.At) <= part.Value.End) part.Behind = _comments[_next++];
            }
            Give(part.Value, i + 1 < parts.Count ? parts[i + 1].Start : limit);
        }
        var column = piece is ListPiece { Shares: true } ? block.Indent + 1 : block.Indent;
        while (Peek(limit) is { OwnLine: true } own && own.Column >= column) Move(block.Trailing);
    }

    private Comment? Peek(int limit) => _next < _comments.Count && _comments[_next].At < limit ? _comments[_next] : null;

    private void Take(List<Comment> to, int limit)
    {
        while (Peek(limit) is { } comment)
        {
            if (!comment.OwnLine) throw new NotLaidOut();
            Move(to);
        }
    }

    private void Move(List<Comment> to) => to.Add(_comments[_next++]);

    private int LineStart(int at) => Offsets.LineStart(_text, at);

    private int LineEnd(int at) => Offsets.LineEnd(_text, at);

    private int ColumnOf(int at) => at - LineStart(at);

    /// <summary>Whether the line before a line is blank and no part of the value that ends at an offset.</summary>
    private bool IsBlankBefore(int lineStart, int ended) => lineStart > 0 && LineStart(lineStart - 1) is var line && line >= ended && string.IsNullOrWhiteSpace(_text[line..lineStart]);
}
