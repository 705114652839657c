namespace Generator.Modules;

/// <summary>Does the same for each of a list, on all cores.</summary>
public static class InParallel
{
    /// <summary>What <paramref name="make"/> gives for each, in the order of the list. What it throws comes in an <see cref="AggregateException"/>.</summary>
    // Parallel LINQ would do, but 200 methods of its own would be compiled at each start.
    public static TMade[] Each<T, TMade>(IReadOnlyList<T> list, Func<T, TMade> make)
    {
        var made = new TMade[list.Count];
        Parallel.For(0, made.Length, i => made[i] = make(list[i]));
        return made;
    }
}
