using Generator.Search;
using Model;

namespace Tests;

/// <summary>A search index is brought up to date from the one before: as if it were made anew, and reading only the articles that say something else.</summary>
public sealed class SearchUpdateTests
{
    private const string Edited = "a000150";

    [Theory]
    [InlineData("headline: \"", "headline: \"Zanzibar ", 0)]
    [InlineData("summary: Made-up", "summary: \"Zanzibar\" #", 0)]
    // Another place among the articles, so that the numbers of all that are later change.
    [InlineData("published: ", "published: 1901-02-03 #", 0)]
    [InlineData("topics: [", "topics: [topic-0, topic-1] #", 0)]
    // A quotation less.
    [InlineData("said: { by: ", "actor: actor-1 # ", 1)]
    [InlineData("publish: full", "publish: metadata", 0)]
    public void An_edit_of_an_article_gives_the_index_that_a_new_one_would_be(string old, string replacement, int times)
    {
        using var site = MadeUp();
        site.With($"input/articles/{Edited}.yaml", "language: ", "publish: full\nlanguage: ");
        var before = Index(site);
        site.With($"input/articles/{Edited}.yaml", times == 0 ? Text(site).Replace(old, replacement, StringComparison.Ordinal) : ReplaceFirst(Text(site), old, replacement));

        Same(Index(site), Index(site, Earlier(before, article => article != Edited)));
    }

    [Fact]
    public void Articles_that_come_and_go_give_the_index_that_a_new_one_would_be()
    {
        using var site = MadeUp();
        var before = Index(site);
        File.Move(Path.Combine(site.Root, $"input/articles/{Edited}.yaml"), Path.Combine(site.Root, "input/articles/another.yaml"));
        File.Delete(Path.Combine(site.Root, "input/articles/a000003.yaml"));
        File.Delete(Path.Combine(site.Root, "seeds/a000003.txt"));

        Same(Index(site), Index(site, Earlier(before, article => article is not (Edited or "a000003"))));
    }

    [Fact]
    public void A_renamed_record_is_read_anew_wherever_it_is()
    {
        using var site = MadeUp();
        var before = Index(site);
        var file = Directory.EnumerateFiles(Path.Combine(site.Root, "input/actors")).Order(StringComparer.Ordinal).First();
        File.WriteAllText(file, ReplaceFirst(File.ReadAllText(file), "name: ", "name: Zanzibar "));
        // Its own name is found in texts no longer, so what they are about is other than before.
        var now = Index(site);

        Same(now, Index(site, Earlier(before, article => FeaturesAreAsBefore(before, now, article))));
        Assert.NotEqual(before.Files["records.json"], now.Files["records.json"]);
    }

    [Fact]
    public void What_says_the_same_is_not_read_and_its_files_are_as_before()
    {
        using var site = MadeUp();
        site.With("input/articles/a000007.yaml", "headline: \"", "headline: \"Mozambique ");
        var before = Index(site);
        site.With("input/articles/a000007.yaml", "headline: \"Mozambique ", "headline: \"");
        site.With($"input/articles/{Edited}.yaml", "headline: \"", "headline: \"Zanzibar ");
        // As if nothing but the one article were other than before.
        var files = Files(site, Earlier(before, article => article != Edited));

        var words = files.Where(f => f.Path.Contains("/words/", StringComparison.Ordinal)).ToList();
        string[] Having(string word) => [.. words.Where(f => System.Text.Encoding.UTF8.GetString(f.Make()).Contains(word, StringComparison.Ordinal)).Select(f => f.Path)];
        Assert.Single(Having("zanzibar"));
        Assert.Single(Having("mozambique"));
        Assert.Contains(words, f => f.IsAsBefore!());
        Assert.All(words.Where(f => f.IsAsBefore!()), f => Assert.Equal(before.Files[f.Path[SearchIndex.Folder.Length..]], f.Make()));
    }

    [Fact]
    public void A_quotation_less_changes_where_words_of_its_article_s_quotations_stand_and_no_others()
    {
        using var site = MadeUp();
        var before = Words(Index(site));
        var quotations = System.Text.RegularExpressions.Regex.Matches(Text(site), """quote: "?(.*?)"?\n    said: """).SelectMany(m => m.Groups[1].Value.Split(' ')).ToHashSet();
        // Who spoke is still in it.
        site.With($"input/articles/{Edited}.yaml", ReplaceFirst(Text(site), "said: { by: ", "actor: "));
        site.With($"input/articles/{Edited}.yaml", ReplaceFirst(Text(site), ", direct: yes, verb: said }", ""));
        var now = Words(Index(site));

        var changed = before.Keys.Union(now.Keys).Where(word => word[0] != '~' && before.GetValueOrDefault(word) != now.GetValueOrDefault(word)).ToHashSet();
        Assert.NotEmpty(changed);
        Assert.Superset(changed, quotations);
    }

