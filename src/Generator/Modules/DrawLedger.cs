using System.Collections.Immutable;
using System.Globalization;
using Model;

namespace Generator.Modules;

/// <summary>
/// Draws the values of a figure over the days they are for. A day that is only known as a range becomes a line across, a number that is a range a line
/// up, and what has no end reaches to the edge.
/// </summary>
public static class DrawLedger
{
    private const decimal Width = 560, Height = 300, Left = 64, Right = 544, Top = 26, Bottom = 256;

    /// <summary>Room between the outermost marks and the edges of the plot, so that shapes and open ends can be seen.</summary>
    private const decimal Margin = 26;

    /// <summary>Marks closer than this would hide each other; they are set side by side.</summary>
    private const decimal Apart = 15;

    /// <summary>The chart of the ledger's passages, in its order; null with fewer than two, or with days outside the years 1 to 9999.</summary>
    public static LedgerChart? Of(Archive archive, Claim claim, IReadOnlyList<Passage> passages)
    {
        if (passages.Count < 2) return null;
        var times = passages.Select(p => Days(Ledgers.TimeOf(p))).ToList();
        var known = times.SelectMany(t => new[] { t.First, t.Last }).OfType<int>().ToList();
        if (known.Count == 0 || times.Any(t => t is { First: null, Last: null })) return null;
        var across = new Scale(known.Min(), known.Max(), Left + Margin, Right - Margin);
        var ranges = passages.Select(p => Ledgers.Range(p.Annotation.Figure!)).ToList();
        var ends = ranges.SelectMany(r => new[] { r.Low, r.High }).Where(n => n is not (decimal.MinValue or decimal.MaxValue)).ToList();
        var up = new Scale(ends.Min(), ends.Max(), Bottom - Margin, Top + Margin);
        var sources = passages.Select(p => p.Article.Source.Value).Distinct().ToList();
        var (marks, drawn) = (new List<ChartMark>(), new PlacedMarks(Apart));
        for (var i = 0; i < passages.Count; i++)
        {
            marks.Add(Beside(Mark(archive, passages[i], times[i], ranges[i], across, up, sources.IndexOf(passages[i].Article.Source.Value)), drawn));
            drawn.Add(marks[^1]);
        }
        return new(Width, Height, Left, Right, Top, Bottom)
        {
            Unit = claim.Unit,
            Days = [.. DayTicks(known.Min(), known.Max()).Select(t => new ChartTick(across.At(t.Day), t.Label))],
            Numbers = [.. NumberTicks(ends.Min(), ends.Max()).Select(n => new ChartTick(up.At(n), Number(n)))],
            Marks = [.. marks],
            Sources = archive.Links(Kind.Source, sources),
        };
    }

    private static ChartMark Mark(Archive archive, Passage passage, (int? First, int? Last) time, (decimal Low, decimal High) range, Scale across, Scale up, int source)
    {
        var figure = passage.Annotation.Figure!;
        var (openBelow, openAbove) = (range.Low == decimal.MinValue, range.High == decimal.MaxValue);
        var (from, to) = (time.First is { } first ? across.At(first) : Left, time.Last is { } last ? across.At(last) : Right);
        var (high, low) = (openAbove ? Top : up.At(range.High), openBelow ? Bottom : up.At(range.Low));
        var y = openAbove ? low : openBelow ? high : Round((high + low) / 2);
        var stands = archive.Stands(passage);
        var when = figure.AsOf is { } asOf ? DateWords.Of(asOf.Value) : $"article of {DateWords.Of(passage.Article.Published.Value)}";
        return new(Round((from + to) / 2), y, from, to, high, low, openAbove, openBelow, source, stands, ShowParts.ValueWords(figure, null),
            $"{ShowParts.ValueWords(figure, archive.Records.Claims[figure.Of].Unit)}, {when}, {archive.NameOf(passage.Article.Source.Value.To(Kind.Source))}{(stands ? "" : ", corrected or set aside")}");
    }

