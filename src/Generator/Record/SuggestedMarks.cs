using System.Text.RegularExpressions;

namespace Generator.Record;

/// <summary>
/// The mark <c># suggested</c> at the end of a line of the record: what begins on the line is a guess that nobody has confirmed, so it is not there yet. It stands behind the first line of an entry or of a
/// list item, and holds for all of it.
/// </summary>
public static partial class SuggestedMarks
{
    private const string Mark = "# suggested";

    // The certainty stands behind it; whatever else does is a comment.
    [GeneratedRegex(@"[ \t]+# suggested(?: (?<cert>high|medium|low))?\b[^\r\n]*", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    /// <summary>The node without what is marked; one warning says how many guesses are left. <paramref name="text"/> begins at a line of the file.</summary>
    public static Node Without(Node root, string file, string text, int firstLine, Problems problems)
    {
        if (!text.Contains(Mark, StringComparison.Ordinal)) return root;
        var finder = new Finder(LinesOf(text, firstLine));
        var rest = root is MapNode map ? finder.Pruned(map) : finder.Pruned(root) ?? root;
        if (finder.Found.Count == 0) return root;
        var first = finder.Found.MinBy(p => p.Line);
        problems.Add(first with { File = file }, Codes.Unconfirmed, $"{Modules.Count.Of(finder.Found.Count, "suggestion")} of this file {(finder.Found.Count == 1 ? "is" : "are")} not confirmed and not published; {(finder.Found.Count == 1 ? "it" : "the first")} is here",
            "delete \"# suggested\" behind what is right, and the lines of what is wrong");
        return rest;
    }

    /// <summary>The text without the marks of at least a certainty; a mark without one is of the lowest. And how many were taken away and are left.</summary>
    public static (string Text, int Confirmed, int Left) Confirmed(string text, Model.Certainty atLeast)
    {
        var (confirmed, left) = (0, 0);
        var result = Marks().Replace(text, mark =>
        {
            if (IsInQuotes(text, mark.Index)) return mark.Value;
            var cert = mark.Groups["cert"].Value switch { "high" => Model.Certainty.High, "medium" => Model.Certainty.Medium, _ => Model.Certainty.Low };
            // A guess that has no value yet must be written, not confirmed.
            if (cert > atLeast || IsEmpty(text, mark.Index))
            {
                left++;
                return mark.Value;
            }
            confirmed++;
            return "";
        });
        return (result, confirmed, left);
    }

    /// <summary>Whether a quotation mark that begins a value on the line of a mark is still open there.</summary>
    private static bool IsInQuotes(string text, int mark)
    {
        var line = text[(text.LastIndexOf('\n', Math.Max(0, mark - 1)) + 1)..mark];
        foreach (Match value in Quoted().Matches(line))
            if (!value.Groups["closed"].Success) return true;
        return false;
    }

    // A value in quotation marks behind a colon, a hyphen, a bracket or a comma, to its closing mark or to the end.
    [GeneratedRegex("""(?<=^\s*|[:\[{,-]\s*)(?:"(?:[^"\\]|\\.)*(?<closed>")?|'(?:[^']|'')*(?<closed>')?)""")]
    private static partial Regex Quoted();

    private static bool IsEmpty(string text, int mark) => text.AsSpan(0, mark).TrimEnd().EndsWith(": \"\"", StringComparison.Ordinal);

    /// <summary>The column of the mark of each line that has one.</summary>
    private static Dictionary<int, int> LinesOf(string text, int firstLine)
    {
        var (found, line) = (new Dictionary<int, int>(), firstLine);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var at = text.AsSpan()[range].LastIndexOf(" " + Mark);
            if (at > 0) found.Add(line, at + 2);
            line++;
        }
        return found;
    }

    private sealed class Finder(Dictionary<int, int> marks)
    {
        public List<Place> Found { get; } = [];

        /// <summary>The node without what is marked; null when nothing is left of it.</summary>
        public Node? Pruned(Node node)
        {
            switch (node)
            {
                case MapNode map: return Pruned(map) is var rest && rest is { Entries.Count: 0, Suggested.Count: > 0 } ? null : rest;
                case ListNode list:
                    var items = new List<Node>();
                    foreach (var item in list.Items)
                        if (IsMarked(item.Place.Line, item)) Note(item);
                        else if (Pruned(item) is { } value) items.Add(value);
                    return items.Count == 0 && list.Items.Count > 0 ? null : list with { Items = items };
                default: return node;
            }
        }

        /// <summary>The map without the entries that are marked, and knowing their keys.</summary>
        public MapNode Pruned(MapNode map)
        {
            var (entries, suggested) = (new List<Entry>(), new List<TextNode>());
            foreach (var entry in map.Entries)
                if (IsMarked(entry.Key.Place.Line, entry.Value)) suggested.Add(Note(entry.Key));
                else if (Pruned(entry.Value) is { } value) entries.Add(new(entry.Key, value));
                else suggested.Add(entry.Key);
            return map with { Entries = entries, Suggested = suggested };
        }

        private T Note<T>(T node) where T : Node
        {
            Found.Add(node.Place);
            return node;
        }

        /// <summary>Whether the line has a mark that is not a part of a text in quotation marks.</summary>
        private bool IsMarked(int line, Node node) => marks.TryGetValue(line, out var column) && !Covers(node, line, column);

        private static bool Covers(Node node, int line, int column) => node switch
        {
            TextNode { Plain: false } text => text.Place.Line <= line && (text.Place.EndLine > line || (text.Place.EndLine == line && text.Place.EndColumn > column)),
            MapNode map => map.Entries.Any(e => e.Key.Place.Line <= line && Covers(e.Value, line, column)),
            ListNode list => list.Items.Any(i => i.Place.Line <= line && Covers(i, line, column)),
            _ => false,
        };
    }
}
