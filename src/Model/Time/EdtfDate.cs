namespace Model;

/// <summary>A day of the proleptic Gregorian calendar in any year (year 0 is 1 BC), ordered by time.</summary>
public readonly record struct Day(long Year, int Month, int DayOfMonth) : IComparable<Day>
{
    /// <summary>Before every day that can be written, and after every one.</summary>
    public static readonly Day Earliest = new(long.MinValue, 1, 1), Latest = new(long.MaxValue, 12, 31);

    public int CompareTo(Day other) =>
        Year != other.Year ? Year.CompareTo(other.Year)
        : Month != other.Month ? Month.CompareTo(other.Month)
        : DayOfMonth.CompareTo(other.DayOfMonth);

    /// <summary>The number of days in a month, 28 to 31.</summary>
    public static int InMonth(long year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };
}

/// <summary>
/// One date of EDTF level 1: a year, perhaps with a month or season and a day, of which the last digits may be unspecified, and how sure it is.
/// </summary>
public sealed record EdtfDate
{
    /// <summary>With zeros for unspecified digits.</summary>
    public required long Year { get; init; }

    /// <summary>How many of the year's last digits are <c>X</c>: 0 to 2.</summary>
    public int UnspecifiedYearDigits { get; init; }

    /// <summary>1 to 12; 21 to 24 is spring, summer, autumn, winter; null when not given or <c>XX</c>.</summary>
    public int? Month { get; init; }
    public bool MonthUnspecified { get; init; }

    /// <summary>1 to 31; null when not given or <c>XX</c>.</summary>
    public int? DayOfMonth { get; init; }
    public bool DayUnspecified { get; init; }

    /// <summary>Such as <c>14:30:00Z</c>; null when not given.</summary>
    public string? Time { get; init; }

    /// <summary><c>?</c> or <c>%</c>.</summary>
    public bool Uncertain { get; init; }

    /// <summary><c>~</c> or <c>%</c>.</summary>
    public bool Approximate { get; init; }

    public bool IsSeason => Month is >= 21;

    /// <summary>Whether it names one day, month or year and says no doubt of it.</summary>
    public bool IsExact => !Uncertain && !Approximate && UnspecifiedYearDigits == 0 && !MonthUnspecified && !DayUnspecified;

    /// <summary>The first day it can mean. A season is its three months, of which winter begins in December of the year before.</summary>
    public Day First => Month switch
    {
        24 => new(Year - 1, 12, 1),
        >= 21 => new(Year, (Month.Value - 20) * 3, 1),
        _ => new(Year, Month ?? 1, DayOfMonth ?? 1),
    };

    /// <summary>The last day it can mean.</summary>
    public Day Last
    {
        get
        {
            var year = Year + (Year < 0 ? 0 : UnspecifiedYearDigits switch { 1 => 9, 2 => 99, _ => 0 });
            if (Month == 24) return new(year, 2, Day.InMonth(year, 2));
            var month = Month is >= 21 ? (Month.Value - 20) * 3 + 2 : Month ?? 12;
            return new(year, month, DayOfMonth ?? Day.InMonth(year, month));
        }
    }
}
