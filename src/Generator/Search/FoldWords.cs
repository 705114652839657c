using System.Text;
using Generator.Unicode;

namespace Generator.Search;

/// <summary>
/// How search compares letters: small, without accents. The vowel points of Hebrew and Arabic count as accents, the vowel signs of India's scripts do not. The page of the search has the same
/// rules in <c>words.js</c>; a test compares both, letter by letter.
/// </summary>
public static class FoldWords
{
    private static readonly string?[] Known = new string?[char.MaxValue + 1];

    /// <summary>The letters that stand for one; none for an accent.</summary>
    public static string Fold(Rune letter)
    {
        if (!letter.IsBmp) return Rune.ToLowerInvariant(letter).ToString();
        return Known[letter.Value] ??= OfLetter(letter);
    }

    private static string OfLetter(Rune letter)
    {
        var folded = new StringBuilder();
        foreach (var part in Nfc.Decomposed(letter))
            if (!IsAccent(part.Value)) folded.Append(part.Value == 'ς' ? "σ" : Rune.ToLowerInvariant(part).ToString());
        return folded.ToString();
    }

    private static bool IsAccent(int point) => point is (>= 0x300 and <= 0x36F) or (>= 0x483 and <= 0x487)
        or (>= 0x591 and <= 0x5BD) or 0x5BF or 0x5C1 or 0x5C2 or 0x5C4 or 0x5C5 or 0x5C7
        or (>= 0x610 and <= 0x61A) or (>= 0x64B and <= 0x65F) or 0x670;
}
