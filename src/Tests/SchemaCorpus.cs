using System.Globalization;
using System.Text.RegularExpressions;
using Generator.Schemas;
using Model;

namespace Tests;

/// <summary>A file of the record that may be good or bad: where it would lie, and its text.</summary>
public sealed record Candidate(string File, string Yaml);

/// <summary>Makes files of the record to be judged: every field of every shape with values of all sorts, and real files with something changed.</summary>
public static class SchemaCorpus
{
    /// <summary>Values that are right for some field and wrong for others, as YAML inside braces. The ids are those of the base site.</summary>
    private static readonly string[] Values =
    [
        "some words", "", "\"\"", "\"  \"", "[]", "{}", "[some words, other words]", "[some words, \"\"]", "[some words, ]", "[[some words]]", "{ a: b }", "[{ a: b }]", "Some Words",
        "2025", "\"2025\"", "24", "2025-08-11", "2025-13-01", "2025-02-29", "2024-02-29", "2025-06-31", "2025-08-11T10:00:00Z", "2025-08-11T25:00:00", "201X", "20XX-XX", "201X-08", "2025-08/..", "../2025-08-11~", "/2025", "/", "..", "2025-21", "2025-21-03",
        "2025-08-11?/2025-08-14%", "11.08.2025", "2025-8-1", "Y170000002", "-0000-01-01", "0000-01-01", "2025-XX-XX", "2025-XX-03", "2025-08-XX~",
        "12", "\"12\"", "-1", "\"-1\"", "1.5", "0", "\"+7\"", "+7", "\".5\"", "\"1,000\"", "12 people", "~12", "1000000000000000", "1000000000000001", "\"1000000000000001\"", "\"0012\"",
        "true", "\"true\"", "yes", "no", "maybe", "en", "pt-BR", "pt_BR", "english", "wikidata:Q42", "Q42", "https://ledger.example/a?b=c#d", "http://ledger.example", "https://", "ledger.example",
        "javascript:alert(1)", "mailto:a@b.example", "https://a@b.example/", "\"https://ledger.example/a b\"", "ftp://ledger.example/",
        "ilan-doro", "harbor-ledger", "captives", "port-selma", "selma-talks", "captives-held", "selma-wire-2031-05-10", "nobody-at-all", "ilan--doro", "[ilan-doro, orvane]", "[ilan-doro, nobody-at-all]", "[captives]",
        "[harbor-ledger, ilan-doro]", "[{ actor: ilan-doro, role: speaker }, orvane]", "{ actor: ilan-doro }", "{ actor: captives }", "{ role: speaker }", "[41.2, 19.4]", "[\"41.2\", 19]", "[41.2]", "[41.2, 19.4, 1]", "[91, 0]", "[north, east]",
        "{ date: 2025-08-11, evidence: internal, cert: high }", "{ date: 2025-08-11, evidence: hearsay }", "{ evidence: internal }", "{ date: 2025, quote: words, rule: words, why: words }", "{ text: words, why: because }", "{ text: [words] }",
        "{ id: harbor-ledger, cert: low }", "{ id: port-selma }", "{ id: captives }", "{ url: \"https://ledger.example/\" }", "{ url: nothing, why: because }", "{ genre: reportage }", "{ support: none }", "{ support: some }",
        "Person", "person", "newspaper", "figure", "reportage", "full", "high", "affirms", "met", "preferred", "disagrees_with",
    ];

    private static readonly Dictionary<Shape, string> FormsThatFit = new()
    {
        [Forms.Address] = "https://ledger.example/", [Forms.SiteAddress] = "https://ledger.example/", [Forms.Language] = "en", [Forms.Identifier] = "wikidata:Q42", [Forms.OneDay] = "2031-05-14",
    };

    private static readonly Dictionary<Kind, string> IdsOfTheBase = new()
    {
        [Kind.Article] = "selma-wire-2031-05-10", [Kind.Actor] = "ilan-doro", [Kind.Topic] = "captives", [Kind.Place] = "port-selma", [Kind.Event] = "selma-talks", [Kind.Source] = "harbor-ledger", [Kind.Claim] = "captives-held",
    };

