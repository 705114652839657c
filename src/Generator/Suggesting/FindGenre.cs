using System.Text.RegularExpressions;
using Model;

namespace Generator.Suggesting;

/// <summary>
/// Tells the genre of a text from what it is called or signed with: the name of a section, a word before or behind the headline, "Analysis by …", a note that the views are the author's own, a column's first person, an agency's dateline.
/// </summary>
public static partial class FindGenre
{
    private const int Head = 5;

    [GeneratedRegex(@"^(?:(?<opinion>opinions?|op-?ed|comment|commentary|editorial|leader|guest (?:essay|column|comment)|viewpoint|column|columnists?|perspectives?|letters?(?: to the editor)?|first person)|(?<analysis>(?:news )?analysis)|(?<background>explainers?|explained|background(?:er)?|q ?& ?a|factbox|timeline|in depth)|(?<reportage>breaking(?: news)?|live|report|reportage|news report))(?: \|.*|:)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?:(?<opinion>opinion|op-?ed|comment|editorial|column)|(?<analysis>(?:news )?analysis)|(?<background>explainer|explained|backgrounder|factbox|timeline))\s?[:|–—]\s?\S|[:|–—-]\s?(?:(?<opinion>opinion|op-?ed|comment|editorial)|(?<analysis>analysis)|(?<background>(?:an )?explainer|explained))$", RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^(?:what (?:we know|to know|is|are)\b|who (?:is|are)\b|how \w+ works\b|everything you need to know|\d+ things to know)|\bwhat (?:you need|we|to) (?:to )?know\b|,? explained$", RegexOptions.IgnoreCase)]
    private static partial Regex Explains();

    [GeneratedRegex(@"^(?:(?<analysis>(?:news )?analysis)|(?<opinion>opinion|commentary|comment)) by \p{Lu}", RegexOptions.IgnoreCase)]
    private static partial Regex Byline();

    [GeneratedRegex(@"\b(?:views|opinions) (?:expressed|presented|stated)\b.{0,60}\b(?:author|writer|own|their|his|her)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OwnViews();

    [GeneratedRegex(@"\b(?:I (?:believe|think|suspect|fear|hope|would argue|am convinced|cannot)|in my (?:view|opinion)|we (?:must|should|ought|cannot afford|need to)|let us)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Argues();

    [GeneratedRegex(@"(?<!\p{L})I(?!\p{L}|\.)")]
    private static partial Regex FirstPerson();

    [GeneratedRegex("[“\"][^”\"]*[”\"]?|‘[^’]*’(?!\\p{L})")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\p{Lu}[\p{Lu}'’. -]{2,30}(?:, [\p{L}. \d]{1,30}){0,3} \([\p{L} ]{2,30}\)\s*[—–-]|^\(?reporting by \p{Lu}", RegexOptions.IgnoreCase)]
    private static partial Regex Agency();

    [GeneratedRegex(@"^\p{Lu}{3,}")]
    private static partial Regex Capitals();

    [GeneratedRegex(@"(?<![a-z])(?:(?<opinion>opinion|op-?ed|editorial)|(?<analysis>analysis)|(?<background>explainer|explained|backgrounder))(?![a-z])", RegexOptions.IgnoreCase)]
    private static partial Regex InName();

    /// <summary>Null where nothing tells it.</summary>
    /// <param name="lines">All lines of the seed.</param>
    /// <param name="file">The name of the seed.</param>
    public static Suggested<Genre>? Of(IReadOnlyList<TextLine> lines, string file)
    {
        var head = lines.Take(Head).Where(l => l.Words <= 30).ToList();
        var views = lines.Any(l => l.Words <= 40 && OwnViews().IsMatch(l.Text));
        if (First(head.Where(l => l.Words <= 6), Label()) is { } label)
            // A paper may call "analysis" what it prints as its author's view.
            return new(label, views && label != Genre.Opinion ? Certainty.Medium : Certainty.High);
        if (First(head, Byline()) is { } byline) return new(byline, Certainty.High);
        if (First(head.Take(3), Prefix()) is { } prefix) return new(prefix, Certainty.High);
        if (views) return new(Genre.Opinion, Certainty.Medium);
        if (First([new(0, file, file)], InName()) is { } named) return new(named, Certainty.Low);
        if (head.Take(2).Any(l => !l.IsSentence && Explains().IsMatch(l.Text))) return new(Genre.Background, Certainty.Medium);
        if (lines.Any(l => Agency().IsMatch(l.Text) && (Capitals().IsMatch(l.Text) || l.Words <= 14))) return new(Genre.Reportage, Certainty.Medium);
        var own = lines.Select(l => Quoted().Replace(l.Text, "")).ToList();
        return own.Sum(t => Argues().Count(t)) >= 2 && own.Sum(t => FirstPerson().Count(t)) >= 2 ? new(Genre.Opinion, Certainty.Low) : null;
    }

    private static Genre? First(IEnumerable<TextLine> lines, Regex sign)
    {
        foreach (var line in lines)
            if (sign.Match(line.Text) is { Success: true } match) return Enum.GetValues<Genre>().First(g => match.Groups[g.ToString().ToLowerInvariant()].Success);
        return null;
    }
}
