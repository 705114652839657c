using System.Collections.Immutable;

namespace Model;

/// <summary>What other articles report on a claim of which an article reports a value: the values nearest to it in time, newest first, and how many there are in all.</summary>
public readonly record struct Elsewhere(ImmutableArray<Passage> Nearest, int All)
{
    /// <summary>So many values are near.</summary>
    public const int Most = 4;

    /// <summary>Those of a claim beside an article.</summary>
    public static Elsewhere Of(Archive archive, Article article, Id claim) => archive.ReadAsOne(Part.Elsewhere, article.Ref, () =>
    {
        var values = archive.ValuesOf(claim);
        var (before, after) = values.RangeOf(article);
        var nearest = new List<Passage>();
        for (var (older, newer) = (before - 1, after); nearest.Count < Most && (older >= 0 || newer < values.Count); older--, newer++)
        {
            if (newer < values.Count) nearest.Insert(0, values[newer]);
            if (older >= 0 && nearest.Count < Most) nearest.Add(values[older]);
        }
        return new Elsewhere([.. nearest], values.Count - (after - before));
    });
}
