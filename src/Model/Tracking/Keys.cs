namespace Model;

/// <summary>
/// The keys that name the parts of an archive, from 0 up to <see cref="Count"/>: of each part that articles have one for each article, of each part that other records have one for each of these, for each of these those of what all
/// its lists of articles hold of a year, then those of what concerns the whole. Articles are the first of the records. A part that a record never has is named by the last key of all.
/// </summary>
/// <param name="articles">How many articles the archive has.</param>
/// <param name="records">How many records, with the articles.</param>
public sealed class Keys(int articles, int records)
{
    private static readonly Part[] OfArticles =
        [Part.Filing, Part.Facts, Part.Text, Part.Marks, Part.Sayings, Part.Annotations, Part.File, Part.MentionsIn, Part.Corrections, Part.Relations, Part.Neighbours, Part.Stories, Part.AlsoSaid, Part.Elsewhere, Part.Features, Part.Searched];

    private static readonly Part[] OfOthers =
    [
        Part.Facts, Part.File, Part.About, Part.MentionsOf, Part.Identified, Part.Said, Part.PassedOn, Part.Heard, Part.Values, Part.Stances, Part.Taken, Part.RelationsOn, Part.Parts, Part.Events, Part.Claims,
        Part.Pages, Part.Reported, Part.Summary, Part.Shared,
    ];

    /// <summary>A record has so many keys for years; two years share one when they are this many apart, or a multiple.</summary>
    public const int Years = 32;

    private static readonly int Wholes = Enum.GetValues<Whole>().Length, Kinds = Enum.GetValues<Kind>().Length;

    // By part, its place among those above; -1 when it is not there.
    private static readonly int[] AmongArticles = Places(OfArticles), AmongOthers = Places(OfOthers);

    private readonly int _firstOfOthers = OfArticles.Length * articles, _firstOfYears = (OfArticles.Length * articles) + (OfOthers.Length * (records - articles));

    /// <summary>The first key of what concerns the whole; as many follow in every archive.</summary>
    public int FirstOfWhole { get; } = (OfArticles.Length * articles) + ((OfOthers.Length + Years) * (records - articles));

    /// <summary>How many keys there are.</summary>
    public int Count => FirstOfMonths + (Years * Period.Months) + 1;

    private int FirstOfYears => FirstOfWhole + Wholes + (2 * Kinds);

    private int FirstOfMonths => FirstOfYears + Years;

    /// <summary>The parts of the record at a place among all.</summary>
    public ReadOnlySpan<Part> PartsOf(int record) => record < articles ? OfArticles : OfOthers;

    /// <summary>The key of a part of the record at a place among all.</summary>
    public int Of(Part part, int record)
    {
        if (record < articles) return AmongArticles[(int)part] is var own and >= 0 ? (own * articles) + record : Count - 1;
        return AmongOthers[(int)part] is var other and >= 0 ? _firstOfOthers + (other * (records - articles)) + record - articles : Count - 1;
    }

    /// <summary>The key of what the lists of the record at a place among all hold of the year with a heading (see <see cref="DateWords.Year"/>).</summary>
    public int Of(string year, int record) => Of(YearOf(year), record);

    /// <summary>The same of those years that <see cref="YearOf"/> gives a number.</summary>
    public int Of(int year, int record) => record < articles ? Count - 1 : _firstOfYears + (Years * (record - articles)) + year;

    /// <summary>The number that the keys of a year have among those of a record, from 0 up to <see cref="Years"/>.</summary>
    public static int YearOf(string heading)
    {
        var number = 0;
        foreach (var digit in heading) number = (number * 10) + (digit - '0');
        return number & (Years - 1);
    }

    public int Of(Whole whole) => FirstOfWhole + (int)whole;

    /// <summary>The key of which records of a kind there are, or of all that they say.</summary>
    public int Of(Kind kind, bool contents) => FirstOfWhole + Wholes + (2 * (int)kind) + (contents ? 1 : 0);

    /// <summary>The key of the articles that are filed under a year or a month.</summary>
    public int OfTime(Period period) => OfTime(YearOf(period.Year), period.Month);

    /// <summary>The same of a year that <see cref="YearOf"/> gives a number, or a month of it.</summary>
    public int OfTime(int year, int? month) => month is null ? FirstOfYears + year : FirstOfMonths + (Period.Months * year) + month.Value;

    private static int[] Places(Part[] parts) => [.. Enum.GetValues<Part>().Select(part => Array.IndexOf(parts, part))];
}
