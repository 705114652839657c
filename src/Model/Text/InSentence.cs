namespace Model;

/// <summary>Some words of a text in their sentence: what stands before them there, the words, and what stands after them. Line feeds are spaces.</summary>
public sealed record InSentence(string Before, string Words, string After)
{
    /// <summary>The words <c>Text[from..to]</c> in the sentence <c>Text[start..end]</c>.</summary>
    public static InSentence Of(ReadingText text, int start, int from, int to, int end)
    {
        string Part(int a, int b) => text.Text[a..b].Replace('\n', ' ');
        return new(Part(start, from), Part(from, to), Part(to, end));
    }
}
