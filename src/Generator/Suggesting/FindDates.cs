using System.Globalization;
using System.Text.RegularExpressions;
using Generator.Modules;

namespace Generator.Suggesting;

/// <summary>Finds the dates that the lines of a text name, in English, and whether each is told as past or as to come.</summary>
public static partial class FindDates
{
    private const string Month = @"(?<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)";

    /// <summary>A pattern of how the names of the months begin.</summary>
    public const string MonthBegins = "(?-i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";

    private const string Weekday = @"(?:\b(?<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|rs|nes|ur|r)?(?:day)?\.?(?: morning| afternoon| evening| night)?,? (?:the )?)?";
    private const string Year = @"(?<year>(?:19|20)\d\d)";

    // "Monday, August 11, 2025", "11 August", "2025-08-11", "14/04/2026", "October 2025", "in 2025". A day is not the beginning of a larger number, of a time or of a year.
    [GeneratedRegex(Weekday + @"\b" + Month + @" (?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? " + Year + @"\b)?(?!\d|[,.:]\d)(?:,? \(?(?:a )?(?<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)?"
        + "|" + Weekday + @"(?<![\d:.,/-])(?<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?" + Month + @"(?:,? " + Year + @")?(?!\d)(?:,? \(?(?:a )?(?<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)?"
        + @"|\b" + Year + @"[-/](?<number>\d{2})[-/](?<day>\d{2})\b|(?<![\d/.])(?<one>\d{1,2})(?<mark>[/.])(?<two>\d{1,2})\k<mark>" + Year + @"\b|\b" + Month + @",? (?:of )?" + Year + @"\b|\b(?:in|since|of|from|during|early|late|mid|year) " + Year + @"\b(?!-)", RegexOptions.IgnoreCase)]
    private static partial Regex Dates();

    // What makes a day one that need not be past.
    [GeneratedRegex(@"\b(?:(?i:by|until|before|till|deadline|scheduled|due|plan(?:s|ned|ning) (?:to|for|on)|planned|expect(?:s|ed)?|will|would|could|should|ahead of|expires?|through|next|upcoming|slated|set (?:for|to)|to be|later this|coming|begins?|starts?|hopes?|goals?|targets?|forecast|aims?|proposed)|may)\b[^.;]{0,60}$|\bto \w+(?: \w+){0,3}$")]
    private static partial Regex Perhaps();

    // Said in the present of what is to come.
    [GeneratedRegex(@"\b(?:will|(?:is|are|has been|have been)(?: \w+)? (?:set|due|expected|scheduled|planned|slated)|(?:has|have|is|are)\b[^.;]* ahead of)\b(?<between>[^.;]{0,100})$", RegexOptions.IgnoreCase)]
    private static partial Regex ToCome();

