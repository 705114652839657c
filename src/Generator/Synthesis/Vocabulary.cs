using System.Text;

namespace Generator.Synthesis;

/// <summary>Words and names that mean nothing, in several scripts; never one twice.</summary>
public sealed class Vocabulary
{
    private static readonly string[] Syllables = ["bar", "kel", "min", "tor", "vas", "lun", "der", "hol", "mak", "sen", "rio", "fal", "gor", "nim", "zed", "pol"];

    /// <summary>A script: the language it stands for, and syllables of it.</summary>
    public static readonly (string Language, string[] Syllables)[] Scripts =
    [
        ("en", Syllables),
        ("ar", ["با", "كل", "من", "طر", "فس", "لن", "در", "حل", "مك", "سن"]),
        ("he", ["בר", "כל", "מן", "תר", "וס", "לן", "דר", "הל"]),
        ("ru", ["бар", "кел", "мин", "тор", "вас", "лун", "дер", "хол"]),
        ("el", ["βαρ", "κελ", "μιν", "τορ", "βας", "λουν", "δερ"]),
        ("hi", ["बा", "के", "मि", "तो", "वा", "लु", "दे"]),
        ("zh", ["山", "水", "田", "林", "石", "川", "原", "北", "南", "東"]),
    ];

    private readonly string[][] _words;

    /// <summary>Draws 6,000 words of the first script and 600 of each other one.</summary>
    public Vocabulary(Chance chance) =>
        _words = [.. Scripts.Select((s, i) => Draw(chance, s.Syllables, i == 0 ? 6000 : 600))];

    /// <summary>A word of a script, the common ones most often.</summary>
    public string Word(Chance chance, int script) => _words[script][chance.Zipf(_words[script].Length)];

    /// <summary>Two words with capitals, another one for each number.</summary>
    public static string PersonName(int number) => $"{Capital(Coined(number % 4093 + 300))} {Capital(Coined(number + 5000))}";

    /// <summary>Three words with capitals, another one for each number.</summary>
    public static string BodyName(int number, string what) => $"{Capital(Coined(number + 40))} {what}";

    public static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>The word that a number spells with syllables for digits.</summary>
    private static string Coined(int number)
    {
        var word = new StringBuilder();
        for (var n = number; n > 0; n /= Syllables.Length) word.Insert(0, Syllables[n % Syllables.Length]);
        return word.ToString();
    }

    private static string[] Draw(Chance chance, string[] syllables, int count)
    {
        var words = new string[count];
        for (var i = 0; i < count; i++)
        {
            var word = new StringBuilder();
            for (var n = 1 + chance.Below(3); n > 0; n--) word.Append(chance.Of(syllables));
            words[i] = word.ToString();
        }
        return words;
    }
}
