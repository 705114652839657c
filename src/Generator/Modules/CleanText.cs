using System.Buffers;
using System.Collections.Immutable;
using Generator.Record;
using Generator.Unicode;
using Model;

namespace Generator.Modules;

/// <summary>A line of the seed that readers do not get.</summary>
public sealed record SkipRule(TextNode Line, string Why);

/// <summary>Damaged characters of the seed, and what they were.</summary>
public sealed record RepairRule(TextNode From, string To);

/// <summary>A line of the seed that is not a plain paragraph.</summary>
public sealed record RoleRule(TextNode Line, BlockRole Role);

/// <summary>How a seed becomes the reading text: the <c>text</c> of an article, and its headline.</summary>
public sealed record TextRules(
    string? Headline, ImmutableArray<SkipRule> Skip, ImmutableArray<RepairRule> Repair, ImmutableArray<RoleRule> Roles);

/// <summary>
/// Makes the reading text of a seed: every line that is not empty is a paragraph; repairs are made, white space is collapsed, letters are brought to
/// form C, lines are skipped or given their role. Every character keeps its way back into the seed.
/// </summary>
public static class CleanText
{
    private const string Bullets = "•·*-–‣◦▪●";

    /// <summary>The reading text. Rules that apply to nothing are problems.</summary>
    public static ReadingText Of(Seed seed, TextRules rules, Problems problems)
    {
        var repairs = new Repairs(rules.Repair);
        var lines = new Lines(rules, problems);
        var text = new PieceBuilder();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var skipped = ImmutableArray.CreateBuilder<SkippedLine>();
        var headline = rules.Headline is null ? null : FoldText.Typed(rules.Headline);
        foreach (var (start, end) in LinesOf(seed.Text))
        {
            var mark = text.Mark();
            text.AddLine(seed.Text, start, end, repairs);
            if (text.Length == mark.Length) continue;
            var line = FoldText.Fold(text.From(mark));
            var rule = lines.Any ? lines.RuleFor(line, FoldText.Typed(Nfc.Of(seed.Text[start..end]))) : null;
            if (rule is SkipRule skip)
            {
                text.BackTo(mark);
                skipped.Add(new(start, end - start, skip.Why));
                continue;
            }
            var role = (rule as RoleRule)?.Role ?? (headline == line && blocks.All(b => b.Role == BlockRole.Byline) ? BlockRole.Headline : BlockRole.Paragraph);
            if (role == BlockRole.Bullet) text.DropBullet(mark, Bullets);
            blocks.Add(new(role, mark.Length, text.Length));
            text.AddBreak(end);
        }
        text.DropLastBreak();
        repairs.ReportUnused(problems);
        lines.ReportUnused(seed);
        var reading = new ReadingText(text.ToString(), blocks.ToImmutable(), text.Pieces(), skipped.ToImmutable());
        ReportUnshowable(seed, reading, problems);
        return reading;
    }

    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c != '\n')]);

    private static void ReportUnshowable(Seed seed, ReadingText reading, Problems problems)
    {
        if (!reading.Text.AsSpan().ContainsAny(Controls)) return;
        for (var i = 0; i < reading.Text.Length; i++)
        {
            if (!char.IsControl(reading.Text[i]) || reading.Text[i] == '\n') continue;
            var (at, line) = (reading.InSeed(i, i + 1).Start, seed.LineAt(reading.InSeed(i, i + 1).Start));
            var (column, code) = (at - seed.StartOfLine(line) + 1, ((int)reading.Text[i]).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            problems.Add(new("seeds/" + seed.File, line, column, line, column + 1), Codes.Unshowable, $"the character U+00{code} cannot be shown on a page",
                $"repair it in the article:  text: {{ repair: [{{ from: \"\\x{code}\", to: \"...\" }}] }}");
        }
    }

    /// <summary>Start and end (without the line end) of each line; LF, CR LF and CR end one.</summary>
    public static IEnumerable<(int Start, int End)> LinesOf(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r')) continue;
            yield return (start, i);
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
            start = i + 1;
        }
        if (start < text.Length) yield return (start, text.Length);
    }

    /// <summary>The repairs, the longest first, so that a longer context wins over a shorter one at the same place.</summary>
    internal sealed class Repairs(ImmutableArray<RepairRule> rules)
    {
        private readonly RepairRule[] _longestFirst = [.. rules.OrderByDescending(r => r.From.Text.Length)];
        private readonly HashSet<RepairRule> _used = [];

        public bool Any => _longestFirst.Length > 0;

        public RepairRule? At(string text, int index, int end)
        {
            foreach (var rule in _longestFirst)
            {
                var from = rule.From.Text;
                if (index + from.Length > end || string.CompareOrdinal(text, index, from, 0, from.Length) != 0) continue;
                _used.Add(rule);
                return rule;
            }
            return null;
        }

        public void ReportUnused(Problems problems)
        {
            foreach (var rule in rules)
                if (!_used.Contains(rule))
                    problems.Add(rule.From.Place, Codes.RepairMatchesNothing, $"\"{rule.From.Text}\" does not occur in the seed",
                        _longestFirst.FirstOrDefault(r => _used.Contains(r) && r.From.Text.Contains(rule.From.Text, StringComparison.Ordinal)) is { } longer
                            ? $"\"{longer.From.Text}\" repairs every place where it stands" : "repairs are compared letter by letter with the raw seed");
        }
    }

    /// <summary>Skips and roles by their lines.</summary>
    private sealed class Lines
    {
        private readonly Dictionary<string, object> _rules = new(StringComparer.Ordinal);
        private readonly Dictionary<string, TextNode> _unused = new(StringComparer.Ordinal);
        private readonly Problems _problems;

        public Lines(TextRules rules, Problems problems)
        {
            _problems = problems;
            foreach (var skip in rules.Skip) Add(skip.Line, skip);
            foreach (var role in rules.Roles) Add(role.Line, role);
        }

        private void Add(TextNode line, object rule)
        {
            var key = FoldText.Typed(line.Text);
            if (!_rules.TryAdd(key, rule))
                _problems.Add(line.Place, Codes.TwoRoles, $"this line is named twice: \"{Shorten(line.Text)}\"", "a line is skipped or has one role");
            else
                _unused.Add(key, line);
        }

        public bool Any => _rules.Count > 0;

        public object? RuleFor(string repaired, string raw)
        {
            var key = _rules.ContainsKey(repaired) ? repaired : raw;
            if (!_rules.TryGetValue(key, out var rule)) return null;
            _unused.Remove(key);
            return rule;
        }

        public void ReportUnused(Seed seed)
        {
            foreach (var (key, line) in _unused)
                _problems.Add(line.Place, Codes.LineNotFound, $"seeds/{seed.File} has no line \"{Shorten(line.Text)}\"", NearestLine(key, seed));
        }

        private static string NearestLine(string key, Seed seed)
        {
            var best = (Edits: int.MaxValue, Number: 0, Text: "");
            var number = 0;
            foreach (var (start, end) in LinesOf(seed.Text))
            {
                number++;
                var line = FoldText.Typed(seed.Text[start..end]);
                if (line.Contains(key, StringComparison.Ordinal))
                    return $"it is only a part of line {number}, \"{Shorten(line)}\": name the whole line" + (line.Contains(key + ",", StringComparison.Ordinal) ? ", in quotation marks (a comma inside [ ] ends an item)" : "");
                var (a, b) = (Shorten(key, 200), Shorten(line, 200));
                var edits = Nearest.Edits(a, b);
                if (edits < best.Edits && edits <= Math.Max(a.Length, b.Length) / 2) best = (edits, number, line);
            }
            return best.Number == 0 ? "name the line as it stands in the seed, whole" : $"line {best.Number} is \"{Shorten(best.Text)}\"";
        }

        private static string Shorten(string text, int most = 80) => text.Length <= most ? text : text[..most].TrimEnd() + "…";
    }
}
