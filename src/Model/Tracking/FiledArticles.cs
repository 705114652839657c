using System.Collections.Immutable;

namespace Model;

/// <summary>All articles, by their ordinals, and the year and month that each is filed under. Lists are cut by these in every large archive, so they stand beside each other and not with their articles.</summary>
internal sealed class FiledArticles(ImmutableArray<Article> articles)
{
    public static readonly FiledArticles None = new([]);

    private readonly Lazy<(string[] Years, int[] Filed)> _filed = new(() => Filed(articles));

    public Article this[int ordinal] => articles[ordinal];

    /// <summary>A number that articles of one year share, and no others.</summary>
    public int YearOf(int ordinal) => _filed.Value.Filed[ordinal] / Period.Months;

    /// <summary>The heading of such a year.</summary>
    public string Heading(int year) => _filed.Value.Years[year];

    /// <summary>The month, as <see cref="Period"/> has it.</summary>
    public int MonthOf(int ordinal) => _filed.Value.Filed[ordinal] % Period.Months;

    private static (string[], int[]) Filed(ImmutableArray<Article> articles)
    {
        var (years, filed) = (new Dictionary<string, int>(StringComparer.Ordinal), new int[articles.Length]);
        for (var i = 0; i < filed.Length; i++)
        {
            var published = articles[i].Listed.Published;
            var heading = DateWords.Year(published);
            if (!years.TryGetValue(heading, out var year)) years.Add(heading, year = years.Count);
            filed[i] = (year * Period.Months) + Period.MonthOf(published);
        }
        return ([.. years.OrderBy(y => y.Value).Select(y => y.Key)], filed);
    }
}
