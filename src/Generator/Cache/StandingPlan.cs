using System.Collections.Immutable;
using Generator.Modules;

namespace Generator.Cache;

/// <summary>
/// An edit mostly leaves a site with the files that it had. While nothing changed that the files of a planner were planned from, or they come out the same, only those are planned again that have to be made.
/// </summary>
public static class StandingPlan
{
    /// <summary>
    /// The files that have to be made, each at its place among the files of an <paramref name="earlier"/> build; null when the site may have other files now, a link may lead elsewhere, or so many have to be made
    /// that nothing is gained.
    /// </summary>
    /// <param name="earlier">The build before, of whose problems each stands alone; beside its records and seeds nothing has changed.</param>
    /// <param name="keys">Which parts of the archive are as that build found them.</param>
    /// <param name="disturbed">The files that no longer stand as it left them.</param>
    /// <param name="links">The places that editors link to.</param>
    /// <param name="planner">What plans files again.</param>
    /// <exception cref="DamagedCacheException">The files are planned otherwise than was kept.</exception>
    public static OutputFile?[]? FilesToMake(EarlierBuild earlier, KeysNow keys, IReadOnlySet<string> disturbed, ImmutableArray<LinkedPlace> links, PlanFiles planner)
    {
        var (plan, outputs) = (earlier.Site.Plan, earlier.Site.Outputs);
        if (!keys.AreSame || !links.SequenceEqual(plan.Links)) return null;
        var isToMake = new bool[outputs.Length];
        // From the last: those which what lists all pages rests on are among them, and say soonest that all is for nothing.
        for (var i = plan.From.Length - 1; i >= 0; i--)
            if (!keys.Hold(plan.From[i]) && !PlansTheSame(i, earlier.Site, planner, isToMake)) return null;
        InParallel.Each(outputs.Length, i => isToMake[i] |= outputs[i].Own is null || !keys.Hold(outputs[i].Reads));
        foreach (var path in disturbed) isToMake[earlier.Site.NumberOf(path)!.Value] = true;
        int[] toMake = [.. Enumerable.Range(0, isToMake.Length).Where(i => isToMake[i])];
        if (toMake.Length > outputs.Length / 2) return null;
        // On a page that is made again the place may be gone; assets, which are always made, are what they were.
        var places = links.Where(l => l.Fragment is not null).Select(l => l.File).ToHashSet(StringComparer.Ordinal);
        if (toMake.Any(i => outputs[i].Own is not null && places.Contains(plan.Paths[i]))) return null;

        var files = new OutputFile?[outputs.Length];
        (int Planner, int[] Numbers)[] groups = [.. toMake.GroupBy(i => plan.PlannerOf(i).Planner, (number, of) => (number, of.ToArray()))];
        var planned = InParallel.Each(groups, group => planner.Of(group.Planner, Array.ConvertAll(group.Numbers, i => plan.PlannerOf(i).At)));
        if (planned.Contains(null)) return null;
        foreach (var (group, again) in groups.Zip(planned))
        {
            if (again!.Count != group.Numbers.Length) throw new DamagedCacheException();
            foreach (var (file, i) in again.Zip(group.Numbers))
            {
                if (!plan.Paths.Is(i, file.Path)) throw new DamagedCacheException();
                files[i] = file;
            }
        }
        return files;
    }

    /// <summary>Whether a planner, asked again, plans the files that it did, from the same parts; those with something of their own that is other now have to be made.</summary>
    private static bool PlansTheSame(int number, KeptSite site, PlanFiles planner, bool[] isToMake)
    {
        var (plan, first) = (site.Plan, site.Plan.Starts[number]);
        if (planner.Of(number) is not var (files, from) || files.Count != plan.Starts[number + 1] - first || !KeyList.Of(from).Bytes.Span.SequenceEqual(plan.From[number].Bytes.Span)) return false;
        for (var i = 0; i < files.Count; i++)
        {
            if (!plan.Paths.Is(first + i, files[i].Path)) return false;
            isToMake[first + i] |= files[i].Own != site.Outputs[first + i].Own;
        }
        return true;
    }
}
