using System.Globalization;
using Generator;
using Generator.Cache;
using Generator.Modules;
using Generator.Synthesis;
using Generator.Verbs;

namespace Tests;

/// <summary>
/// The law of builds that know of earlier ones: whatever was edited, they give what a build without such knowledge gives, byte for byte. <c>SEQUENCES</c> and <c>DAMAGES</c> say
/// how many times to try it; <c>FIRST</c> is the number of the first try.
/// </summary>
public sealed class IncrementalTests
{
    private static readonly string[] Cases = [.. Directory.EnumerateDirectories(SiteTest.Sites).Select(d => Path.GetFileName(d)!)
        .Where(c => !c.StartsWith("bad-", StringComparison.Ordinal) && !c.StartsWith("verify-", StringComparison.Ordinal) && c != "base").Order(StringComparer.Ordinal)];

    private static int Number(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    internal static readonly Report Quiet = new(SiteTest.Checkout, Format.Text, TextWriter.Null, TextWriter.Null);

    private static readonly int First = Number("FIRST", 0);

    [Fact]
    public void After_any_edits_the_site_is_that_of_a_clean_build()
    {
        Parallel.For(First, First + Number("SEQUENCES", 60), number =>
        {
            var chance = new Chance((ulong)number);
            using var site = SiteOf(chance, out var options);
            Follow(number, chance, site, options);
        });
    }

    [Fact]
    public void After_any_edits_of_an_archive_with_long_lists_too()
    {
        for (var number = First; number < First + Number("LARGE", 2); number++)
        {
            using var site = ManyAboutOne.MadeUp((ulong)number, inOneYear: (number - First) % 4 is 1 or 2);
            Follow(number, new((ulong)number), site, new(site.Root));
        }
    }

    private static void Follow(int number, Chance chance, SiteTest site, BuildOptions options)
    {
        var output = Path.Combine(site.Root, "output");
        var (edits, told) = (new RandomEdits(site.Root, output, chance), new List<string>());
        // Every other sequence is built by one process that remembers, with builds of others in between.
        using var memory = number % 2 == 0 ? new BuildMemory() : null;
        Same(options, output, $"sequence {number}, at the start");
        for (var left = 1 + chance.Below(20); left > 0; left--)
        {
            told.Add(edits.Next());
            Same(options with { Drafts = chance.OneIn(10) }, output, $"sequence {number}: {string.Join("; ", told)}", number % 6 == 0 && told.Count % 3 == 0 ? null : memory);
        }
    }

    [Fact]
    public void A_damaged_cache_is_as_good_as_none()
    {
        Parallel.For(First, First + Number("DAMAGES", 40), number =>
        {
            var chance = new Chance((ulong)number);
            using var site = SiteOf(chance, out var options);
            var output = Path.Combine(site.Root, "output");
            Same(options, output, $"damage {number}, at the start");
            var edits = new RandomEdits(site.Root, output, chance);
            // An edit of the inside of an article leaves a file of its own, and asks for the tables.
            for (var left = chance.Below(3); left > 0; left--)
            {
                edits.ChangeInside();
                Same(options, output, $"damage {number}, an edit before");
            }
            if (chance.OneIn(3)) edits.Next();
            else if (chance.OneIn(2)) edits.ChangeInside();
            string[] files = [.. Directory.EnumerateFiles(Path.Combine(output, ".archive", "cache")).Order(StringComparer.Ordinal)];
            Damage(chance.Of(files), chance.Of(files), chance);
            Same(options, output, $"damage {number}");
            Same(options, output, $"damage {number}, once more");
        });
    }

    [Fact]
    public void The_cache_of_another_site_is_not_trusted()
    {
        using var one = new SiteTest("rival-values");
        using var two = new SiteTest("stances");
        foreach (var site in new[] { one, two }) Same(new(site.Root), Path.Combine(site.Root, "output"), "at the start");
        foreach (var file in new[] { "site", "articles" })
            File.Copy(Path.Combine(one.Root, "output", ".archive", "cache", file), Path.Combine(two.Root, "output", ".archive", "cache", file), overwrite: true);

        Same(new(two.Root), Path.Combine(two.Root, "output"), "with the other's cache");
    }

    [Fact]
    public void What_did_not_change_is_not_made_again_and_what_did_is()
    {
        using var site = new SiteTest("rival-values");
        var output = Path.Combine(site.Root, "output");
        var all = Write(new(site.Root), output, new()).Files!;
        Assert.Equal(0, Write(new(site.Root), output, new()).Files!.New);

        site.With("input/site.yaml", File.ReadAllText(Path.Combine(site.Root, "input/site.yaml")) + "# a remark\n");
        Assert.Equal(new Written(0, all.New, 0), Write(new(site.Root), output, new()).Files);
        File.Delete(Path.Combine(output, "index.html"));
        Assert.Equal(new Written(1, all.New - 1, 0), Write(new(site.Root), output, new()).Files);
        Assert.Equal(all, WriteSite.To(output, new(site.Root), clean: true, new(), _ => { }, Quiet).Files);
    }

    [Fact]
    public void The_text_of_an_article_that_was_put_into_a_store_is_held_only_while_somebody_uses_it()
    {
        using var site = new SiteTest();
        using var store = ArticleStore.Begin(Path.Combine(site.Root, "store"));
        var held = new Build(new(site.Root), new(), _ => { }).ReadArchive()!;
        var stored = new Build(new(site.Root), new(), _ => { }) { Store = store }.ReadArchive()!;
        foreach (var (article, same) in stored.Articles.Zip(held.Articles))
        {
            var (text, seed) = Texts(article);
            GC.Collect();
            Assert.False(text.IsAlive || seed.IsAlive, $"the text of {article.Id} is held");
            Assert.Equal((same.Text.Text, same.Seed), (article.Text.Text, article.Seed));
            Assert.Equal(same.Seed.LineStarts.ToArray(), article.Seed.LineStarts.ToArray());
            Assert.Equal(same.Text.Pieces.AsSpan(), article.Text.Pieces.AsSpan());
        }

        // By itself, so that nothing of it stays in a register or on the stack.
        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static (WeakReference Text, WeakReference Seed) Texts(Model.Article article) => (new(article.Text.Text), new(article.Seed.Text));
    }

    [Fact]
    public void A_first_build_that_finds_problems_keeps_nothing()
    {
        using var site = new SiteTest("bad-seed-not-utf-8");
        var output = Path.Combine(site.Root, "output");
        Assert.Null(Write(new(site.Root), output, new()).Files);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(output, ".archive", "cache")));
    }

    [Theory]
    [InlineData("actors")]
    [InlineData("topics")]
    [InlineData("places")]
    public void A_record_that_no_article_has_is_found_under_its_new_id(string folder)
    {
        using var site = new SiteTest("plain");
        var (output, more) = (Path.Combine(site.Root, "output"), folder == "actors" ? "{ type: Person, name: Somebody }" : "{ name: Something }");
        site.With($"input/{folder}/unused.yaml", $"unseen: {more}\n");
        Same(new(site.Root), output, "at the start");
        site.With($"input/{folder}/unused.yaml", $"unheard: {more}\n");
        Same(new(site.Root), output, "under another id");
    }

    [Fact]
    public void A_source_that_is_a_link_changes_with_what_it_leads_to()
    {
        using var site = new SiteTest("plain");
        var (output, link) = (Path.Combine(site.Root, "output"), Directory.EnumerateFiles(Path.Combine(site.Root, "input/topics")).First());
        var elsewhere = Path.Combine(site.Root, "elsewhere.yaml");
        File.Move(link, elsewhere);
        File.CreateSymbolicLink(link, elsewhere);
        foreach (var file in Directory.EnumerateFiles(site.Root, "*.*", SearchOption.AllDirectories).Append(elsewhere)) File.SetLastWriteTimeUtc(file, new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        // The link itself is old too, so only what it leads to can tell.
        System.Diagnostics.Process.Start("touch", ["-h", "-d", "2025-01-01", link])!.WaitForExit();
        Same(new(site.Root), output, "at the start");

        File.AppendAllText(elsewhere, "\nanother-topic: { name: Another }\n");
        Same(new(site.Root), output, "after an edit behind the link");
    }

    [Fact]
    public void A_note_of_one_article_makes_the_page_of_that_article_alone()
    {
        using var site = SiteTest.MadeUp(110, 1);
        var (output, options) = (Path.Combine(site.Root, "output"), new BuildOptions(site.Root));
        var all = Write(options, output, new());
        Assert.Equal(all.Files!.New, all.Made);
        Assert.Equal(0, Write(options, output, new()).Made);

        site.With("input/articles/a000042.yaml", "    note: Note *1*", "    note: Another note");
        var edited = Write(options, output, new());
        Assert.Equal(new Written(1, all.Files.New - 1, 0), edited.Files);
        Assert.Equal(1, edited.Made);
    }

    [Fact]
    public void Files_that_were_only_touched_are_looked_at_and_nothing_is_read_again()
    {
        using var site = SiteTest.MadeUp(110, 1);
        var (output, options) = (Path.Combine(site.Root, "output"), new BuildOptions(site.Root));
        var all = Write(options, output, new());
        foreach (var file in Directory.EnumerateFiles(Path.Combine(site.Root, "input/articles"))) File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-1));

        var phases = new List<string>();
        var touched = WriteSite.To(output, options, clean: false, new(), phases.Add, Quiet);

        Assert.Equal(["Looking at what changed"], phases);
        Assert.Equal(new Written(0, all.Files!.New, 0), touched.Files);
    }

    [Fact]
    public void A_headline_changes_the_pages_that_show_it_and_not_those_of_other_years()
    {
        using var site = SiteTest.MadeUp(110, 1);
        var (output, options) = (Path.Combine(site.Root, "output"), new BuildOptions(site.Root));
        Write(options, output, new());

        site.With("input/articles/a000042.yaml", "headline: \"", "headline: \"Again ");
        var edited = Write(options, output, new());
        // The lists of the other years, of articles, of coverage and of the timeline, would be 70 more.
        Assert.InRange(edited.Made, 1, 220);
    }

    [Fact]
    public void Lists_that_are_cut_by_year_follow_a_date_that_leaves_their_order_as_it_was()
    {
        using var site = SiteTest.MadeUp(110, 1);
        var output = Path.Combine(site.Root, "output");
        var (oldest, date) = Directory.EnumerateFiles(Path.Combine(site.Root, "input/articles"))
            .Select(f => (File: f, Date: File.ReadLines(f).First(l => l.StartsWith("published: ", StringComparison.Ordinal)))).MinBy(a => (a.Date, a.File));
        Same(new(site.Root), output, "at the start");
        site.With(Path.GetRelativePath(site.Root, oldest), date, "published: 0900-01-01");
        Same(new(site.Root), output, "the oldest is older");
    }

    [Fact]
    public void Concordances_follow_an_article_that_may_be_shown_in_full_now()
    {
        using var site = SiteTest.MadeUp(110, 1);
        var output = Path.Combine(site.Root, "output");
        site.With("input/articles/a000042.yaml", "\nheadline: ", "\npublish: excerpt\nheadline: ");
        Same(new(site.Root), output, "an excerpt");
        site.With("input/articles/a000042.yaml", "\npublish: excerpt", "\npublish: full");
        Same(new(site.Root), output, "in full");
    }

    private static SiteTest SiteOf(Chance chance, out BuildOptions options)
    {
        if (!chance.OneIn(5))
        {
            var known = new SiteTest(chance.Of(Cases));
            options = new(known.Root);
            return known;
        }
        var made = SiteTest.MadeUp(3 + chance.Below(6), (ulong)chance.Below(50));
        options = new(made.Root);
        return made;
    }

    internal static SiteWritten Write(BuildOptions options, string output, Problems problems, BuildMemory? memory = null) => WriteSite.To(output, options, clean: false, problems, _ => { }, Quiet, memory: memory);

    /// <summary>Builds once with what earlier builds left and once without, and compares: the files, or else the problems.</summary>
    internal static void Same(BuildOptions options, string output, string when, BuildMemory? memory = null)
    {
        var (problems, cleanProblems, before) = (new Problems(), new Problems(), Tree(output));
        var clean = new Build(options, cleanProblems, _ => { }).Run();
        SiteWritten written;
        try
        {
            written = Write(options, output, problems, memory);
        }
        catch (Exception e) when (e is not ForeignFileException)
        {
            throw new InvalidOperationException(when, e);
        }
        if (!cleanProblems.Sorted().SequenceEqual(problems.Sorted()) || clean is null != written.Files is null)
            Assert.Fail($"{when}: other problems: {string.Join(" | ", problems.Sorted().Except(cleanProblems.Sorted()))} instead of {string.Join(" | ", cleanProblems.Sorted().Except(problems.Sorted()))}");
        var expected = clean is null ? before : clean.Files.ToDictionary(f => f.Path, f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(f.Make())));
        var actual = Tree(output);
        var wrong = expected.Keys.Union(actual.Keys).Where(p => expected.GetValueOrDefault(p) != actual.GetValueOrDefault(p)).Order(StringComparer.Ordinal).ToList();
        if (wrong.Count > 0) Assert.Fail($"{when}: {string.Join(", ", wrong)}");
    }

    private static Dictionary<string, string> Tree(string folder) => !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(f => !Path.GetRelativePath(folder, f).StartsWith(".archive", StringComparison.Ordinal))
        .ToDictionary(f => Path.GetRelativePath(folder, f), f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))));

    private static void Damage(string file, string other, Chance chance)
    {
        var bytes = File.ReadAllBytes(file);
        switch (bytes.Length == 0 ? 1 : chance.Below(7))
        {
            case 0: File.WriteAllBytes(file, bytes[..chance.Below(bytes.Length)]); break;
            case 1: File.WriteAllBytes(file, [.. bytes, (byte)chance.Below(256)]); break;
            case 2: File.Delete(file); break;
            case 3 when other != file: File.Copy(other, file, overwrite: true); break;
            case 4: File.WriteAllBytes(file, new byte[bytes.Length]); break;
            default:
                for (var times = 1 + chance.Below(8); times > 0; times--) bytes[chance.Below(bytes.Length)] ^= (byte)(1 + chance.Below(255));
                File.WriteAllBytes(file, bytes);
                break;
        }
    }
}
