using System.Text;
using Generator.Unicode;

namespace Generator.Record;

/// <summary>Makes an id-like word of any text, for suggestions and for addresses that are derived from words.</summary>
public static class Slug
{
    /// <summary>
    /// The letters a-z and digits of <paramref name="text"/>, lower case, every run of anything else one hyphen, at most
    /// <paramref name="words"/> words and 60 characters; empty when nothing is left. Apostrophes join.
    /// </summary>
    public static string Of(string text, int words = int.MaxValue)
    {
        var result = new StringBuilder();
        var gap = false;
        foreach (var c in Folded(text))
        {
            if (c is '\'' or '’') continue;
            if (!char.IsAsciiLetterOrDigit(c))
            {
                gap = result.Length > 0;
                continue;
            }
            if (gap)
            {
                if (--words == 0 || result.Length >= 60) break;
                result.Append('-');
                gap = false;
            }
            if (result.Length < 60) result.Append(char.ToLowerInvariant(c));
        }
        return result.ToString().TrimEnd('-');
    }

    private static string Folded(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text) result.Append(c < 0x80 ? c : Nfc.BaseLetter(c));
        return result.ToString();
    }
}