    [Fact]
    public void Words_that_are_read_anew_and_stand_where_they_stood_leave_their_files_as_before()
    {
        using var site = MadeUp();
        var before = Index(site);
        // As if who speaks in it were somebody else.
        var files = Files(site, Earlier(before, article => article != Edited));

        var terms = files.Where(f => f.Path.Contains("/words/", StringComparison.Ordinal) || f.Path.Contains("/places/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(terms);
        Assert.All(terms, f => Assert.True(f.IsAsBefore!(), f.Path));
        Assert.All(files, f => Assert.Equal(before.Files[f.Path[SearchIndex.Folder.Length..]], f.Make()));
    }

    [Fact]
    public void Words_that_stand_elsewhere_in_as_many_articles_are_not_as_before()
    {
        using var site = MadeUp();
        var before = Index(site);
        var seed = Path.Combine(site.Root, $"seeds/{Edited}.txt");
        var text = File.ReadAllText(seed);
        var swapped = System.Text.RegularExpressions.Regex.Replace(text, @"(?m)^(\w+) (\w+) (?=\w+ \w+ \w+)", "$2 $1 ");
        Assert.NotEqual(text, swapped);
        File.WriteAllText(seed, swapped);
        static string Hash(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
        site.With($"input/articles/{Edited}.yaml", Text(site).Replace(Hash(text), Hash(swapped), StringComparison.Ordinal));

        Same(Index(site), Index(site, Earlier(before, article => article != Edited)));
        Assert.Contains(Files(site, Earlier(before, article => article != Edited)), f => f.Path.Contains("/places/", StringComparison.Ordinal) && !f.IsAsBefore!());
    }

    [Theory]
    [InlineData("words/3")]
    [InlineData("places/3")]
    [InlineData("speakers")]
    [InlineData("records.json")]
    public void An_index_that_cannot_be_read_is_told_from_one_that_can(string file)
    {
        using var site = MadeUp();
        var before = Index(site);
        before.Files[file] = before.Files[file][..^1];
        site.With($"input/articles/{Edited}.yaml", "headline: \"", "headline: \"Zanzibar ");

        Assert.Throws<Generator.Cache.DamagedCacheException>(() => Index(site, Earlier(before, article => article != Edited)));
    }

    private static SiteTest MadeUp() => SiteTest.MadeUp(200, seed: 11);

    private static string Text(SiteTest site) => File.ReadAllText(Path.Combine(site.Root, $"input/articles/{Edited}.yaml"));

    private static string ReplaceFirst(string text, string old, string replacement) => text.IndexOf(old, StringComparison.Ordinal) is >= 0 and var at ? text[..at] + replacement + text[(at + old.Length)..] : throw new ArgumentException(old);

    private sealed record Published(Archive Archive, Dictionary<string, byte[]> Files);

    private static List<Generator.Modules.OutputFile> Files(SiteTest site, EarlierIndex? earlier) => [.. SearchIndex.Files(site.Build().Archive, () => earlier)];

    private static Published Index(SiteTest site, EarlierIndex? earlier = null)
    {
        var archive = site.Build().Archive;
        return new(archive, SearchIndex.Files(archive, () => earlier).ToDictionary(f => f.Path[SearchIndex.Folder.Length..], f => f.Make()));
    }

    /// <summary>Each word, and where it stands as the files have it.</summary>
    private static Dictionary<string, string> Words(Published index)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (_, file) in index.Files.Where(f => f.Key.StartsWith("words/", StringComparison.Ordinal)))
        {
            var before = "";
            for (var from = new Generator.Bytes.ByteReader(file); !from.IsAtEnd;)
            {
                before = string.Concat(before.AsSpan(0, from.Int()), System.Text.Encoding.UTF8.GetString(from.Blob().Span));
                var (articles, quotations, articlesLength, quotationsLength) = (from.Int(), from.Int(), from.Int(), from.Int());
                words.Add(before, $"{articles} {quotations} {Convert.ToHexString(from.Bytes(articlesLength + quotationsLength).Span)}");
            }
        }
        return words;
    }

    private static EarlierIndex Earlier(Published before, Func<string, bool> same)
    {
        Ref[] articles = [.. before.Archive.Articles.Reverse().Select(a => a.Ref)];
        return new([.. articles], number => same(articles[number].Id.Value), path => before.Files[path]);
    }

    private static bool FeaturesAreAsBefore(Published before, Published now, string article) =>
        before.Archive.FeaturesOf(before.Archive.Records.Articles[new(article)]).SequenceEqual(now.Archive.FeaturesOf(now.Archive.Records.Articles[new(article)]));

    private static void Same(Published expected, Published actual)
    {
        Assert.Equal(expected.Files.Keys.Order(), actual.Files.Keys.Order());
        foreach (var (path, bytes) in expected.Files) Assert.True(bytes.AsSpan().SequenceEqual(actual.Files[path]), path);
    }
}
