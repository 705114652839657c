namespace Generator.Modules;

/// <summary>Does the same for each of a list, on all cores.</summary>
public static class InParallel
{
    /// <summary>As many at a time as there are cores: left to itself the thread pool takes up to five for two, which wait for each other.</summary>
    private static readonly ParallelOptions Cores = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    /// <summary>What <paramref name="make"/> gives for each, in the order of the list. What it throws comes in an <see cref="AggregateException"/>.</summary>
    // Parallel LINQ would do, but 200 methods of its own would be compiled at each start.
    public static TMade[] Each<T, TMade>(IReadOnlyList<T> list, Func<T, TMade> make)
    {
        var made = new TMade[list.Count];
        Parallel.For(0, made.Length, Cores, i => made[i] = make(list[i]));
        return made;
    }

    /// <summary>Does <paramref name="what"/> with each number from 0 up to <paramref name="count"/>.</summary>
    public static void Each(int count, Action<int> what) => Parallel.For(0, count, Cores, what);
}
