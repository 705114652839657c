using System.Globalization;

namespace Model;

/// <summary>A date in words for readers: the month's name, the doubt said, never more precision than the record has.</summary>
public static class DateWords
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] Seasons = ["spring", "summer", "autumn", "winter"];

    /// <summary>The English name of a month, 1 to 12.</summary>
    public static string MonthName(int month) => Months[month - 1];

    /// <summary>The heading of a date in lists by year, of which what has no date comes last.</summary>
    public static string Year(Edtf? date) => date is null ? "Undated" : YearFiledUnder(date.FiledUnder);

    /// <summary>The heading of a year, of which null is before all others.</summary>
    public static string YearFiledUnder(long? filed) => filed is not { } year ? "Earlier"
        : year is > 0 and < 3000 ? Years[year] : year > 0 ? year.ToString(CultureInfo.InvariantCulture) : $"{1 - year} BC";

    private static readonly string[] Years = [.. Enumerable.Range(0, 3000).Select(y => y.ToString(CultureInfo.InvariantCulture))];

    /// <summary>Such as <c>11 August 2025</c>, <c>about 2 September 2025</c>, <c>20–26 December 2025</c>, <c>since November 2029</c>.</summary>
    public static string Of(Edtf edtf)
    {
        if (!edtf.IsInterval) return Of(edtf.Start!);
        return (edtf.Start, edtf.End) switch
        {
            ({ } start, { } end) => Between(start, end),
            ({ } start, null) => edtf.EndIs == EdtfEnd.Open ? $"since {Of(start)}" : $"from {Of(start)}, end unknown",
            (null, { } end) => edtf.StartIs == EdtfEnd.Open ? $"until {Of(end)}" : $"until {Of(end)}, start unknown",
            _ => edtf.Text,
        };
    }

    private static string Between(EdtfDate start, EdtfDate end)
    {
        if (start == end) return Of(start);
        var plain = start.IsExact && end.IsExact && start.Time is null && end.Time is null
            && start is { DayOfMonth: not null } && end is { DayOfMonth: not null } && start.Year == end.Year;
        if (!plain) return $"{Of(start)} to {Of(end)}";
        return start.Month == end.Month
            ? $"{start.DayOfMonth}–{end.DayOfMonth} {MonthName(end.Month!.Value)} {Year(end)}"
            : $"{start.DayOfMonth} {MonthName(start.Month!.Value)} to {end.DayOfMonth} {MonthName(end.Month!.Value)} {Year(end)}";
    }

    private static string Of(EdtfDate date)
    {
        var words = Bare(date);
        if (date.Approximate) words = "about " + words;
        return date.Uncertain ? words + " (uncertain)" : words;
    }

    private static string Bare(EdtfDate date)
    {
        if (date.UnspecifiedYearDigits > 0) return $"the {Year(date)}s";
        if (date.MonthUnspecified) return $"{Year(date)}, month unknown";
        if (date.Month is not { } month) return Year(date);
        if (date.IsSeason) return $"{Seasons[month - 21]} {Year(date)}";
        if (date.DayUnspecified) return $"{MonthName(month)} {Year(date)}, day unknown";
        if (date.DayOfMonth is not { } day) return $"{MonthName(month)} {Year(date)}";
        var words = string.Create(CultureInfo.InvariantCulture, $"{day} {MonthName(month)} {Year(date)}");
        return date.Time is null ? words : $"{words}, {Clock(date.Time)}";
    }

    private static string Clock(string time) => time.EndsWith('Z') ? $"{time[..5]} UTC" : time.Length > 8 ? $"{time[..5]} UTC{time[8..]}" : time[..5];

    private static string Year(EdtfDate date) => date.Year > 0
        ? date.Year.ToString(CultureInfo.InvariantCulture)
        : $"{(1 - date.Year).ToString(CultureInfo.InvariantCulture)} BC";
}
