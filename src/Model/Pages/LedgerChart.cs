using System.Collections.Immutable;

namespace Model;

/// <summary>
/// The values of a ledger drawn over time. All lengths are in the units of the drawing, from its upper left corner, to one decimal.
/// <see cref="Left"/> to <see cref="Right"/> and <see cref="Top"/> to <see cref="Bottom"/> bound the plot.
/// </summary>
public sealed record LedgerChart(decimal Width, decimal Height, decimal Left, decimal Right, decimal Top, decimal Bottom)
{
    /// <summary>What is counted.</summary>
    public required string? Unit { get; init; }

    /// <summary>The days along the foot, and the numbers up the side.</summary>
    public required ImmutableArray<ChartTick> Days { get; init; }
    public required ImmutableArray<ChartTick> Numbers { get; init; }

    /// <summary>In the order of the ledger.</summary>
    public required ImmutableArray<ChartMark> Marks { get; init; }

    /// <summary>The publishers, in the order of their first mark; each has a shape of its own as long as there are shapes.</summary>
    public required ImmutableArray<Link> Sources { get; init; }
}

/// <summary>A line of the grid: where it lies, and what stands at it.</summary>
public sealed record ChartTick(decimal At, string Label);

/// <summary>
/// A reported value: its middle at <paramref name="X"/> and <paramref name="Y"/>; the days it can be for reach from <paramref name="From"/> to <paramref name="To"/>, the numbers it
/// can mean from <paramref name="High"/> down to <paramref name="Low"/>; an open end reaches to the edge of the plot. <paramref name="Source"/> is an index into the sources.
/// </summary>
public sealed record ChartMark(
    decimal X, decimal Y, decimal From, decimal To, decimal High, decimal Low, bool OpenAbove, bool OpenBelow, int Source, bool Stands, string Label, string Words)
{
    /// <summary>Whether the label stands below the mark, because above it there is something else.</summary>
    public bool LabelBelow { get; init; }
}
