namespace Generator.Suggesting;

/// <summary>Whether a text tells of a day as past or as still to come, as far as its words say.</summary>
public enum Told { Past, ToCome, Unclear }

/// <summary>
/// A date that a line names: a day with or without its year and weekday, a month of a year, or a year. <paramref name="Words"/> stand at <paramref name="Start"/> of the line, the weekday among them.
/// </summary>
public sealed record NamedDate(TextLine Line, int Start, string Words, int? Year, int? Month, int? Day, DayOfWeek? Weekday, Told Told)
{
    public int End => Start + Words.Length;

    /// <summary>Whether day and month are there.</summary>
    public bool IsDay => Day is not null;

    /// <summary>The first day that it can mean; null when its year is not told or it is no day of the calendar.</summary>
    public DateOnly? First => Year is { } year ? In(year) : null;

    /// <summary>Its day in another year, the first of what it leaves open; null when that year has no such day.</summary>
    public DateOnly? In(int year) => year is >= 1 and <= 9998 && (Day ?? 1) <= DateTime.DaysInMonth(year, Month ?? 1) ? new(year, Month ?? 1, Day ?? 1) : null;

    /// <summary>Whether its weekday is another than the calendar's; never when one of both is not told.</summary>
    public bool IsContradicted => IsDay && Weekday is not null && First is { } day && day.DayOfWeek != Weekday;

    /// <summary>The days that it can mean when it names no year, in the order of time: those of its weekday, when it names one.</summary>
    public IEnumerable<DateOnly> Candidates(int firstYear, int lastYear) =>
        Enumerable.Range(firstYear, lastYear - firstYear + 1).Select(In).OfType<DateOnly>().Where(d => Weekday is null || d.DayOfWeek == Weekday);
}
