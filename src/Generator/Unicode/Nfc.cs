using System.Globalization;
using System.Text;

namespace Generator.Unicode;

/// <summary>
/// Unicode Normalization Form C (UAX #15). .NET leaves this to ICU, which is switched off here so that no page can depend on the
/// machine's locale data; without it <c>string.Normalize</c> returns every text as it is, without a word.
/// </summary>
public static class Nfc
{
    private const int HangulBase = 0xAC00, LeadBase = 0x1100, VowelBase = 0x1161, TailBase = 0x11A7;
    private const int Leads = 19, Vowels = 21, Tails = 28, Syllables = Leads * Vowels * Tails;

    private static readonly Lazy<Tables> Data = new(Load);

    /// <summary>
    /// <paramref name="text"/> in form C; the same object when it has no character at or above U+0300, or only characters that form C never touches.
    /// </summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0300', '\uFFFF')) return text;
        foreach (var c in text)
            if (MayChange(c)) return Normalize(text);
        return text;
    }

    /// <summary>The letter without its accents (<c>e</c> of <c>é</c>), or <paramref name="c"/> itself.</summary>
    public static char BaseLetter(char c)
    {
        int point = c;
        while (Data.Value.Decompositions.TryGetValue(point, out var parts)) point = parts.First;
        return (char)point;
    }

    /// <summary>The characters that one is made of (canonical decomposition), itself when it is simple.</summary>
    public static IEnumerable<Rune> Decomposed(Rune character)
    {
        var points = new List<int>();
        Decompose(character.Value, points, Data.Value);
        return points.Select(p => new Rune(p));
    }

    /// <summary>
    /// False for a character that stands in form C wherever it is and whatever follows: quick to ask, and true more often than needed.
    /// The scripts and signs left out have no canonical decompositions and no combining classes.
    /// </summary>
    public static bool MayChange(char c) => c >= 0x300 && c switch
    {
        >= '\u0400' and < '\u0483' => false,
        >= '\u05D0' and < '\u0610' => false,
        >= '\u0620' and < '\u0622' or >= '\u0628' and < '\u064B' => false,
        >= '\u2010' and < '\u2061' => false,
        >= '\u3041' and < '\u3099' or >= '\u30A1' and <= '\u30FF' => false,
        >= '\u4E00' and <= '\u9FFF' => false,
        >= '\uAC00' and <= '\uD7A3' => true,
        _ => true,
    };

    private static string Normalize(string text)
    {
        var tables = Data.Value;
        var points = new List<int>(text.Length + 8);
        foreach (var rune in text.EnumerateRunes()) Decompose(rune.Value, points, tables);
        Reorder(points, tables);
        Compose(points, tables);
        var result = new StringBuilder(points.Count);
        foreach (var point in points) result.Append(char.ConvertFromUtf32(point));
        return result.ToString();
    }

    private static void Decompose(int point, List<int> into, Tables tables)
    {
        if (point is >= HangulBase and < HangulBase + Syllables)
        {
            var index = point - HangulBase;
            into.Add(LeadBase + index / (Vowels * Tails));
            into.Add(VowelBase + index % (Vowels * Tails) / Tails);
            if (index % Tails != 0) into.Add(TailBase + index % Tails);
        }
        else if (tables.Decompositions.TryGetValue(point, out var parts))
        {
            Decompose(parts.First, into, tables);
            if (parts.Second != 0) Decompose(parts.Second, into, tables);
        }
        else
        {
            into.Add(point);
        }
    }

    private static void Reorder(List<int> points, Tables tables)
    {
        for (var i = 1; i < points.Count; i++)
        {
            var mark = tables.Class(points[i]);
            for (var j = i; mark != 0 && j > 0 && tables.Class(points[j - 1]) > mark; j--)
                (points[j - 1], points[j]) = (points[j], points[j - 1]);
        }
    }

    private static void Compose(List<int> points, Tables tables)
    {
        int starter = -1, lastClass = -1, write = 0;
        for (var read = 0; read < points.Count; read++)
        {
            var point = points[read];
            var mark = tables.Class(point);
            var adjacent = starter == write - 1;
            if (starter >= 0 && (adjacent || lastClass < mark) && Pair(points[starter], point, tables) is { } composed)
            {
                points[starter] = composed;
                continue;
            }
            if (mark == 0) starter = write;
            lastClass = mark;
            points[write++] = point;
        }
        points.RemoveRange(write, points.Count - write);
    }

    private static int? Pair(int first, int second, Tables tables)
    {
        if (first is >= LeadBase and < LeadBase + Leads && second is >= VowelBase and < VowelBase + Vowels)
            return HangulBase + ((first - LeadBase) * Vowels + second - VowelBase) * Tails;
        if (first is >= HangulBase and < HangulBase + Syllables && (first - HangulBase) % Tails == 0 && second is > TailBase and < TailBase + Tails)
            return first + second - TailBase;
        return tables.Compositions.TryGetValue((first, second), out var composed) ? composed : null;
    }

    private static Tables Load()
    {
        var tables = new Tables([], [], []);
        using var stream = typeof(Nfc).Assembly.GetManifestResourceStream("nfc.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var words = line.Split(' ');
            if (words.Length == 2)
            {
                var dash = words[0].IndexOf('-');
                for (var point = Hex(words[0][..dash]); point <= Hex(words[0][(dash + 1)..]); point++)
                    tables.Classes[point] = byte.Parse(words[1], CultureInfo.InvariantCulture);
                continue;
            }
            var (first, second) = (Hex(words[2]), words.Length > 3 ? Hex(words[3]) : 0);
            tables.Decompositions[Hex(words[0])] = (first, second);
            if (words[1] == "=") tables.Compositions[(first, second)] = Hex(words[0]);
        }
        return tables;
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private sealed record Tables(
        Dictionary<int, (int First, int Second)> Decompositions, Dictionary<(int, int), int> Compositions, Dictionary<int, byte> Classes)
    {
        public int Class(int point) => Classes.GetValueOrDefault(point);
    }
}
