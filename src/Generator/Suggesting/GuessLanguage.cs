using System.Collections.Frozen;

namespace Generator.Suggesting;

/// <summary>Guesses the language of a text from its script and its most frequent small words.</summary>
public static class GuessLanguage
{
    private static readonly (string Tag, FrozenSet<string> Words)[] Latin =
    [
        ("en", Set("the and of to in that is was for with on by as at from has have said be it")), ("fr", Set("le la les des et en un une du que qui est dans pour sur au avec pas a par")),
        ("de", Set("der die das und in den von zu mit ist im für auf des dem nicht ein eine sich als")), ("es", Set("el la los las de y en que un una del se por con para es al no lo como")),
        ("it", Set("il la di e che un una per in del della con non è le dei al si nel sono")), ("pt", Set("o a os as de e que em um uma do da no na para com por não se ao")),
        ("nl", Set("de het een en van in dat is op te zijn met voor niet aan er om ook als bij")), ("sv", Set("och i att det som en på är av för med den till inte har de ett om var")),
        ("pl", Set("i w na z że się do nie to jest o jak po od za przez dla ale oraz tym")), ("tr", Set("ve bir bu da de için ile olarak çok daha olan gibi ne kadar sonra var ise ki en")),
    ];

    private static readonly (char From, char To, string Tag)[] Scripts =
    [
        ('\u0590', '\u05FF', "he"), ('\u0600', '\u06FF', "ar"), ('\u0400', '\u04FF', "ru"), ('\u0370', '\u03FF', "el"), ('\u3040', '\u30FF', "ja"), ('\u4E00', '\u9FFF', "zh"),
        ('\uAC00', '\uD7AF', "ko"), ('\u0900', '\u097F', "hi"), ('\u0E00', '\u0E7F', "th"),
    ];

    /// <summary>A BCP 47 tag; null when nothing speaks for one.</summary>
    public static string? Of(string text)
    {
        var letters = text.Count(char.IsLetter);
        foreach (var (from, to, tag) in Scripts)
            if (text.Count(c => c >= from && c <= to) * 3 > letters && letters > 0) return tag == "ar" && text.AsSpan().ContainsAny("پچژگ") ? "fa" : tag == "ru" && text.AsSpan().ContainsAny("іїєґ") ? "uk" : tag;
        var words = text.Split([' ', '\n', '\r', '\t', ',', '.', ':', ';'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.ToLowerInvariant()).ToList();
        var best = Latin.Select(l => (l.Tag, Count: words.Count(l.Words.Contains))).MaxBy(l => l.Count);
        return best.Count * 10 > words.Count && best.Count > 2 ? best.Tag : null;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
