using System.Text.RegularExpressions;

namespace Generator.Editing;

/// <summary>Writes a text as a YAML scalar of one line: plain where nothing can be misread, else in double quotation marks.</summary>
public static partial class YamlWords
{
    // Letters, digits and marks that mean nothing to YAML wherever they stand in a line; no colon, hash, comma, bracket or straight quotation mark.
    [GeneratedRegex(@"^[\p{L}\p{N}“‘(—–][\p{L}\p{N}\p{M}\p{Sc} .;!?“”‘’'()/…—–%+·•-]*$")]
    private static partial Regex Harmless();

    /// <summary><paramref name="text"/> has no line end.</summary>
    public static string Of(string text) => Harmless().IsMatch(text) && !text.EndsWith(' ') && !text.Contains(" -", StringComparison.Ordinal)
        ? text : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)}\"";
}
