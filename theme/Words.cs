using System.Globalization;
using Model;

namespace Theme;

/// <summary>The archive's own words for the values of the model, as readers see them.</summary>
public static class Words
{
    /// <summary>A number and what is counted: <c>1 article</c>, <c>12 articles</c>, <c>2 stories</c>.</summary>
    public static string Count(int number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:#,0} {(number == 1 ? one : many ?? one + "s")}");

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Number(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    public static string Of(ActorType type) => type switch
    {
        ActorType.Person => "Person",
        ActorType.Organization => "Organization",
        ActorType.PublicBody => "Public body",
        ActorType.Country => "Country",
        ActorType.Group => "Group",
        ActorType.Anonymous => "Unnamed source",
        _ => "Document",
    };

    public static string Of(SourceType type) => type switch
    {
        SourceType.Newspaper => "Newspaper",
        SourceType.Agency => "News agency",
        SourceType.Broadcaster => "Broadcaster",
        _ => "Website",
    };

    public static string Of(Genre genre) => genre switch
    {
        Genre.Reportage => "Reportage",
        Genre.Analysis => "Analysis",
        Genre.Opinion => "Opinion",
        _ => "Background",
    };

    public static string Of(Kind kind) => kind switch
    {
        Kind.Article => "Article",
        Kind.Actor => "Actor",
        Kind.Topic => "Topic",
        Kind.Place => "Place",
        Kind.Event => "Event",
        Kind.Source => "Source",
        _ => "Claim",
    };

    /// <summary>What the list of a kind counts, one of it.</summary>
    public static string One(Kind kind) => Of(kind).ToLowerInvariant();

    public static string Of(PassageKind kind) => kind switch
    {
        PassageKind.Quotation => "In their own words",
        PassageKind.Reported => "Reported speech",
        PassageKind.Figure => "Figure",
        PassageKind.Deadline => "Deadline",
        PassageKind.Identifies => "Means",
        _ => "Editor’s note",
    };

    /// <summary>The class that gives a passage and its note their looks.</summary>
    public static string Class(PassageKind kind) => kind switch
    {
        PassageKind.Quotation => "quotation",
        PassageKind.Reported => "reported",
        PassageKind.Figure => "figure",
        PassageKind.Deadline => "deadline",
        PassageKind.Identifies => "identifies",
        _ => "remark",
    };

    public static string Of(Position position) => position switch
    {
        Position.Affirms => "Affirms",
        Position.Denies => "Denies",
        Position.Qualifies => "Qualifies",
        Position.Questions => "Questions",
        _ => "Declines to say",
    };

    public static string Class(Position position) => position switch
    {
        Position.Affirms => "affirms",
        Position.Denies => "denies",
        Position.Qualifies => "qualifies",
        Position.Questions => "questions",
        _ => "declines",
    };

    public static string Of(Settled settled) => settled switch
    {
        Settled.Met => "met",
        Settled.Missed => "missed",
        _ => "moved",
    };

    public static string Of(DeadlineState state) => state switch
    {
        DeadlineState.Met => "met",
        DeadlineState.Missed => "missed",
        DeadlineState.Moved => "moved",
        DeadlineState.Open => "open",
        _ => "overdue",
    };

    public static string Of(Evidence evidence) => evidence switch
    {
        Evidence.Internal => "the text itself",
        Evidence.External => "outside the text",
        _ => "conjecture",
    };

    public static string Of(Certainty certainty) => certainty switch
    {
        Certainty.High => "high",
        Certainty.Medium => "medium",
        _ => "low",
    };

    /// <summary>Such as <c>31.5° north, 34.47° east</c>.</summary>
    public static string Of(GeoPoint point) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Math.Abs(point.Latitude)}° {(point.Latitude < 0 ? "south" : "north")}, {Math.Abs(point.Longitude)}° {(point.Longitude < 0 ? "west" : "east")}");

    public static string Of(ClaimKind kind) => kind == ClaimKind.Figure ? "Figure" : "Statement";

    /// <summary>How the reports of a claim stand to each other, in two words; null when there is nothing to compare.</summary>
    public static string? Of(Agreement agreement, ClaimKind kind) => (agreement, kind) switch
    {
        (Agreement.Rival, ClaimKind.Figure) => "rival values",
        (Agreement.Rival, _) => "affirmed and denied",
        (Agreement.Vary, ClaimKind.Figure) => "values vary",
        (Agreement.Vary, _) => "positions vary",
        (Agreement.Same, _) => "reports agree",
        _ => null,
    };

    /// <summary>The same in a sentence that says what it rests on.</summary>
    public static string Verdict(ClaimPage page) => (page.Agreement, page.Kind) switch
    {
        (Agreement.Rival, ClaimKind.Figure) => $"Reports disagree: of {Count(page.DifferentValues, "different value")}, at least two are given for the same time and cannot both be true.",
        (Agreement.Rival, _) => "Speakers disagree: some affirm it and some deny it.",
        (Agreement.Vary, ClaimKind.Figure) => $"{Count(page.DifferentValues, "different value")}, which can all be true: they are for different times, or their ranges overlap.",
        (Agreement.Vary, _) => "Positions vary, without a yes against a no.",
        (Agreement.Same, ClaimKind.Figure) => "All reports that stand give the same value.",
        (Agreement.Same, _) => "All who take a position take the same one.",
        (Agreement.Single, ClaimKind.Figure) => "One report gives a value.",
        _ => "One speaker takes a position.",
    };
}
