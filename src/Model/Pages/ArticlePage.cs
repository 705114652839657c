using System.Collections.Immutable;

namespace Model;

/// <summary>An article with everything recorded and derived about it.</summary>
public sealed record ArticlePage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    public required ArticleCard Card { get; init; }
    public required Stated<string> Headline { get; init; }
    public Stated<string>? By { get; init; }
    public Link? Origin { get; init; }
    public Provenance? OriginProvenance { get; init; }
    public Provenance? SourceProvenance { get; init; }
    public Stated<Edtf>? Modified { get; init; }
    public Stated<Edtf>? Accessed { get; init; }
    public WebAddress? Original { get; init; }
    public ArchivedCopy? Archived { get; init; }
    public Stated<string>? Dateline { get; init; }
    public Link? Located { get; init; }
    public Publication Publish { get; init; }
    public string? UsageTerms { get; init; }

    /// <summary>
    /// The paragraphs to show, without the headline, in the order of the text; all of them for <see cref="Publication.Full"/>, those with a passage
    /// for <see cref="Publication.Excerpt"/>, none for <see cref="Publication.Metadata"/>.
    /// </summary>
    public required ImmutableArray<Paragraph> Text { get; init; }

    /// <summary>The passages anchored in the headline.</summary>
    public ImmutableArray<PassageNote> HeadlineNotes { get; init; } = [];

    /// <summary>Most mentioned first.</summary>
    public ImmutableArray<PresentActor> Actors { get; init; } = [];
    public ImmutableArray<Link> Topics { get; init; } = [];
    public ImmutableArray<Link> Events { get; init; } = [];
    public ImmutableArray<Link> Places { get; init; } = [];
    public ImmutableArray<FigureReported> Figures { get; init; } = [];
    public ImmutableArray<SupportedPart> HeadlineSupport { get; init; } = [];

    /// <summary>Whether an editor looked for support of the headline; with no <see cref="HeadlineSupport"/> that means: none found.</summary>
    public bool HeadlineSupportChecked { get; init; }

    /// <summary>Relations to other articles, this one's own first, then those that others state.</summary>
    public ImmutableArray<RelatedByVerb> Relations { get; init; } = [];

    /// <summary>The nearest first, at most 8.</summary>
    public ImmutableArray<RelatedByContent> Related { get; init; } = [];

    /// <summary>The articles before and after this one in its stories, in the order of its topics.</summary>
    public ImmutableArray<StoryNeighbours> Stories { get; init; } = [];

    /// <summary>What its speakers said before and after, in other articles.</summary>
    public ImmutableArray<SaidElsewhere> AlsoSaid { get; init; } = [];

    public Link? Earlier { get; init; }
    public Link? Later { get; init; }
    public Html Notes { get; init; }
    public required SeedShown Seed { get; init; }
    public required ImmutableArray<Citation> Citations { get; init; }
}

/// <summary>The articles on one topic that came just before and just after; one of them may be missing.</summary>
public sealed record StoryNeighbours(Link Topic, Link? Earlier, Link? Later);

/// <summary>What a speaker said just before and just after, in other articles; one or two.</summary>
public sealed record SaidElsewhere(Link Speaker, ImmutableArray<Utterance> Said);

/// <summary>
/// A paragraph of the reading text. <paramref name="Text"/> is its words; <paramref name="Spans"/> lie in it and may nest and overlap;
/// <paramref name="Notes"/> belong to the passages that begin in it, in the order of the text. <paramref name="Number"/>: where it stands in the text, see <see cref="ReadingText.ParagraphAt"/>; null
/// where the page does not show the whole text.
/// </summary>
public sealed record Paragraph(BlockRole Role, string Text, ImmutableArray<Span> Spans, ImmutableArray<PassageNote> Notes, int? Number = null);

/// <summary>What a span of a paragraph is: an annotated passage, or the name of a record.</summary>
public enum SpanKind { Passage, Mention }

