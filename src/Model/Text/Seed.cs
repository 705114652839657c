namespace Model;

/// <summary>
/// The evidence of an article: a file of <c>seeds/</c>, its SHA-256 (64 lower-case hexadecimal digits) and its text, decoded from UTF-8
/// without a byte order mark, line ends as they are. <see cref="Pinned"/>: the record states the same hash.
/// </summary>
public sealed record Seed(string File, string Sha256, bool Pinned)
{
    private readonly Func<string>? _later;
    private int[]? _starts;

    /// <summary>A seed with its text.</summary>
    public Seed(string file, string sha256, bool pinned, string text) : this(file, sha256, pinned) => Text = text;

    /// <summary>A seed whose lines begin at <paramref name="starts"/> and whose text <paramref name="later"/> gives when it is asked for.</summary>
    public Seed(string file, string sha256, bool pinned, int[] starts, Func<string> later) : this(file, sha256, pinned) => (_starts, _later) = (starts, later);

    /// <summary>The day on which an editor pinned it; null when the record does not say.</summary>
    public Edtf? PinnedOn { get; init; }

    public string Text
    {
        get => field ??= _later!();
        init => (field, _starts) = (value, null);
    }

    /// <summary>The offsets at which the lines begin. A line ends after LF, CR LF or CR.</summary>
    public ReadOnlySpan<int> LineStarts => Starts();

    /// <summary>The line of the character at <paramref name="offset"/>, counted from 1.</summary>
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
        if (_starts is { } known) return known;
        var (starts, text) = (new List<int> { 0 }, Text);
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n'))) starts.Add(i + 1);
        return _starts = [.. starts];
    }
}
