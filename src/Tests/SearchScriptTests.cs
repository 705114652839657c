using System.Text;
using System.Text.Json;
using Generator.Search;
using Microsoft.Playwright;

namespace Tests;

/// <summary>The scripts of the search page: that they read words and places as the index writes them.</summary>
public sealed class SearchScriptTests(Browser browser) : IClassFixture<Browser>
{
    private readonly List<string> _complaints = [];

    private async Task<IPage> Search(string address) => await browser.Open("/search/" + address, 1280, _complaints);

    private async Task Done(IPage page)
    {
        await page.Context.CloseAsync();
        Assert.True(_complaints.Count == 0, string.Join("\n", _complaints));
    }

    [Fact]
    public async Task The_page_folds_letters_as_the_index_does()
    {
        var page = await Search("");
        var folded = await page.EvaluateAsync<JsonElement>("""
            async () => {
              const { fold } = await import('/assets/search/words.js');
              const all = [];
              for (let c = 0; c < 0x10000; c++) all.push(c >= 0xd800 && c < 0xe000 ? '' : fold(String.fromCharCode(c)));
              return all;
            }
            """);
        var other = Enumerable.Range(0, 0x10000).Where(c => c is < 0xd800 or >= 0xe000 && IsInWord(c))
            .Select(c => (Code: c, Index: c < 0x80 ? ((char)c).ToString().ToLowerInvariant() : FoldWords.Fold(new Rune(c)), Page: folded[c].GetString()))
            .Where(c => c.Index != c.Page).Select(c => $"{c.Code:x4} {c.Index} {c.Page}").ToList();
        // Letters that one of the two Unicode versions does not know yet.
        Assert.True(other.Count < 40, string.Join("\n", other));
        Assert.All(other, o => Assert.True(int.Parse(o[..4], System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture) >= 0x1c89, o));
        await Done(page);
    }

    private static bool IsInWord(int c) => Rune.IsLetterOrDigit(new Rune(c));

    [Fact]
    public async Task The_page_finds_the_same_words_in_a_text_as_the_index()
    {
        string[] pieces = ["U.S.", "U.S", "e.g. ", "1,200", "12,", ",3", "a.", ".b", "Ä", "é", "e\u0301", "ς", "東京", "で", "-", "’", "'", " ", "मि", "ا", "ُ", "𐐀", "😀", "x", "\n", "“", "9", "İ", "ß", "."];
        var random = new Random(11);
        var texts = Enumerable.Range(0, 400).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]))).ToArray();
        var page = await Search("");
        var found = await page.EvaluateAsync<string[]>("async texts => { const { scan } = await import('/assets/search/words.js'); return texts.map(t => scan(t).map(w => w.word).join('|')); }", texts);
        for (var i = 0; i < texts.Length; i++)
        {
            var words = new List<string>();
            for (var scanner = new WordScanner(texts[i]); scanner.Next();) words.Add(scanner.Word.ToString());
            Assert.Equal(string.Join('|', words), found[i]);
        }
        await Done(page);
    }

    [Fact]
    public async Task The_page_reads_quotations_as_the_index_writes_them()
    {
        var (random, page) = (new Random(17), await Search(""));
        for (var round = 0; round < 20; round++)
        {
            var posting = new Posting();
            (int Article, int At)[] quotations = [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => (random.Next(random.Next(1, 4000)), random.Next(random.Next(1, 300)))).Distinct().Order()];
            foreach (var (article, at) in quotations) posting.AddQuotation(article, at);

            var read = await page.EvaluateAsync<int[][]>("""
                async ({ bytes, quotations }) => {
                  const { eachQuotation } = await import('/assets/search/postings.js');
                  const all = [];
                  eachQuotation({ bytes, at: 0, length: 0, quotations }, (article, at) => all.push([article, at]));
                  return all;
                }
                """, new { bytes = posting.Quotations.ToArray().Select(b => (int)b), quotations = posting.QuotationCount });

            Assert.Equal(quotations, read.Select(r => (r[0], r[1])));
        }
        await Done(page);
    }

    [Fact]
    public async Task A_sentence_somebody_remembers_finds_its_article_first()
    {
        var page = await Search("");
        var wrong = await page.EvaluateAsync<string[]>("""
            async () => {
              const { SearchIndex } = await import('/assets/search/search-index.js');
              const { scan } = await import('/assets/search/words.js');
              const index = new SearchIndex('/search/index/');
              const [all, wrong] = [[0, 1, 2, 3, 4], []];
              for (const article of all) {
                for (const sentence of (await index.text(article)).paragraphs.flat()) {
                  const words = scan(sentence).slice(0, 8);
                  if (words.length < 8) continue;
                  const near = await index.nearness(words, all);
                  if (near && all.some(other => near.get(other) > near.get(article))) wrong.push(sentence);
                  if (near && near.get(article) < new Set(words.map(w => w.word)).size) wrong.push(near.get(article) + ' ' + sentence);
                  if (!near && words.length === 8) wrong.push('nothing: ' + sentence);
                }
              }
              return wrong;
            }
            """);
        Assert.Empty(wrong);
        await Done(page);
    }

    [Fact]
    public async Task How_many_words_stand_within_a_width_is_what_trying_all_of_them_gives()
    {
        var page = await Search("");
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            async () => {
              const { mostWithin } = await import('/assets/search/postings.js');
              let seed = 5;
              const random = n => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
              const wrong = [];
              for (let round = 0; round < 2000; round++) {
                const lists = Array.from({ length: 1 + random(6) }, () => [...new Set(Array.from({ length: random(6) }, () => random(40)))].sort((a, b) => a - b));
                const width = random(20);
                const tried = Math.max(0, ...lists.flat().map(from => lists.filter(places => places.some(p => p >= from && p <= from + width)).length));
                // The second of two articles.
                const words = lists.map(places => ({ from: [0, 1, 1 + places.length], all: [width, ...places] }));
                if (mostWithin(width, words, 1) !== tried) wrong.push(JSON.stringify({ lists, width, tried }));
              }
              return wrong;
            }
            """));
        await Done(page);
    }
}
