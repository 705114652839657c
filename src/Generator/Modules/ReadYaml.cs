using Generator.Record;
using Generator.Unicode;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Generator.Modules;

/// <summary>
/// Reads one YAML file of the record as nodes with places. In this order: size, UTF-8, byte order mark, control characters, tabs;
/// then YamlDotNet's events, which refuse on the way what the record does not use (anchors, aliases, tags, several documents, depth).
/// </summary>
public static class ReadYaml
{
    /// <summary>The largest file of the record, in bytes.</summary>
    public const int MaximumBytes = 1_000_000;

    /// <summary>How deep maps and lists may be nested.</summary>
    public const int MaximumDepth = 32;

    /// <summary>The root of the file, null when it has problems or nothing but comments in it.</summary>
    public static Node? Read(string file, byte[] bytes, Problems problems)
    {
        if (bytes.Length > MaximumBytes)
        {
            problems.Add(Place.Of(file), Codes.TooLarge, $"the file has {bytes.Length:#,0} bytes, and {MaximumBytes:#,0} are allowed", "split it into several files");
            return null;
        }
        return DecodeText.Read(file, bytes, problems) is { } text && TabsAreFine(file, text, problems)
            ? ReadText(file, text, firstLine: 1, problems)
            : null;
    }

    /// <summary>Reads YAML that is already text and begins at a line of <paramref name="file"/>, such as the front matter of a page.</summary>
    public static Node? ReadText(string file, string text, int firstLine, Problems problems)
    {
        var reading = new Reading(file, text, firstLine, problems);
        try
        {
            return reading.Document();
        }
        catch (Refused)
        {
            return null;
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException or FormatException)
        {
            // An unclosed "[" makes YamlDotNet throw InvalidOperationException, so YamlException alone would not do.
            var at = e is YamlException yaml ? yaml.Start : reading.Position;
            var (message, hint) = YamlMessages.InPlainWords(e.Message, text, (int)at.Index);
            problems.Add(reading.PlaceOf(at, at), Codes.Syntax, message, hint);
            return null;
        }
    }

    private static bool TabsAreFine(string file, string text, Problems problems)
    {
        var line = 1;
        for (var i = 0; i < text.Length; line++)
        {
            var end = text.IndexOf('\n', i);
            if (end < 0) end = text.Length;
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
        private int _depth;

        public Mark Position => _parser.Current?.Start ?? new Mark(0, 1, 1);

        public Place PlaceOf(Mark start, Mark end) =>
            new(file, (int)start.Line + firstLine - 1, (int)start.Column, (int)end.Line + firstLine - 1, (int)end.Column);

        public Node? Document()
        {
            Next();
            if (Next() is StreamEnd) return null;
            Next();
            var root = ReadNode();
            Next();
            if (Next() is DocumentStart second)
                Refuse(second, Codes.SeveralDocuments, "a second document begins here", "put the records into one map, or into two files");
            return root is TextNode { IsEmpty: true } ? null : root;
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
            if (here is NodeEvent { Tag.IsEmpty: false } tagged)
                Refuse(here, Codes.Tag, $"a tag: {Written(tagged.Tag.Value)}", "the field decides the type; a text that begins with ! needs quotation marks");
            return here switch
            {
                Scalar scalar => ReadScalar(scalar),
                SequenceStart list => ReadList(list),
                MappingStart map => ReadMap(map),
                _ => throw new InvalidOperationException("did not find expected node content"),
            };
        }

        private static string Written(string tag) =>
            tag.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal) ? "!!" + tag[18..] : tag;

        private TextNode ReadScalar(Scalar scalar)
        {
            var plain = scalar.Style == ScalarStyle.Plain;
            var value = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded ? scalar.Value.TrimEnd('\n') : scalar.Value;
            return new(PlaceOf(scalar.Start, scalar.End), Nfc.Of(value), plain, plain ? CommentBehind(scalar) : null);
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
            GoDeeper(start);
            var items = new List<Node>();
            while (Next() is not SequenceEnd) items.Add(ReadNode());
            _depth--;
            return new(PlaceOf(start.Start, start.Start), items, start.Style == SequenceStyle.Flow);
        }

        private MapNode ReadMap(MappingStart start)
        {
            GoDeeper(start);
            var flow = start.Style == MappingStyle.Flow;
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
            _depth--;
            return new(PlaceOf(start.Start, start.Start), entries);
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
            before.Value is TextNode value ? $"put the text in quotation marks: {before.Key.Text}: \"{value.Text}, {rest.Text}\"" : "a comma inside { } ends a value");

        private void GoDeeper(ParsingEvent start)
        {
            if (++_depth > MaximumDepth)
                Refuse(start, Codes.TooDeep, $"lists and maps are nested more than {MaximumDepth} deep", "a bracket that nobody closed?");
        }

        private void Refuse(ParsingEvent at, ProblemCode code, string message, string? hint)
        {
            problems.Add(PlaceOf(at.Start, at.End), code, message, hint);
            throw new Refused();
        }
    }
}
