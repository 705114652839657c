using System.Collections.Immutable;
using Model;

namespace Generator.Modules;

/// <summary>
/// Finds the sentences of an article that say something checkable (a quotation mark, a number, a known name) and that no annotation touches.
/// </summary>
public static class FindUncovered
{
    private const string QuotationMarks = "\"“”„‟«»";

    /// <summary>In the order of the text. Headlines, headings, captions and bylines count like all other words.</summary>
    public static SentenceCoverage In(Article article, ImmutableArray<Mention> mentions)
    {
        var uncovered = ImmutableArray.CreateBuilder<UncoveredSentence>();
        var waived = ImmutableArray.CreateBuilder<WaivedSentence>();
        var (text, marks, checkable) = (article.Text.Text, article.Marks, 0);
        foreach (var block in article.Text.Blocks)
        {
            foreach (var (start, end) in SplitSentences.Of(text, block.Start, block.End))
            {
                var has = Has(text.AsSpan(start, end - start), mentions, start, end);
                if (has == Checkable.Nothing) continue;
                checkable++;
                if (IsMarked(marks, start, end)) continue;
                var at = Anchor.Of(article.Seed, article.Text, start, end);
                if (article.Waivers.FirstOrDefault(w => w.Anchor.Touches(start, end)) is { } waiver) waived.Add(new(text[start..end], at, waiver));
                else uncovered.Add(new(text[start..end], has, at));
            }
        }
        var idle = article.Waivers.Where(w => !waived.Any(s => w.Anchor.Touches(s.At.Start, s.At.End))).ToImmutableArray();
        return new(checkable, uncovered.ToImmutable(), waived.ToImmutable(), idle);
    }

    private static bool IsMarked(ImmutableArray<Mark> marks, int start, int end)
    {
        foreach (var mark in marks)
            if (mark.Anchor.Touches(start, end)) return true;
        return false;
    }

    /// <summary>Reports what <see cref="In"/> finds: a sentence at its place in the seed, an idle waiver at its place in the record.</summary>
    public static void Report(Archive archive, Problems problems)
    {
        foreach (var article in archive.Articles)
        {
            var (file, coverage) = (archive.FileOf(article.Ref)!, In(article, archive.MentionsIn(article)));
            foreach (var sentence in coverage.Uncovered)
                problems.Add(InSeed(article.Seed, sentence.At), Codes.Uncovered, $"nobody annotated this sentence, which has {string.Join(" and ", Reasons(sentence.Has))}", $"annotate it in {file}, or waive it there with a reason");
            foreach (var waiver in coverage.Idle)
                problems.Add(new(file, waiver.Line, waiver.Column, waiver.Line, waiver.Column), Codes.IdleWaiver, "this waiver waives nothing: the sentence is annotated, or has nothing to check", "delete it");
        }
    }

    /// <summary>Such as <c>a number</c>, <c>a known name</c>.</summary>
    public static IEnumerable<string> Reasons(Checkable has)
    {
        if (has.HasFlag(Checkable.Quotation)) yield return "a quotation mark";
        if (has.HasFlag(Checkable.Number)) yield return "a number";
        if (has.HasFlag(Checkable.Name)) yield return "a known name";
    }

    private static Checkable Has(ReadOnlySpan<char> sentence, ImmutableArray<Mention> mentions, int start, int end)
    {
        var has = sentence.ContainsAny(QuotationMarks) ? Checkable.Quotation : Checkable.Nothing;
        if (FindNumbers.In(sentence)) has |= Checkable.Number;
        foreach (var mention in mentions)
            if (mention.Start < end && mention.End > start) return has | Checkable.Name;
        return has;
    }

    private static Place InSeed(Seed seed, Anchor at)
    {
        var column = at.SeedStart - seed.StartOfLine(at.SeedLine) + 1;
        return new("seeds/" + seed.File, at.SeedLine, column, at.SeedLine, column + (at.SeedEnd - at.SeedStart));
    }
}
