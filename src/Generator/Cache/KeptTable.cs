namespace Generator.Cache;

/// <summary>What is kept by paths: <paramref name="paths"/> are in ordinal order, each of <paramref name="values"/> has the place of its path.</summary>
public sealed class KeptTable<T>(KeptPaths paths, T[] values)
{
    public KeptPaths Paths => paths;

    public T[] Values => values;

    public int Count => values.Length;

    /// <summary>The table of some values by their paths.</summary>
    public static KeptTable<T> Of(IEnumerable<KeyValuePair<string, T>> values)
    {
        KeyValuePair<string, T>[] sorted = [.. values];
        Array.Sort(sorted, (a, b) => string.CompareOrdinal(a.Key, b.Key));
        return new(KeptPaths.Of(Array.ConvertAll(sorted, v => v.Key)), Array.ConvertAll(sorted, v => v.Value));
    }

    /// <summary>The place of a path; below zero when it is not there.</summary>
    public int NumberOf(string path) => paths.NumberOf(path);
}
