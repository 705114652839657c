using System.Globalization;
using System.Text.RegularExpressions;
using Model;

namespace Generator.Suggesting;

/// <summary>Gathers what a text says of the days on which it can have been published: the days it tells of as past and as to come, weekdays, its file's name, the events of the archive it names.</summary>
public static partial class FindDateClues
{
    /// <summary>A weekday beside a date at the head of a text is news: so many days at most, generously, lie between.</summary>
    private const int News = 31;

    /// <summary>Lines at the head of a text, headline and byline among them.</summary>
    private const int Head = 7;

    /// <summary>The first year that a day without one can be of.</summary>
    public const int Earliest = 1900;

    /// <summary>So many days lie at most between a day whose year is told before and the date that tells it.</summary>
    private const int HalfYear = 183;

    private static readonly (int Month, int Day)[] KnownWithoutYear = [(1, 6), (7, 4), (9, 11), (10, 7), (12, 25)];

    [GeneratedRegex(@"(?:©|\(c\)|\bcopyright\b)\D{0,40}?(?:(?:19|20)\d\d ?[–-] ?)?(?<year>(?:19|20)\d\d)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Copyright();

    [GeneratedRegex(@"(?<![0-9A-Za-z])(?<year>(?:19|20)\d\d)(?:(?<mark>[-_.]?)(?<month>0[1-9]|1[0-2])(?:\k<mark>(?<day>[0-2]\d|3[01]))?)?(?![0-9A-Za-z])")]
    private static partial Regex InName();

    [GeneratedRegex(@"\b(?:(?:said|told|late|on|early|last|by) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!,? \(?(?:the )?(?:\d|" + FindDates.MonthBegins + @"))|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:morning|afternoon|evening|night)\b(?!,? (?:the )?(?:\d|" + FindDates.MonthBegins + @"))|this week|yesterday|today)")]
    private static partial Regex Recent();

    [GeneratedRegex(@"\b(?<how>today|yesterday|tomorrow),? (?:\(|on )?$", RegexOptions.IgnoreCase)]
    private static partial Regex Relative();

    [GeneratedRegex(@"(?<![\d,.])(?:1[5-9]|20)\d\d(?![\d,.]\d|\d)")]
    private static partial Regex AnyYear();

    [GeneratedRegex("[“\"][^“”\"]*[”\"]?")]
    private static partial Regex Quoted();

    /// <summary>The surest first.</summary>
    /// <param name="body">The lines of the text.</param>
    /// <param name="around">The lines that came with the page; a copyright is among them.</param>
    /// <param name="except">Dates that are looked at elsewhere.</param>
    public static List<DateClue> Of(IReadOnlyList<TextLine> body, IReadOnlyList<TextLine> around, string file, IReadOnlyList<NamedEvent> events, DateOnly today, IReadOnlyCollection<NamedDate> except)
    {
        var dates = FindDates.In(body).Except(except).ToList();
        var clues = new List<DateClue> { new(DaySpans.UpTo(today), null, "It was published before it was added.", Certainty.High, Evidence.Conjecture) };
        clues.AddRange(dates.Select(d => Relation(d)).OfType<DateClue>());
        clues.AddRange(dates.Where(d => d.Year is not null).Select(d => WithYear(d, today)).OfType<DateClue>());
        clues.AddRange(body.Concat(around).Where(l => l.Words <= 30).SelectMany(l => Copyright().Matches(l.Text)).Select(m => new DateClue(DaySpans.UpTo(new(Year(m), 12, 31)), null, $"The page’s copyright is of {Year(m)}.", Certainty.Medium)));
        clues.AddRange(FindEventClues.Of(events));
        clues.AddRange(InFileName(file));
        bool IsNews(NamedDate date) => body.Take(Head).Contains(date.Line) && body.Any(l => Recent().IsMatch(Quoted().Replace(l.Text.Replace(date.Words, "", StringComparison.Ordinal), "")));
        var latest = dates.Where(d => d is { Told: Told.Past, IsContradicted: false, Year: not null } && d.First <= today).MaxBy(d => d.First);
        clues.AddRange(dates.Where(d => d.IsDay && d.Year is null && (d.Weekday is not null || !KnownWithoutYear.Contains((d.Month!.Value, d.Day!.Value)))).Select(d => WithoutItsYear(d, body, latest, IsNews(d), today)).OfType<DateClue>());
        if (latest is { Weekday: not null } && IsNews(latest))
            clues.Add(new(DaySpans.Between(latest.First!.Value, latest.First.Value.AddDays(News)), latest.Words, "The text reports that weekday as news, so it was published within a month.", Certainty.Low));
        // The latest year that fits is a guess for texts that name none.
        return body.Any(l => AnyYear().IsMatch(l.Text)) ? clues.ConvertAll(c => c with { IsLatest = false }) : clues;
    }

    private static int Year(Match match) => int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);

    /// <summary>"today, 8 June 2026".</summary>
    private static DateClue? Relation(NamedDate date)
    {
        var before = Quoted().Replace(date.Line.Text[..date.Start], "");
        if (!date.IsDay || date.First is not { } day || date.IsContradicted || before.AsSpan().ContainsAny('“', '"') || Relative().Match(before) is not { Success: true } relative) return null;
        var how = relative.Groups["how"].Value.ToLowerInvariant();
        return new(DaySpans.On(day.AddDays(how == "yesterday" ? 1 : how == "tomorrow" ? -1 : 0)), relative.Value + date.Words, $"The text calls that day {how}.", Certainty.Medium);
    }

    private static DateClue? WithYear(NamedDate date, DateOnly today)
    {
        if (date.First is not { } day) return null;
        if (date.Told == Told.ToCome) return date.IsDay && !date.IsContradicted ? new(DaySpans.UpTo(day), date.Words, "That day is still to come in the text.", Certainty.Medium) : null;
        if (date.Told != Told.Past || day > today) return null;
        return date.IsContradicted
            ? new(DaySpans.From(day.AddDays(-7)), date.Words, $"The text tells of that day; its weekday is not the calendar’s, so a week more is left open.", Certainty.Low)
            : new(DaySpans.From(day), date.Words, "The text tells of that day, so it was published on it or later.", Certainty.Medium);
    }

    private static IEnumerable<DateClue> InFileName(string file)
    {
        foreach (Match match in InName().Matches(file))
        {
            var year = Year(match);
            var month = match.Groups["month"] is { Success: true } m ? int.Parse(m.Value, CultureInfo.InvariantCulture) : 12;
            var last = DateTime.DaysInMonth(year, month);
            if (match.Groups["day"] is { Success: true } d) last = Math.Min(last, int.Parse(d.Value, CultureInfo.InvariantCulture));
            yield return new(DaySpans.UpTo(new(year, month, last)), null, $"The file is named for {match.Value}, and no text is older than its file.", Certainty.Low, Evidence.Conjecture);
        }
    }

    private static DateClue? WithoutItsYear(NamedDate date, IReadOnlyList<TextLine> body, NamedDate? latest, bool isNews, DateOnly today)
    {
        if (date.Told == Told.ToCome || YearBefore(date, body, today) is not { } year) return YearLeftOut(date, isNews, today);
        // Behind "in 1968" a day may be of that year, however long ago.
        return date.Told == Told.Past && year == latest?.Year && Joined(date, latest) is { } day && day <= today
            ? new(DaySpans.From(day), date.Words, $"The text tells of that day; its year is that of “{latest.Words}”.", Certainty.Medium) : null;
    }

    private static DateClue? YearLeftOut(NamedDate date, bool isNews, DateOnly today)
    {
        if (date.Weekday is null && date.Told == Told.Unclear) return null;
        Func<DateOnly, (DateOnly, DateOnly)> around = date.Told switch
        {
            Told.Past when date.Weekday is not null && isNews => d => (d, d.AddDays(News)),
            Told.Past => WithoutYear.Past,
            Told.ToCome => WithoutYear.ToCome,
            _ => WithoutYear.Either,
        };
        var days = date.Candidates(Earliest, today.Year + 1).ToList();
        if (days.Count == 0) return null;
        // Of the centuries before nothing is said.
        var spans = DaySpans.Of(days.Select(around).Prepend((DateOnly.MinValue, new(Earliest - 1, 12, 31))));
        return date.Weekday is not null ? new(spans, date.Words, "The weekday and the day of the month agree in few years.", Certainty.Medium, IsLatest: true)
            : new(spans, date.Words, date.Told == Told.Past ? "The text tells of that day without a year, so of the same year or of the months before it." : "That day, named without a year, is still to come in the text.", Certainty.Medium);
    }

    /// <summary>The last year that stands before a date in the text and that is not to come; null when there is none.</summary>
    private static int? YearBefore(NamedDate date, IReadOnlyList<TextLine> body, DateOnly today)
    {
        var before = string.Join('\n', body.TakeWhile(l => l != date.Line).Select(l => l.Text)) + "\n" + date.Line.Text[..date.Start];
        return AnyYear().Matches(before).Select(m => (int?)int.Parse(m.Value, CultureInfo.InvariantCulture)).LastOrDefault(y => y <= today.Year);
    }

    /// <summary>The day in the year that lies nearest to a date with its year; null when that is not near enough to tell, or its weekday is another.</summary>
    private static DateOnly? Joined(NamedDate date, NamedDate with)
    {
        var there = with.First!.Value;
        var days = date.Candidates(there.Year - 1, there.Year + 1);
        // A year alone may have been written in its January, when December is that of the year before.
        if (with.Month is null) return days.Where(d => d.Year == there.Year && d.Month <= 9).Select(d => (DateOnly?)d).FirstOrDefault();
        return days.Where(d => Math.Abs(d.DayNumber - there.DayNumber) <= HalfYear).OrderBy(d => Math.Abs(d.DayNumber - there.DayNumber)).Select(d => (DateOnly?)d).FirstOrDefault();
    }
}
