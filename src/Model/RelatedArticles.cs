using System.Collections.Immutable;

namespace Model;

/// <summary>An article that shares something with another, and what, rarest first.</summary>
public sealed record SharedFeatures(Article Article, ImmutableArray<Ref> Shares);

/// <summary>
/// Finds the articles nearest to one by what they are about. A shared record weighs ln(1 + N / n), where n of the N articles are about it:
/// what everybody writes about says little.
/// </summary>
public static class RelatedArticles
{
    /// <summary>Records that more articles than this share are not followed: they find everything, slowly, and say nothing.</summary>
    private const int MostShared = 400;

    /// <summary>The nearest articles first, at most <paramref name="most"/>; of equals the newer, then by id.</summary>
    public static ImmutableArray<SharedFeatures> Of(Archive archive, Article article, int most)
    {
        var shared = new Dictionary<Id, (Article Article, double Weight, List<(Ref Record, double Weight)> Records)>();
        foreach (var record in archive.FeaturesOf(article.Id))
        {
            var others = archive.About(record);
            if (others.Count > MostShared) continue;
            var weight = Math.Round(Math.Log(1 + (double)archive.Articles.Length / others.Count), 6);
            foreach (var other in others)
            {
                if (other.Id == article.Id) continue;
                var sum = shared.TryGetValue(other.Id, out var so) ? so : (other, 0, []);
                sum.Records.Add((record, weight));
                shared[other.Id] = (other, sum.Weight + weight, sum.Records);
            }
        }
        return [.. shared.Values
            .OrderByDescending(s => s.Weight).ThenByDescending(s => s.Article.Published.Value).ThenBy(s => s.Article.Id)
            .Take(most)
            .Select(s => new SharedFeatures(s.Article, [.. s.Records.OrderByDescending(r => r.Weight).ThenBy(r => r.Record).Select(r => r.Record)]))];
    }
}
