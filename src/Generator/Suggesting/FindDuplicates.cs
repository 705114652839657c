using Generator.Modules;
using Model;

namespace Generator.Suggesting;

/// <summary>An article of the archive that has much of a text; <paramref name="Share"/> of its stretches of five words, 0 to 1.</summary>
public sealed record NearDuplicate(Id Article, double Share);

/// <summary>Finds articles that a new text repeats, in whole or in part: agency copy, an earlier version.</summary>
public static class FindDuplicates
{
    private const int Words = 5;
    private const double Least = 0.2;

    /// <summary>The nearest first.</summary>
    public static List<NearDuplicate> Of(string text, IEnumerable<Article> articles)
    {
        var stretches = Stretches(text);
        if (stretches.Count == 0) return [];
        return [.. InParallel.Each([.. articles], a => new NearDuplicate(a.Id, Stretches(a.Text.Text).Count(stretches.Contains) / (double)stretches.Count)).Where(d => d.Share >= Least).OrderByDescending(d => d.Share).ThenBy(d => d.Article)];
    }

    private static HashSet<string> Stretches(string text)
    {
        var words = new List<string>();
        for (var scanner = new Search.WordScanner(text); scanner.Next();) words.Add(scanner.Word.ToString());
        return [.. Enumerable.Range(0, Math.Max(0, words.Count - Words + 1)).Select(i => string.Join(' ', words.Skip(i).Take(Words)))];
    }
}
