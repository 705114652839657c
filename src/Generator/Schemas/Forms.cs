using Generator.Record;
using Model;

namespace Generator.Schemas;

/// <summary>
/// The forms of texts, as regular expressions that .NET and ECMAScript read alike, without their ends. A schema sees the form of a value; what only looking it up
/// can show, such as an interval that ends before it begins, the readers alone see.
/// </summary>
public static class Forms
{
    // Spaces, control characters and what ends an attribute are in no address.
    private const string AddressCharacter = @"[^\s\\""<>\u0000-\u001f\u007f-\u009f]";
    private const string HostCharacter = @"[^\s\\""<>/?#@\u0000-\u001f\u007f-\u009f]";

    private const string Year = "(?!-0000)-?[0-9]{4}";
    private const string LeapYear = "-?(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)";
    private const string MonthAndDay = "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))";
    private const string Day = $"(?:{Year}-{MonthAndDay}|(?!-0000){LeapYear}-02-29)";
    private const string Time = "T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:Z|[+-](?:[01][0-9]|2[0-3])(?::[0-5][0-9])?)?";
    private const string Month = $"{Year}-(?:0[1-9]|1[0-2])";
    private const string Season = $"{Year}-2[1-4]";
    private const string Unspecified = $"(?:{Month}-XX|{Year}-XX(?:-XX)?|(?:[0-9]{{3}}X|[0-9]{{2}}XX)(?:-XX(?:-XX)?)?)";
    private const string Date = $"(?:Y-?[1-9][0-9]{{4,17}}|{Day}{Time}|(?:{Day}|{Month}|{Season}|{Unspecified}|{Year})[?~%]?)";

    /// <summary>EDTF, level 0 and 1, dates and intervals; see <see cref="Edtf"/>.</summary>
    public const string Edtf = $@"(?:{Date}(?:/(?:{Date}|\.\.)?)?|(?:\.\.)?/{Date})";

    /// <summary>An id; see <see cref="Id.IsValid"/>.</summary>
    public const string Id = "(?=.{1,100}$)[a-z0-9]+(?:-[a-z0-9]+)*";

    /// <summary>A number with a sign, perhaps, and a decimal point; up to 1000000000000000.</summary>
    public const string Number = @"0*(?:[0-9]{1,15}(?:\.[0-9]*)?|10{15}(?:\.0*)?|\.[0-9]+)";

    /// <summary>A whole number from 1.</summary>
    public const string Count = "0*[1-9][0-9]{0,8}";

    /// <summary>A date of that day and no other precision.</summary>
    public static readonly FormShape OneDay = new($"(?!0000|-){Day}", "write it like 2026-11-22");

    /// <summary>See <see cref="WebAddress"/>.</summary>
    public static readonly FormShape Address = new($"(?:mailto:{AddressCharacter}+|https?://{HostCharacter}+(?:[/?#]{AddressCharacter}*)?)", "addresses begin with https:// or http://");

    /// <summary>The address of a site: no query, no fragment.</summary>
    public static readonly FormShape SiteAddress = new($"https?://{HostCharacter}+(?:/(?:(?![?#]){AddressCharacter})*)?", "write it like https://example.org/archive/");

    public static readonly FormShape Language = new(Languages.Form, "write en, ar, he, pt-BR, ...");

    public static readonly FormShape Identifier = new(Identifiers.Form, "write scheme:id, such as wikidata:Q42");
}
