using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Generator;
using Generator.Cache;
using Generator.Verbs;

namespace Tests;

/// <summary>An edit of what an article says reads that article alone, and the pages that show it, and keeps no more than what it changes.</summary>
public sealed class InsideEditTests
{
    [Fact]
    public void A_note_reads_no_other_article_and_leaves_what_is_kept_as_it_was_but_for_an_addition()
    {
        using var site = SiteTest.MadeUp(110, seed: 7);
        Build(site);
        var (before, tables) = (File.ReadAllBytes(Kept(site, "site")), File.ReadAllBytes(Kept(site, "tables")));
        // Whoever reads anything of an article that the page does not show finds it damaged, and everything is made again.
        var page = File.ReadAllText(Path.Combine(site.Root, "output", "articles", "a000020", "index.html"));
        var others = Enumerable.Range(0, 110).Select(n => $"a{n:000000}").Where(id => !page.Contains(id, StringComparison.Ordinal)).ToList();
        Assert.True(others.Count > 80);
        Spoil(Kept(site, "articles"), [.. others.Select(id => id + ".txt")]);

        for (var times = 0; times < 3; times++)
        {
            site.With("input/articles/a000020.yaml", "    note: ", "    note: Again ");
            Assert.Equal(1, Build(site).Made);
            Assert.Equal(before, File.ReadAllBytes(Kept(site, "site")));
            Assert.Equal(tables, File.ReadAllBytes(Kept(site, "tables")));
            Assert.True(File.Exists(Kept(site, "edit")));
        }

        Assert.Contains("Again Again Again ", File.ReadAllText(Path.Combine(site.Root, "output", "articles", "a000020", "index.html")), StringComparison.Ordinal);
        Assert.Equal(0, Build(site).Made);
    }

    [Theory]
    [InlineData("input/articles/a000003.yaml", "    note: ", false)]
    [InlineData("input/topics/from-000000.yaml", "name: ", true)]
    public void No_other_record_is_read_for_a_note(string file, string field, bool read)
    {
        using var site = SiteTest.MadeUp(10, seed: 7);
        Build(site);
        site.With(file, field, field + "Again ");
        var phases = new List<string>();
        WriteSite.To(Path.Combine(site.Root, "output"), new(site.Root), clean: false, site.Problems, phases.Add, IncrementalTests.Quiet);
        Assert.Contains("Rendering and writing", phases);
        Assert.Equal(read, phases.Contains("Checking the record"));
    }

    /// <summary>Each edit is made twice: once over what a whole build keeps, and once over that with the first edit added.</summary>
    [Theory]
    [InlineData("another verb", "verb: said", "verb: told", true, false)]
    [InlineData("another value", "(?<=value: )[0-9]+", "4711", true, false)]
    [InlineData("another claim", "of: claim-[0-9]+", "of: claim-0", true, false)]
    [InlineData("another speaker", "said: { by: actor-[0-9]+", "said: { by: actor-1", true, false)]
    [InlineData("an annotation less", "(?s)  - quote: counted.*?(?=  - quote)", "", true, false)]
    [InlineData("an actor whom nothing named yet", "(?<=\n    actor: )actor-[0-9]+", "nobody-known", true, true)]
    [InlineData("another topic", "topics: \\[.*\\]", "topics: [topic-0]", false, false)]
    [InlineData("another genre", "genre: .*", "genre: opinion", true, false)]
    public void What_an_article_says_is_read_alone_and_seen_in_every_list(string what, string before, string after, bool inside, bool planned)
    {
        using var site = SiteTest.MadeUp(40, seed: 3).With("input/actors/more.yaml", "nobody-known: { name: Nobody Known, type: Person }\n");
        Build(site);
        Assert.Empty(site.Problems.Sorted());
        foreach (var article in new[] { "a000007", "a000023" })
        {
            var file = $"input/articles/{article}.yaml";
            var text = File.ReadAllText(Path.Combine(site.Root, file));
            var edited = Regex.Replace(text, before, after);
            Assert.NotEqual(text, edited);
            site.With(file, edited);
            var phases = new List<string>();
            WriteSite.To(Path.Combine(site.Root, "output"), new(site.Root), clean: false, site.Problems, phases.Add, IncrementalTests.Quiet);
            Assert.Equal(inside, !phases.Contains("Checking the record"));
            if (inside) Assert.Equal(planned && article == "a000007", phases.Contains("Planning the pages"));
            Same(site, $"{what} in {article}");
        }
    }

    [Fact]
    public void Few_files_of_a_large_site_are_moved_into_it_one_by_one()
    {
        using var site = SiteTest.MadeUp(1_050, seed: 7);
        Assert.True(Build(site).Files!.New > 5_000);
        var staging = Path.Combine(site.Root, "output", ".archive", "staging");
        foreach (var (before, after) in new[] { ("said", "told"), ("told", "whispered") })
        {
            site.With("input/articles/a000020.yaml", $"verb: {before}", $"verb: {after}");
            var edited = Build(site);
            var written = edited.Files!;
            Assert.InRange(written.New, 2, 50);
            Assert.Equal(0, written.Removed);
            // The other years of what the speaker said are not made anew, and a verb is nothing that the search finds.
            Assert.InRange(edited.Made, written.New, written.New + 10);
            Assert.Contains($">{after}<", File.ReadAllText(Path.Combine(site.Root, "output", "articles", "a000020", "index.html")), StringComparison.Ordinal);
            Assert.False(Directory.Exists(staging) || Directory.Exists(Path.Combine(site.Root, ".output.next")));
            Assert.Equal(0, Build(site).Made);
        }
    }

