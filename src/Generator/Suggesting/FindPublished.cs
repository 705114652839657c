using System.Globalization;
using System.Text.RegularExpressions;
using Model;

namespace Generator.Suggesting;

/// <summary>
/// When a text was published, as an EDTF date or interval; <paramref name="Quote"/> are the words of the seed it rests on, <paramref name="Why"/> says what else an editor should know.
/// </summary>
public sealed record SuggestedDate(string Date, Evidence Evidence, string? Quote, string Rule, Certainty Cert, string? Why = null);

/// <summary>
/// Works out from a text when it was published: from a line that says so; else from all clues it gives, each of which leaves some days out, down to the narrowest interval that none contradicts.
/// </summary>
public static partial class FindPublished
{
    /// <summary>An interval longer than this, in days, is only a first guess.</summary>
    private const int Short = 31;

    [GeneratedRegex(@"^\)?\s*(\([^)]{1,30}\))?\s*(?:[—–-]|:)")]
    private static partial Regex Dash();

    [GeneratedRegex(@"^(published|posted|updated|last updated|date|first published|created)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaysSo();

    [GeneratedRegex(@"^(?:from )?(?:the )?(?<what>.{0,30}?)\bissue\b|\bissue$", RegexOptions.IgnoreCase)]
    private static partial Regex Issue();

    /// <param name="body">The lines of the seed without those that came with the page.</param>
    /// <param name="around">The lines that came with the page.</param>
    /// <param name="file">The name of the seed.</param>
    /// <param name="events">The events of the archive that the text names.</param>
    /// <param name="today">No text was published later.</param>
    public static SuggestedDate Of(IReadOnlyList<TextLine> body, IReadOnlyList<TextLine> around, string file, IReadOnlyList<NamedEvent> events, DateOnly today)
    {
        var said = body.Where(l => l.Words <= 14).SelectMany(Said).Concat(body.Take(6).SelectMany(Dateline)).ToList();
        if (said.Find(s => s.Date is { Year: not null, IsDay: true } && s.Date.First <= today) is { Date: { } exact, Rule: var rule })
            return exact.IsContradicted
                ? new($"{Iso(exact.First!.Value.AddDays(-7))}/{Iso(Earlier(exact.First.Value.AddDays(7), today))}", Evidence.Internal, exact.Words, rule, Certainty.Low, "Its weekday is not the calendar’s, so one of both is wrong.")
                : new(Iso(exact.First!.Value), Evidence.Internal, exact.Words, rule, Certainty.High);
        var clues = FindDateClues.Of(body, around, file, events, today, [.. said.Select(s => s.Date)]);
        clues.InsertRange(1, said.Where(s => s.Date is { IsDay: false, Year: not null }).Select(s => Month(s.Date, s.Rule)));
        // The day of a line that gives no year stands behind what tells the year.
        clues.AddRange(said.Where(s => s.Date.Year is null).Select(s => Day(s.Date, s.Rule, today)));
        return Narrowed(clues, events);
    }

    /// <summary>The date of a line that has little else: "Published: May 10, 2031", "By Ada Roe, 2031-05-10", "The May 2031 issue".</summary>
    private static IEnumerable<(NamedDate Date, string Rule)> Said(TextLine line)
    {
        foreach (var date in FindDates.In(line).Take(1))
            if (date.IsDay && (SaysSo().IsMatch(line.Text) || IsOnlyDate(line.Text, date) || (date.Year is not null && FindLineRoles.IsByline(line)))) yield return (date, "A line of the text gives the date.");
            else if (date is { IsDay: false, Month: not null } && line.Words <= 8 && !line.IsSentence && Issue().IsMatch(line.Text)) yield return (date, "A line of the text gives the issue.");
    }

    /// <summary>"WASHINGTON, Aug. 11, 2025 —", "JAKARTA (April 9):".</summary>
    private static IEnumerable<(NamedDate Date, string Rule)> Dateline(TextLine line) => FindDates.In(line).Take(1)
        .Where(d => d is { IsDay: true, Start: < 60 } && Dash().IsMatch(line.Text.AsSpan(d.End)) && char.IsUpper(line.Text[0]) && line.Text[..d.Start].Where(char.IsLetter).Count(char.IsUpper) >= 3 && line.Text[..d.Start].Count(char.IsLower) <= 20)
        .Select(d => (d, "The dateline gives the date."));

    private static bool IsOnlyDate(string line, NamedDate date) => line.Length - date.Words.Length <= 30 && (line[..date.Start] + line[date.End..]).Count(char.IsLetter) <= (date.Year is null ? 3 : 16);

    private static DateClue Month(NamedDate month, string rule) => new(DaySpans.Between(month.First!.Value, month.First.Value.AddMonths(1).AddDays(-1)), month.Words, rule, Certainty.High);

    private static DateClue Day(NamedDate day, string rule, DateOnly today) => new(
        DaySpans.Of(day.Candidates(FindDateClues.Earliest, today.Year).Select(d => (d, d)).Prepend((DateOnly.MinValue, new(FindDateClues.Earliest - 1, 12, 31)))), day.Words, $"{rule[..^1]}, and the rest of the text the year.", Certainty.Medium, IsLatest: day.Weekday is not null);

    private static SuggestedDate Narrowed(List<DateClue> clues, IReadOnlyList<NamedEvent> events)
    {
        var (days, low, high, contradicted) = (clues[0].Days, (DateClue?)null, clues[0], false);
        var (latest, known) = ((DateClue?)null, new List<DateClue>());
        foreach (var clue in clues.Skip(1))
        {
            var both = days.And(clue.Days);
            if (both.IsEmpty)
            {
                contradicted = true;
                continue;
            }
            if (both.First > days.First) low = clue;
            if (both.Last < days.Last) high = clue;
            if (clue.Evidence == Evidence.Conjecture && (both.First > days.First || both.Last < days.Last)) known.Add(clue);
            if (clue.IsLatest) latest = clue;
            days = both;
        }
        // Where nothing says how old the text is, the latest year that fits is meant.
        var several = latest is not null && latest.Days.Touching(days).Count > 1;
        if (several && days.First.Year < FindDateClues.Earliest) (days, low) = (days.And(latest!.Days.Touching(days).Latest), latest);
        else several = false;
        return Written(days, low, high, known, contradicted, several, FindEventClues.Hint(events, days));
    }

    private static SuggestedDate Written(DaySpans days, DateClue? low, DateClue high, List<DateClue> known, bool contradicted, bool several, string? hint)
    {
        if (low is null && high.Quote is null && high.Evidence == Evidence.Conjecture)
            return new($"../{Iso(days.Last)}", Evidence.Conjecture, null, high.Rule, Certainty.Low, hint ?? "The text gives no date with a year.");
        var (main, other) = low is { Quote: not null } ? (low, high) : high.Quote is not null || low is null ? (high, low) : (low, high);
        var isShort = low is not null && days.Last.DayNumber - days.First.DayNumber <= Short;
        var cert = contradicted || several || !isShort ? Certainty.Low : main.Cert > other!.Cert ? main.Cert : other.Cert;
        if (low is not null && isShort) hint = null;
        var why = string.Join(' ', known.Append(other).Where(c => c is not null && c != main).Distinct().Select(c => c!.Quote is { } words ? $"“{words}”: {c.Rule}" : c.Rule).Concat(
        [
            several ? "The latest year that fits is taken; earlier ones fit as well." : null,
            contradicted ? "Other words of the text contradict it." : null,
            hint,
        ]).Where(w => w is not null));
        return new(low is null ? $"../{Iso(days.Last)}" : Text(days.First, days.Last), known.Count > 0 || main.Evidence == Evidence.Conjecture ? Evidence.Conjecture : Evidence.Internal, main.Quote, main.Rule, cert, why.Length == 0 ? null : why);
    }

    /// <summary>A day, a whole month, a whole year or an interval.</summary>
    private static string Text(DateOnly first, DateOnly last)
    {
        if (first == last) return Iso(first);
        if (first.Day == 1 && last == first.AddMonths(1).AddDays(-1)) return first.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        return first is { Day: 1, Month: 1 } && last == first.AddYears(1).AddDays(-1) ? first.ToString("yyyy", CultureInfo.InvariantCulture) : $"{Iso(first)}/{Iso(last)}";
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
