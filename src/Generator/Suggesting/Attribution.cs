namespace Generator.Suggesting;

/// <summary>Words that say who speaks: the verb (<c>text[Start..End]</c>, or <c>according to</c>), who, and to whom when the text says so.</summary>
public sealed record Attribution(int Start, int End, string Verb, Agent By, Agent? To)
{
    /// <summary>Where the verb or the speaker begins, and where both end.</summary>
    public int First => Math.Min(Start, By.Start);

    public int Last => Math.Max(End, By.End);
}
