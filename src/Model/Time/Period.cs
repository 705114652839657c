using System.Globalization;

namespace Model;

/// <summary>
/// What long lists are cut by: a year, by its heading (see <see cref="DateWords.Year(Edtf?)"/>), or a month of it. <paramref name="Month"/>: 1 to 12, or <see cref="NoMonth"/> for what is dated by the year or a
/// season alone; null for the whole year.
/// </summary>
public readonly record struct Period(string Year, int? Month = null)
{
    public const int NoMonth = 0;

    /// <summary>Numbers of months are less than this.</summary>
    public const int Months = 13;

    /// <summary>The month of its year that a date is filed under.</summary>
    public static int MonthOf(Edtf date) => date.MonthFiledUnder ?? NoMonth;

    /// <summary>The month in words: <c>June</c>, <c>month unknown</c>.</summary>
    public static string NameOf(int month) => month == NoMonth ? "month unknown" : DateWords.MonthName(month);

    /// <summary>Both in words: <c>2025</c>, <c>June 2025</c>, <c>2025, month unknown</c>.</summary>
    public string Words => Month switch { null => Year, NoMonth => $"{Year}, {NameOf(NoMonth)}", { } month => $"{NameOf(month)} {Year}" };

    /// <summary>Both as dates are sorted: <c>2025</c>, <c>2025-06</c>.</summary>
    public string Sorted => Month is null or NoMonth ? Year : string.Create(CultureInfo.InvariantCulture, $"{Year}-{Month:00}");
}
