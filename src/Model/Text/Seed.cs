namespace Model;

/// <summary>
/// The evidence of an article: a file of <c>seeds/</c>, its SHA-256 (64 lower-case hexadecimal digits) and its text, decoded from UTF-8
/// without a byte order mark, line ends as they are. <see cref="Pinned"/>: the record states the same hash.
/// </summary>
public sealed record Seed(string File, string Sha256, bool Pinned, string Text)
{
    /// <summary>The day on which an editor pinned it; null when the record does not say.</summary>
    public Edtf? PinnedOn { get; init; }

    /// <summary>Where the lines of a text start. It names the text, because a copy of the seed made by "with" may have another.</summary>
    private sealed record Lines(string Of, int[] Starts);

    private Lines? _lines;

    /// <summary>The line of the character at <paramref name="offset"/>, counted from 1. A line ends after LF, CR LF or CR.</summary>
    public int LineAt(int offset)
    {
        var at = Array.BinarySearch(Starts(), offset);
        return at >= 0 ? at + 1 : ~at;
    }

    /// <summary>The offset of the first character of a line, counted from 1, which must be there.</summary>
    public int StartOfLine(int line) => Starts()[line - 1];

    public bool Equals(Seed? other) => other is not null && (File, Sha256, Pinned, PinnedOn, Text) == (other.File, other.Sha256, other.Pinned, other.PinnedOn, other.Text);

    public override int GetHashCode() => HashCode.Combine(File, Sha256);

    // Pages ask for the line of every passage and name, so the lines are counted once.
    private int[] Starts()
    {
        if (_lines is not { } known || !ReferenceEquals(known.Of, Text)) _lines = known = new(Text, LineStarts());
        return known.Starts;
    }

    private int[] LineStarts()
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < Text.Length; i++)
            if (Text[i] == '\n' || (Text[i] == '\r' && (i + 1 >= Text.Length || Text[i + 1] != '\n'))) starts.Add(i + 1);
        return [.. starts];
    }
}
