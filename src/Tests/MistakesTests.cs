using System.Globalization;
using System.Text.RegularExpressions;

namespace Tests;

/// <summary>
/// A hundred mistakes as editors make them, each put by chance into a good record: how often the first message has the line and the column, how often a misspelt word is answered with the right one, and whether
/// one mistake gives one message.
/// </summary>
public sealed class MistakesTests(ITestOutputHelper output)
{
    /// <summary>How many; <c>MISTAKES=400 dotnet test --filter-class Tests.MistakesTests</c> tries more.</summary>
    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("MISTAKES") ?? "100", CultureInfo.InvariantCulture);

    /// <summary>What was put where: the new text, the place of the mistake (from 1), and for a misspelt word the right one.</summary>
    private sealed record Mistake(string Text, int Line, int Column, string? Right);

    private sealed record Kind(string Name, string Pattern, Func<Match, Random, string> Wrong, bool IsTypo = false, bool OnlyArticles = true, Func<Match, int>? ColumnOf = null);

    private static readonly Kind[] Kinds =
    [
        new("id misspelt", @"(?<=\b(?:by|to|on|source|actor|event|topic|located|updates|disagrees_with|part_of|place): )[a-z]+(?:-[a-z0-9]+)+", Typo, IsTypo: true, OnlyArticles: false),
        new("id in a list misspelt", @"(?<=\b(?:topics|events|via|organizer|broader): \[)[a-z]+(?:-[a-z0-9]+)+", Typo, IsTypo: true, OnlyArticles: false),
        new("claim misspelt", @"(?<=figure: \{ of: )[a-z-]+", Typo, IsTypo: true),
        new("key misspelt", @"(?m)(?<=^)(?:headline|source|published|genre|summary|topics|language|publish|relations|annotations|accessed|dateline)(?=:)", Typo, IsTypo: true),
        new("key of an annotation misspelt", @"(?<=^ {2,4}(?:- )?)(?:quote|said|figure|note|actor|topic|event)(?=:)", Typo, IsTypo: true),
        new("key in braces misspelt", @"(?<=[{,] )(?:direct|value|as_of|name|type|alias|text|unit|evidence)(?=: )", Typo, IsTypo: true, OnlyArticles: false),
        new("word of a choice misspelt", @"(?<=\b(?:type|genre|evidence|cert|kind|publish): )[A-Za-z]{4,}(?=[ ,}\n])", Typo, IsTypo: true, OnlyArticles: false),
        new("date that is none", @"(?<=\b(?:published|date|accessed|as_of): )\d{4}-\d\d-\d\d(?=[ ,}\n])", (m, r) => new[] { "2031-02-30", "2031-13-01", "14.05.2031", "2031-5-4" }[r.Next(4)]),
        new("letter wrong in a quote", @"(?<=quote: )[A-Za-z][A-Za-z0-9 ]{12,}$", Typo, IsTypo: true),
        new("closing bracket gone", @"(?<=^(?<key>topics|events|actors): )(?<open>\[)(?<rest>[^\[\]\n]+)\]$", (m, _) => m.Groups["open"].Value + m.Groups["rest"].Value),
        new("closing brace gone", @"(?<=^ {4}(?:said|figure): )\{(?<rest>[^{}\n]+) \}$", (m, _) => "{" + m.Groups["rest"].Value),
        new("opening bracket gone", @"(?<=^(?:topics|events|actors): )\[(?<rest>[^\[\]\n]+\])$", (m, _) => m.Groups["rest"].Value),
        new("space behind the colon gone", @"(?m)(?<=^)(?:headline|genre|language|publish|accessed): (?<rest>[^\n]+)$", (m, _) => m.Value.Replace(": ", ":")),
        new("tab", @"^ {4}(?=said|figure|note)", (_, _) => "\t"),
        new("key twice", @"(?m)^(?<key>headline|genre|source|language|publish): [^\n{]+$", (m, _) => m.Value + "\n" + m.Value, ColumnOf: _ => 1),
        new("colon in a text", @"(?<=^headline: )[^\n]+$", (m, _) => "Talks: " + m.Value, ColumnOf: _ => "headline: Talks:".Length),
        new("checksum wrong", @"(?<=sha256: )[0-9a-f]{64}", (m, _) => (m.Value[0] == 'a' ? "b" : "a") + m.Value[1..]),
        new("number in words", @"(?<=\bvalue: )\d+", (_, r) => new[] { "twelve", "12 people", "~12" }[r.Next(3)]),
        new("name of the seed misspelt", @"(?<=\bfile: )[a-z0-9-]+\.txt", Typo, IsTypo: true),
        new("line of the text misspelt", @"(?<=byline: \[)[A-Za-z ]+(?=\])", Typo, IsTypo: true),
        new("value gone", @"(?<=^(?:headline|genre|language|dateline):) [^\n]+$", (_, _) => "", ColumnOf: _ => 1),
    ];

    [Fact]
    public void Of_a_hundred_mistakes_nearly_all_are_told_where_they_are_and_what_was_meant()
    {
        var (lines, columns, typos, answered, messages) = (0, 0, 0, 0, 0);
        for (var i = 0; i < Count; i++)
        {
            using var site = new SiteTest();
            var random = new Random(i);
            var kind = Kinds[i % Kinds.Length];
            var (file, mistake) = Put(site.Root, kind, random);
            site.With(file, mistake.Text);
            site.TryBuild();
            var problems = site.Problems.Sorted();
            Assert.True(problems.Count > 0, $"{kind.Name} in {file}:{mistake.Line} was not noticed");
            var first = problems.FirstOrDefault(p => p.Severity == Generator.Severity.Error) ?? problems[0];
            var line = first.Place.File == file && first.Place.Line == mistake.Line;
            var column = line && first.Place.Column == mistake.Column;
            var right = mistake.Right is null || $"{first.Message} {first.Hint}".Contains(mistake.Right, StringComparison.Ordinal);
            lines += line ? 1 : 0;
            columns += column ? 1 : 0;
            messages += problems.Count;
            if (mistake.Right is not null) typos++;
            if (mistake.Right is not null && right) answered++;
            if (!column || !right || problems.Count > 1) output.WriteLine($"{kind.Name} at {file}:{mistake.Line}:{mistake.Column}{(mistake.Right is null ? "" : $" (meant: {mistake.Right})")}\n{site.ProblemText()}\n");
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"line {lines}, column {columns} of {Count}; {answered} of {typos} misspelt words answered; {messages} messages"));
        Assert.InRange(lines, Count * 95 / 100, Count);
        Assert.InRange(columns, Count * 90 / 100, Count);
        Assert.InRange(answered, (int)Math.Ceiling(typos * 0.8), typos);
        Assert.InRange(messages, Count, Count * 105 / 100);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("stances")]
    [InlineData("repairs-and-skips")]
    public void Each_key_of_an_article_that_is_misspelt_gives_one_message_at_its_place(string? siteCase)
    {
        using var site = new SiteTest(siteCase);
        var wrong = new List<string>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(site.Root, "input", "articles")).Order(StringComparer.Ordinal))
        {
            var (file, text) = (Path.GetRelativePath(site.Root, path).Replace('\\', '/'), File.ReadAllText(path));
            foreach (Match key in Regex.Matches(text, @"(?<=^ *(?:- )?(?:\{ )?|[{,] ?)[a-z_0-9]+(?=: |:$)", RegexOptions.Multiline))
            {
                File.WriteAllText(path, text.Insert(key.Index + key.Length, key.Value[^1..]));
                using var tried = new SiteTest(siteCase);
                File.Copy(path, Path.Combine(tried.Root, file), overwrite: true);
                tried.TryBuild();
                var problems = tried.Problems.Sorted();
                var (line, column) = (text.AsSpan(0, key.Index).Count('\n') + 1, key.Index - text.LastIndexOf('\n', Math.Max(0, key.Index - 1)));
                if (problems is not [{ } only] || (only.Place.Line, only.Place.Column) != (line, column)) wrong.Add($"{key.Value} at {file}:{line}:{column}\n{tried.ProblemText()}");
            }
            File.WriteAllText(path, text);
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    /// <summary>Puts a mistake of a kind into a file of the site that has a place for it.</summary>
    private static (string File, Mistake Mistake) Put(string root, Kind kind, Random random)
    {
        var places = Directory.EnumerateFiles(Path.Combine(root, "input"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/')).Where(f => f.Contains("/articles/", StringComparison.Ordinal) || !kind.OnlyArticles)
            .SelectMany(f => Regex.Matches(File.ReadAllText(Path.Combine(root, f)), kind.Pattern, RegexOptions.Multiline), (f, m) => (File: f, Match: m)).ToList();
        Assert.True(places.Count > 0, $"no place for: {kind.Name}");
        var (file, match) = places[random.Next(places.Count)];
        var text = File.ReadAllText(Path.Combine(root, file));
        var wrong = kind.Wrong(match, random);
        var start = text.LastIndexOf('\n', Math.Max(0, match.Index - 1)) + 1;
        var line = text.AsSpan(0, match.Index).Count('\n') + 1;
        // Of a key that stands twice it is the second that is told.
        if (kind.Name == "key twice") line++;
        return (file, new(text[..match.Index] + wrong + text[(match.Index + match.Length)..], line, kind.ColumnOf?.Invoke(match) ?? match.Index - start + 1, kind.IsTypo ? match.Value : null));
    }

    /// <summary>A word with a letter left out, doubled, changed, or two exchanged; what stands first stays.</summary>
    private static string Typo(Match match, Random random)
    {
        var letters = match.Value.ToCharArray().ToList();
        var candidates = Enumerable.Range(1, letters.Count - 2).Where(i => char.IsLetter(letters[i]) && char.IsLetter(letters[i + 1]) && letters[i] != letters[i + 1]).ToList();
        var at = candidates[random.Next(candidates.Count)];
        switch (random.Next(4))
        {
            case 0: letters.RemoveAt(at); break;
            case 1: letters.Insert(at, letters[at]); break;
            case 2: letters[at] = letters[at] == 'x' ? 'z' : 'x'; break;
            default: (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]); break;
        }
        return new([.. letters]);
    }
}
