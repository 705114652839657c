namespace Generator.Editing;

/// <summary>A comment with its <c>#</c>, without the white space at its end.</summary>
/// <param name="At">The offset of its <c>#</c>.</param>
/// <param name="Column">How many characters stand before it on its line.</param>
/// <param name="OwnLine">Whether nothing but white space stands before it on its line.</param>
/// <param name="AfterBlank">Whether the line before it is blank.</param>
public sealed record Comment(int At, int Column, string Text, bool OwnLine, bool AfterBlank)
{
    /// <summary>Whether it says that what it stands behind is only a guess.</summary>
    public bool IsMark => (" " + Text).Contains(" # suggested", StringComparison.Ordinal);
}

/// <summary>A value as it is written: from <see cref="Start"/> up to and without <see cref="End"/>, both offsets of the file's text.</summary>
public abstract class Piece
{
    public required int Start { get; set; }
    public required int End { get; set; }
}

/// <summary>The ways to write a text: as it is, in quotation marks, or as a block behind <c>|</c> or <c>&gt;</c>.</summary>
public enum TextStyle { Plain, SingleQuoted, DoubleQuoted, Literal, Folded }

/// <summary>A text. <see cref="Value"/> is what it means.</summary>
public sealed class ScalarPiece : Piece
{
    public required TextStyle Style { get; init; }
    public required string Value { get; init; }

    public bool IsBlock => Style is TextStyle.Literal or TextStyle.Folded;

    public bool IsEmpty => Style == TextStyle.Plain && Value.Length == 0;
}

/// <summary>A list or a map.</summary>
public abstract class CollectionPiece : Piece
{
    /// <summary>In brackets or braces.</summary>
    public required bool Flow { get; init; }

    /// <summary>How far a block is indented.</summary>
    public required int Indent { get; init; }

    /// <summary>The comments on lines of their own behind its last part.</summary>
    public List<Comment> Trailing { get; } = [];
}

public sealed class ListPiece : CollectionPiece
{
    public List<Part> Items { get; } = [];

    /// <summary>Whether its hyphens stand below the key that it is the value of, and not further in.</summary>
    public bool Shares { get; set; }
}

public sealed class MapPiece : CollectionPiece
{
    public List<Part> Entries { get; } = [];

    public Part? this[string key] => Entries.Find(e => e.Key!.Value == key);
}

/// <summary>An entry of a map, or an item of a list, which has no <see cref="Key"/>.</summary>
public sealed class Part
{
    public ScalarPiece? Key { get; init; }

    /// <summary>Where it begins: at its key, or at its hyphen.</summary>
    public required int Start { get; init; }
    public required Piece Value { get; init; }

    /// <summary>The comments on lines of their own before it.</summary>
    public List<Comment> Before { get; } = [];

    /// <summary>The comment behind its colon or hyphen, when the value begins on a later line.</summary>
    public Comment? Opening { get; set; }

    /// <summary>The comments on lines of their own between its colon or hyphen and a value that is no block.</summary>
    public List<Comment> Inside { get; } = [];

    /// <summary>The comment behind its value, on the line where that ends.</summary>
    public Comment? Behind { get; set; }

    /// <summary>Whether the line before it is blank.</summary>
    public required bool AfterBlank { get; init; }

    /// <summary>Whether the value begins on a later line.</summary>
    public required bool Apart { get; init; }
}

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

/// <summary>Thrown at what is not laid out again; never leaves this folder.</summary>
public sealed class NotLaidOut : Exception;

/// <summary>Says, in an editor's words, why a change of the record is not made.</summary>
public sealed class EditRefused(string message) : Exception(message);
