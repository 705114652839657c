using System.Globalization;
using System.Text.RegularExpressions;

namespace Model;

/// <summary>Reads EDTF level 0 and 1 (Library of Congress, 2019; ISO 8601-2:2019) and says what is wrong with anything else.</summary>
internal static partial class EdtfParser
{
    [GeneratedRegex(@"^Y-?[1-9][0-9]{4,17}\z")]
    private static partial Regex LongYear();

    [GeneratedRegex(@"^(?<year>-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)(?:-(?<month>[0-9][0-9]|XX)(?:-(?<day>[0-9][0-9]|XX))?)?(?<sure>[?~%])?\z")]
    private static partial Regex Calendar();

    [GeneratedRegex(@"^(?<date>-?[0-9]{4}-[0-9][0-9]-[0-9][0-9])T(?<time>([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](Z|[+-]([01][0-9]|2[0-3])(:[0-5][0-9])?)?)\z")]
    private static partial Regex WithTime();

    public static bool TryParse(string text, out Edtf edtf, out string reason)
    {
        edtf = null!;
        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            if (!TryDate(text, out var date, out reason)) return false;
            edtf = new(text, EdtfEnd.Date, date, EdtfEnd.Date, date, interval: false);
            return true;
        }
        if (!TryEnd(text[..slash], out var startIs, out var start, out reason)) return false;
        if (!TryEnd(text[(slash + 1)..], out var endIs, out var end, out reason)) return false;
        if (start is null && end is null)
        {
            reason = "an interval needs a date on at least one side";
            return false;
        }
        if (start is not null && end is not null && start.First.CompareTo(end.Last) > 0)
        {
            reason = "the interval ends before it starts";
            return false;
        }
        edtf = new(text, startIs, start, endIs, end, interval: true);
        return true;
    }

    private static bool TryEnd(string text, out EdtfEnd kind, out EdtfDate? date, out string reason)
    {
        (date, reason) = (null, "");
        kind = text switch { "" => EdtfEnd.Unknown, ".." => EdtfEnd.Open, _ => EdtfEnd.Date };
        return kind != EdtfEnd.Date || TryDate(text, out date, out reason);
    }

    private static bool TryDate(string text, out EdtfDate? date, out string reason)
    {
        (date, reason) = (null, "");
        if (LongYear().IsMatch(text))
        {
            date = new() { Year = long.Parse(text.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) };
            return true;
        }
        string? time = null;
        if (WithTime().Match(text) is { Success: true } withTime)
            (text, time) = (withTime.Groups["date"].Value, withTime.Groups["time"].Value);
        if (Calendar().Match(text) is not { Success: true } match)
        {
            reason = "dates are written like 2025-08-11, 2025-08, 2025, 2025-08-11~ (about), 2025-08-11? (uncertain), "
                + "2025-08-11/2025-08-14 (from, to), 2025-08-11/.. (since) or 201X (some year of the 2010s)";
            return false;
        }
        return TryCalendar(match, time, out date, out reason);
    }

    private static bool TryCalendar(Match match, string? time, out EdtfDate? date, out string reason)
    {
        (date, reason) = (null, "");
        var (year, month, day, sure) = (match.Groups["year"].Value, match.Groups["month"].Value, match.Groups["day"].Value, match.Groups["sure"].Value);
        if (year is "XXXX" or "-0000")
        {
            reason = year == "XXXX" ? "a year needs at least its first two digits" : "there is no year -0000";
            return false;
        }
        if (month == "XX" && day.Length > 0 && day != "XX")
        {
            reason = "a day needs its month: write XX for the day too, or give the month";
            return false;
        }
        var unspecified = year.Count(c => c == 'X');
        if (unspecified > 0 && month.Length > 0 && month != "XX")
        {
            reason = "a month needs its whole year";
            return false;
        }
        var found = new EdtfDate
        {
            Year = long.Parse(year.Replace('X', '0'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            UnspecifiedYearDigits = unspecified,
            Month = month is "" or "XX" ? null : int.Parse(month, CultureInfo.InvariantCulture),
            MonthUnspecified = month == "XX",
            DayOfMonth = day is "" or "XX" ? null : int.Parse(day, CultureInfo.InvariantCulture),
            DayUnspecified = day == "XX",
            Time = time,
            Uncertain = sure is "?" or "%",
            Approximate = sure is "~" or "%",
        };
        if (found.Month is { } m && m is not (>= 1 and <= 12) and not (>= 21 and <= 24))
        {
            reason = $"there is no month {month}: months are 01 to 12, and 21 to 24 are spring, summer, autumn and winter";
            return false;
        }
        if (found.IsSeason && day.Length > 0)
        {
            reason = "a season has no day";
            return false;
        }
        if (found.DayOfMonth is { } d && (d < 1 || d > Day.InMonth(found.Year, found.Month!.Value)))
        {
            reason = $"{DateWords.MonthName(found.Month!.Value)} {found.Year} has {Day.InMonth(found.Year, found.Month!.Value)} days, so there is no day {day}";
            return false;
        }
        date = found;
        return true;
    }
}