    /// <summary>The mark, moved to the right until it hides none of those drawn before.</summary>
    private static ChartMark Beside(ChartMark mark, PlacedMarks drawn)
    {
        while (mark.X + Apart <= Right && drawn.LastNear(mark, Apart, Apart) is not null)
            mark = mark.From == mark.To ? mark with { X = mark.X + Apart, From = mark.From + Apart, To = mark.To + Apart } : mark with { X = mark.X + Apart };
        // Two words above neighbours would run into each other: every second one stands below.
        var neighbour = drawn.LastNear(mark, LabelWidth, Apart * 2);
        return mark with { LabelBelow = mark.OpenAbove || (neighbour is not null && !mark.OpenBelow && !neighbour.LabelBelow) };
    }

    private const decimal LabelWidth = 60;

    private static (int? First, int? Last) Days(Edtf date) => (Number(date.First), Number(date.Last));

    private static int? Number(Day day) => day.Year is > 0 and < 10_000 ? new DateOnly((int)day.Year, day.Month, day.DayOfMonth).DayNumber : null;

    private static IEnumerable<(int Day, string Label)> DayTicks(int first, int last)
    {
        var (from, to) = (DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(last));
        var months = (to.Year - from.Year) * 12 + to.Month - from.Month;
        if (last - first <= 45) return Every(Step(last - first, [1, 2, 5, 10, 15]), first, last);
        if (months > 30) return Years(from, to, Step(to.Year - from.Year, [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000]));
        return Months(from, to, Step(months, [1, 2, 3, 6]));
    }

    private static IEnumerable<(int, string)> Every(int step, int first, int last)
    {
        for (var day = first; day <= last; day += step)
        {
            var date = DateOnly.FromDayNumber(day);
            yield return (day, $"{date.Day} {DateWords.MonthName(date.Month)[..3]}{(day == first ? $" {date.Year}" : "")}");
        }
    }

    private static IEnumerable<(int, string)> Months(DateOnly from, DateOnly to, int step)
    {
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= to; month = month.AddMonths(step))
            if (month >= from) yield return (month.DayNumber, $"{DateWords.MonthName(month.Month)[..3]} {month.Year}");
    }

    private static IEnumerable<(int, string)> Years(DateOnly from, DateOnly to, int step)
    {
        for (var year = from.Year; year <= to.Year && year < 10_000; year += step)
            if (new DateOnly(year, 1, 1) is var start && start >= from) yield return (start.DayNumber, year.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The smallest step that gives at most six of them over <paramref name="span"/>.</summary>
    private static int Step(int span, int[] steps) => steps.FirstOrDefault(s => span / s < 6, steps[^1]);

    /// <summary>Round numbers (1, 2 or 5 and zeros) from below the smallest to above the greatest, four to seven of them.</summary>
    private static IEnumerable<decimal> NumberTicks(decimal min, decimal max)
    {
        var span = max == min ? Math.Max(Math.Abs(max), 1) * 0.4m : max - min;
        var step = 1m;
        while (step * 6 < span) step *= 10;
        while (step > span && step > 0.000001m) step /= 10;
        foreach (var times in new[] { 1m, 2m, 5m, 10m })
        {
            if (span / (step * times) > 5) continue;
            step *= times;
            break;
        }
        var low = max == min ? min - step * 2 : min;
        for (var n = Math.Ceiling(low / step) * step; n <= (max == min ? max + step * 2 : max); n += step) yield return n;
    }

    private static string Number(decimal n) => n.ToString("#,0.######", CultureInfo.InvariantCulture);

    private static decimal Round(decimal n) => Math.Round(n, 1);

    /// <summary>From a range of days or numbers to the drawing; a range of one value lies in the middle.</summary>
    private readonly record struct Scale(decimal Min, decimal Max, decimal AtMin, decimal AtMax)
    {
        public decimal At(decimal value) => Round(Max == Min ? (AtMin + AtMax) / 2 + (value - Min) * (AtMax - AtMin) / Math.Max(Math.Abs(Min), 1) : AtMin + (value - Min) * (AtMax - AtMin) / (Max - Min));
    }
}
