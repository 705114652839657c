using System.Text.RegularExpressions;
using Generator.Modules;
using Model;

namespace Generator.Suggesting;

/// <summary>
/// What in a sentence speaks for an event of the archive: its name; all words of its name and its day of the month; those words and the month, as in "last December"; those words and its weekday; those words alone.
/// </summary>
public enum NamedBy { Name, Date, Month, Weekday, Words }

/// <summary>An event of the archive that a text most likely names. <paramref name="Words"/> of the line say so: the name, the date, the weekday; empty when the sentence as a whole does.</summary>
public sealed record NamedEvent(Event Event, NamedBy By, TextLine Line, string Words, Told Told);

/// <summary>Finds the events of the archive that a text names, by their names or by a sentence that has all words of the name and no other date.</summary>
public sealed partial class FindEvents
{
    /// <summary>So many words of a name must stand in one sentence; fewer beside the day itself.</summary>
    private const int Enough = 3, EnoughBesideDate = 2;

    // Words of the news that mean the same; WordStems cuts the rest.
    private static readonly Dictionary<string, string> Same = new(StringComparer.Ordinal)
    {
        ["met"] = "meet", ["meetin"] = "meet", ["negoti"] = "talk", ["killed"] = "death", ["killin"] = "death", ["died"] = "death", ["dead"] = "death", ["dying"] = "death", ["signin"] = "sign", ["signed"] = "sign", ["voted"] = "vote", ["voting"] = "vote",
    };

    private readonly List<(Event Event, HashSet<string> Words, Regex Name)> _events;

    public FindEvents(IEnumerable<Event> events)
    {
        _events = [.. events.OrderBy(e => e.Id).Select(e => (e, Words(Aside().Replace(e.Name, "")), Whole(Aside().Replace(e.Name, ""))))];
    }

    // "(announced)"
    [GeneratedRegex(@"\s*\([^)]*\)")]
    private static partial Regex Aside();

    [GeneratedRegex(@"\b(?<how>last|on|late|early|next|this) (?<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!,? \(?(?:the )?(?:\d|" + FindDates.MonthBegins + @"))|\b(?<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?= (?:morning|afternoon|evening|night))", RegexOptions.IgnoreCase)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\blast (?<month>January|February|March|April|May|June|July|August|September|October|November|December)\b")]
    private static partial Regex LastMonth();

    /// <summary>A name as whole words, with or without quotation marks around some of them.</summary>
    private static Regex Whole(string name) =>
        new($@"(?<![\p{{L}}\p{{N}}]){string.Join("[\"“”‘’']*\\s+[\"“”‘’']*", name.Replace('’', '\'').Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape))}(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Of each event the strongest sign, in the order of their ids.</summary>
    public List<NamedEvent> In(IEnumerable<TextLine> lines)
    {
        var found = new List<NamedEvent>();
        foreach (var line in lines)
        {
            var dates = FindDates.In(line).ToList();
            foreach (var (start, end) in SplitSentences.Of(line.Text, 0, line.Text.Length))
            {
                var sentence = line.Text[start..end];
                var (words, here) = (Words(sentence), dates.Where(d => d.Start >= start && d.Start < end).ToList());
                found.AddRange(_events.Select(e => Named(e.Event, e.Words, e.Name, line, sentence, words, here)).OfType<NamedEvent>());
            }
        }
        return [.. found.GroupBy(f => f.Event.Id).Select(g => g.MinBy(f => (f.By, f.Told))!).OrderBy(f => f.Event.Id)];
    }

    private static NamedEvent? Named(Event happening, HashSet<string> name, Regex whole, TextLine line, string sentence, HashSet<string> words, List<NamedDate> dates)
    {
        if (name.Count >= 2 && whole.Match(sentence.Replace('’', '\'')) is { Success: true } match) return new(happening, NamedBy.Name, line, sentence.Substring(match.Index, match.Length), dates is [var only] ? only.Told : Told.Past);
        if (name.Count < EnoughBesideDate || !name.IsSubsetOf(words)) return null;
        var date = happening.Date?.Value;
        var day = DayOf(date);
        if (day is { } exact && dates.Find(d => d.IsDay && d.Year is null && (d.Month, d.Day) == (exact.Month, exact.Day) && (d.Weekday ?? exact.DayOfWeek) == exact.DayOfWeek) is { } same) return new(happening, NamedBy.Date, line, same.Words, same.Told);
        // Another day is another event.
        if (name.Count < Enough || (date is not null && dates.Exists(d => d.IsDay && !Holds(date, d)))) return null;
        if (LastMonth().Match(sentence) is { Success: true } month && date is { Start: { Month: <= 12 } start } && DateWords.MonthName(start.Month.Value) == month.Groups["month"].Value) return new(happening, NamedBy.Month, line, month.Value, Told.Past);
        var weekdays = Weekday().Matches(sentence);
        if (day is null || weekdays.Count == 0) return new(happening, NamedBy.Words, line, "", Told.Unclear);
        return weekdays.FirstOrDefault(w => day.Value.DayOfWeek.ToString().StartsWith(w.Groups["day"].Value, StringComparison.OrdinalIgnoreCase)) is { } fitting ? new(happening, NamedBy.Weekday, line, fitting.Value, FindDates.ToldAt(sentence, fitting.Index, fitting.Index + fitting.Length, hasYear: false)) : null;
    }

    /// <summary>The one day of a date that says no doubt; else null.</summary>
    public static DateOnly? DayOf(Edtf? date) => date is { IsInterval: false, Start: { IsExact: true, Year: >= 1000 and <= 9000, Month: <= 12, DayOfMonth: { } day } start } ? new((int)start.Year, start.Month.Value, day) : null;

    private static bool Holds(Edtf date, NamedDate day) => Enumerable.Range((int)Math.Clamp(date.First.Year, 1, 9998), 3).Any(y => day.In(y) is { } there && (day.Year ?? y) == y && new Day(y, there.Month, there.Day) is var d && date.First.CompareTo(d) <= 0 && date.Last.CompareTo(d) >= 0);

    private static HashSet<string> Words(string text) => [.. WordStems.Of(text).Where(w => w.Length > 1).Select(w => Same.GetValueOrDefault(w, w))];
}
