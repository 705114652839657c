using Generator.Record;
using Generator.Unicode;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Generator.Modules;

/// <summary>
/// Reads one YAML file of the record as nodes with places. In this order: size, UTF-8, byte order mark, control characters, long lines and tabs;
/// then YamlDotNet's events, which refuse on the way what the record does not use (anchors, aliases, tags, several documents, depth).
/// </summary>
public static class ReadYaml
{
    /// <summary>The largest file of the record, in bytes.</summary>
    public const int MaximumBytes = 1_000_000;

    /// <summary>
    /// The longest line of the record, in characters: of a line YamlDotNet may ask again and again whether it is a key, and 900,000 quotation marks on
    /// one took it a minute.
    /// </summary>
    public const int MaximumLine = 20_000;

    /// <summary>How deep maps and lists may be nested.</summary>
    public const int MaximumDepth = 32;

    /// <summary>The root of the file, an empty text when there is nothing but comments in it; null when it could not be read, which is a problem.</summary>
    public static Node? Read(string file, byte[] bytes, Problems problems)
    {
        if (bytes.Length > MaximumBytes)
        {
            problems.Add(Place.Of(file), Codes.TooLarge, $"the file has {bytes.Length:#,0} bytes, and {MaximumBytes:#,0} are allowed", "split it into several files");
            return null;
        }
        return DecodeText.Read(file, bytes, problems) is { } text ? ReadText(file, text, firstLine: 1, problems) : null;
    }

    /// <summary>Reads YAML that is already text and begins at a line of <paramref name="file"/>, such as the front matter of a page.</summary>
    public static Node? ReadText(string file, string text, int firstLine, Problems problems)
    {
        if (!LinesAreFine(file, text, firstLine, problems)) return null;
        var reading = new Reading(file, text, firstLine, problems);
        try
        {
            return SuggestedMarks.Without(reading.Document(), file, text, firstLine, problems);
        }
        catch (Refused)
        {
            return null;
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException or FormatException)
        {
            // An unclosed "[" makes YamlDotNet throw InvalidOperationException, so YamlException alone would not do.
            var (start, end) = e is YamlException yaml ? (yaml.Start, yaml.End) : (reading.Position, reading.Position);
            var (message, hint, at) = YamlMessages.InPlainWords(e.Message, text, (int)start.Index, (int)end.Index, reading.OpenBracket);
            problems.Add(DecodeText.PlaceOfChar(file, text, at, firstLine), Codes.Syntax, message, hint);
            return null;
        }
    }

    private static bool LinesAreFine(string file, string text, int firstLine, Problems problems)
    {
        var line = firstLine;
        for (var i = 0; i < text.Length; line++)
        {
            var end = text.IndexOf('\n', i);
            if (end < 0) end = text.Length;
            if (end - i > MaximumLine)
            {
                problems.Add(new(file, line, 1, line, 1), Codes.TooLarge, $"the line has {end - i:#,0} characters, and {MaximumLine:#,0} are allowed", "break it into several lines");
                return false;
            }
            for (var at = i; at < end && text[at] is ' ' or '\t'; at++)
            {
                if (text[at] != '\t') continue;
                var column = at - i + 1;
                problems.Add(new(file, line, column, line, column + 1), Codes.Tab, "a tab in the indentation", "use two spaces for each level");
                return false;
            }
            i = end + 1;
        }
        return true;
    }

    /// <summary>Thrown after a problem was reported that makes reading on pointless; never leaves this file.</summary>
    private sealed class Refused : Exception;

    private sealed class Reading(string file, string text, int firstLine, Problems problems)
    {
        private readonly Parser _parser = new(new Scanner(new StringReader(text), skipComments: true));
        private readonly Stack<int> _brackets = [];
        private int _depth;

        /// <summary>Where the innermost [ or { stands that is not closed yet; -1 outside of all.</summary>
        public int OpenBracket => _brackets.TryPeek(out var at) ? at : -1;

        public Mark Position => _parser.Current?.Start ?? new Mark(0, 1, 1);

        public Place PlaceOf(Mark start, Mark end) =>
            new(file, (int)start.Line + firstLine - 1, (int)start.Column, (int)end.Line + firstLine - 1, (int)end.Column);

        public Node Document()
        {
            Next();
            if (Next() is StreamEnd) return new TextNode(new(file, firstLine, 1, firstLine, 1), "", Plain: true, Comment: null);
            Next();
            var root = ReadNode();
            Next();
            if (Next() is DocumentStart second)
                Refuse(second, Codes.SeveralDocuments, "a second document begins here", "put the records into one map, or into two files");
            return root;
        }

        private ParsingEvent Next()
        {
            _parser.MoveNext();
            return _parser.Current!;
        }

