using System.Text.RegularExpressions;
using Generator;
using Generator.Cache;
using Generator.Synthesis;
using Model;

namespace Tests;

/// <summary>The fingerprints and tables of an archive that is brought up to date after edits inside its articles are those of an archive that is read from the beginning.</summary>
public sealed class EditedVersionsTests
{
    [Fact]
    public void After_edits_inside_articles_they_are_those_of_all_that_is_read()
    {
        var (inside, insideOfCheckout, lists, articles) = (0, 0, 0, 0);
        for (var number = 0; number < 12; number++)
        {
            // Made-up archives are large; in the archive of the checkout people say all kinds of things.
            using var site = (number % 3) switch { 0 => WithMoreSaid(SiteTest.MadeUp(12, (ulong)number)), 1 => SiteTest.MadeUp(110, (ulong)number), _ => OfCheckout() };
            var (chance, options) = (new Chance((ulong)number), new BuildOptions(site.Root));
            var edits = new RandomEdits(site.Root, Path.Combine(site.Root, "output"), chance);
            using var folder = new Folder(Path.Combine(site.Root, "kept"));
            for (var times = 0; times < 12; times++)
            {
                using var earlier = Kept(options, folder.Path);
                if (earlier is null) break;
                var did = Enumerable.Range(0, 1 + chance.Below(3)).Select(_ => edits.ChangeInside()).ToList();
                var build = new Build(options, new(), _ => { }, SourceFiles.Below(site.Root, false).Since(earlier));
                if (build.ReadInside(earlier) is not { } archive) continue;
                var (versions, whole) = (Versions.Of(archive, build.Readings(archive), earlier, new(archive, earlier)), Read(options, out var readings)!);
                var expected = Versions.Of(whole, readings, null, new(whole, null));
                Assert.Equal(expected.Length, versions.Length);
                var other = Enumerable.Range(0, versions.Length).Where(key => versions[key] != expected[key]).Select(key => NameOf(whole, key)).ToList();
                Assert.True(other.Count == 0, $"{number}, {times}: {string.Join(", ", did)}: {string.Join(", ", other)}");
                Same(whole.Tables, archive.Tables);
                inside++;
                if (number % 3 == 2) insideOfCheckout++;
                if (!ReferenceEquals(archive.Tables, earlier.Tables())) lists++;
                articles += build.Readings(archive).ChangedInside!.Value.Length;
            }
        }
        // Else this would say little.
        Assert.True(inside > 40 && insideOfCheckout > 4 && lists > 20 && articles > inside, $"{inside}, {insideOfCheckout}, {lists}, {articles}");
    }

