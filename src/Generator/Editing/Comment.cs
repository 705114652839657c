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