    /// <summary>Every field of every map of a kind of file with every value, without it, and misspelt; each as a file of its own with one record, whose id ends in its number.</summary>
    public static IEnumerable<Candidate> Made(SchemaFile schema)
    {
        var number = 0;
        foreach (var yaml in Variants(schema.Shape).Distinct(StringComparer.Ordinal))
            yield return new(schema.For[0].Replace("*", $"{Path.GetFileNameWithoutExtension(schema.Path)}-{++number}", StringComparison.Ordinal),
                yaml.Replace("A-RECORD", string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(schema.Path)}-r{number}"), StringComparison.Ordinal));
    }

    private static IEnumerable<string> Variants(Shape shape) => shape switch
    {
        MapShape map => Variants(map, Needed(map)),
        RecordsShape records => Variants(records.Item).Select(r => $"{{ A-RECORD: {r} }}"),
        ListShape list => Variants(list.Item).Select(i => $"[ {i} ]"),
        StatedShape stated => Variants(stated.Map),
        EitherShape either => either.Options.SelectMany(Variants),
        _ => [],
    };

    private static IEnumerable<string> Variants(MapShape map, IReadOnlyList<FieldShape> needed)
    {
        yield return Written(needed);
        foreach (var one in needed) yield return Written(needed.Where(f => f != one));
        foreach (var field in map.Fields)
        {
            var others = needed.Concat(map.Fields.Where(f => f.Key == field.Needs)).Where(f => f.Key != field.Key).Distinct().ToList();
            yield return Written([.. needed.Where(f => f != field), field]);
            yield return Written([.. others, field with { Key = field.Key + "s" }]);
            foreach (var value in Values) yield return Written(others, $"{field.Key}: {value}");
            foreach (var inner in Variants(field.Value)) yield return Written(others, $"{field.Key}: {inner}");
        }
    }

    private static List<FieldShape> Needed(MapShape map) =>
        [.. map.Fields.Where(f => f.Required || f.Key == map.SomeOf.LastOrDefault() || f.Key == map.OneGroupOf.FirstOrDefault([]).FirstOrDefault())];

    private static string Written(IEnumerable<FieldShape> fields, string? last = null) => $"{{ {string.Join(", ", fields.Select(f => $"{f.Key}: {Good(f.Value)}").Concat(last is null ? [] : [last]))} }}";

    private static string Good(Shape shape) => shape switch
    {
        DateShape => "2031-05-14",
        NumberShape => "12",
        CountShape => "2",
        YesNoShape => "yes",
        FreeIdShape => "an-id",
        ChoiceShape choice => choice.Words[^1].Length == 0 ? "\"\"" : choice.Words[^1],
        IdShape id => IdsOfTheBase[id.Kinds[^1]],
        FormShape => FormsThatFit[shape],
        ListShape list => $"[{Good(list.Item)}]",
        PairShape pair => $"[{Good(pair.First)}, {Good(pair.Second)}]",
        StatedShape stated => Good(stated.Value),
        EitherShape either => Good(either.Options[0]),
        MapShape map => Written(Needed(map)),
        _ => "some words",
    };

    /// <summary>A file with one thing changed by chance: a value, a key, or a line that is gone; with <paramref name="prefix"/> before the ids of its records.</summary>
    public static string Changed(string text, string? prefix, Random random)
    {
        var fields = Regex.Matches(text, @"(?<=^[ -]*|[{,] )(?<key>[a-z_]+): (?<value>""[^""\n]*""|\[[^\[\]\n]*\]|[^\s""'\[{][^,{}\[\]\n]*)", RegexOptions.Multiline);
        var field = fields[random.Next(fields.Count)];
        var changed = random.Next(6) switch
        {
            0 => text[..field.Index] + field.Groups["key"].Value.Insert(1, "x") + text[(field.Index + field.Groups["key"].Length)..],
            1 => Regex.Replace(text, @"\n" + Regex.Escape(text[(text.LastIndexOf('\n', field.Index) + 1)..field.Index]) + Regex.Escape(field.Value) + @"(?=\n)", ""),
            2 => With(fields[random.Next(fields.Count)].Groups["value"].Value),
            3 => text,
            _ => With(Values[random.Next(Values.Length)]),
        };
        return prefix is null ? changed : Regex.Replace(changed, "^(?=[a-z0-9])", prefix, RegexOptions.Multiline);

        string With(string value) => text[..field.Groups["value"].Index] + value + text[(field.Index + field.Length)..];
    }
}
