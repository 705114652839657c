using System.Text.RegularExpressions;
using Model;

namespace Generator.Suggesting;

/// <summary>A line that is not a plain paragraph.</summary>
public sealed record RoledLine(TextLine Line, BlockRole Role, Certainty Cert);

/// <summary>Finds the headline, the bylines, captions, bullets, headings and set-off quotations of a seed.</summary>
public static partial class FindLineRoles
{
    [GeneratedRegex(@"^(by|written by|story by|reporting by|reported by|analysis by|edited by)\s+\p{Lu}|^\(?[\p{Lu}][\p{L}.&’' ]*(headquarters|staff|newsroom|desk|agencies|correspondent|reporter)\b.{0,30}\)?$|^\((reuters|ap|afp|upi|dpa|xinhua|tass|efe|ansa|kyodo)[^)]{0,40}\)$|^(reuters|ap|afp|associated press)$|^[—–-]\s*\p{Lu}[\p{L}. ]+$|^\([^)]{3,60}\)$", RegexOptions.IgnoreCase)]
    private static partial Regex Byline();

    [GeneratedRegex(@"\((photo|image|picture|credit|ap|afp|reuters|getty|epa|file)\b[^)]*\)$|\([\p{L} .\-’']+/[\p{L} .\-’']+\)$|^(photo|photograph|image|picture|file photo|illustrative)\b[.:]|\b(getty images|ap photo|file photo)\b\)?\.?$|^(photo|image|picture)( credit| by|:)", RegexOptions.IgnoreCase)]
    private static partial Regex Caption();

    [GeneratedRegex(@"^[•·▪●◦‣*–-]\s+\S")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(published|posted|updated|last updated|first published)\b.*\d", RegexOptions.IgnoreCase)]
    private static partial Regex Dated();

    public static bool IsCaption(TextLine line) => line.Words <= 60 && Caption().IsMatch(line.Text);

    public static bool IsByline(TextLine line) => line.Words <= 14 && Byline().IsMatch(line.Text);

    [GeneratedRegex(@"^(analysis|opinion|comment|editorial|news|world( news)?|politics|business|feature|features|exclusive|breaking( news)?|interview|review|explainer|live|sport|culture|health|science|technology|tech|education|environment|corporate|markets|economy|national|local|crime|courts|travel|arts|middle east|europe|asia|africa|americas|[\p{L} ]+ & [\p{L} ]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Section();

    /// <summary>
    /// The headline, and how many lines stand above it that only name the section of the paper: the first line that is no sentence, no bullet and not as long as a paragraph. No headline when there is none.
    /// </summary>
    public static (TextLine? Headline, int Above) Headline(IReadOnlyList<TextLine> lines)
    {
        var above = 0;
        while (above < 2 && above + 1 < lines.Count && IsSection(lines[above]) && lines[above + 1].Words >= 4) above++;
        return lines.Count > above + 1 && lines[above] is { Words: >= 2 and <= 30 } first && !Bullet().IsMatch(first.Text) && !IsByline(first) && (!first.Text.EndsWith('.') || first.Words <= 6) ? (first, above) : (null, 0);
    }

    private static bool IsSection(TextLine line) => line is { IsSentence: false, Words: <= 5 } && (Section().IsMatch(line.Text) || (line.Words <= 3 && line.Text.All(c => char.IsUpper(c) || !char.IsLetter(c))));

    /// <summary>In the order of the seed; <paramref name="lines"/> without furniture and without the headline.</summary>
    public static List<RoledLine> In(IReadOnlyList<TextLine> lines, bool hasHeadline)
    {
        var found = new List<RoledLine>();
        for (var i = 0; i < lines.Count; i++)
            if (RoleOf(lines, i, hasHeadline) is var (role, cert) && role != BlockRole.Paragraph) found.Add(new(lines[i], role, cert));
        return [.. found.DistinctBy(f => f.Line.Text)];
    }

    private static (BlockRole Role, Certainty Cert) RoleOf(IReadOnlyList<TextLine> lines, int i, bool hasHeadline)
    {
        var line = lines[i];
        if (Bullet().IsMatch(line.Text) && (lines.Count(l => Bullet().IsMatch(l.Text)) > 1 || line.Text[0] == '•')) return (BlockRole.Bullet, Certainty.High);
        if (IsByline(line) && (i < 4 || i >= lines.Count - 3)) return (BlockRole.Byline, Certainty.High);
        if (i < 5 && line.Words <= 14 && Dated().IsMatch(line.Text)) return (BlockRole.Byline, Certainty.High);
        if (IsCaption(line)) return (BlockRole.Caption, Certainty.High);
        // Under the headline, above the byline: what the article is about.
        if (i == 0 && hasHeadline && line.Words is >= 6 and <= 45 && lines.Take(4).Skip(1).Any(l => IsByline(l) || Dated().IsMatch(l.Text) || IsNames(l))) return (BlockRole.Lede, Certainty.Medium);
        if (hasHeadline && i < 4 && IsNames(line)) return (BlockRole.Byline, Certainty.Medium);
        // A first line that is a sentence, under which the article begins with a longer one of its own.
        if (i == 0 && !hasHeadline && line.IsSentence && line.Words is >= 8 and <= 40 && i + 1 < lines.Count && lines[i + 1].Words > 20) return (BlockRole.Lede, Certainty.Medium);
        if (IsQuotation(line)) return (BlockRole.PullQuote, Certainty.Medium);
        if (line is { IsSentence: false, Words: >= 2 and <= 12 } && !line.Text.EndsWith(':') && !line.Text.EndsWith(',') && !line.Text.ContainsAny(['“', '”']) && i + 1 < lines.Count && lines[i + 1].Words >= 15 && !line.Text.StartsWith('(')
            && (char.IsUpper(line.Text[0]) || char.IsDigit(line.Text[0]))) return (BlockRole.Heading, Certainty.High);
        return (BlockRole.Paragraph, Certainty.High);
    }

    /// <summary>Whether a line is a name or two, as of the writers: "Ada Roe", "Ada Roe in London and Ivo Brandt in Bern".</summary>
    private static bool IsNames(TextLine line) => line is { IsSentence: false, Words: >= 2 and <= 10 } && line.Text.Split(' ') is var words && words.Take(2).All(w => char.IsUpper(w[0]) && w.Any(char.IsLower) && w.All(c => char.IsLetter(c) || c is '-' or '’' or '\'' or '.'))
        && words.All(w => char.IsUpper(w[0]) || w is "in" or "and" or "at" or "of") && (words.Length <= 3 || line.Text.Contains(" in ", StringComparison.Ordinal) || line.Text.Contains(" and ", StringComparison.Ordinal));

    /// <summary>Whether the line is nothing but one quotation, of at least a sentence.</summary>
    private static bool IsQuotation(TextLine line) =>
        line.Words >= 8 && line.Text[0] is '“' or '"' && line.Text[^1] is '”' or '"' && line.Text.AsSpan(1, line.Text.Length - 2).IndexOfAny('“', '”', '"') < 0;
}
