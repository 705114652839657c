namespace Generator.Editing;

/// <summary>The order of the keys of a map, and of the maps in it.</summary>
/// <param name="Keys">The keys in order; others come behind them, as they stand.</param>
/// <param name="Below">The order in the value of a key, or of each item of the list that is its value; null where nothing is said of it.</param>
public sealed record KeyOrder(IReadOnlyList<string> Keys, Func<string, KeyOrder?> Below)
{
    /// <summary>The entries in order. Their own order is kept where two have the same place.</summary>
    public IEnumerable<Part> Sorted(IEnumerable<Part> entries) => entries.OrderBy(e => Keys.ToList().IndexOf(e.Key!.Value) is var at and >= 0 ? at : int.MaxValue);
}
