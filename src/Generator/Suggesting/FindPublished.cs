using System.Globalization;
using System.Text.RegularExpressions;
using Model;

namespace Generator.Suggesting;

/// <summary>When a text was published, as an EDTF date or interval; <paramref name="Quote"/> are the words of the seed it rests on.</summary>
public sealed record SuggestedDate(string Date, Evidence Evidence, string? Quote, string Rule, Certainty Cert);

/// <summary>Works out from a text alone when it was published: from a line that says so, else as an interval after the latest day it tells of and up to today.</summary>
public static partial class FindPublished
{
    private const string Month = @"(?<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)";

    [GeneratedRegex(@"\b" + Month + @" (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>(?:19|20)\d\d)\b|\b(?<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?" + Month + @",? (?<year>(?:19|20)\d\d)\b|\b(?<year>(?:19|20)\d\d)[-/](?<number>\d{2})[-/](?<day>\d{2})\b", RegexOptions.IgnoreCase)]
    private static partial Regex FullDate();

    [GeneratedRegex(@"^\s*(\([^)]{1,30}\))?\s*[—–-]")]
    private static partial Regex Dash();

    [GeneratedRegex(@"^(published|posted|updated|last updated|date|first published|created)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaysSo();

    [GeneratedRegex(@"\b(by|until|before|till|deadline|scheduled|due|planned|expected|will|ahead of|expires?|through)\b[^.;,]{0,40}$", RegexOptions.IgnoreCase)]
    private static partial Regex ToCome();

    [GeneratedRegex(@"\b(?:in|since|of|from|during|early|late|mid) (?<year>(?:19|20)\d\d)\b", RegexOptions.IgnoreCase)]
    private static partial Regex YearAlone();

    /// <param name="lines">All lines of the seed.</param>
    /// <param name="today">No text was published later.</param>
    public static SuggestedDate Of(IReadOnlyList<TextLine> lines, DateOnly today)
    {
        foreach (var line in lines.Where(l => l.Words <= 14))
            if (FullDate().Match(line.Text) is { Success: true } match && DateOf(match) is { } day && day <= today && (SaysSo().IsMatch(line.Text) || IsOnlyDate(line.Text, match) || FindLineRoles.IsByline(line)))
                return new(Iso(day), Evidence.Internal, match.Value, "A line of the text gives the date.", Certainty.High);
        // "WASHINGTON, Aug. 11, 2025 —"
        foreach (var line in lines.Take(6))
            if (FullDate().Match(line.Text) is { Success: true, Index: < 60 } match && DateOf(match) is { } day && day <= today && Dash().IsMatch(line.Text.AsSpan(match.Index + match.Length)) && char.IsUpper(line.Text[0]) && line.Text[..match.Index].Where(char.IsLetter).Count(char.IsUpper) >= 3)
                return new(Iso(day), Evidence.Internal, match.Value, "The dateline gives the date.", Certainty.High);
        var (latest, words) = (DateOnly.MinValue, "");
        foreach (var line in lines)
        {
            foreach (Match match in FullDate().Matches(line.Text))
                if (DateOf(match) is { } day && day <= today && day > latest && !ToCome().IsMatch(line.Text[..match.Index])) (latest, words) = (day, match.Value);
            foreach (Match match in YearAlone().Matches(line.Text))
                if (int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) is var year && year <= today.Year && new DateOnly(year, 1, 1) > latest && !ToCome().IsMatch(line.Text[..match.Index])) (latest, words) = (new(year, 1, 1), match.Value);
        }
        return latest == DateOnly.MinValue
            ? new($"../{Iso(today)}", Evidence.Conjecture, null, "The text gives no date with a year; it was published before it was added.", Certainty.Low)
            : new($"{Iso(latest)}/{Iso(today)}", Evidence.Internal, words, "The text tells of that day, so it was published on it or later, and before it was added.", Certainty.Low);
    }

    private static bool IsOnlyDate(string line, Match match) => line.Length - match.Length <= 30 && line.AsSpan(match.Index + match.Length).ToString() + line[..match.Index] is var rest && rest.Count(char.IsLetter) <= 16;

    private static DateOnly? DateOf(Match match)
    {
        var (year, day) = (int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture));
        var month = match.Groups["number"] is { Success: true } number ? int.Parse(number.Value, CultureInfo.InvariantCulture)
            : Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, m => m.Length > 0 && match.Groups["month"].Value.StartsWith(m, StringComparison.OrdinalIgnoreCase)) + 1;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
