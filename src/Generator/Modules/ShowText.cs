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
        var mentions = Mentions();
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        foreach (var block in _text.Blocks)
        {
            if (block.Role == BlockRole.Headline) continue;
            var passages = article.Annotations.Where(a => a.Anchor.Start < block.End && a.Anchor.End > block.Start).ToList();
            if (article.Publish == Publication.Excerpt && passages.Count == 0) continue;
            var spans = passages.Select(a => Span(a, block)).Concat(mentions.Where(m => m.Start >= block.Start && m.End <= block.End).Select(m => Span(m, block)))
                .OrderBy(s => s.Start).ThenByDescending(s => s.End).ThenBy(s => s.Kind).ToImmutableArray();
            var paragraph = new Paragraph(block.Role, _text.Text[block.Start..block.End], spans, [.. passages.Where(a => a.Anchor.Start >= block.Start).Select(Note)]);
            paragraphs.Add(article.Publish == Publication.Excerpt ? Excerpts.Of(paragraph) : paragraph);
        }
        return paragraphs.ToImmutable();
    }

    public ImmutableArray<PassageNote> HeadlineNotes() => article.Publish == Publication.Metadata || _text.Blocks is not [{ Role: BlockRole.Headline } headline, ..] ? []
        : [.. article.Annotations.Where(a => a.Anchor.Start < headline.End).Select(Note)];

    /// <summary>The seed line by line, as far as the page may show it.</summary>
    public SeedShown Seed() => new(article.Seed.File, article.Seed.Sha256, article.Seed.Pinned, article.Seed.PinnedOn, article.Publish == Publication.Full ? [.. SeedLines()] : []);

    /// <summary>One link for each name, the first record of those an annotation gives it.</summary>
    private List<Mention> Mentions()
    {
        var links = new List<Mention>();
        foreach (var mention in archive.MentionsIn(article.Id))
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
        new(mention.Start - block.Start, mention.End - block.Start, SpanKind.Mention, null, null, archive.Site.Url(mention.Of));

    private static PassageKind KindOf(Annotation annotation) => annotation switch
    {
        { Said.Direct: true } => PassageKind.Quotation,
        { Figure: not null } => PassageKind.Figure,
        { Deadline: not null } => PassageKind.Deadline,
        { Said: not null } => PassageKind.Reported,
        { Identifies.Length: > 0 } => PassageKind.Identifies,
        _ => PassageKind.Note,
    };

    private PassageNote Note(Annotation annotation)
    {
        var passage = new Passage(article, annotation);
        return new()
        {
            Id = annotation.Id,
            Words = _text.Text[annotation.Anchor.Start..annotation.Anchor.End].Replace('\n', ' '),
            Kind = KindOf(annotation),
            SeedLine = article.Publish == Publication.Full ? annotation.Anchor.SeedLine : null,
            Chain = archive.Chain(passage),
            Identifies = [.. annotation.Identifies.Select(archive.Link)],
            Figure = annotation.Figure is { } figure ? Figure(figure, passage) : null,
            Stance = annotation.Stance is { } stance ? new(archive.Link(new(Kind.Claim, stance.On)), stance.Is) : null,
            Deadline = annotation.Deadline is { } deadline ? new(deadline.Due, deadline.Outcome?.Is, deadline.Outcome is { } told ? archive.Reference(told) : null) : null,
            Note = annotation.Note,
            Motivation = annotation.Motivation,
        };
    }

    private FigureShown Figure(Figure figure, Passage passage)
    {
        var row = archive.Row(passage);
        return new(archive.Link(new(Kind.Claim, figure.Of)), row.Value, row.Corrects, row.CorrectedBy);
    }

    private IEnumerable<SeedLine> SeedLines()
    {
        var (seed, number) = (article.Seed.Text, 0);
        foreach (var (start, end) in CleanText.LinesOf(seed))
        {
            number++;
            var skipped = _text.Skipped.FirstOrDefault(s => s.Start == start && s.Length == end - start);
            yield return new(number, [.. Stretches(start, end)], skipped?.Why);
        }
    }

    private IEnumerable<SeedStretch> Stretches(int start, int end)
    {
        var (seed, from) = (article.Seed.Text, start);
        foreach (var piece in _text.Pieces)
        {
            if (!piece.Repaired || piece.SeedStart < start || piece.SeedStart + piece.SeedLength > end) continue;
            if (piece.SeedStart > from) yield return new(seed[from..piece.SeedStart], null);
            yield return new(seed.Substring(piece.SeedStart, piece.SeedLength), _text.Text.Substring(piece.Start, piece.Length));
            from = piece.SeedStart + piece.SeedLength;
        }
        if (from < end) yield return new(seed[from..end], null);
    }
}
