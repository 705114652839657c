using System.Collections.Immutable;

namespace Model;

/// <summary>An article that shares something with another, and what, rarest first.</summary>
public sealed record SharedFeatures(Article Article, ImmutableArray<Ref> Shares);

/// <summary>
/// Finds the articles nearest to one by what they are about: by the index of Adamic and Adar, in which a shared record weighs 1 / ln n, where n articles are about it, because what everybody writes about says little (L. A. Adamic and
/// E. Adar, "Friends and neighbors on the Web", 2003). It does not depend on how many articles there are, so that a new one changes what is near to those alone with which it shares something.
/// </summary>
public static class RelatedArticles
{
    /// <summary>Records that more articles than this share are not followed: they find everything, slowly, and say nothing.</summary>
    public const int MostShared = 400;

    [ThreadStatic]
    private static int[]? _weights;

    /// <summary>The nearest articles first, at most <paramref name="most"/>; of equals the newer, then by id.</summary>
    public static ImmutableArray<SharedFeatures> Of(Archive archive, Article article, int most)
    {
        // One array for all articles and a list of what was touched: a hub is shared by hundreds, and a list for each of them was most of the work.
        var articles = archive.Tables.Articles.Length;
        var weights = _weights is { } kept && kept.Length >= articles ? kept : _weights = new int[articles];
        var (followed, touched) = (Followed(archive, article), new List<int>());
        foreach (var (_, weight, about) in followed)
            foreach (var at in about)
            {
                ref var sum = ref weights[at];
                if (sum == 0) touched.Add(at);
                sum += weight;
            }
        touched.Remove(article.Ordinal);
        weights[article.Ordinal] = 0;
        var nearest = Nearest(touched, weights, most);
        foreach (var at in touched) weights[at] = 0;
        followed.Sort(static (a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : a.Record.CompareTo(b.Record));
        return [.. nearest.Select(archive.ArticleAt).Select(other => new SharedFeatures(other, Shares(archive, followed, other)))];
    }

    /// <summary>What an article is about and few enough others are too, with the weight of each in millionths, so that sums are exact in any order, and the ordinals of the articles about it.</summary>
    private static List<(int Record, int Weight, int[] About)> Followed(Archive archive, Article article)
    {
        var followed = new List<(int, int, int[])>();
        foreach (var record in archive.FeatureNumbersOf(article))
            if (SharedBy(archive, record) is { Length: > 1 } about) followed.Add((record, (int)Math.Round(1e6 / Math.Log(about.Length)), about));
        return followed;
    }

    /// <summary>The ordinals of the articles that share a record; null when they are too many.</summary>
    private static int[]? SharedBy(Archive archive, int record) =>
        archive.ReadAsOne(Part.Shared, archive.RecordAt(record), () => archive.OrdinalsAbout(record) is { Length: <= MostShared } shared ? shared : null);

    /// <summary>The ordinals of the greatest weights. Articles are in the order newest first, then by id, so of equals the smaller ordinal comes first.</summary>
    private static List<int> Nearest(List<int> touched, int[] weights, int most)
    {
        var nearest = new List<int>(most + 1);
        foreach (var at in touched)
        {
            if (nearest.Count == most && weights[at] < weights[nearest[^1]]) continue;
            var place = nearest.Count;
            while (place > 0 && (weights[nearest[place - 1]] < weights[at] || (weights[nearest[place - 1]] == weights[at] && nearest[place - 1] > at))) place--;
            if (place >= most) continue;
            nearest.Insert(place, at);
            if (nearest.Count > most) nearest.RemoveAt(most);
        }
        return nearest;
    }

    /// <summary>Which of the followed records, the rarest first, another article is about too.</summary>
    private static ImmutableArray<Ref> Shares(Archive archive, List<(int Record, int Weight, int[] About)> followed, Article other)
    {
        var others = archive.FeatureNumbersOf(other);
        return [.. followed.Where(f => others.AsSpan().BinarySearch(f.Record) >= 0).Select(f => archive.RecordAt(f.Record))];
    }
}
