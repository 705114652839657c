using System.Globalization;
using System.Text.RegularExpressions;
using Generator;
using Generator.Modules;
using Generator.Record;
using Generator.Schemas;
using Model;

namespace Tests;

/// <summary>The shapes of the record, the schemas that editors get of them, and the readers say the same.</summary>
public sealed class SchemaTests(ITestOutputHelper output)
{
    /// <summary>What a schema can see. The other codes are of texts, of addresses that two records want, or of how a file is written.</summary>
    private static readonly HashSet<ProblemCode> Visible =
    [
        Codes.EmptyValue, Codes.WrongShape, Codes.UnknownKey, Codes.UnknownId, Codes.BadId, Codes.Missing, Codes.NotAChoice, Codes.BadDate, Codes.BadNumber, Codes.UnsafeAddress,
        Codes.BadLanguage, Codes.Contradiction, Codes.BadCoordinates, Codes.BadIdentifier, Codes.EmptyAnnotation, Codes.OnlySuggested,
    ];

    /// <summary>What is wrong only beside another value, which has to be looked up; a schema sees which keys are there.</summary>
    private static readonly Regex BetweenValues = new("has no unit|is a statement|is a figure|relation to itself|is greater than max|is not another value|^no annotation of|ends before it starts");

    /// <summary>How many files of each folder; <c>CANDIDATES=100000 dotnet test --filter-class Tests.SchemaTests</c> tries all that can be made, which takes minutes.</summary>
    private static readonly int Share = int.Parse(Environment.GetEnvironmentVariable("CANDIDATES") ?? "150", CultureInfo.InvariantCulture);

    private const string Stranger = "qqqqxxxxzzzz";

