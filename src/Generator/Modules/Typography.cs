using System.Text;

namespace Generator.Modules;

/// <summary>
/// Compares texts by their letters alone: the length of dashes and the room around them, three points for an ellipsis, ligatures, and marks that nobody sees make no
/// difference. Quotation marks are folded before.
/// </summary>
public static class Typography
{
    /// <summary>The one stretch of <paramref name="text"/> that differs from <paramref name="words"/> in typography only; null when there is none, or more than one.</summary>
    public static (int Start, int End)? Find(string words, string text)
    {
        var (sought, _) = Plain(words);
        if (sought.Length == 0) return null;
        var (plain, places) = Plain(text);
        var at = plain.IndexOf(sought, StringComparison.Ordinal);
        if (at < 0 || plain.IndexOf(sought, at + 1, StringComparison.Ordinal) >= 0) return null;
        return (places[at], places[at + sought.Length - 1] + 1);
    }

    /// <summary>The text without what makes no difference, and where each of its characters stands in the original.</summary>
    private static (string Text, List<int> Places) Plain(string text)
    {
        var (plain, places) = (new StringBuilder(text.Length), new List<int>(text.Length));
        for (var i = 0; i < text.Length; i++)
        {
            foreach (var c in Plain(text[i]))
            {
                if (c == ' ' && plain.Length > 0 && plain[^1] is '-' or ' ') continue;
                if (c == '-')
                {
                    while (plain.Length > 0 && plain[^1] == ' ')
                    {
                        plain.Length--;
                        places.RemoveAt(places.Count - 1);
                    }
                    if (plain.Length > 0 && plain[^1] == '-') continue;
                }
                plain.Append(c);
                places.Add(i);
            }
        }
        return (plain.ToString(), places);
    }

    private static string Plain(char c) => c switch
    {
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '-' => "-",
        '…' => "...",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬀ' => "ff",
        '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => "",
        '\n' or '\u00A0' or '\u202F' or '\u2009' => " ",
        _ => c.ToString(),
    };
}
