using Generator.Record;

namespace Generator.Modules;

/// <summary>Says in an editor's words what YamlDotNet says in a parser's, and where an editor would look for it.</summary>
public static class YamlMessages
{
    private const string Quote = "put the whole text in quotation marks";

    private const char NoBreakSpace = '\u00A0';

    private static readonly (string Words, string Message, string Hint)[] Known =
    [
        ("expected '-' indicator", "a list item must begin with \"- \" and stand exactly under the one before it", "a map and a list cannot be mixed on one level"),
        ("wrong indentation", "a quotation mark that opens a text is never closed", "close the quotation mark, or indent the lines that go on"),
        ("unexpected end of stream", "a quotation mark that opens a text is never closed", "close the quotation mark"),
        ("unexpected document indicator", "a quotation mark that opens a text is never closed", "close the quotation mark"),
        ("cannot start any token", "a text cannot begin with this character", Quote),
        ("directive", "a line cannot begin with %", Quote),
        ("tag", "a text cannot begin with !", Quote),
        ("key indicator", "a hyphen without a space behind it begins no list item", "put a space behind it"),
        ("anchor", "a text cannot begin with & or *", Quote),
        ("not allowed in this context", "a list item or key cannot begin here", "begin it on a line of its own"),
        ("comment between adjacent scalars", "a comment stands inside a text that goes on below it", "move the comment above the key"),
        ("invalid comment", "a comment needs a space before its #", "write \" #\", or move the comment to a line of its own"),
        ("tab", "a tab where YAML does not allow one", "use spaces"),
        ("block scalar, did not find expected comment or line break", "behind | or > the text begins on the next line", "begin a new line, indented under the key"),
        ("expected node content", "a value is missing, or two commas stand together", "write the value, or take out the comma"),
        ("expected <document start>", "text after the end of the record", "is a line indented less than the first one?"),
        ("could not find expected ':'", "a key without a colon", "write key: value"),
        ("multi-line", "a text goes on over lines where it must not", Quote),
        ("not valid", "a bracket that opens here is not closed where it must be", "close it, and indent the lines that go on"),
    ];

    /// <summary>
    /// The message, the mend and the index of the character to show for what a parser said of <c>text[start..end]</c>;
    /// <paramref name="openBracket"/> is the index of the innermost [ or { around it, or -1.
    /// </summary>
    public static (string Message, string? Hint, int At) InPlainWords(string said, string text, int start, int end, int openBracket)
    {
        if (MisplacedNoBreakSpace(text, start) is var space and >= 0)
            return ("a no-break space (U+00A0) where a space belongs; they look alike", "replace it with a plain space", space);
        if (Says("unknown escape character") || Says("expected hexadecimal number") || Says("invalid Unicode"))
            return ("a backslash inside \"...\" that begins no escape", "write \\\\ for a backslash, or use '...'", Math.Min(end, text.LastIndexOf('\\', Math.Min(end, text.Length - 1))));
        if (Says("invalid mapping") || Says("mapping values are not allowed")) return Colon(text, start, openBracket);
        if (Says("expected key")) return NoKey(text, start);
        if (openBracket >= 0 && Says("expected ','") && start < text.Length && text[start] == ':') return Colon(text, start, openBracket);
        if (openBracket >= 0 && Says("expected node content") && text.AsSpan(start).StartsWith("- ")) return OpenBracket(text, start, openBracket);
        if (openBracket >= 0 && Says("expected ','")) return OpenBracket(text, start, openBracket);
        if (Says("not valid") && UnclosedBracket(text, openBracket, start) is var bracket and >= 0) return OpenBracket(text, bracket, bracket);
        foreach (var (words, message, hint) in Known)
            if (Says(words)) return (message, hint, start);
        return start >= text.Length
            ? ("the file ends in the middle of something", "look for a [, { or quotation mark that nobody closed", start)
            : ("this cannot be read as YAML", Quote, start);

        bool Says(string words) => said.Contains(words, StringComparison.OrdinalIgnoreCase);
    }

