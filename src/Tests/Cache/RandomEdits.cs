using System.Text.RegularExpressions;
using Generator.Synthesis;

namespace Tests;

/// <summary>
/// Edits an archive as editors do, well and badly: every kind of file, new, changed, renamed, deleted, touched, put back as it was. The same number gives the same edits.
/// </summary>
public sealed partial class RandomEdits(string root, string output, Chance chance)
{
    private static readonly string[] Words = ["harbour", "Kaleva", "of 48", "strike", "“words”", "the Union", "2025", "talks", "Ada", "Ministry", "north"];

    private readonly List<Dictionary<string, byte[]>> _before = [];
    private int _edits;

    /// <summary>Makes one edit, and says which.</summary>
    public string Next()
    {
        _edits++;
        _before.Add(Snapshot());
        return chance.Below(24) switch
        {
            0 => AddArticle(),
            1 => Delete(Any("input/articles/")),
            2 => Rename(Any("input/articles/")),
            3 or 4 => ChangeValue(Any("input/articles/"), "note|summary|headline|published|language|publish|by|dateline|genre"),
            5 or 6 => ChangeValue(AnyRecord(), "name|text|summary|sort_name|type|unit|scope|date|url"),
            7 => AddAlias(),
            8 or 9 => ChangeLine(Any("input/")),
            10 => ChangeLine(Any("seeds/")),
            11 => ChangeValue("input/site.yaml", "title|description|licence"),
            12 => Write($"input/pages/page-{chance.Below(3)}.md", $"---\ntitle: Page {Word()}\n---\n\nWords {Word()}.\n"),
            13 => Write($"input/assets/file-{chance.Below(3)}.txt", Word()),
            14 => Delete(Any("input/")),
            15 => Touch(Any(chance.OneIn(2) ? "input/" : "seeds/")),
            16 => PutBack(),
            17 => Rename(AnyRecord()),
            18 => SpoilOutput(),
            >= 20 => ChangeInside(),
            _ => Write("input/drafts/draft.yaml", "headline: Unfinished"),
        };
    }

    /// <summary>Changes what an article says, mostly well: to other words, or to what some article says in such a place.</summary>
    public string ChangeInside()
    {
        var (article, other) = (Any("input/articles/"), Any("input/articles/"));
        if (chance.OneIn(4)) return ChangeValue(article, "note|summary|headline");
        if (article.Length == 0) return "nothing";
        if (chance.OneIn(6)) return ChangeAnnotations(article);
        if (chance.OneIn(6)) return ChangeWarnings(article);
        if (chance.OneIn(6) && Optional().Matches(Text(article)) is { Count: > 0 } optional && optional[chance.Below(optional.Count)] is var left)
            return Write(article, Text(article).Remove(left.Index, left.Length));
        if (chance.OneIn(6)) return Write(article, Regex.Replace(Text(article), @"(?<=actors: \[)[\w-]+, ", ""));
        if (chance.OneIn(6) && Regex.Match(Text(other), @"topics: \[([\w-]+)") is { Success: true } named) return Write(article, Regex.Replace(Text(article), @"(?<= {4})actor: [\w-]+(?=\n)", "topic: " + named.Groups[1]));
        var key = chance.Of(["verb", "value", "of", "on", "is", "direct", "by", "actor", "topic", "place"]);
        MatchCollection In(string text) => Regex.Matches(text, $@"(?<=[ {{]{key}: )[\w-]+");
        var (text, there, here) = (Text(article), In(Text(other)), In(Text(article)));
        if (there.Count == 0 || here.Count == 0) return "nothing";
        var field = here[chance.Below(here.Count)];
        return Write(article, text[..field.Index] + there[chance.Below(there.Count)].Value + text[(field.Index + field.Length)..]);
    }

    /// <summary>Deletes an annotation, or moves it to the end.</summary>
    private string ChangeAnnotations(string article)
    {
        var parts = Regex.Split(Text(article), @"(?m)^(?=  - (?:quote|sentence|id): )").ToList();
        if (parts.Count < 3) return "nothing";
        var at = 1 + chance.Below(parts.Count - 1);
        var one = parts[at].TrimEnd('\n') + "\n";
        parts.RemoveAt(at);
        return Write(article, string.Concat(parts) + (chance.OneIn(2) ? "" : one));
    }

    /// <summary>Takes the pin of the seed away, marks a line as suggested, or takes such a mark away.</summary>
    private string ChangeWarnings(string article)
    {
        var text = Text(article);
        if (chance.OneIn(3)) return Write(article, Regex.Replace(text, ", sha256: [0-9a-f]{64}", ""));
        if (chance.OneIn(2) && text.Contains(" # suggested", StringComparison.Ordinal)) return Write(article, text.Replace(" # suggested low", "", StringComparison.Ordinal));
        var lines = Regex.Matches(text, @"(?m)^(?:    (?:note|figure|stance|actor)|  - quote|summary): .*$");
        if (lines.Count == 0) return "nothing";
        var line = lines[chance.Below(lines.Count)];
        return Write(article, text.Insert(line.Index + line.Length, " # suggested low"));
    }

