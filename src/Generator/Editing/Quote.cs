using System.Text.RegularExpressions;

namespace Generator.Editing;

/// <summary>Texts of one line with the quotation marks that they need.</summary>
public static partial class Quote
{
    // What other readers of YAML take for a number, a date, yes or no, or nothing.
    [GeneratedRegex(@"^(?:[-+.]?\d[\d_.:eE+-]*|0[xob][\da-fA-F]+|true|false|yes|no|on|off|y|n|null|~|\.inf|\.nan|<<)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoText();

    public static string Key(ScalarPiece key, string text) => Value(key, text[key.Start..key.End], mayBePlain: true);

    /// <summary>A text that is written plain stays so; one in quotation marks loses them where nothing can be misread, unless a comment behind it would then seem to cut it off.</summary>
    public static string Value(ScalarPiece scalar, string written, bool mayBePlain)
    {
        if (scalar.Style is not (TextStyle.SingleQuoted or TextStyle.DoubleQuoted)) return written;
        if (scalar.Value.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' || char.IsSurrogate(c) && scalar.Style == TextStyle.DoubleQuoted && written.Contains('\\'))) return written;
        var best = YamlWords.Of(scalar.Value);
        if (!best.StartsWith('"')) return mayBePlain && !NoText().IsMatch(best) ? best : scalar.Style == TextStyle.DoubleQuoted ? written : $"\"{best}\"";
        return scalar.Style == TextStyle.DoubleQuoted ? written : best;
    }
}
