namespace Generator.Editing;

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
