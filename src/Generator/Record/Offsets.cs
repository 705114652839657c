namespace Generator.Record;

/// <summary>Where the lines and columns of a place are in a text.</summary>
public static class Offsets
{
    /// <summary>Offsets of the first character of a place and of the one behind its last.</summary>
    public static (int Start, int End) Of(string text, Place place) => (At(text, place.Line, place.Column), At(text, place.EndLine, place.EndColumn));

    /// <summary>The offset of a line and a column, both counted from 1.</summary>
    public static int At(string text, int line, int column)
    {
        var at = 0;
        for (var i = 1; i < line; i++) at = text.IndexOf('\n', at) + 1;
        return at + column - 1;
    }

    /// <summary>Where the line begins in which a character stands.</summary>
    public static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', Math.Min(at, text.Length) - 1) + 1;

    /// <summary>Behind the line end that follows a character.</summary>
    public static int LineEnd(string text, int at) => text.IndexOf('\n', at) is var end and >= 0 ? end + 1 : text.Length;

    /// <summary>What ends the lines of a text.</summary>
    public static string NewLine(string text) => text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
}
