namespace Model;

/// <summary>Lists of numbers one behind the other.</summary>
/// <param name="Starts">Where in <paramref name="Numbers"/> each list begins, and at the end how many numbers there are.</param>
/// <param name="Numbers">Those of all lists.</param>
public sealed record NumberLists(int[] Starts, int[] Numbers)
{
    public static NumberLists Of(int[][] lists)
    {
        var starts = new int[lists.Length + 1];
        for (var i = 0; i < lists.Length; i++) starts[i + 1] = starts[i] + lists[i].Length;
        var numbers = new int[starts[^1]];
        for (var i = 0; i < lists.Length; i++) lists[i].CopyTo(numbers, starts[i]);
        return new(starts, numbers);
    }

    /// <summary>The same but for some lists, by their places.</summary>
    public NumberLists With(IReadOnlyDictionary<int, int[]> others)
    {
        var (starts, numbers) = (new int[Starts.Length], new List<int>(Numbers.Length));
        for (var i = 0; i + 1 < Starts.Length; i++)
        {
            numbers.AddRange(others.TryGetValue(i, out var other) ? other : this[i]);
            starts[i + 1] = numbers.Count;
        }
        return new(starts, [.. numbers]);
    }

    public ArraySegment<int> this[int list] => new(Numbers, Starts[list], Starts[list + 1] - Starts[list]);
}