    private string AddArticle()
    {
        var (article, id) = (Any("input/articles/"), $"copy-{_edits}");
        if (article.Length == 0 || SeedName().Match(Text(article)) is not { Success: true } seed || !File.Exists(Full("seeds/" + seed.Groups[1].Value))) return "nothing";
        Write($"seeds/{id}.txt", Text("seeds/" + seed.Groups[1].Value));
        return Write($"input/articles/{id}.yaml", Text(article).Replace(seed.Groups[1].Value, id + ".txt", StringComparison.Ordinal));
    }

    private string ChangeValue(string file, string keys)
    {
        if (file.Length == 0 || !File.Exists(Full(file))) return "nothing";
        var text = Text(file);
        var fields = Regex.Matches(text, $@"(?<=[ {{\n](?:{keys}): )[^\n,}}]+");
        if (fields.Count == 0) return "nothing";
        var field = fields[chance.Below(fields.Count)];
        var value = chance.Below(4) switch
        {
            0 => field.Value + " " + Word(),
            1 => fields[chance.Below(fields.Count)].Value,
            2 => Regex.Replace(field.Value, "[0-9]", m => ((m.Value[0] - '0' + 1) % 10).ToString(System.Globalization.CultureInfo.InvariantCulture)),
            _ => Word(),
        };
        return Write(file, text[..field.Index] + value + text[(field.Index + field.Length)..]);
    }

    private string AddAlias()
    {
        var file = AnyRecord();
        if (file.Length == 0) return "nothing";
        var text = Text(file);
        var names = Regex.Matches(text, @"(?m)^  name: .*\n(?!  alias)");
        if (names.Count == 0) return "nothing";
        var name = names[chance.Below(names.Count)];
        return Write(file, text.Insert(name.Index + name.Length, $"  alias: [{Word()}]\n"));
    }

    private string ChangeLine(string file)
    {
        if (file.Length == 0) return "nothing";
        var lines = Text(file).Split('\n').ToList();
        var at = chance.Below(lines.Count);
        switch (chance.Below(4))
        {
            case 0: lines.RemoveAt(at); break;
            case 1: lines.Insert(at, lines[chance.Below(lines.Count)]); break;
            case 2: lines[at] += " " + Word(); break;
            default: (lines[at], lines[0]) = (lines[0], lines[at]); break;
        }
        return Write(file, string.Join('\n', lines));
    }

    private string Rename(string file)
    {
        if (file.Length == 0) return "nothing";
        var to = file.Insert(file.LastIndexOf('.'), $"-{_edits}");
        File.Move(Full(file), Full(to));
        return $"rename {file} to {to}";
    }

    private string Delete(string file)
    {
        if (file.Length > 0) File.Delete(Full(file));
        return "delete " + file;
    }

    private string Touch(string file)
    {
        if (file.Length > 0) File.SetLastWriteTimeUtc(Full(file), DateTime.UtcNow.AddSeconds(-chance.Below(5000)));
        return "touch " + file;
    }

    private string PutBack()
    {
        var (was, now) = (_before[chance.Below(_before.Count)], Snapshot());
        foreach (var file in now.Keys.Except(was.Keys)) File.Delete(Full(file));
        foreach (var (file, bytes) in was)
            if (!now.TryGetValue(file, out var there) || !there.AsSpan().SequenceEqual(bytes)) Write(file, System.Text.Encoding.UTF8.GetString(bytes));
        return "put back";
    }

    private string SpoilOutput()
    {
        if (!Directory.Exists(output)) return "nothing";
        var files = Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).Where(f => !f.Contains("/.archive/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0) return "nothing";
        var file = chance.Of(files);
        if (chance.OneIn(2)) File.Delete(file);
        else File.AppendAllText(file, "spoilt");
        return "spoil " + Path.GetRelativePath(output, file);
    }

    private string Word() => chance.Of(Words);

    private string AnyRecord() => Any($"input/{chance.Of(["actors", "topics", "places", "events", "sources", "claims"])}/");

    private string Any(string folder)
    {
        var files = Snapshot().Keys.Where(f => f.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        return files.Count == 0 ? "" : chance.Of(files);
    }

    private Dictionary<string, byte[]> Snapshot() => new[] { "input", "seeds" }.Where(f => Directory.Exists(Full(f)))
        .SelectMany(f => Directory.EnumerateFiles(Full(f), "*", SearchOption.AllDirectories)).ToDictionary(f => Path.GetRelativePath(root, f), File.ReadAllBytes);

    private string Full(string file) => Path.Combine(root, file);

    private string Text(string file) => File.ReadAllText(Full(file));

    private string Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(file))!);
        File.WriteAllText(Full(file), text);
        // Half of the edits look old, so that a build trusts their stamps; the others are so fresh that it has to compare their bytes.
        if (chance.OneIn(2)) File.SetLastWriteTimeUtc(Full(file), new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(_edits + chance.Below(1_000_000)));
        return "write " + file;
    }

    /// <summary>Who passed it on, to whom it was said, what time it is for, when it is due, where the article was taken from: what may be left out.</summary>
    [GeneratedRegex(@", (?:via|to): (?:\[[^\]]*\]|[\w-]+)|, as_of: \{[^}]*\}|(?<=\n)(?:origin|dateline|    deadline): .+\n")]
    private static partial Regex Optional();

    [GeneratedRegex(@"file: ([\w.-]+)")]
    private static partial Regex SeedName();
}