        private Node ReadNode()
        {
            var here = _parser.Current!;
            if (here is AnchorAlias alias)
                Refuse(alias, Codes.AnchorOrAlias, $"an alias: *{alias.Value.Value}", "write the value out; a text that begins with * needs quotation marks");
            if (here is NodeEvent { Anchor.IsEmpty: false } anchored)
                Refuse(here, Codes.AnchorOrAlias, $"an anchor: &{anchored.Anchor.Value}", "the record has no anchors; a text that begins with & needs quotation marks");
            if (here is NodeEvent { Tag.IsEmpty: false })
            {
                var (at, tag) = (PlaceOf(here.Start, here.Start), WrittenTag(here));
                Refuse(at with { EndColumn = at.Column + tag.Length }, Codes.Tag, $"a tag: {tag}", "the field decides the type; a text that begins with ! needs quotation marks");
            }
            return here switch
            {
                Scalar scalar => ReadScalar(scalar),
                SequenceStart list => ReadList(list),
                MappingStart map => ReadMap(map),
                _ => throw new InvalidOperationException("did not find expected node content"),
            };
        }

        private string WrittenTag(ParsingEvent at)
        {
            var tag = text.AsSpan((int)at.Start.Index);
            return tag.IndexOfAny(" \t\r\n,]}") is var end and > 0 ? tag[..end].ToString() : tag.ToString();
        }

        private TextNode ReadScalar(Scalar scalar)
        {
            var plain = scalar.Style == ScalarStyle.Plain;
            var value = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded ? scalar.Value.TrimEnd('\n') : scalar.Value;
            return new(PlaceOf(scalar.Start, scalar.End), Nfc.Of(value), plain, plain ? CommentBehind(scalar) : null)
            {
                Written = text.AsMemory((int)scalar.Start.Index, (int)(scalar.End.Index - scalar.Start.Index)),
            };
        }

        private Place? CommentBehind(Scalar scalar)
        {
            var end = (int)scalar.End.Index;
            var at = end;
            while (at < text.Length && text[at] is ' ' or '\t') at++;
            if (at == end || at >= text.Length || text[at] != '#') return null;
            var column = (int)scalar.End.Column + at - end;
            var line = (int)scalar.End.Line + firstLine - 1;
            return new(file, line, column, line, column + 1);
        }

        private ListNode ReadList(SequenceStart start)
        {
            var flow = start.Style == SequenceStyle.Flow;
            GoDeeper(start, flow);
            var items = new List<Node>();
            while (Next() is not SequenceEnd) items.Add(ReadNode());
            ComeBack(flow);
            return new(PlaceOf(start.Start, start.Start), items, flow);
        }

        private MapNode ReadMap(MappingStart start)
        {
            var flow = start.Style == MappingStyle.Flow;
            GoDeeper(start, flow);
            var entries = new List<Entry>();
            var keys = new Dictionary<string, TextNode>(StringComparer.Ordinal);
            while (Next() is not MappingEnd)
            {
                var here = _parser.Current!;
                if (ReadNode() is not TextNode key)
                {
                    Refuse(here, Codes.WrongShape, "a key must be a text", null);
                    continue;
                }
                if (key is { Plain: true, Text: "<<" })
                    Refuse(here, Codes.AnchorOrAlias, "a merge key: <<", "the record has no merge keys: write the fields out");
                Next();
                var value = ReadNode();
                if (flow && value is TextNode { IsEmpty: true } && entries.Count > 0 && !ColonFollows(here))
                    CutByComma(key, entries[^1]);
                else if (keys.TryGetValue(key.Text, out var first))
                    problems.Add(key.Place, Codes.DuplicateKey, $"\"{key.Text}\" stands twice in this map", $"the first is on line {first.Place.Line}");
                else
                {
                    keys.Add(key.Text, key);
                    entries.Add(new(key, value));
                }
            }
            ComeBack(flow);
            return new(PlaceOf(start.Start, start.Start), entries, flow);
        }

        private bool ColonFollows(ParsingEvent key)
        {
            var at = (int)key.End.Index;
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            return at < text.Length && text[at] == ':';
        }

        private void CutByComma(TextNode rest, Entry before) => problems.Add(
            rest.Place, Codes.CutByComma,
            before.Value is TextNode cut
                ? $"the comma after \"{cut.Text}\" ends the value of \"{before.Key.Text}\", and \"{rest.Text}\" is left over"
                : $"\"{rest.Text}\" is a key without a value",
            before.Value is not TextNode value ? "a comma inside { } ends a value"
            : IsDigits(value.Text) && IsDigits(rest.Text) ? $"write numbers without separators: {before.Key.Text}: {value.Text}{rest.Text}"
            : $"put the text in quotation marks: {before.Key.Text}: \"{value.Text}, {rest.Text}\"");

        private static bool IsDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

        private void GoDeeper(ParsingEvent start, bool flow)
        {
            if (flow) _brackets.Push((int)start.Start.Index);
            if (++_depth > MaximumDepth)
                Refuse(start, Codes.TooDeep, $"lists and maps are nested more than {MaximumDepth} deep", "a bracket that nobody closed?");
        }

        private void ComeBack(bool flow)
        {
            if (flow) _brackets.Pop();
            _depth--;
        }

        private void Refuse(ParsingEvent at, ProblemCode code, string message, string? hint) => Refuse(PlaceOf(at.Start, at.End), code, message, hint);

        private void Refuse(Place place, ProblemCode code, string message, string? hint)
        {
            problems.Add(place, code, message, hint);
            throw new Refused();
        }
    }
}