    private static (string, string, int) Colon(string text, int colon, int openBracket)
    {
        if (openBracket >= 0)
            return ("a comma is missing before this key, or a colon and a space stand inside a text", $"put the comma, or {Quote}", colon);
        return text.AsSpan(Offsets.LineStart(text, colon)..colon).Contains(": ", StringComparison.Ordinal)
            ? ("a colon and a space inside a text", Quote, colon)
            : ("a key indented too far, or a colon and a space inside a text that began above", $"move the key to the level it belongs to, or {Quote}", colon);
    }

    private static (string, string, int) NoKey(string text, int index)
    {
        var before = text.AsSpan(Offsets.LineStart(text, index)..Math.Min(index, text.Length)).TrimEnd();
        if (before.EndsWith("'")) return ("the ' before this ends the text, and something follows it", "write '' for a ' inside '...', or put the text in \"...\"", index);
        if (before.EndsWith("\"")) return ("the \" before this ends the text, and something follows it", "put the whole text in '...', or write \\\" for a \" inside \"...\"", index);
        if (before.EndsWith("]") || before.EndsWith("}")) return ("something follows the bracket that ends this value", $"take it out, or {Quote}", index);
        var line = text.AsSpan(index..LineEnd(text, index));
        var above = Offsets.LineStart(text, index) is var first and > 0 ? text.AsSpan(Offsets.LineStart(text, first - 1)..first).Trim() : "";
        if (above.StartsWith("#") && text.AsSpan(Offsets.LineStart(text, index)).StartsWith(" ")) return ("the comment above ends the text before it, so this line belongs to nothing", "move the comment above the key", index);
        if (line.StartsWith("- ")) return ("a list item where a key belongs", "indent the items under their key", index);
        if (line.Contains(": ", StringComparison.Ordinal) || line.EndsWith(":")) return ("a key was expected here", "keys of one record stand exactly under each other", index);
        return line.Contains(':')
            ? ("a colon without a space behind it makes no key", "write key: value, with a space behind the colon", index)
            : ("this line is no key: value", "write key: value; a line that goes on with the text above it is indented", index);
    }

    private static (string, string, int) OpenBracket(string text, int index, int bracket)
    {
        var (open, close) = text[bracket] == '[' ? ("[", "]") : ("{", "}");
        var here = LineOf(text, bracket) == LineOf(text, index) ? "" : $"; line {LineOf(text, index)} does not belong into it";
        var hidden = Enumerable.Range(bracket, LineEnd(text, bracket) - bracket).Any(at => IsComment(text, at)) ? " before the \" #\", which begins a comment" : "";
        return ($"this {open} is never closed, or a comma is missing behind it", $"close it with {close}{hidden}{here}", bracket);
    }

    /// <summary>The innermost bracket that is not closed, or only by one of the other kind, from the open one or the start on; -1 when there is none.</summary>
    private static int UnclosedBracket(string text, int openBracket, int start)
    {
        var open = new Stack<int>();
        for (var at = openBracket >= 0 ? openBracket : start; at < text.Length; at++)
        {
            if (IsComment(text, at)) at = LineEnd(text, at) - 1;
            else if (text[at] is '[' or '{') open.Push(at);
            else if (text[at] is ']' or '}' && open.TryPeek(out var last))
            {
                if (text[last] == '[' != (text[at] == ']')) return last;
                open.Pop();
            }
        }
        return open.TryPeek(out var left) ? left : openBracket;
    }

    private static bool IsComment(string text, int at) => text[at] == '#' && (at == 0 || char.IsWhiteSpace(text[at - 1]));

    /// <summary>In the indentation of the line, or behind the mark that begins its value: where a space is part of the grammar.</summary>
    private static int MisplacedNoBreakSpace(string text, int index)
    {
        for (var at = Offsets.LineStart(text, index); at < LineEnd(text, index); at++)
        {
            if (text[at] != NoBreakSpace) continue;
            var before = text.AsSpan(Offsets.LineStart(text, index)..at);
            if (before.IsWhiteSpace() || before.TrimEnd().EndsWith(":") || before.Trim() is "-") return at;
        }
        return -1;
    }

    private static int LineEnd(string text, int index) => text.IndexOf('\n', Math.Min(index, text.Length)) is var end and >= 0 ? end : text.Length;

    private static int LineOf(string text, int index) => 1 + text.AsSpan(0, Math.Min(index, text.Length)).Count('\n');
}
