namespace Generator.Synthesis;

/// <summary>
/// Numbers that look random and are the same for the same seed on every machine and runtime (SplitMix64 by Sebastiano Vigna, in the public domain).
/// </summary>
public sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>From 0 to <paramref name="count"/> - 1, each as likely.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>From 0 to <paramref name="count"/> - 1 by Zipf's law with exponent 1: the second half as likely as the first.</summary>
    public int Zipf(int count) => Math.Min(count - 1, (int)Math.Pow(count, Next() / (double)ulong.MaxValue) - 1);

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public bool OneIn(int times) => Below(times) == 0;

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
