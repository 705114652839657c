using System.Globalization;
using Model;

namespace Theme.Parts;

/// <summary>The whole months that a drawing spans, from <paramref name="From"/>, the first day of the first, up to and without <paramref name="To"/>.</summary>
public sealed record TimeAxis(DateOnly From, DateOnly To)
{
    private const decimal Left = 300, Right = 772;

    /// <summary>More lines than this run into each other.</summary>
    private const int MostTicks = 13;

    /// <summary>A year from January to December.</summary>
    public static TimeAxis OfYear(int year) => new(new(year, 1, 1), year == DateOnly.MaxValue.Year ? DateOnly.MaxValue : new(year + 1, 1, 1));

    /// <summary>The months of all ends that are known; null when none is, or when they are outside the years that a calendar draws.</summary>
    public static TimeAxis? Of(IEnumerable<Edtf> dates)
    {
        var days = dates.SelectMany(d => new[] { d.Start?.First, d.End?.Last }).OfType<Day>().Order().ToList();
        if (days.Count == 0 || days[0].Year < 1 || days[^1].Year >= DateOnly.MaxValue.Year) return null;
        var (first, last) = (days[0], days[^1]);
        return new(new((int)first.Year, first.Month, 1), new DateOnly((int)last.Year, last.Month, 1).AddMonths(1));
    }

    public decimal Start => Left;

    public decimal End => Right;

    /// <summary>Such as <c>August 2024 to January 2026</c>.</summary>
    public string Words => Name(From) is var first && Name(To.AddDays(-1)) is var last && first == last ? first : From.Year == To.AddDays(-1).Year ? $"{DateWords.MonthName(From.Month)} to {last}" : $"{first} to {last}";

    /// <summary>Where a day lies; days before and after at the edges.</summary>
    public decimal X(Day day) =>
        day.CompareTo(new(From.Year, From.Month, 1)) <= 0 ? Left
        : day.CompareTo(new(To.Year, To.Month, To.Day)) >= 0 ? Right
        : X(new DateOnly((int)day.Year, day.Month, day.DayOfMonth));

    /// <summary>The lines of the grid: weeks of one month, else months, or every so many that there is room for.</summary>
    public IEnumerable<(decimal X, string Label)> Ticks()
    {
        var months = ((To.Year - From.Year) * 12) + To.Month - From.Month;
        if (months <= 1)
        {
            for (var day = From; day < To; day = day.AddDays(7)) yield return (X(day), day.Day.ToString(CultureInfo.InvariantCulture) + " " + DateWords.MonthName(day.Month)[..3]);
            yield break;
        }
        var step = ((int[])[1, 2, 3, 6, 12, 24, 60, 120]).FirstOrDefault(s => months / s < MostTicks, 1200);
        var oneYear = From.Year == To.AddDays(-1).Year;
        for (var month = From; month < To; month = month.AddMonths(step))
        {
            yield return (X(month), oneYear ? DateWords.MonthName(month.Month)[..3] : step < 12 && month.Month != 1 && month != From ? DateWords.MonthName(month.Month)[..3] : $"{(step < 12 ? DateWords.MonthName(month.Month)[..3] + " " : "")}{month.Year}");
            if (month > DateOnly.MaxValue.AddMonths(-step)) yield break;
        }
    }

    private decimal X(DateOnly day) => Math.Round(Left + ((Right - Left) * (day.DayNumber - From.DayNumber) / (To.DayNumber - From.DayNumber)), 1);

    private static string Name(DateOnly day) => $"{DateWords.MonthName(day.Month)} {day.Year}";
}
