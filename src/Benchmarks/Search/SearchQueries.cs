using Model;

namespace Benchmarks.Search;

/// <summary>What is asked of both searches: the words of one query, and the topic its results are narrowed to; or the words of a sentence, and the article it stands in.</summary>
public static class SearchQueries
{
    private const int WordsOfASentence = 8;

    /// <summary>
    /// Queries of one, two and three words from English articles, each with a topic of the article: a third of common words, a third of rare ones, a third of what comes.
    /// </summary>
    public static List<(string Words, string TopicId, string Topic)> WithFilters(Archive archive, int count)
    {
        var random = new Random(1);
        var english = archive.Articles.Where(a => a.Language == "en").ToArray();
        var often = english.Take(500).SelectMany(a => WordsOf(a).Distinct()).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var article = english[random.Next(english.Length)];
            var words = WordsOf(article).Where(w => w.Length > 3).Distinct().ToArray();
            random.Shuffle(words);
            var ordered = (i % 3) switch
            {
                0 => words.OrderByDescending(w => often.GetValueOrDefault(w)),
                1 => words.OrderBy(w => often.GetValueOrDefault(w)),
                _ => words.OrderBy(_ => 0),
            };
            var topic = article.Topics[random.Next(article.Topics.Length)];
            return (string.Join(' ', ordered.Take(1 + (i / 3 % 3))), topic.Value, archive.NameOf(new(Kind.Topic, topic)));
        })];
    }

    /// <summary>Words that stand next to each other in a sentence of an English article, and its id.</summary>
    public static List<(string Words, string Article)> OfSentences(Archive archive, int count)
    {
        var random = new Random(2);
        var english = archive.Articles.Where(a => a.Language == "en").ToArray();
        var found = new List<(string, string)>();
        while (found.Count < count)
        {
            var article = english[random.Next(english.Length)];
            var block = article.Text.Blocks[1 + random.Next(article.Text.Blocks.Length - 1)];
            var sentences = Generator.Modules.SplitSentences.Of(article.Text.Text, block.Start, block.End);
            var (start, end) = sentences[random.Next(sentences.Count)];
            var words = article.Text.Text[start..end].Split(' ').Select(w => w.Trim('.', ',', '“', '”')).Where(w => w.Length > 0).ToArray();
            if (words.Length < WordsOfASentence) continue;
            var from = random.Next(words.Length - WordsOfASentence + 1);
            found.Add((string.Join(' ', words.Skip(from).Take(WordsOfASentence)), article.Id.Value));
        }
        return found;
    }

    private static IEnumerable<string> WordsOf(Article article) =>
        article.Text.Text.Split([' ', '\n', '.', ',', '“', '”'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.All(char.IsAsciiLetterLower));
}
