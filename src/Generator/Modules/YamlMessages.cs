namespace Generator.Modules;

/// <summary>Says in an editor's words what YamlDotNet says in a parser's.</summary>
public static class YamlMessages
{
    private const string Quote = "put the whole text in quotation marks";

    private static readonly (string Words, string Message, string Hint)[] Known =
    [
        ("found invalid mapping", "a colon and a space inside a text, or a key indented too far", $"{Quote}, or move the key to the level it belongs to"),
        ("mapping values are not allowed", "a colon and a space inside a text, or a key indented too far", $"{Quote}, or move the key to the level it belongs to"),
        ("expected '-' indicator", "a list item must begin with \"- \" and stand exactly under the one before it", "a map and a list cannot be mixed on one level"),
        ("did not find expected key", "a key was expected here", "if a text begins with a quotation mark, the mark must also end it: put the whole text in quotation marks, and double a ' inside '...'"),
        ("wrong indentation", "a quotation mark that opens a text is never closed", "close the quotation mark, or indent the lines that go on"),
        ("unexpected end of stream", "a quotation mark that opens a text is never closed", "close the quotation mark"),
        ("cannot start any token", "a text cannot begin with this character", Quote),
        ("tab character", "a tab where YAML does not allow one", "use spaces"),
        ("expected ',' or ']'", "a list that begins with [ is not closed, or a comma is missing in it", "close it with ]"),
        ("expected ',' or '}'", "a map that begins with { is not closed, or a comma is missing in it", "close it with }"),
        ("unknown escape character", "a backslash inside \"...\" that begins no escape", "write \\\\ for a backslash, or use '...'"),
        ("expected node content", "a list or map is not closed, or a value is missing", "look for a [ or { without its ] or }"),
        ("expected <document start>", "text after the end of the record", "is a line indented less than the first one?"),
        ("could not find expected ':'", "a key without a colon", "write key: value"),
        ("multi-line", "a text goes on over lines where it must not", Quote),
    ];

    /// <summary>The message and the mend for what a parser said at <paramref name="index"/> of <paramref name="text"/>.</summary>
    public static (string Message, string? Hint) InPlainWords(string said, string text, int index)
    {
        foreach (var (words, message, hint) in Known)
            if (said.Contains(words, StringComparison.OrdinalIgnoreCase)) return (message, hint);
        return index >= text.Length
            ? ("the file ends in the middle of something", "look for a [, { or quotation mark that nobody closed")
            : ("this cannot be read as YAML", Quote);
    }
}
