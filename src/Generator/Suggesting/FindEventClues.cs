using Model;

namespace Generator.Suggesting;

/// <summary>What the events of the archive that a text names say of the day on which it was published.</summary>
public static class FindEventClues
{
    /// <summary>A weekday without a date is at most a week away; "last Friday" may be the Friday before.</summary>
    private const int Week = 7, Fortnight = 14;

    /// <summary>So many events of the same days are no chance.</summary>
    private const int Enough = 3;

    /// <summary>The surest first.</summary>
    public static IEnumerable<DateClue> Of(IReadOnlyList<NamedEvent> events)
    {
        foreach (var named in events.Where(e => e.Event.Date is not null).OrderBy(e => e.By))
            if (Clue(named, events) is { } clue) yield return clue;
    }

    /// <summary>What would follow if a weekday were that of an event of the archive, where that alone is too little to rest on; null when nothing would. The latest event counts.</summary>
    public static string? Hint(IEnumerable<NamedEvent> events, DaySpans possible) => events
        .Where(e => e.By == NamedBy.Weekday && FindEvents.DayOf(e.Event.Date!.Value) is { } day && !possible.And(DaySpans.On(day)).IsEmpty).MaxBy(e => FindEvents.DayOf(e.Event.Date!.Value)) is { } hint
        ? $"“{hint.Words}” may be {FindEvents.DayOf(hint.Event.Date!.Value):yyyy-MM-dd}, the day of {hint.Event.Id}; then it was published within {(hint.Words.StartsWith("last", StringComparison.OrdinalIgnoreCase) ? "two weeks" : "a week")} of it." : null;

    private static DateClue? Clue(NamedEvent named, IReadOnlyList<NamedEvent> events)
    {
        var date = named.Event.Date!.Value;
        if (First(date) is not { } first) return null;
        var day = FindEvents.DayOf(date);
        return (named.By, named.Told) switch
        {
            (NamedBy.Name, Told.Past) => new(DaySpans.From(date.Start is { IsExact: true } ? first : first.AddMonths(-1)), named.Words, $"The text names {named.Event.Id}, so it was published on its first day or later.", Certainty.Medium, Evidence.Conjecture),
            (NamedBy.Date, Told.Past) => new(DaySpans.Of([WithoutYear.Past(first)]), named.Words, $"The text tells of {named.Event.Id} by its day, without a year.", Certainty.Medium, Evidence.Conjecture),
            (NamedBy.Date, Told.ToCome) => new(DaySpans.Of([WithoutYear.ToCome(first)]), named.Words, $"The text tells of {named.Event.Id} by its day, as still to come.", Certainty.Medium, Evidence.Conjecture),
            (NamedBy.Month, _) => new(DaySpans.Between(first, new DateOnly(first.Year, first.Month, 1).AddMonths(13).AddDays(-1)), named.Words, $"The text tells of {named.Event.Id} by its month, the last of that name.", Certainty.Medium, Evidence.Conjecture),
            (NamedBy.Weekday, _) when day is { } that && Together(that, events) >= Enough =>
                new(Near(that, named), named.Words, $"The weekday is that of {named.Event.Id}, and the text names other events of the same days.", Certainty.Low, Evidence.Conjecture),
            _ => null,
        };
    }

    private static DateOnly? First(Edtf date) => In(date.First);

    private static DateOnly? Last(Edtf date) => In(date.Last);

    private static DateOnly? In(Day day) => day.Year is >= 1000 and <= 9000 ? new((int)day.Year, day.Month, day.DayOfMonth) : null;

    private static DaySpans Near(DateOnly day, NamedEvent named)
    {
        var (before, after) = named.Told switch { Told.Past => (0, Week), Told.ToCome => (Week, 0), _ => (Week, Week) };
        if (named.Words.StartsWith("last", StringComparison.OrdinalIgnoreCase)) after = Fortnight;
        if (named.Words.StartsWith("next", StringComparison.OrdinalIgnoreCase)) before = Fortnight;
        return DaySpans.Between(day.AddDays(-before), day.AddDays(after));
    }

    /// <summary>How many of the events lie within a week of a day; those that took longer than two do not count.</summary>
    private static int Together(DateOnly day, IReadOnlyList<NamedEvent> events) => events.Count(e => e.Event.Date?.Value is { } date && First(date) is { } first && Last(date) is { } last
        && last.DayNumber - first.DayNumber <= Fortnight && first <= day.AddDays(Week) && last >= day.AddDays(-Week));
}
