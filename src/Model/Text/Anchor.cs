namespace Model;

/// <summary>
/// Exact words of an article: where they stand in its reading text (<c>Start</c> up to <c>End</c>, exclusive), where in the text of its seed,
/// and the line of the seed they begin on, counted from 1.
/// </summary>
public readonly record struct Anchor(int Start, int End, int SeedStart, int SeedEnd, int SeedLine)
{
    /// <summary>The anchor of <c>text.Text[start..end]</c>, which is not empty; <paramref name="text"/> is the reading text of <paramref name="seed"/>.</summary>
    public static Anchor Of(Seed seed, ReadingText text, int start, int end)
    {
        var (seedStart, seedEnd) = text.InSeed(start, end);
        return new(start, end, seedStart, seedEnd, seed.LineAt(seedStart));
    }

    /// <summary>Whether the words overlap <c>Text[start..end]</c>.</summary>
    public bool Touches(int start, int end) => Start < end && End > start;
}
