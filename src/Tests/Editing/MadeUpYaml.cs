using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Tests.Editing;

/// <summary>Writes YAML files as people write them, at random: every style of text, list and map, comments and blank lines at every place where they may stand. Each comment has a number of its own.</summary>
public sealed class MadeUpYaml(Random random)
{
    private static readonly string[] Words =
    [
        "hamas", "no", "2000", "2025-08-11", "Forget the partial deals", "it’s", "a, b", "x: y", "“said” he", "#7", "- dash", "C#", "null", "", " padded ", "end:", "[x]", "{y}", "50 %", "&a", "*b", "!t", "> 3", "| 4", "a #b", "don't", "say \"so\"",
        "tab\tin", "é", "日本", "😀", "\\ back", "@at", "`tick`", "? what", "100%", "https://example.org/a#b", "---", "...", "true", "~", "1_000", "0x1f",
    ];

    private static readonly string[] Keys = ["quote", "said", "by", "via", "note", "figure", "of", "value", "prefix", "seed", "file", "headline", "hamas", "2000", "no", "two words", "é"];

    /// <summary>
    /// Makes up as many files as <c>DOCUMENTS</c> says, 50,000 without it, and fails with the shortest in which <paramref name="fault"/> finds one, or when less than a share of them is of use. It is given the number that a file
    /// follows from, and gives what is wrong: nothing when all is well, null when the file is of no use.
    /// </summary>
    public static void Each(double share, Func<int, string?> fault)
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("DOCUMENTS") ?? "50000", CultureInfo.InvariantCulture);
        var (used, tried, faults) = (0, 0, new List<string>());
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed =>
        {
            tried++;
            if (fault(seed) is not { } found) return;
            used++;
            if (found.Length > 0) faults.Add(found);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(count));
        Assert.True(faults.Count == 0, $"{faults.Count} of {tried}; the shortest:\n{string.Join("\n\n", faults.OrderBy(f => f.Length).Take(3))}");
        Assert.True(used > tried * share, $"only {used} of {tried} were of use");
    }

    private readonly StringBuilder _to = new();
    private int _comments;

    public IReadOnlyList<string> Comments => [.. Enumerable.Range(0, _comments).Select(Comment)];

    private bool _marks;

    // Spaces alone behind a block without words are refused by the parser.
    private bool _blankIsEmpty;

    public string Document()
    {
        _marks = Chance(4);
        if (Chance(8)) Lines(0);
        if (Chance(10)) Add("# yaml-language-server: $schema=x.json\n");
        if (Chance(15)) Add("---" + (Chance(2) ? " " + Eol() : "") + "\n");
        Lines(0);
        if (Chance(8)) List(0, 0);
        else Map(0, 0);
        Lines(0);
        if (Chance(15)) Add("...\n");
        if (Chance(6) && _to.Length > 0 && _to[^1] == '\n') _to.Length--;
        return Chance(8) ? _to.ToString().Replace("\n", "\r\n", StringComparison.Ordinal) : _to.ToString();
    }

    private void Map(int indent, int depth, bool compact = false)
    {
        foreach (var (key, i) in Keys.OrderBy(_ => random.Next()).Take(random.Next(1, 5)).Select((k, i) => (k, i)))
        {
            if (i > 0 || !compact)
            {
                if (i > 0 || depth > 0) Lines(indent);
                Add(Spaces(indent));
            }
            Add(Chance(8) ? $"\"{key}\"" : Chance(12) ? $"'{key}'" : key);
            Add(Chance(20) ? " :" : ":");
            Value(indent, depth, inMap: true);
        }
        Tail(indent);
    }

    private void List(int indent, int depth, bool compact = false)
    {
        var count = random.Next(1, 4);
        for (var i = 0; i < count; i++)
        {
            if (i > 0 || !compact)
            {
                if (i > 0 || depth > 0) Lines(indent);
                Add(Spaces(indent));
            }
            Add("-");
            Value(indent, depth, inMap: false);
        }
        Tail(indent);
    }

    private void Value(int indent, int depth, bool inMap)
    {
        switch (random.Next(depth > 3 ? 7 : 10))
        {
            case 0: Add(Chance(3) ? "" : Chance(2) ? " " + Eol() : Mark()); Add("\n"); break;
            case 1: Block(indent); break;
            case 2: Several(indent); break;
            case 3 or 4: Flow(indent); break;
            case 5 or 6: Scalar(indent); break;
            case 7 when inMap && Chance(2): Opening(); List(indent + (Chance(2) ? 0 : random.Next(1, 5)), depth + 1); break;
            case 7: Nested(indent, depth, inMap, list: true); break;
            default: Nested(indent, depth, inMap, list: false); break;
        }
    }

    private void Nested(int indent, int depth, bool inMap, bool list)
    {
        if (inMap || Chance(4))
        {
            Opening();
            var inner = indent + random.Next(1, 5);
            if (list) List(inner, depth + 1);
            else Map(inner, depth + 1);
            return;
        }
        var spaces = random.Next(1, 4);
        Add(Spaces(spaces));
        if (list) List(indent + 1 + spaces, depth + 1, compact: true);
        else Map(indent + 1 + spaces, depth + 1, compact: true);
    }

    private void Opening()
    {
        if (Chance(5)) Add(" " + Eol());
        else if (Chance(6)) Add(Mark());
        Add("\n");
    }

    private void Scalar(int indent)
    {
        Gap(indent);
        Add(Text(flow: false));
        End();
    }

    /// <summary>Sometimes the value stands on a later line.</summary>
    private void Gap(int indent)
    {
        if (!Chance(10))
        {
            Add(Spaces(random.Next(1, 3)));
            return;
        }
        Opening();
        Lines(indent + 1);
        Add(Spaces(indent + random.Next(1, 4)));
    }

    private void End()
    {
        if (Chance(5)) Add(Spaces(random.Next(1, 3)) + Eol());
        else if (Chance(6)) Add(Mark());
        else if (Chance(8)) Add("  ");
        Add("\n");
    }

    private string Text(bool flow)
    {
        var word = Words[random.Next(Words.Length)];
        return random.Next(3) switch
        {
            0 => $"\"{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
            1 => $"'{word.Replace("'", "''", StringComparison.Ordinal)}'",
            _ => word is "hamas" or "no" or "2000" or "2025-08-11" or "it’s" or "50 %" or "C#" or "don't" or "é" or "日本" or "true" or "~" or "null" or "1_000" or "😀" || (!flow && word is "a, b" or "https://example.org/a#b") ? word : "plain",
        };
    }

    private void Block(int indent)
    {
        var (style, chomp, explicitly) = (Chance(2) ? "|" : ">", random.Next(3) switch { 0 => "", 1 => "-", _ => "+" }, Chance(5));
        var inner = random.Next(1, 5);
        Add($" {style}{(explicitly ? inner.ToString(CultureInfo.InvariantCulture) : "")}{chomp}{(Chance(6) ? " " + Eol() : "")}\n");
        if (Chance(8))
        {
            _blankIsEmpty = true;
            return;
        }
        var count = random.Next(1, 4);
        for (var i = 0; i < count; i++)
        {
            if (i > 0 && Chance(4)) Add(Chance(2) ? "\n" : Spaces(random.Next(0, 9)) + "\n");
            Add(Spaces(indent + inner + (i > 0 || explicitly ? (Chance(4) ? 2 : 0) : 0)) + (Chance(5) ? "# no comment" : Chance(5) ? "- x: y" : "some words") + (Chance(6) ? "  " : "") + "\n");
        }
        if (Chance(5)) Add("\n\n");
    }

    private void Several(int indent)
    {
        Gap(indent);
        var kind = random.Next(3);
        var mark = kind switch { 0 => "\"", 1 => "'", _ => "" };
        Add(mark + "first words");
        var count = random.Next(1, 3);
        for (var i = 0; i < count; i++)
        {
            Add("\n");
            if (Chance(5)) Add("\n");
            Add(Spaces(indent + random.Next(1, 6)) + (kind == 0 && Chance(4) ? "\\  # in it" : kind < 2 && Chance(4) ? "# in it" : "more words"));
        }
        Add(mark);
        End();
    }

    private void Flow(int indent)
    {
        Gap(indent);
        var several = Chance(6);
        var break1 = several ? "\n" + Spaces(indent + random.Next(1, 5)) : "";
        if (Chance(2)) Add("[" + break1 + string.Join("," + (Chance(2) ? " " : "") + break1, Enumerable.Range(0, random.Next(0, 4)).Select(_ => Text(flow: true))) + (several && Chance(2) ? "\n" + Spaces(indent + 1) : Chance(4) ? " " : "") + "]");
        else
        {
            var keys = Keys.OrderBy(_ => random.Next()).Take(random.Next(0, 4)).ToList();
            Add("{" + break1 + string.Join(", " + break1, keys.Select(k => $"{k}: {(Chance(6) ? $"[{Text(flow: true)}, {{ of: {Text(flow: true)} }}]" : Text(flow: true))}")) + (several ? "\n" + Spaces(indent + 1) : Chance(3) ? " " : "") + "}");
        }
        End();
    }

    /// <summary>Comments and blank lines, some less or further indented than what they stand before.</summary>
    private void Lines(int indent)
    {
        while (Chance(6))
        {
            if (Chance(2)) Add(Chance(4) && !_blankIsEmpty ? "  \n" : "\n");
            else Add(Spaces(Chance(3) ? random.Next(0, indent + 3) : indent) + Eol() + "\n");
        }
    }

    /// <summary>Comments behind the last part of a block.</summary>
    private void Tail(int indent)
    {
        if (Chance(10)) Add(Spaces(indent) + Eol() + "\n");
    }

    private string Eol() => Comment(_comments++);

    private string Mark() => _marks && Chance(2) ? (Chance(4) ? " # why?" : "") + " # suggested" + (random.Next(3) switch { 0 => " high", 1 => " low, perhaps", _ => "" }) : "";

    private static string Comment(int number) => string.Create(CultureInfo.InvariantCulture, $"# c{number}e");

    private static string Spaces(int count) => new(' ', count);

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;

    private void Add(string text) => _to.Append(text);
}
