using System.Globalization;
using Generator.Search;

namespace Tests;

/// <summary>The words of the index, and how they are put into files.</summary>
public sealed class SearchIndexTests
{
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var scanner = new WordScanner(text); scanner.Next();) words.Add(scanner.Word.ToString());
        return words;
    }

    [Theory]
    [InlineData("The Prime Minister’s office", "the prime minister s office")]
    [InlineData("U.S.-led talks, e.g. in Doha.", "us led talks eg in doha")]
    [InlineData("I am. A b.c. Go.on", "i am a bc go on")]
    [InlineData("killed 1,200 people, 48,5 and 3.5", "killed 1200 people 485 and 3 5")]
    [InlineData("Erdoğan’s café in São Paulo", "erdogan s cafe in sao paulo")]
    [InlineData("ΟΔΟΣ οδός Ελλάς", "οδοσ οδοσ ελλασ")]
    [InlineData("İstanbul Straße", "istanbul straße")]
    [InlineData("Ёлка й Киев", "елка и киев")]
    [InlineData("مُحَمَّد أحمد", "محمد احمد")]
    [InlineData("שָׁלוֹם", "שלום")]
    [InlineData("हिन्दी में", "हिन्दी में")]
    [InlineData("東京に会う", "東 京 に 会 う")]
    [InlineData("…—“ ”", "")]
    public void Words_are_small_and_without_accents(string text, string words) => Assert.Equal(words, string.Join(' ', Words(text)));

    [Fact]
    public void Words_of_small_letters_and_of_capitals_are_the_same_words()
    {
        const string letters = "abcxyz019.., '-éש";
        var random = new Random(5);
        for (var round = 0; round < 2000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => letters[random.Next(letters.Length)])]);

            // Capitals of ASCII alone: those of other letters are not all one letter.
            Assert.Equal(Words(text), Words(new string([.. text.Select(c => char.IsAscii(c) ? char.ToUpperInvariant(c) : c)])));
        }
    }

    [Fact]
    public void A_very_long_word_is_cut() => Assert.All(["ä", "a", "A", "1"], letter => Assert.Equal(WordScanner.Longest, Words(string.Concat(Enumerable.Repeat(letter, 100))).Single().Length));

    [Fact]
    public void Words_are_numbered_as_a_dictionary_numbers_them()
    {
        var random = new Random(6);
        var (numbers, expected) = (new WordNumbers(), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var i = 0; i < 60_000; i++)
        {
            // Short ones come again and again, long ones differ in their last letter.
            var word = new string('w', random.Next(40)) + new string([.. Enumerable.Range(0, random.Next(4)).Select(_ => (char)('a' + random.Next(26)))]);
            if (!expected.TryGetValue(word, out var number)) expected.Add(word, number = expected.Count);
            Assert.Equal(number, numbers.Of(word));
        }

        Assert.Equal(expected.Count, numbers.Count);
        foreach (var (word, number) in expected) Assert.Equal(word, numbers[number].ToString());
    }

    [Fact]
    public void A_table_made_in_parts_is_the_table_made_at_once()
    {
        var random = new Random(3);
        for (var round = 0; round < 50; round++)
        {
            var articles = Enumerable.Range(0, random.Next(1, 30)).Select(_ => Enumerable.Range(0, random.Next(0, 12)).Select(_ => "w" + random.Next(6).ToString(CultureInfo.InvariantCulture)).ToArray()).ToArray();
            var cut = random.Next(articles.Length + 1);
            var (first, second) = (Table(articles[..cut], 0), Table(articles[cut..], cut));

            var whole = Table(articles, 0).Terms();
            var parts = first.Terms().ToDictionary();
            foreach (var (term, posting) in second.Terms())
                if (parts.TryGetValue(term, out var before)) before.Append(posting);
                else parts.Add(term, posting);

            Same(whole, parts);
        }
    }

    [Fact]
    public void A_table_of_more_words_than_are_ordered_at_once_is_that_of_its_parts()
    {
        var random = new Random(7);
        // 500 words and some quotations, 400 times: three times what is ordered at once.
        var articles = Enumerable.Range(0, 400).Select(_ => Enumerable.Range(0, 500).Select(_ => "w" + random.Next(40).ToString(CultureInfo.InvariantCulture)).ToArray()).ToArray();
        var parts = Table(articles[..20], 0).Terms().ToDictionary();
        for (var from = 20; from < articles.Length; from += 20)
            foreach (var (term, posting) in Table(articles[from..(from + 20)], from).Terms())
                if (parts.TryGetValue(term, out var before)) before.Append(posting);
                else parts.Add(term, posting);

        Same(Table(articles, 0).Terms(), parts);
    }

    /// <summary>Each article quotes each two words of its that follow each other, twelve times at most.</summary>
    private static TermTable Table(string[][] articles, int from)
    {
        var (table, number) = (new TermTable(), from);
        foreach (var article in articles)
        {
            table.BeginArticle(number++);
            table.Add(SearchField.Text, string.Join(' ', article));
            for (var i = 0; i < Math.Min(article.Length, 12); i++) table.AddQuotation(string.Join(' ', article.Skip(i).Take(2)), table.NumberOf("~speaker:one"));
            table.EndArticle();
        }
        return table;
    }

    private static void Same(IReadOnlyDictionary<string, Posting> whole, IReadOnlyDictionary<string, Posting> parts)
    {
        Assert.Equal(whole.Keys.Order(), parts.Keys.Order());
        foreach (var (term, posting) in whole)
        {
            Assert.Equal(posting.Articles.ToArray(), parts[term].Articles.ToArray());
            Assert.Equal(posting.Quotations.ToArray(), parts[term].Quotations.ToArray());
            Assert.Equal(posting.Places.ToArray(), parts[term].Places.ToArray());
            Assert.Equal((posting.ArticleCount, posting.QuotationCount), (parts[term].ArticleCount, parts[term].QuotationCount));
        }
    }

    [Fact]
    public void The_files_hold_every_word_once_and_an_edit_changes_the_files_of_its_words()
    {
        var words = Enumerable.Range(0, 4000).Select(i => $"{"abcdefgh"[i % 8]}{i * 7919 % 10007}").ToArray();
        var before = Files(words, null);
        var after = Files(words, "a7919x");

        Assert.Equal(128, before.Count);
        Assert.InRange(before.Max(f => f.Length), 1, 2048 * 8);
        Assert.Equal(words.Distinct().Count(), before.Sum(CountOf));
        Assert.Equal(words.Distinct().Count() + 1, after.Sum(CountOf));
        Assert.InRange(before.Zip(after).Count(f => !f.First.AsSpan().SequenceEqual(f.Second)), 1, 3);

        static List<byte[]> Files(string[] words, string? more)
        {
            var table = new TermTable();
            for (var article = 0; article < 1000; article++)
            {
                table.BeginArticle(article);
                table.Add(SearchField.Text, string.Join(' ', words.Skip(article * 4).Take(4)) + (article == 500 ? $" {more}" : ""));
                table.EndArticle();
            }
            var files = new TermFiles(TermFiles.InOrder(table.Terms()), TermFiles.CountFor(1000));
            return [.. Enumerable.Range(0, TermFiles.CountFor(1000)).Select(files.Words)];
        }
    }

    [Fact]
    public void Another_word_in_a_text_changes_the_files_of_both_words_and_the_text()
    {
        using var site = SiteTest.MadeUp(300, seed: 4);
        var before = Index(site);
        var seed = Path.Combine(site.Root, "seeds", "a000007.txt");
        var text = File.ReadAllText(seed);
        var word = text.Split("\n\n")[1].Split(' ')[0];
        File.WriteAllText(seed, text.Replace($"\n\n{word} ", "\n\nZanzibar ", StringComparison.Ordinal));
        var record = Path.Combine(site.Root, "input", "articles", "a000007.yaml");
        File.WriteAllText(record, System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(record), "[0-9a-f]{64}", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(seed)))));

        var changed = Index(site).Where(f => before[f.Key] != f.Value).Select(f => f.Key).ToList();

        Assert.InRange(changed.Count(f => f.Contains("/words/", StringComparison.Ordinal)), 1, 2);
        Assert.InRange(changed.Count(f => f.Contains("/places/", StringComparison.Ordinal)), 1, 2);
        Assert.Single(changed, f => f.Contains("/texts/", StringComparison.Ordinal));
        Assert.InRange(changed.Count, 3, 6);

        static Dictionary<string, string> Index(SiteTest site) => site.Build().Files.Where(f => f.Path.StartsWith(SearchIndex.Folder, StringComparison.Ordinal))
            .ToDictionary(f => f.Path, f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(f.Make())));
    }

    /// <summary>How many words a file has, read as its description says.</summary>
    private static int CountOf(byte[] file)
    {
        var (count, at) = (0, 0);
        int Number()
        {
            var number = Generator.Bytes.ByteReader.Number(file.AsSpan(at), out var length);
            at += length;
            return (int)number;
        }
        for (; at < file.Length; count++)
        {
            Number();
            var length = Number();
            at += length;
            Number();
            Number();
            var (articles, quotations) = (Number(), Number());
            at += articles + quotations;
        }
        return count;
    }
}
