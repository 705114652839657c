using System.Collections.Immutable;

namespace Model;

/// <summary>
/// How the reports of one claim stand to each other. <see cref="Vary"/>: they differ, but all can be true: numbers of different days, ranges that overlap,
/// positions short of yes and no. <see cref="Rival"/>: they cannot: two numbers for the same time, or a yes and a no.
/// </summary>
public enum Agreement { Nothing, Single, Same, Vary, Rival }

/// <summary>Compares what is reported of a claim. What was corrected, and what an editor ranks as deprecated, does not count.</summary>
public static class Ledgers
{
    /// <summary>How the values or positions of a claim stand to each other.</summary>
    public static Agreement AgreementOn(this Archive archive, Claim claim) =>
        claim.Kind == ClaimKind.Figure ? OfValues(archive.StandingValuesOf(claim.Id)) : OfPositions(archive.StancesOn(claim.Id));

    /// <summary>The articles that report a value of a claim, and those that take a position on it; oldest first. Who asks need not know what they report.</summary>
    public static (ImmutableArray<Article> Values, ImmutableArray<Article> Positions) ArticlesOn(this Archive archive, Id claim) =>
        archive.ReadAsOne(Part.Reported, claim.To(Kind.Claim), () => (ArticlesOf(archive.ValuesOf(claim)), ArticlesOf(archive.StancesOn(claim))));

    // Those of an article stand one after another.
    private static ImmutableArray<Article> ArticlesOf(Filed<Passage> passages)
    {
        var articles = new List<Article>();
        foreach (var (article, _) in passages)
            if (articles.Count == 0 || !ReferenceEquals(articles[^1], article)) articles.Add(article);
        return [.. articles];
    }

    /// <summary>The passages whose values still stand, in the order of <see cref="Archive.ValuesOf"/>.</summary>
    public static IEnumerable<Passage> StandingValuesOf(this Archive archive, Id claim) => archive.ValuesOf(claim).Where(archive.Stands);

    /// <summary>Whether the value that a passage reports still stands.</summary>
    public static bool Stands(this Archive archive, Passage value) => value.Annotation.Figure!.Rank != Rank.Deprecated && archive.CorrectionOf(value.Ref) is null;

    /// <summary>The time that a reported value is for: its own, or else the day its article was published.</summary>
    public static Edtf TimeOf(Passage passage) => (passage.Annotation.Figure!.AsOf ?? passage.Article.Published).Value;

    /// <summary>What values are sorted by in a ledger: the time they are for, then their article's date and id, then their place in the text.</summary>
    public static (Edtf, Edtf, Id, int) InTime(Passage passage) => (TimeOf(passage), passage.Article.Published.Value, passage.Article.Id, passage.Annotation.Anchor.Start);

    /// <summary>The lowest and the highest number a figure can mean.</summary>
    public static (decimal Low, decimal High) Range(Figure figure) => figure.Value is { } value
        ? (value - (figure.Margin ?? 0), value + (figure.Margin ?? 0))
        : (figure.Min ?? decimal.MinValue, figure.Max ?? decimal.MaxValue);

    private static Agreement OfValues(IEnumerable<Passage> passages)
    {
        Reported[] values = [.. passages.Select(Reported.Of)];
        if (values.Length < 2) return values.Length == 0 ? Agreement.Nothing : Agreement.Single;
        var agreement = Agreement.Same;
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = i + 1; j < values.Length; j++)
            {
                if (values[i].IsRivalOf(values[j])) return Agreement.Rival;
                if (values[i].Range != values[j].Range) agreement = Agreement.Vary;
            }
        }
        return agreement;
    }

    /// <summary>The numbers that a reported value can mean, and the first and last day that it can be for.</summary>
    private readonly record struct Reported((decimal Low, decimal High) Range, Day First, Day Last)
    {
        public static Reported Of(Passage passage)
        {
            var time = TimeOf(passage);
            return new(Ledgers.Range(passage.Annotation.Figure!), time.First, time.Last);
        }

        /// <summary>
        /// Whether two values cannot both be true: no number fits both, and the times they are for can be the same. Without a time of its own a value is for the day its article was published.
        /// </summary>
        public bool IsRivalOf(Reported other) =>
            First.CompareTo(other.Last) <= 0 && other.First.CompareTo(Last) <= 0 && (Range.High < other.Range.Low || other.Range.High < Range.Low);
    }

    private static Agreement OfPositions(IReadOnlyList<Passage> stances)
    {
        var positions = stances.Select(s => s.Annotation.Stance!.Is).ToHashSet();
        if (positions.Contains(Position.Affirms) && positions.Contains(Position.Denies)) return Agreement.Rival;
        if (positions.Count > 1) return Agreement.Vary;
        return stances.Count switch { 0 => Agreement.Nothing, 1 => Agreement.Single, _ => Agreement.Same };
    }
}
