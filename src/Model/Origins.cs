using System.Collections.Immutable;

namespace Model;

/// <summary>Who is said to know something, and the reports that lead back to them, oldest first.</summary>
public sealed record Origin(Ref Root, ImmutableArray<Passage> Reports);

/// <summary>Follows reports back to where they come from, so that ten articles that repeat one voice count as one.</summary>
public static class Origins
{
    /// <summary>
    /// The origins of some reports: those with most reports first, then by sort name. Two reports with the same <see cref="Root"/> are not independent.
    /// </summary>
    public static ImmutableArray<Origin> Of(Archive archive, IEnumerable<Passage> reports) =>
        [.. reports.GroupBy(Root)
            .OrderByDescending(g => g.Count()).ThenBy(g => archive.SortNameOf(g.Key), StringComparer.Ordinal).ThenBy(g => g.Key)
            .Select(g => new Origin(g.Key, [.. g]))];

    /// <summary>
    /// The first link of a report's chain: its speaker. A report that names nobody goes back to the agency or outlet that its article was taken from or,
    /// without one, to its publisher.
    /// </summary>
    public static Ref Root(Passage report) => report.Annotation.Said?.By ?? (report.Article.Origin ?? report.Article.Source).Value.To(Kind.Source);
}
