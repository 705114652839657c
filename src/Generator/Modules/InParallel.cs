using System.Runtime.ExceptionServices;

namespace Generator.Modules;

/// <summary>Does several things on all cores. What one of them throws is thrown; of several that throw at once, the one whose message comes first.</summary>
public static class InParallel
{
    /// <summary>As many at a time as there are cores: left to itself the thread pool takes up to five for two, which wait for each other.</summary>
    private static readonly ParallelOptions Cores = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    /// <summary>What <paramref name="make"/> gives for each, in the order of the list.</summary>
    // Parallel LINQ would do, but 200 methods of its own would be compiled at each start.
    /// <exception cref="OperationCanceledException">It was to <paramref name="stop"/>.</exception>
    public static TMade[] Each<T, TMade>(IReadOnlyList<T> list, Func<T, TMade> make, CancellationToken stop = default)
    {
        var made = new TMade[list.Count];
        Each(made.Length, i => made[i] = make(list[i]), stop);
        return made;
    }

    /// <summary>Does <paramref name="what"/> with each.</summary>
    /// <exception cref="OperationCanceledException">It was to <paramref name="stop"/>.</exception>
    public static void Each<T>(IReadOnlyList<T> list, Action<T> what, CancellationToken stop = default) => Each(list.Count, i => what(list[i]), stop);

    /// <summary>Does <paramref name="what"/> with each number from 0 up to <paramref name="count"/>.</summary>
    /// <exception cref="OperationCanceledException">It was to <paramref name="stop"/>.</exception>
    public static void Each(int count, Action<int> what, CancellationToken stop = default) =>
        Run(() => Parallel.For(0, count, stop.CanBeCanceled ? new() { MaxDegreeOfParallelism = Cores.MaxDegreeOfParallelism, CancellationToken = stop } : Cores, what));

    /// <summary>Whether all of them are so; the rest is not looked at once one is not.</summary>
    public static bool All<T>(IReadOnlyList<T> list, Func<T, bool> isSo)
    {
        var all = false;
        Run(() => all = Parallel.For(0, list.Count, Cores, (i, state) => { if (!isSo(list[i])) state.Stop(); }).IsCompleted);
        return all;
    }

    /// <summary>Does them all.</summary>
    public static void Each(IReadOnlyList<Action> actions) => Run(() => Parallel.Invoke(Cores, [.. actions]));

    private static void Run(Action parallel)
    {
        try
        {
            parallel();
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions.MinBy(e => e.Message, StringComparer.Ordinal)!);
        }
    }
}
