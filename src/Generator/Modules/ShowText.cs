using System.Collections.Immutable;
using Model;

namespace Generator.Modules;

/// <summary>The text of one article as its page shows it: paragraphs with passages and names, notes, and the raw seed beside them.</summary>
public sealed class ShowText(Archive archive, Article article)
{
    private readonly ReadingText _text = article.Text;

    /// <summary>What the page may show of the text, without the headline.</summary>
    public ImmutableArray<Paragraph> Paragraphs()
    {
        if (article.Publish == Publication.Metadata) return [];
        var (mentions, next) = (Mentions(), 0);
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        foreach (var block in _text.Blocks)
        {
            if (block.Role == BlockRole.Headline) continue;
            var (spans, notes) = (new List<Span>(), new List<PassageNote>());
            foreach (var passage in archive.PassagesOf(article))
            {
                if (!passage.Annotation.Anchor.Touches(block.Start, block.End)) continue;
                spans.Add(Span(passage.Annotation, block));
                if (passage.Annotation.Anchor.Start >= block.Start) notes.Add(Note(passage));
            }
            if (article.Publish == Publication.Excerpt && spans.Count == 0) continue;
            for (; next < mentions.Count && mentions[next].Start < block.End; next++)
                if (mentions[next].Start >= block.Start && mentions[next].End <= block.End) spans.Add(Span(mentions[next], block));
            var paragraph = new Paragraph(block.Role, _text.Text[block.Start..block.End], InOrder(spans), [.. notes], article.Publish == Publication.Full ? _text.ParagraphAt(block.Start) : null);
            paragraphs.Add(article.Publish == Publication.Excerpt ? Excerpts.Of(paragraph) : paragraph);
        }
        return paragraphs.ToImmutable();
    }

    public ImmutableArray<PassageNote> HeadlineNotes() => article.Publish == Publication.Metadata || _text.Headline is not { } headline ? []
        : [.. archive.PassagesOf(article).Where(p => p.Annotation.Anchor.Start >= headline.Start && p.Annotation.Anchor.Start < headline.End).Select(Note)];

    /// <summary>The seed line by line, as far as the page may show it.</summary>
    public SeedShown Seed() => new(article.Seed.File, article.Seed.Sha256, article.Seed.Pinned, article.Seed.PinnedOn, article.Publish == Publication.Full ? [.. SeedLines()] : []);

    /// <summary>By start, the longer first, a passage before a name of the same words; each kind in its own order.</summary>
    private static ImmutableArray<Span> InOrder(List<Span> spans)
    {
        // Insertion keeps equals in their order, and few spans stand in a paragraph.
        for (var i = 1; i < spans.Count; i++)
        {
            var (span, at) = (spans[i], i);
            for (; at > 0 && Compare(spans[at - 1], span) > 0; at--) spans[at] = spans[at - 1];
            spans[at] = span;
        }
        return [.. spans];

        static int Compare(Span a, Span b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End != b.End ? b.End.CompareTo(a.End) : a.Kind.CompareTo(b.Kind);
    }

    /// <summary>One link for each name, the first record of those an annotation gives it.</summary>
    private List<Mention> Mentions()
    {
        var links = new List<Mention>();
        foreach (var mention in archive.MentionsIn(article))
            if (links.Count == 0 || links[^1].End <= mention.Start) links.Add(mention);
        return links;
    }

    private Span Span(Annotation annotation, Block block)
    {
        var (start, end) = (annotation.Anchor.Start, annotation.Anchor.End);
        return new(Math.Max(start, block.Start) - block.Start, Math.Min(end, block.End) - block.Start, SpanKind.Passage,
            start >= block.Start ? annotation.Id : null, KindOf(annotation), null);
    }

    private Span Span(Mention mention, Block block) =>
        new(mention.Start - block.Start, mention.End - block.Start, SpanKind.Mention, null, null, archive.UrlOf(mention.Of));

    private static PassageKind KindOf(Annotation annotation) => annotation switch
    {
        { Said.Direct: true } => PassageKind.Quotation,
        { Figure: not null } => PassageKind.Figure,
        { Deadline: not null } => PassageKind.Deadline,
        { Said: not null } => PassageKind.Reported,
        { Identifies.Length: > 0 } => PassageKind.Identifies,
        _ => PassageKind.Note,
    };

    private PassageNote Note(Passage passage)
    {
        var annotation = passage.Annotation;
        return new()
        {
            Id = annotation.Id,
            Words = _text.Text[annotation.Anchor.Start..annotation.Anchor.End].Replace('\n', ' '),
            Kind = KindOf(annotation),
            SeedLine = article.Publish == Publication.Full ? annotation.Anchor.SeedLine : null,
            Chain = archive.Chain(passage),
            Identifies = [.. annotation.Identifies.Select(archive.Link)],
            Figure = annotation.Figure is { } figure ? Figure(figure, passage) : null,
            Stance = annotation.Stance is { } stance ? new(archive.Link(stance.On.To(Kind.Claim)), stance.Is) : null,
            Deadline = annotation.Deadline is { } deadline ? new(deadline.Due, deadline.Outcome?.Is, deadline.Outcome is { } told ? archive.Reference(told) : null) : null,
            Note = annotation.Note,
            Motivation = annotation.Motivation,
        };
    }

    private FigureShown Figure(Figure figure, Passage passage)
    {
        var row = archive.Row(passage);
        return new(archive.Link(figure.Of.To(Kind.Claim)), row.Value, row.Corrects, row.CorrectedBy);
    }

    private IEnumerable<SeedLine> SeedLines()
    {
        var (seed, number) = (article.Seed.Text, 0);
        var repaired = _text.Pieces.Where(p => p.Repaired).ToList();
        foreach (var (start, end) in CleanText.LinesOf(seed))
        {
            number++;
            var skipped = _text.Skipped.FirstOrDefault(s => s.Start == start && s.Length == end - start);
            yield return new(number, repaired.Count > 0 ? [.. Stretches(start, end, repaired)] : start < end ? [new(seed[start..end], null)] : [], skipped?.Why);
        }
    }

    private IEnumerable<SeedStretch> Stretches(int start, int end, List<Piece> repaired)
    {
        var (seed, from) = (article.Seed.Text, start);
        foreach (var piece in repaired)
        {
            if (piece.SeedStart < start || piece.SeedStart + piece.SeedLength > end) continue;
            if (piece.SeedStart > from) yield return new(seed[from..piece.SeedStart], null);
            yield return new(seed.Substring(piece.SeedStart, piece.SeedLength), _text.Text.Substring(piece.Start, piece.Length));
            from = piece.SeedStart + piece.SeedLength;
        }
        if (from < end) yield return new(seed[from..end], null);
    }
}
