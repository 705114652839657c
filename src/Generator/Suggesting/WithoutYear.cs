namespace Generator.Suggesting;

/// <summary>
/// What a day named without its year says of the day on which its text was published. Newspapers leave the year out when it is that of the paper, and where the turn of the year lies between, when it is no longer than some months ago or ahead; and in January, when they look back on the whole year, as in December they look ahead.
/// </summary>
public static class WithoutYear
{
    private const int Months = 4;

    /// <summary>The days on which a text can tell of a day as past.</summary>
    public static (DateOnly First, DateOnly Last) Past(DateOnly day) => (day, day.AddMonths(Months) is var late && late > new DateOnly(day.Year + 1, 1, 31) ? late : new(day.Year + 1, 1, 31));

    /// <summary>The days on which a text can tell of a day as still to come.</summary>
    public static (DateOnly First, DateOnly Last) ToCome(DateOnly day) => (day.AddMonths(-Months) is var early && early < new DateOnly(day.Year - 1, 12, 1) ? early : new(day.Year - 1, 12, 1), day);

    /// <summary>The days on which a text can name a day, past or not.</summary>
    public static (DateOnly First, DateOnly Last) Either(DateOnly day) => (ToCome(day).First, Past(day).Last);
}