    public static TheoryData<string, string> Maps
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var schema in SchemaFiles.All)
                foreach (var (path, _) in MapsIn(schema.Shape, Stranger)) data.Add(schema.For[0].Replace("*", "stranger", StringComparison.Ordinal), path);
            return data;
        }
    }

    /// <summary>A stranger among the keys makes a reader list the keys that it knows, and, as no other is there, the ones that it requires.</summary>
    [Theory]
    [MemberData(nameof(Maps))]
    public void Shapes_and_readers_know_and_require_the_same_keys(string file, string yaml)
    {
        var shape = MapsIn(RecordShapes.Of(file["input/".Length..])!, Stranger).Single(m => m.Yaml == yaml).Map;
        using var site = new SiteTest();

        site.With(file, yaml).TryBuild();

        var stranger = Assert.Single(site.Problems.Sorted(), p => p.Code == Codes.UnknownKey);
        var what = stranger.Message[..stranger.Message.IndexOf(" has no key", StringComparison.Ordinal)];
        Assert.Equal($"it has: {string.Join(", ", shape.Fields.Select(f => f.Key).Order(StringComparer.Ordinal))}", stranger.Hint);
        var needs = site.Problems.Sorted().Where(p => p.Place.File == file && p.Code == Codes.Missing).Select(p => Regex.Match(p.Message, $"^{Regex.Escape(what)} needs \"(\\w+)\"$")).Where(m => m.Success).Select(m => m.Groups[1].Value);
        Assert.Equal(shape.Fields.Where(f => f.Required).Select(f => f.Key).Order(StringComparer.Ordinal), needs.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_kind_of_file_has_a_shape() =>
        Assert.All(Enum.GetValues<Kind>(), k => Assert.NotNull(RecordShapes.Of($"{Ref.Folder(k)}/all.yaml")));

    [Fact]
    public void Every_field_with_values_of_all_sorts_is_judged_by_its_schema_as_by_the_readers()
    {
        using var site = new SiteTest();
        var validator = new SchemaValidator(site.Root);
        var random = new Random(1);
        var candidates = SchemaFiles.All.SelectMany(s => SchemaCorpus.Made(s).OrderBy(_ => random.Next()).Take(Share)).ToList();

        var settings = candidates.Where(c => c.File == "input/site.yaml").ToList();
        var others = candidates.Except(settings).ToList();
        Agree(validator, others, Problems(site, others));
        foreach (var one in settings) Agree(validator, [one], SettingsProblems(one));
    }

    [Fact]
    public void Files_of_the_archive_with_something_changed_are_judged_by_their_schemas_as_by_the_readers()
    {
        using var site = new SiteTest();
        foreach (var folder in new[] { "input", "seeds" })
        {
            Directory.Delete(Path.Combine(site.Root, folder), recursive: true);
            foreach (var file in Directory.EnumerateFiles(Path.Combine(SiteTest.Checkout, folder), "*", SearchOption.AllDirectories))
                site.With(Path.GetRelativePath(SiteTest.Checkout, file), File.ReadAllText(file));
        }
        var random = new Random(1);
        var candidates = Directory.EnumerateFiles(Path.Combine(site.Root, "input"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => Path.GetRelativePath(site.Root, f)).Where(f => f != "input/site.yaml")
            .SelectMany(f => Enumerable.Range(1, Math.Max(10, Share / 20)), (f, n) => new Candidate(f.Replace(".yaml", $"-{n}.yaml", StringComparison.Ordinal),
                SchemaCorpus.Changed(File.ReadAllText(Path.Combine(site.Root, f)), f.Contains("/articles/", StringComparison.Ordinal) ? null : $"x{Path.GetFileNameWithoutExtension(f)}{n}-", random)))
            .Where(IsRead).ToList();

        Agree(new(site.Root), candidates, Problems(site, candidates));
    }

    /// <summary>Files that the readers get to see: of a site with one that is no YAML, or whose ids are refused, they do not say all.</summary>
    [Fact]
    public void The_files_of_the_tiny_sites_are_judged_by_their_schemas_as_by_the_readers()
    {
        // An id inside "article#annotation", and a link inside Markdown: to a schema they are texts.
        string[] unseen = ["bad-corrects-unknown-article", "bad-url-in-note"];
        foreach (var folder in Directory.EnumerateDirectories(SiteTest.Sites).Where(f => !unseen.Contains(Path.GetFileName(f))).Order(StringComparer.Ordinal))
        {
            using var site = new SiteTest(Path.GetFileName(folder));
            site.TryBuild();
            var candidates = Directory.EnumerateFiles(Path.Combine(site.Root, "input"), "*.yaml", SearchOption.AllDirectories).Select(f => new Candidate(Path.GetRelativePath(site.Root, f), File.ReadAllText(f)))
                .Where(c => RecordShapes.Of(c.File["input/".Length..]) is not null).ToList();
            if (!candidates.All(IsRead) || site.Problems.Sorted().Any(p => p.Code == Codes.BadId || p.Code == Codes.DuplicateId || p.Code == Codes.NotThePlaceForIt)) continue;
            Agree(new(site.Root), candidates, site.Problems.Sorted());
        }
    }

    private static IReadOnlyList<Problem> SettingsProblems(Candidate candidate)
    {
        var problems = new Problems();
        Generator.Pipelines.Settings.Read((MapNode)ReadYaml.ReadText(candidate.File, candidate.Yaml, 1, problems)!, null, new(problems, new(problems), new ReadMarkdown("")));
        return problems.Sorted();
    }

    /// <summary>Whether it is YAML, and its records are maps: else the readers do not get to see any record of the archive.</summary>
    private static bool IsRead(Candidate candidate) =>
        ReadYaml.ReadText(candidate.File, candidate.Yaml, 1, new()) is MapNode file && (RecordShapes.Of(candidate.File["input/".Length..]) is MapShape || file.Entries.All(e => e.Value is MapNode));

    /// <summary>What check says of the candidates, all of them together in one archive.</summary>
    private static IReadOnlyList<Problem> Problems(SiteTest site, IEnumerable<Candidate> candidates)
    {
        foreach (var candidate in candidates) site.With(candidate.File, candidate.Yaml);
        site.TryBuild();
        return site.Problems.Sorted();
    }

    private void Agree(SchemaValidator validator, IEnumerable<Candidate> candidates, IEnumerable<Problem> problems)
    {
        var found = problems.Where(p => Visible.Contains(p.Code) && !BetweenValues.IsMatch($"{p.Message} {p.Hint}")).ToLookup(p => p.Place.File);
        var (good, bad, differing) = (0, 0, new List<string>());
        foreach (var candidate in candidates)
        {
            var refusals = validator.Refusals(candidate.File, ReadYaml.ReadText(candidate.File, candidate.Yaml, 1, new())!);
            if (found.Contains(candidate.File)) bad++;
            else good++;
            if (found.Contains(candidate.File) != refusals.Count > 0) differing.Add($"{candidate.File}: {candidate.Yaml}\n  check: {found[candidate.File].FirstOrDefault()?.Message}\n  schema: {string.Join("; ", refusals)}");
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{good} good, {bad} bad, {differing.Count} judged otherwise by the schema"));
        Assert.True(differing.Count == 0, string.Join('\n', differing.Take(20).Select(d => d.Length < 1200 ? d : d[..100] + " ... " + d[d.IndexOf("\n  check: ", StringComparison.Ordinal)..])));
    }

    /// <summary>Every map inside a shape, with a file that holds it and in it one key alone.</summary>
    private static IEnumerable<(string Yaml, MapShape Map)> MapsIn(Shape shape, string key) => shape switch
    {
        MapShape map => [($"{{ {key}: x }}", map), .. map.Fields.SelectMany(f => MapsIn(f.Value, key), (f, inner) => ($"{{ {f.Key}: {inner.Yaml} }}", inner.Map))],
        RecordsShape records => MapsIn(records.Item, key).Select(m => ($"{{ a-record: {m.Yaml} }}", m.Map)),
        ListShape list => MapsIn(list.Item, key).Select(m => ($"[ {m.Yaml} ]", m.Map)),
        // A map without any of its keys is taken for a value of the wrong shape.
        StatedShape stated => [($"{{ {key}: x, cert: high }}", stated.Map)],
        EitherShape either => either.Options.SelectMany(o => MapsIn(o, key)),
        _ => [],
    };
}