    [Theory]
    [InlineData("full", "note: Seen.", false)]
    [InlineData("full", "said: { by: actor-0, direct: yes, verb: said }", true)]
    // Where the annotated passages alone are shown, they alone are found.
    [InlineData("excerpt", "note: Seen.", true)]
    public void What_the_search_is_made_from_changes_with_what_it_finds(string publish, string annotation, bool changes)
    {
        using var site = SiteTest.MadeUp(12, seed: 5).With("input/articles/a000003.yaml", "language: ", $"publish: {publish}\nlanguage: ");
        ulong Searched() => Read(new(site.Root), out var readings) is { } archive ? Versions.Of(archive, readings, null, new(archive, null))[archive.Keys.Of(Whole.Searched)] : 0;
        var before = Searched();
        var words = File.ReadAllText(Path.Combine(site.Root, "seeds/a000003.txt")).Split('\n')[2].Split('.')[0];
        File.AppendAllText(Path.Combine(site.Root, "input/articles/a000003.yaml"), $"  - quote: \"{words}\"\n    {annotation}\n");

        Assert.NotEqual(0ul, before);
        Assert.Equal(changes, Searched() != before);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 3)]
    [InlineData(3, 8)]
    public void Each_part_of_each_record_has_a_key_of_its_own(int articles, int records)
    {
        var keys = new Keys(articles, records);
        var all = new List<int>();
        for (var i = 0; i < records; i++)
            foreach (var part in keys.PartsOf(i)) all.Add(keys.Of(part, i));
        for (var i = articles; i < records; i++)
            for (var year = 0; year < Keys.Years; year++) all.Add(keys.Of(year, i));
        all.AddRange(Enumerable.Range(0, Keys.Years).SelectMany(year => Enumerable.Range(-1, Period.Months + 1).Select(month => keys.OfTime(year, month < 0 ? null : month))));
        all.AddRange(Enum.GetValues<Whole>().Select(keys.Of));
        all.AddRange(Enum.GetValues<Kind>().SelectMany(kind => new[] { keys.Of(kind, contents: false), keys.Of(kind, contents: true) }));
        // The last is that of parts which a record never has.
        Assert.Equal(Enumerable.Range(0, keys.Count - 1), all.Order());
        if (articles > 0) Assert.Equal(keys.Count - 1, keys.Of(Part.About, 0));
    }

    /// <summary>The same archive, in whose articles words have gone a longer way, values are for a time, and something is due.</summary>
    private static SiteTest WithMoreSaid(SiteTest site)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(site.Root, "input", "articles")))
        {
            var text = Regex.Replace(File.ReadAllText(file), "(?<=value: [0-9]+)(?= )", ", as_of: { date: 2001, evidence: external, why: It may be so. }");
            text = Regex.Replace(text, "direct: yes, verb: said }", "to: actor-1, via: [actor-2], direct: yes, verb: said }\n    deadline: { due: { date: 2031-06, evidence: external, why: It may be so. } }");
            File.WriteAllText(file, Regex.Replace(text, "(?m)^source: .*$", "$0\norigin: source-2"));
        }
        return site;
    }

    private static SiteTest OfCheckout()
    {
        var site = new SiteTest();
        Directory.Delete(Path.Combine(site.Root, "input"), recursive: true);
        foreach (var folder in new[] { "input", "seeds" })
            foreach (var file in Directory.EnumerateFiles(Path.Combine(SiteTest.Checkout, folder), "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(site.Root, Path.GetRelativePath(SiteTest.Checkout, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        return site;
    }

    private static void Same(ArchiveTables expected, ArchiveTables tables)
    {
        Assert.Equal(expected.Annotations, tables.Annotations);
        Assert.Equal(expected.Deadlines, tables.Deadlines);
        Assert.Equal(expected.Inferred, tables.Inferred);
        Assert.Equal(expected.Inferring, tables.Inferring);
        foreach (var (one, other) in (ReadOnlySpan<(NumberLists, NumberLists)>)[(expected.Features, tables.Features), (expected.Speakers, tables.Speakers), (expected.Topics, tables.Topics)])
        {
            Assert.Equal(one.Starts, other.Starts);
            Assert.Equal(one.Numbers, other.Numbers);
        }
        for (var part = 0; part < expected.Lists.Entries.Length; part++)
        {
            Assert.Equal(expected.Lists.Entries[part], tables.Lists.Entries[part]);
            if (expected.Lists.Starts[part].Length > 0) Assert.Equal(expected.Lists.Starts[part], tables.Lists.Starts[part]);
        }
    }

    private static string NameOf(Archive archive, int key)
    {
        for (var i = 0; i < archive.AllRecords().Length; i++)
            foreach (var part in archive.Keys.PartsOf(i))
                if (archive.Keys.Of(part, i) == key) return $"{part} of {archive.AllRecords()[i]}";
        for (var i = archive.Tables.Articles.Length; i < archive.AllRecords().Length; i++)
            if (key - archive.Keys.Of(0, i) is >= 0 and < Keys.Years) return $"a year of {archive.AllRecords()[i]}";
        return $"whole {key - archive.Keys.FirstOfWhole}";
    }

    private static Archive? Read(BuildOptions options, out Readings readings)
    {
        var build = new Build(options, new(), _ => { });
        var archive = build.ReadArchive();
        readings = archive is null ? null! : build.Readings(archive);
        return archive;
    }

    /// <summary>What a build keeps that has no files to write; null when the record has problems.</summary>
    private static EarlierBuild? Kept(BuildOptions options, string folder)
    {
        var (sources, store) = (SourceFiles.Below(options.Root, false), ArticleStore.Begin(folder));
        var build = new Build(options, new(), _ => { }, sources) { Store = store };
        if (build.ReadArchive() is not { } archive)
        {
            store.Dispose();
            return null;
        }
        var learnt = new Learnt(LearntArchive.Of(archive, build.Readings(archive), null), Told: [], sources.Listed, sources.ToKeep(), Manifest: 0, new(0, KeptPaths.Of([]), [], [0], []), new([]));
        return EarlierBuild.Save(folder, "a test", learnt, null, store)();
    }

    private sealed class Folder : IDisposable
    {
        public Folder(string path) => Directory.CreateDirectory(Path = path);

        public string Path { get; }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