/// <summary>What an annotated passage chiefly is; it decides its looks.</summary>
public enum PassageKind { Quotation, Reported, Figure, Deadline, Identifies, Note }

/// <summary>
/// <c>Text[Start..End]</c> of its paragraph. Of a passage: <paramref name="Id"/>, the fragment of its address, null where the passage goes on from an
/// earlier paragraph, and <paramref name="Passage"/>. Of a mention: <paramref name="To"/>, the record's page.
/// </summary>
public sealed record Span(int Start, int End, SpanKind Kind, string? Id, PassageKind? Passage, Url? To);

/// <summary>The note of one passage: what the record says of these words.</summary>
public sealed record PassageNote
{
    /// <summary>The annotation's id; the passage is at <c>#Id</c>, its note at <c>#note.Id</c>.</summary>
    public required string Id { get; init; }
    public required string Words { get; init; }
    public required PassageKind Kind { get; init; }

    /// <summary>The line of the seed the words begin on, from 1; the line is at <c>#seed.N</c>. Null when the page does not show the seed.</summary>
    public required int? SeedLine { get; init; }
    public Chain? Chain { get; init; }
    public ImmutableArray<Link> Identifies { get; init; } = [];
    public FigureShown? Figure { get; init; }
    public StanceShown? Stance { get; init; }
    public DeadlineShown? Deadline { get; init; }
    public Html Note { get; init; }
    public string? Motivation { get; init; }
}

/// <summary>A value as its note shows it; <paramref name="Corrects"/> leads to the passage it corrects, <paramref name="CorrectedBy"/> to the one that corrects it.</summary>
public sealed record FigureShown(Link Claim, ReportedValue Value, Link? Corrects, Link? CorrectedBy);

/// <summary>A position as its note shows it.</summary>
public sealed record StanceShown(Link Claim, Position Is);

/// <summary>A deadline as its note shows it.</summary>
public sealed record DeadlineShown(Stated<Edtf> Due, Settled? Outcome, Reference? Told);

/// <summary>An actor in the article: role where the editor gave one, and how often it is named.</summary>
public sealed record PresentActor(Link Actor, ActorType Type, string? Role, int Mentions);

/// <summary>A claim with the values this article reports, and those that others report nearest to it in time, newest first; <paramref name="AllElsewhere"/> counts all of these.</summary>
public sealed record FigureReported(Link Claim, ImmutableArray<LedgerRow> Here, ImmutableArray<LedgerRow> Elsewhere, int AllElsewhere);

/// <summary>Words of the headline and the passage of the body that carries them.</summary>
public sealed record SupportedPart(string Part, string Words, int SeedLine);

/// <summary>A stated relation; <paramref name="Verb"/> in words, such as <c>disagrees with</c> or <c>is updated by</c>.</summary>
public sealed record RelatedByVerb(string Verb, ArticleCard Article, Link? On);

/// <summary>An article about the same things, and the things it shares, rarest first.</summary>
public sealed record RelatedByContent(ArticleCard Article, ImmutableArray<Link> Shares);

/// <summary>The seed as evidence: its file, its hash, whether and when the record pinned it, and each line.</summary>
public sealed record SeedShown(string File, string Sha256, bool Pinned, Edtf? PinnedOn, ImmutableArray<SeedLine> Lines);

/// <summary>A line of the seed from 1, in stretches; <paramref name="Skipped"/> is the reason why readers do not get it, else null.</summary>
public sealed record SeedLine(int Number, ImmutableArray<SeedStretch> Stretches, string? Skipped);

/// <summary>A stretch of a line: as in the reading text, or <paramref name="Repaired"/> there to those words.</summary>
public sealed record SeedStretch(string Text, string? Repaired);

/// <summary>How to cite the article: the name of the form (<c>APA</c>, <c>BibTeX</c>) and the text.</summary>
public sealed record Citation(string Form, string Text);
