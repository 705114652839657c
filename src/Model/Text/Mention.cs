namespace Model;

/// <summary>
/// A record named in an article: <c>Text[Start..End]</c> is the name, inside the sentence <c>Text[SentenceStart..SentenceEnd]</c>.
/// <paramref name="Anchored"/>: an annotation says so, the words alone would not.
/// </summary>
public readonly record struct Mention(Ref Of, int Start, int End, int SentenceStart, int SentenceEnd, bool Anchored);
