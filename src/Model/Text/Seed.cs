namespace Model;

/// <summary>
/// The evidence of an article: a file of <c>seeds/</c>, its SHA-256 (64 lower-case hexadecimal digits) and its text, decoded from UTF-8
/// without a byte order mark, line ends as they are. <see cref="Pinned"/>: the record states the same hash.
/// </summary>
public sealed record Seed(string File, string Sha256, bool Pinned, string Text)
{
    /// <summary>The day on which an editor pinned it; null when the record does not say.</summary>
    public Edtf? PinnedOn { get; init; }

    /// <summary>The line of the character at <paramref name="offset"/>, counted from 1. A line ends after LF, CR LF or CR.</summary>
    public int LineAt(int offset)
    {
        var line = 1;
        for (var i = 0; i < offset; i++)
            if (Text[i] == '\n' || (Text[i] == '\r' && (i + 1 >= Text.Length || Text[i + 1] != '\n')))
                line++;
        return line;
    }
}
