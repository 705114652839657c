using System.Globalization;

namespace Generator.Editing;

/// <summary>A text written as a block, behind <c>|</c> or <c>&gt;</c>.</summary>
public static class BlockText
{
    /// <summary>The end of its last line that is part of it and not blank. <paramref name="end"/> is behind all lines that can be, <paramref name="indent"/> that of the block it stands in.</summary>
    public static int EndOf(string text, int start, int end, int indent)
    {
        var content = IndentOf(text, start, end, indent);
        while (end > start)
        {
            var last = end - 1;
            var line = text.LastIndexOf('\n', Math.Max(0, last - 1)) + 1;
            if (last > line && text[last] != '\n') last++;
            var written = text[line..last].TrimEnd('\r', '\n');
            if (line <= start || !string.IsNullOrWhiteSpace(written) || written.Length > content) return text[..end].TrimEnd('\r', '\n').Length;
            end = line;
        }
        return end;
    }

    /// <summary>Its lines, the first being what follows on the line of its key or hyphen, the others indented for a block with another indentation.</summary>
    public static IEnumerable<string> Lines(string text, ScalarPiece block, int indent, int newIndent)
    {
        var content = IndentOf(text, block.Start, block.End, indent);
        var shift = Digit(text, block.Start) is { } digit ? newIndent + digit : newIndent + 2;
        var lines = text[block.Start..block.End].Split('\n');
        yield return lines[0].TrimEnd();
        foreach (var line in lines.Skip(1).Select(l => l.TrimEnd('\r')))
            yield return line.Length <= content && string.IsNullOrWhiteSpace(line) ? "" : new string(' ', shift) + line[content..];
    }

    /// <summary>How far its lines are indented: as its header says, else as its first line is.</summary>
    private static int IndentOf(string text, int start, int end, int indent)
    {
        if (Digit(text, start) is { } digit) return indent + digit;
        foreach (var line in text[start..end].Split('\n').Skip(1))
            if (!string.IsNullOrWhiteSpace(line)) return line.Length - line.TrimStart(' ').Length;
        return indent + 1;
    }

    private static int? Digit(string text, int start)
    {
        for (var i = start + 1; i < text.Length && i <= start + 2; i++)
            if (char.IsAsciiDigit(text[i])) return int.Parse(text.AsSpan(i, 1), CultureInfo.InvariantCulture);
            else if (text[i] is not ('+' or '-')) break;
        return null;
    }
}