    // "the quarter ended", "a law passed on"; not "will be closed until".
    [GeneratedRegex(@"(?<!\b(?:be|been|is|are|get|being) )\b(?!expected|scheduled|planned|proposed|slated|delayed|postponed|needed|promised)(?:\w{2,}ed|held|made|struck|begun|built|won|lost)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Participle();

    [GeneratedRegex(@"\bhad\b|\b(?:19|20)\d\d\b")]
    private static partial Regex Earlier();

    [GeneratedRegex(@"\b(?:ended|dated|since) $", RegexOptions.IgnoreCase)]
    private static partial Regex Ended();

    [GeneratedRegex(@"\b(?:of|from|since|after|dated)(?: the)? $", RegexOptions.IgnoreCase)]
    private static partial Regex Behind();

    [GeneratedRegex(@"^(?: [\w’'-]+){0,5} (?:will|(?:is|are) (?:set|due|expected|scheduled|planned|slated))\b")]
    private static partial Regex ToComeBehind();

    [GeneratedRegex(@"\b(?:\w{2,}ed|was|were|had|began|took|met|held|said|told|came|went|made|gave|struck|fell|rose|left|won|lost|spoke|became|saw|broke|fought|sent|paid|shot|heard|knew|thought|grew|kept|stood|lay|hit|cut|led|fled|felt|flew|drew|threw|chose|shut|sold|bought|caught|swept|closed|sank|drove|ran|wrote|brought|found)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PastVerb();

    [GeneratedRegex(@"\b(?:on|since|from|of|late|early|dated)\s*$|[,(]\s*$|^\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Adverb();

    /// <summary>In the order of the lines.</summary>
    public static List<NamedDate> In(IEnumerable<TextLine> lines) => [.. lines.SelectMany(In)];

    /// <summary>Those of one line, in order.</summary>
    public static IEnumerable<NamedDate> In(TextLine line)
    {
        foreach (Match match in Dates().Matches(line.Text))
            if (Read(line, match) is { } date) yield return date;
    }

    private static NamedDate? Read(TextLine line, Match match)
    {
        int? Number(string group) => match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : null;
        var (year, month, day) = (Number("year"), Number("number"), Number("day"));
        if (match.Groups["month"] is { Success: true } name)
        {
            // "they may 10 times": a month is written with a capital.
            if (!char.IsUpper(name.Value[0])) return null;
            month = Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, m => m.Length > 0 && name.Value.StartsWith(m, StringComparison.OrdinalIgnoreCase)) + 1;
        }
        else if (Number("one") is { } one && Number("two") is { } two)
        {
            // Of 04/05/2026 nobody knows which is the month.
            if (one <= 12 && two <= 12 && one != two) return null;
            (day, month) = one > 12 ? (one, two) : (two, one);
        }
        if (month is < 1 or > 12 || day is < 1 or > 31 || (day is not null && day > DateTime.DaysInMonth(year ?? 2000, month ?? 1))) return null;
        DayOfWeek? weekday = match.Groups["weekday"] is { Success: true } named ? Enum.GetValues<DayOfWeek>().First(d => d.ToString().StartsWith(named.Value[..3], StringComparison.OrdinalIgnoreCase)) : null;
        return new(line, match.Index, match.Value, year, month, day, weekday, ToldAt(line.Text, match.Index, match.Index + match.Length, year is not null));
    }

    /// <summary>How the sentence around <c>text[start..end]</c>, words that name a day, tells of it.</summary>
    public static Told ToldAt(string text, int start, int end, bool hasYear)
    {
        var (first, last) = SplitSentences.Of(text, 0, text.Length).Last(s => s.Start <= start);
        var (before, after) = (text[first..start], text[end..Math.Max(last, end)]);
        if (Ended().IsMatch(before)) return Told.Past;
        var quoted = before.Count(c => c is '“' or '"') > before.Count(c => c == '”');
        // What was said in an earlier year was to come then.
        if (!quoted && !Earlier().IsMatch(before) && (IsToCome(before) || (!hasYear && ToComeBehind().IsMatch(after)))) return Told.ToCome;
        if (Perhaps().IsMatch(before)) return Told.Unclear;
        if (hasYear) return Told.Past;
        // "a crucial December 29 meeting" may be before or after it; so may be what was announced for a day.
        if (!Adverb().IsMatch(before) && !before.EndsWith("effect ", StringComparison.Ordinal) && after.Length > 1 && after[0] == ' ' && char.IsLower(after[1])) return Told.Unclear;
        if (before.EndsWith(" for ", StringComparison.Ordinal)) return Told.Unclear;
        return PastVerb().IsMatch(before) || (Adverb().IsMatch(before) && before.Length < 20 && PastVerb().IsMatch(after) && !Perhaps().IsMatch(after)) ? Told.Past : Told.Unclear;
    }

    /// <summary>Whether the words before a day say that it is to come; not in "will replace the law that was passed on", which is past.</summary>
    private static bool IsToCome(string before) => ToCome().Match(before) is { Success: true } match && !Participle().IsMatch(match.Groups["between"].Value) && !Behind().IsMatch(before);
}
