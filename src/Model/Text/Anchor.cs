namespace Model;

/// <summary>
/// Exact words of an article: where they stand in its reading text (<c>Start</c> up to <c>End</c>, exclusive), where in the text of its seed,
/// and the line of the seed they begin on, counted from 1.
/// </summary>
public readonly record struct Anchor(int Start, int End, int SeedStart, int SeedEnd, int SeedLine);
