namespace Generator.Record;

/// <summary>A value as it stands in a YAML file, with its place. The field that holds it decides what it means.</summary>
public abstract record Node(Place Place)
{
    /// <summary>What an editor calls it: <c>a text</c>, <c>a list</c>, <c>a map</c>.</summary>
    public abstract string Shape { get; }
}

/// <summary>
/// A scalar. <paramref name="Plain"/>: written without quotation marks, so that a comment can have cut it off: <paramref name="Comment"/> is then the
/// place of the <c>#</c> behind it on the same line, else null.
/// </summary>
public sealed record TextNode(Place Place, string Text, bool Plain, Place? Comment) : Node(Place)
{
    /// <summary>The characters of the file that make the value, with its quotation marks, line ends and indentation; empty when no file has it.</summary>
    public ReadOnlyMemory<char> Written { get; init; }

    /// <summary>Nothing at all: what a key without a value has.</summary>
    public bool IsEmpty => Plain && Text.Length == 0;

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    public override string Shape => "a text";

    /// <summary>Where <paramref name="words"/> stand in it; all of it when they are not written as they are.</summary>
    public Place PlaceOf(string words)
    {
        var at = words.Length == 0 ? -1 : Written.Span.IndexOf(words, StringComparison.Ordinal);
        if (at < 0) return Place;
        var before = Written.Span[..at];
        var lines = before.Count('\n');
        var column = lines == 0 ? Place.Column + at : at - before.LastIndexOf('\n');
        return new(Place.File, Place.Line + lines, column, Place.Line + lines, column + words.Length);
    }
}

public sealed record ListNode(Place Place, IReadOnlyList<Node> Items, bool Flow) : Node(Place)
{
    public override string Shape => "a list";
}

public sealed record Entry(TextNode Key, Node Value);

/// <summary>The entries are in the order of the file and no key stands twice.</summary>
public sealed record MapNode(Place Place, IReadOnlyList<Entry> Entries, bool Flow) : Node(Place)
{
    /// <summary>The keys of entries that are only suggested, and so not among the entries.</summary>
    public IReadOnlyList<TextNode> Suggested { get; init; } = [];

    public override string Shape => "a map";

    public Node? this[string key]
    {
        get
        {
            foreach (var entry in Entries)
                if (entry.Key.Text == key) return entry.Value;
            return null;
        }
    }
}
