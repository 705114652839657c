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

    [ThreadStatic]
    private static double[]? _weights;

    /// <summary>The nearest articles first, at most <paramref name="most"/>; of equals the newer, then by id.</summary>
    public static ImmutableArray<SharedFeatures> Of(Archive archive, Article article, int most)
    {
        // One array for all articles and a list of what was touched: a hub is shared by hundreds, and a list for each of them was most of the work.
        var weights = _weights is { } kept && kept.Length >= archive.Articles.Length ? kept : _weights = new double[archive.Articles.Length];
        var (self, touched) = (archive.OrdinalOf(article), new List<int>());
        foreach (var record in Followed(archive, article))
        {
            var weight = WeightOf(archive, record);
            foreach (var other in archive.About(record))
            {
                var at = archive.OrdinalOf(other);
                if (at == self) continue;
                if (weights[at] == 0) touched.Add(at);
                weights[at] += weight;
            }
        }
        var nearest = Nearest(touched, weights, most);
        foreach (var at in touched) weights[at] = 0;
        return [.. nearest.Select(at => new SharedFeatures(archive.Articles[at], Shares(archive, article, archive.Articles[at])))];
    }

    private static IEnumerable<Ref> Followed(Archive archive, Article article) => archive.FeaturesOf(article.Id).Where(r => archive.About(r).Count <= MostShared);

    private static double WeightOf(Archive archive, Ref record) => Math.Round(Math.Log(1 + (double)archive.Articles.Length / archive.About(record).Count), 6);

    /// <summary>The ordinals of the greatest weights. Articles are in the order newest first, then by id, so of equals the smaller ordinal comes first.</summary>
    private static List<int> Nearest(List<int> touched, double[] weights, int most)
    {
        var nearest = new List<int>(most + 1);
        foreach (var at in touched)
        {
            var place = nearest.Count;
            while (place > 0 && (weights[nearest[place - 1]] < weights[at] || (weights[nearest[place - 1]] == weights[at] && nearest[place - 1] > at))) place--;
            if (place >= most) continue;
            nearest.Insert(place, at);
            if (nearest.Count > most) nearest.RemoveAt(most);
        }
        return nearest;
    }

    /// <summary>What both are about, the rarest first.</summary>
    private static ImmutableArray<Ref> Shares(Archive archive, Article article, Article other)
    {
        var others = archive.FeaturesOf(other.Id);
        return [.. Followed(archive, article).Where(r => others.BinarySearch(r) >= 0).OrderByDescending(r => WeightOf(archive, r)).ThenBy(r => r)];
    }
}
