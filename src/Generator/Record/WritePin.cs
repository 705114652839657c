namespace Generator.Record;

/// <summary>Writes the pin of a seed into the text of an article's file, and leaves every other character as it is.</summary>
public static class WritePin
{
    /// <summary>The text with <c>sha256</c> and <c>pinned</c> of the map <paramref name="seed"/> set; keys that are not there yet follow the one before.</summary>
    public static string Into(string text, MapNode seed, string sha256, string day)
    {
        // From the end of the file backwards, so that places further up stay right.
        var edits = new List<(int At, int Length, string New)>();
        var last = seed.Entries.First(e => e.Key.Text == "file");
        foreach (var (key, value) in new[] { ("sha256", sha256), ("pinned", day) })
        {
            if (seed.Entries.FirstOrDefault(e => e.Key.Text == key) is { } entry)
            {
                var (at, to) = Offsets.Of(text, entry.Value.Place);
                edits.Add((at, to - at, value));
                last = entry;
                continue;
            }
            edits.Add((EndOf(text, seed, last), 0, seed.Flow ? $", {key}: {value}" : Offsets.NewLine(text) + new string(' ', last.Key.Place.Column - 1) + $"{key}: {value}"));
        }
        // Of two that go to one place the later is put in first, so that it stands behind the earlier.
        foreach (var (at, length, words) in edits.Select((e, i) => (e, i)).OrderByDescending(e => e.e.At).ThenByDescending(e => e.i).Select(e => e.e))
            text = text[..at] + words + text[(at + length)..];
        return text;
    }

    /// <summary>Behind an entry: in a flow map right after its value, else at the end of its line, after a comment.</summary>
    private static int EndOf(string text, MapNode seed, Entry entry)
    {
        var (_, end) = Offsets.Of(text, entry.Value.Place);
        if (seed.Flow) return end;
        while (end < text.Length && text[end] is not ('\n' or '\r')) end++;
        return end;
    }
}
