namespace Generator.Editing;

/// <summary>A YAML file with everything that stands in it and where: what the record reader leaves out too.</summary>
public sealed class Layout
{
    public required string Text { get; init; }

    /// <summary>Null when there is nothing but comments.</summary>
    public required Piece? Root { get; init; }

    /// <summary>The comments before the first part that are not of it, and those behind everything.</summary>
    public List<Comment> Header { get; } = [];
    public List<Comment> Footer { get; } = [];

    /// <summary>All comments but those within brackets and braces.</summary>
    public required IReadOnlyList<Comment> Comments { get; init; }

    /// <summary>Where the document begins and ends: behind the line <c>---</c>, and at the line <c>...</c>.</summary>
    public required int DocumentStart { get; init; }
    public required int DocumentEnd { get; init; }

    /// <summary>The layout of a text that the record reader takes; null when it is written in a way that is not laid out again, such as with <c>? </c> before a key.</summary>
    public static Layout? Of(string text) => ReadLayout.Of(text);
}
