using Model;

namespace Generator.Modules;

/// <summary>The marks of a chart by the squares that they stand in, so that those near a place are found without looking at all of them: a much reported figure has hundreds.</summary>
/// <param name="side">The side of a square. All lengths are rounded to tenths.</param>
internal sealed class PlacedMarks(decimal side)
{
    private readonly int _side = Tenths(side);

    private readonly Dictionary<(int Across, int Up), List<Placed>> _squares = [];
    private int _count;

    private readonly record struct Placed(int Order, int X, int Y, ChartMark Mark);

    public void Add(ChartMark mark)
    {
        var (x, y) = (Tenths(mark.X), Tenths(mark.Y));
        var square = (Square(x), Square(y));
        if (!_squares.TryGetValue(square, out var there)) _squares.Add(square, there = []);
        there.Add(new(_count++, x, y, mark));
    }

    /// <summary>The mark that was added last of those less than <paramref name="across"/> and <paramref name="up"/> from where <paramref name="mark"/> stands; null when none is.</summary>
    public ChartMark? LastNear(ChartMark mark, decimal across, decimal up)
    {
        var (x, y, farX, farY, last) = (Tenths(mark.X), Tenths(mark.Y), Tenths(across), Tenths(up), (Placed?)null);
        for (var column = Square(x - farX); column <= Square(x + farX); column++)
        {
            for (var row = Square(y - farY); row <= Square(y + farY); row++)
            {
                if (!_squares.TryGetValue((column, row), out var there)) continue;
                var near = there.FindLastIndex(p => Math.Abs(p.X - x) < farX && Math.Abs(p.Y - y) < farY);
                if (near >= 0 && !(last?.Order > there[near].Order)) last = there[near];
            }
        }
        return last?.Mark;
    }

    private static int Tenths(decimal place) => (int)(place * 10);

    private int Square(int tenths) => (int)Math.Floor((double)tenths / _side);
}
