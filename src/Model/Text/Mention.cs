namespace Model;

/// <summary>
/// A record named in an article: <c>Text[Start..End]</c> is the name, inside the sentence <c>Text[SentenceStart..SentenceEnd]</c>; <paramref name="Words"/> are the same without line feeds.
/// <paramref name="SeedLine"/> is the line of the seed that it begins on, from 1. <paramref name="Anchored"/>: an annotation says so, the words alone would not.
/// </summary>
// A value, because an archive has more of them than of anything else: 25 in an article.
public readonly record struct Mention(Ref Of, int Start, int End, int SentenceStart, int SentenceEnd, int SeedLine, bool Anchored, string Words);
