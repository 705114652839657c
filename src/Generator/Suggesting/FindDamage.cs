using System.Text;
using System.Text.RegularExpressions;
using Model;

namespace Generator.Suggesting;

/// <summary>Damaged letters, and what they most likely were. Both are words of the seed, letter by letter.</summary>
public sealed record Repair(string From, string To, Certainty Cert);

/// <summary>
/// Finds letters that a wrong encoding damaged: UTF-8 that was read as Windows-1252 or Latin-1 (<c>â€™</c>), what is left of it when the invisible half was dropped (<c>â</c>), and
/// U+FFFD in place of a mark.
/// </summary>
public static partial class FindDamage
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Â to ô begin a character of two to four bytes; the rest of it lies in 0x80 to 0xBF.
    [GeneratedRegex(@"[\u00C2-\u00F4][\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013\u2014\u2018-\u201A\u201C-\u201E\u2020-\u2022\u2026\u2030\u2039\u203A\u20AC\u2122]{1,3}")]
    private static partial Regex Misread();

    [GeneratedRegex(@"\S*(?:â[\u0080-\u009F]{0,2}|\uFFFD{1,3})\S*")]
    private static partial Regex Broken();

    [GeneratedRegex(@"â[\u0080-\u009F]{0,2}|\uFFFD{1,3}")]
    private static partial Regex Mark();

    // What no language writes: a lone â beside a mark, or between a letter and an English ending.
    [GeneratedRegex(@"[.,!?]â|\wâs\b|\bâ\s|\uFFFD")]
    private static partial Regex Sign();

    /// <summary>In the order of the text, each once.</summary>
    public static List<Repair> In(string text)
    {
        var found = new List<Repair>();
        foreach (Match match in Misread().Matches(text))
            if (Decoded(match.Value) is { } to) Add(found, new(match.Value, to, Certainty.High));
        var rest = found.Aggregate(text, (t, r) => t.Replace(r.From, r.To, StringComparison.Ordinal));
        if (!Sign().IsMatch(rest)) return found;
        foreach (Match word in Broken().Matches(rest)) Add(found, new(word.Value, Mended(rest, word), Certainty.Medium));
        return found;
    }

    private static void Add(List<Repair> found, Repair repair)
    {
        if (repair.From != repair.To && !found.Any(r => r.From == repair.From)) found.Add(repair);
    }

    private static string? Decoded(string misread)
    {
        for (var length = misread.Length; length > 1; length--)
        {
            var bytes = new byte[length];
            for (var i = 0; i < length; i++)
            {
                // Latin-1 leaves control characters where Windows-1252 has marks.
                if (misread[i] < 0x100) bytes[i] = (byte)misread[i];
                else bytes[i] = Windows.GetBytes(misread, i, 1)[0];
            }
            try
            {
                if (Strict.GetString(bytes) is { Length: 1 or 2 } letter && !char.IsControl(letter[0])) return letter + misread[length..];
            }
            catch (DecoderFallbackException)
            {
                // Not what it was; a shorter stretch may be.
            }
        }
        return null;
    }

    /// <summary>The word with each broken mark replaced by the one that fits between its neighbours.</summary>
    private static string Mended(string text, Match word) => Mark().Replace(word.Value, mark =>
    {
        var (before, after) = (Beside(text, word.Index + mark.Index - 1), Beside(text, word.Index + mark.Index + mark.Length));
        if (char.IsDigit(before) && char.IsDigit(after)) return "–";
        if (char.IsLetterOrDigit(before) && char.IsLetter(after)) return "’";
        if (char.IsWhiteSpace(before) && char.IsWhiteSpace(after)) return "—";
        return char.IsWhiteSpace(before) || before is '(' or '[' or '—' ? "“" : "”";
    });

    private static char Beside(string text, int at) => at < 0 || at >= text.Length ? ' ' : text[at];
}
