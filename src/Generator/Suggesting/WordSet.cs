using System.Collections.Frozen;

namespace Generator.Suggesting;

/// <summary>Sets of English words, written as one line.</summary>
public static class WordSet
{
    /// <summary>The words of a line, whatever their capitals.</summary>
    public static FrozenSet<string> Of(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