    [Fact]
    public void What_was_added_goes_when_more_changes()
    {
        using var site = SiteTest.MadeUp(10, seed: 7);
        Build(site);
        site.With("input/articles/a000003.yaml", "    note: ", "    note: Again ");
        Build(site);
        Assert.True(File.Exists(Kept(site, "edit")));

        File.Delete(Path.Combine(site.Root, "input/articles/a000004.yaml"));
        File.Delete(Path.Combine(site.Root, "seeds/a000004.txt"));
        Same(site, "an article less");
        Assert.False(File.Exists(Kept(site, "edit")));
    }

    [Fact]
    public void Of_two_edits_the_later_counts_and_many_changes_are_too_many()
    {
        KeptEdit Of(long listed, params (int, ulong)[] versions) => new(listed, [], [], [], versions, [], [], null);
        var both = KeptEdit.Together(Of(1, (3, 30), (5, 50)), Of(2, (5, 51), (7, 70)))!;

        Assert.Equal(2, both.Listed);
        Assert.Equal([(3, 30ul), (5, 51ul), (7, 70ul)], both.Versions.Order());
        Assert.NotNull(KeptEdit.Together(null, Of(1, [.. Enumerable.Range(0, 20_000).Select(i => (i, 1ul))])));
        Assert.Null(KeptEdit.Together(Of(1, (20_000, 1)), Of(1, [.. Enumerable.Range(0, 20_000).Select(i => (i, 1ul))])));
    }

    [Theory]
    [InlineData("edit", "site")]
    [InlineData("site", "edit")]
    [InlineData("tables", "edit")]
    [InlineData("articles", "tables")]
    public void No_file_of_the_cache_is_taken_for_another(string file, string place)
    {
        // What the files begin with is other in each, so many are tried.
        for (var number = 0ul; number < 8; number++)
        {
            using var site = SiteTest.MadeUp(3, number);
            Build(site);
            site.With("input/articles/a000001.yaml", "    note: ", "    note: Again ");
            Build(site);
            File.Copy(Kept(site, file), Kept(site, place), overwrite: true);
            site.With("input/articles/a000002.yaml", "    note: ", "    note: Again ");
            Same(site, $"{file} in the place of {place}");
        }
    }

    /// <summary>The second article corrects a value of the first; the third has nothing to do with that.</summary>
    [Theory]
    [InlineData("first", false)]
    [InlineData("second", false)]
    [InlineData("third", true)]
    public void An_archive_in_which_values_are_corrected_is_edited_like_any_other(string article, bool inside)
    {
        using var site = new SiteTest("rival-values");
        WithThird(site, "Nothing new.\n");
        Same(site, "at the start");
        var file = $"input/articles/{article}.yaml";
        site.With(file, File.ReadAllText(Path.Combine(site.Root, file)) + "\nsummary: Other words.\n");
        Same(site, "a summary");
        Assert.Equal(inside, File.Exists(Kept(site, "edit")));
    }

    [Fact]
    public void A_value_that_is_corrected_elsewhere_is_missed_under_its_old_id()
    {
        using var site = new SiteTest("rival-values");
        Same(site, "at the start");
        site.With("input/articles/first.yaml", "id: front", "id: the-front");
        Same(site, "under another id");
        Build(site);
        Assert.Contains(site.Problems.Sorted(), p => p.Message.Contains("\"front\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_that_an_event_rests_on_are_missed_when_an_article_no_longer_mends_them()
    {
        using var site = new SiteTest("rival-values");
        WithThird(site, "Nothing new.\n\nIt is so since the b3lls rang.\n").With("input/events/more.yaml", "talk: { name: A talk, date: { date: 2031-04~/.., evidence: internal, quote: since the bells rang } }\n");
        var file = Path.Combine(site.Root, "input/articles/third.yaml");
        var without = File.ReadAllText(file);
        File.AppendAllText(file, "text: { repair: [{ from: b3lls, to: bells }] }\n");
        Same(site, "at the start");
        File.WriteAllText(file, without);
        Same(site, "without the repair");
        Build(site);
        Assert.Contains(site.Problems.Sorted(), p => p.Message.Contains("since the bells rang", StringComparison.Ordinal));
    }

    /// <summary>A third article, of which the text alone is told.</summary>
    private static SiteTest WithThird(SiteTest site, string text) => site.With("seeds/third.txt", text).With("input/articles/third.yaml", $$"""
        seed: { file: third.txt, sha256: {{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}} }
        headline: Nothing new
        source: selma-wire
        published: 2031-05-23

        """);

    private static string Kept(SiteTest site, string file) => Path.Combine(site.Root, "output", ".archive", "cache", file);

    private static SiteWritten Build(SiteTest site) => IncrementalTests.Write(new(site.Root), Path.Combine(site.Root, "output"), site.Problems);

    private static void Same(SiteTest site, string when) => IncrementalTests.Same(new(site.Root), Path.Combine(site.Root, "output"), when);

    /// <summary>Changes every place of a file that has one of some words.</summary>
    private static void Spoil(string path, IReadOnlyList<string> words)
    {
        var bytes = File.ReadAllBytes(path);
        foreach (var word in words)
        {
            var (letters, at) = (Encoding.UTF8.GetBytes(word), 0);
            var found = 0;
            while (bytes.AsSpan(at).IndexOf(letters) is var next and >= 0)
            {
                bytes[at + next] ^= 1;
                (at, found) = (at + next + 1, found + 1);
            }
            Assert.True(found > 1);
        }
        File.WriteAllBytes(path, bytes);
    }
}
