using System.Collections.Immutable;

namespace Model;

/// <summary>What a paragraph of a text is.</summary>
public enum BlockRole { Paragraph, Headline, Heading, Lede, Caption, Byline, Agency, PullQuote, Bullet }

/// <summary>A paragraph of the reading text: <c>Text[Start..End]</c>. Blocks do not touch: one line feed stands between two.</summary>
public readonly record struct Block(BlockRole Role, int Start, int End);

/// <summary>
/// A stretch of the reading text and the stretch of the seed it came from. Both have the same characters, unless the stretch was
/// repaired, brought to Unicode NFC, or is white space that was folded; then it maps only as a whole.
/// </summary>
public readonly record struct Piece(int Start, int Length, int SeedStart, int SeedLength, bool Repaired);

/// <summary>A line of the seed, <c>Seed.Text[Start..Start + Length]</c>, that readers do not get, and why.</summary>
public sealed record SkippedLine(int Start, int Length, string Why);

/// <summary>
/// The text of an article as readers get it: the paragraphs of the seed in Unicode NFC, each run of white space one space,
/// repaired and without the skipped lines. <see cref="Pieces"/> lead from each character back to the seed.
/// </summary>
public sealed class ReadingText(
    string text, ImmutableArray<Block> blocks, ImmutableArray<Piece> pieces, ImmutableArray<SkippedLine> skipped)
{
    public string Text { get; } = text;

    /// <summary>In the order of the text.</summary>
    public ImmutableArray<Block> Blocks { get; } = blocks;

    /// <summary>In the order of the text; together they cover every block.</summary>
    public ImmutableArray<Piece> Pieces { get; } = pieces;

    /// <summary>In the order of the seed.</summary>
    public ImmutableArray<SkippedLine> Skipped { get; } = skipped;

    /// <summary>Where the characters from <paramref name="start"/> up to <paramref name="end"/> (exclusive, not empty) stand in the seed.</summary>
    public (int Start, int End) InSeed(int start, int end)
    {
        var first = Pieces[PieceAt(start)];
        var last = Pieces[PieceAt(end - 1)];
        return (SeedOffset(first, start), SeedOffset(last, end - 1, atEnd: true));
    }

    /// <summary>The block that holds the character at <paramref name="offset"/>.</summary>
    public int BlockAt(int offset)
    {
        int low = 0, high = Blocks.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Blocks[middle].Start <= offset) low = middle; else high = middle - 1;
        }
        return low;
    }

    /// <summary>The block that is the headline, at the top or below bylines; null when the text has none.</summary>
    public Block? Headline => HeadlineAt() is { } at ? Blocks[at] : null;

    /// <summary>The number of the block that holds the character at <paramref name="offset"/> among those that are not the headline, from 1; null in the headline.</summary>
    public int? ParagraphAt(int offset)
    {
        var (block, headline) = (BlockAt(offset), HeadlineAt());
        return block == headline ? null : headline < block ? block : block + 1;
    }

    private int? HeadlineAt()
    {
        var at = 0;
        while (at < Blocks.Length && Blocks[at].Role == BlockRole.Byline) at++;
        return at < Blocks.Length && Blocks[at].Role == BlockRole.Headline ? at : null;
    }

    private int PieceAt(int offset)
    {
        int low = 0, high = Pieces.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Pieces[middle].Start <= offset) low = middle; else high = middle - 1;
        }
        return low;
    }

    private static int SeedOffset(Piece piece, int offset, bool atEnd = false)
    {
        if (piece.Length != piece.SeedLength || piece.Repaired) return piece.SeedStart + (atEnd ? piece.SeedLength : 0);
        return piece.SeedStart + (offset - piece.Start) + (atEnd ? 1 : 0);
    }
}
