using System.Collections.Immutable;

namespace Generator.Cache;

/// <summary>How the files of a site were planned: see <see cref="FilePlan"/>.</summary>
/// <param name="Pages">How many of them are pages.</param>
/// <param name="Paths">The paths of all, in the order of their planners.</param>
/// <param name="From">The keys of what the files of each planner were planned from.</param>
/// <param name="Starts">Where the files of each planner begin; in the end, how many there are.</param>
/// <param name="Links">The places that typed links lead to.</param>
public sealed record KeptPlan(int Pages, KeptPaths Paths, KeyList[] From, int[] Starts, ImmutableArray<LinkedPlace> Links)
{
    public static KeptPlan Of(FilePlan plan, ImmutableArray<LinkedPlace> links) => new(plan.Pages.Length, KeptPaths.Of([.. plan.Files.Select(f => f.Path)]), Array.ConvertAll(plan.From, KeyList.Of), plan.Starts, links);

    /// <summary>The planner of the file at <paramref name="number"/>, and its place among those of this planner.</summary>
    public (int Planner, int At) PlannerOf(int number)
    {
        var planner = Array.BinarySearch(Starts, number);
        // Of planners that plan nothing, which begin at the same place, it is the last; between two beginnings, the one before.
        if (planner < 0) planner = ~planner - 1;
        while (Starts[planner + 1] == number) planner++;
        return (planner, number - Starts[planner]);
    }
}

/// <summary>The files of a site as a build left them: how they were planned and, in the same order, what they were made from.</summary>
public sealed class KeptSite(KeptPlan plan, KeptOutput[] outputs)
{
    private readonly Lazy<Dictionary<string, int>> _numbers = new(() =>
    {
        var numbers = new Dictionary<string, int>(plan.Paths.Count, StringComparer.Ordinal);
        for (var i = 0; i < plan.Paths.Count; i++) numbers.Add(plan.Paths[i], i);
        return numbers;
    });

    public KeptPlan Plan => plan;

    public KeptOutput[] Outputs => outputs;

    public int Count => outputs.Length;

    /// <summary>The place of a file; null when there is none of this path.</summary>
    public int? NumberOf(string path) => _numbers.Value.TryGetValue(path, out var number) ? number : null;

    /// <summary>What is kept of a file; null when there is none of this path.</summary>
    public KeptOutput? Of(string path) => NumberOf(path) is { } number ? outputs[number] : null;
}
