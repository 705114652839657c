using System.Collections.Frozen;

namespace Generator.Suggesting;

/// <summary>The words of an English text without the small ones, each cut so that its forms are alike.</summary>
public static class WordStems
{
    private static readonly FrozenSet<string> Small = WordSet.Of("a an the of in to by for from on at with and or as is are was were be been who what how that this it its one their his her under over per about after before than");

    /// <summary>Each once, in the order of the text. Numbers are none.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var stems = new List<string>();
        for (var scanner = new Search.WordScanner(text); scanner.Next();)
        {
            var word = scanner.Word.ToString();
            if (Small.Contains(word) || char.IsAsciiDigit(word[0])) continue;
            if (word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal)) word = word[..^1];
            stems.Add(word.Length > 6 ? word[..6] : word);
        }
        return stems.Distinct(StringComparer.Ordinal);
    }
}
