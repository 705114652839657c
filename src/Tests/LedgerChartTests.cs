using Model;

namespace Tests;

/// <summary>The marks of a much reported figure stand beside each other as long as there is room, and their words above each other.</summary>
public sealed class LedgerChartTests
{
    private const decimal Apart = 15, LabelWidth = 60;

    [Fact]
    public void No_mark_hides_one_before_it_while_there_is_room_to_its_right()
    {
        var (close, most) = (0, 0);
        foreach (var chart in Charts())
        {
            most = Math.Max(most, chart.Marks.Length);
            foreach (var (before, mark) in Pairs(chart))
            {
                if (!Near(before, mark, Apart, Apart)) continue;
                Assert.True(mark.X + Apart > chart.Right, $"{mark.Words} stands over {before.Words}");
                close++;
            }
        }
        Assert.True(most > 50);
        Assert.True(close > 0, "no chart is full");
    }

    [Fact]
    public void Words_stand_below_when_those_of_the_last_mark_nearby_stand_above()
    {
        var below = 0;
        foreach (var chart in Charts())
            for (var i = 0; i < chart.Marks.Length; i++)
            {
                var mark = chart.Marks[i];
                var neighbour = chart.Marks.Take(i).LastOrDefault(d => Near(d, mark, LabelWidth, Apart * 2));
                Assert.Equal(mark.OpenAbove || (neighbour is not null && !mark.OpenBelow && !neighbour.LabelBelow), mark.LabelBelow);
                if (mark.LabelBelow) below++;
            }
        Assert.True(below > 0);
    }

    private static IEnumerable<LedgerChart> Charts() => LargeSite.Site.Pages.OfType<ClaimPage>().Select(p => p.Chart).OfType<LedgerChart>();

    private static IEnumerable<(ChartMark Before, ChartMark Mark)> Pairs(LedgerChart chart)
    {
        for (var i = 0; i < chart.Marks.Length; i++)
            for (var j = 0; j < i; j++) yield return (chart.Marks[j], chart.Marks[i]);
    }

    private static bool Near(ChartMark a, ChartMark b, decimal across, decimal up) => Math.Abs(a.X - b.X) < across && Math.Abs(a.Y - b.Y) < up;
}
