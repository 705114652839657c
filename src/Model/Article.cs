using System.Collections.Immutable;

namespace Model;

/// <summary>What kind of journalism an article is (schema.org's subtypes of NewsArticle).</summary>
public enum Genre { Reportage, Analysis, Opinion, Background }

/// <summary>How much of a text the site shows: all of it, only its annotated passages, or none.</summary>
public enum Publication { Full, Excerpt, Metadata }

/// <summary>How one article stands to another (CiTO); each has an inverse, which the archive derives.</summary>
public enum RelationVerb { Updates, Corrects, Confirms, Disputes, Qualifies, DisagreesWith, GetsBackgroundFrom }

/// <summary>
/// One article: the text of its seed, what the editors recorded of it, and the annotations anchored in it.
/// Everything the archive works out from several records (mentions, relations from elsewhere) is in <see cref="Archive"/>.
/// </summary>
public sealed record Article
{
    private readonly ImmutableArray<Annotation> _annotations = [];
    private readonly Stated<Edtf> _published = null!;
    private readonly Publication _publish = Publication.Full;
    private WeakReference<ArticleText>? _text;
    private Article? _filed, _whole;

    /// <summary>An article of which nothing is known yet.</summary>
    public static Article Unread { get; } = new() { Id = null!, Seed = null!, Text = null!, Headline = null!, Language = null!, Source = null!, Published = null! };

    public required Id Id { get; init; }
    public required Seed Seed { get => Read(Part.Text, field ?? ReadText().Seed); init; }

    /// <summary>The file of its seed, below <c>seeds/</c>.</summary>
    public string SeedFile { get => field ?? (Head is null ? Seed.File : Filed.SeedFile); init; }

    /// <summary>The text as readers get it. A headline that the seed begins with is its first block.</summary>
    public required ReadingText Text { get => Read(Part.Text, field ?? ReadText().Reading); init; }

    /// <summary>
    /// Gives <see cref="Seed"/> and <see cref="Text"/> when they are asked for and are null. They stay in memory only while somebody uses them and until garbage is collected: a page needs few texts, and texts are most of
    /// an archive.
    /// </summary>
    public Func<ArticleText>? Later { get; init; }

    /// <summary>
    /// Gives the words of one of its annotations, by its place among them, without the text that they stand in: pages of others show a passage here and there, and each would read all of a text for it. Null, or gives null, when
    /// the text is here. A copy whose annotations stand elsewhere, or in another order, is to have none.
    /// </summary>
    public Func<int, InSentence?>? Sentences { get; init; }

    /// <summary>
    /// Gives the article with all its facts and annotations once one of them is asked for; null when they are here. An edit of one article of many needs them of few. A copy with another fact or annotation is to have none.
    /// </summary>
    public Func<Article>? Rest { get; init; }

    /// <summary>The same for what files it, its old ids and its seed's file; an article that has it is given <see cref="Listed"/>.</summary>
    public Func<Article>? Head { get; init; }

    public required Stated<string> Headline { get => Read(Part.Facts, Rest is null ? field : Whole.Headline); init; }
    public Stated<string>? By { get => Read(Part.Facts, Rest is null ? field : Whole.By); init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get => Read(Part.Filing, Head is null ? field : Filed.Language); init; }

    /// <summary>The publisher, a <see cref="Kind.Source"/>.</summary>
    public required Stated<Id> Source { get => Read(Part.Filing, Head is null ? field : Filed.Source); init; }

    /// <summary>The agency or outlet that the text was taken from, when another: a <see cref="Kind.Source"/>.</summary>
    public Stated<Id>? Origin { get => Read(Part.Facts, Rest is null ? field : Whole.Origin); init; }

    public required Stated<Edtf> Published { get => Read(Part.Filing, Head is null ? _published : Filed.Published); init => _published = value; }
    public Stated<Edtf>? Modified { get => Read(Part.Facts, Rest is null ? field : Whole.Modified); init; }
    public Stated<Edtf>? Accessed { get => Read(Part.Facts, Rest is null ? field : Whole.Accessed); init; }
    public Stated<WebAddress>? Url { get => Read(Part.Facts, Rest is null ? field : Whole.Url); init; }
    public ArchivedCopy? Archived { get => Read(Part.Facts, Rest is null ? field : Whole.Archived); init; }
    public Stated<string>? Dateline { get => Read(Part.Facts, Rest is null ? field : Whole.Dateline); init; }

    /// <summary>Where it was written, a <see cref="Kind.Place"/>.</summary>
    public Stated<Id>? Located { get => Read(Part.Facts, Rest is null ? field : Whole.Located); init; }

    public Stated<Genre>? Genre { get => Read(Part.Facts, Rest is null ? field : Whole.Genre); init; }
    public Publication Publish { get => Read(Part.Filing, Listed.Publish); init => _publish = value; }
    public string? UsageTerms { get => Read(Part.Facts, Rest is null ? field : Whole.UsageTerms); init; }

    /// <summary>The archive's own words, never the article's.</summary>
    public string? Summary { get => Read(Part.Facts, Rest is null ? field : Whole.Summary); init; }

    /// <summary>In the editor's order; so are the next four.</summary>
    public ImmutableArray<Id> Topics { get => Read(Part.Filing, Head is null ? field : Filed.Topics); init; } = [];
    public ImmutableArray<Id> Events { get => Read(Part.Facts, Rest is null ? field : Whole.Events); init; } = [];
    public ImmutableArray<Id> Places { get => Read(Part.Facts, Rest is null ? field : Whole.Places); init; } = [];
    public ImmutableArray<Participation> Actors { get => Read(Part.Facts, Rest is null ? field : Whole.Actors); init; } = [];
    public ImmutableArray<Relation> Relations { get => Read(Part.Facts, Rest is null ? field : Whole.Relations); init; } = [];

    /// <summary>By their start in the text, the longer first.</summary>
    public ImmutableArray<Annotation> Annotations { get => Read(Part.Annotations, AnnotationsHere); init => _annotations = value; }

    /// <summary>Where each annotation stands and whose words it says these are; in their order.</summary>
    public ImmutableArray<Mark> Marks => Read(Part.Marks, ImmutableArray<Mark>.CastUp(AnnotationsHere));

    /// <summary>The words that the editors decided need no annotation, in their order.</summary>
    public ImmutableArray<Waiver> Waivers { get => Read(Part.Marks, Rest is null ? field : Whole.Waivers); init; } = [];

    /// <summary>Which words of the body carry which words of the headline; null when the editor has not looked.</summary>
    public ImmutableArray<HeadlineSupport>? HeadlineSupport { get => Read(Part.Annotations, Rest is null ? field : Whole.HeadlineSupport); init; }

    /// <summary>The words of one of its annotations, by its place among them, in their sentence; null when <see cref="Text"/> is to be asked.</summary>
    public InSentence? SentenceOf(int annotation) => Read(Part.Text, Sentences?.Invoke(annotation));

    /// <summary>Old ids, whose addresses redirect here.</summary>
    public ImmutableArray<Id> Was { get => Read(Part.Filing, Head is null ? field : Filed.Was); init; } = [];

    public Html Notes { get => Read(Part.Facts, Rest is null ? field : Whole.Notes); init; }

    /// <summary>
    /// The date it was published on and how much of it is shown, for who has the article from a list of the archive: such a list changes when these do, so reading them here is not noted again.
    /// </summary>
    public ListedAs Listed { get => Head is null ? new(_published.Value, _publish) : field; init; }

    public Ref Ref => Id.To(Kind.Article);

    /// <summary>Its place in <see cref="Archive.AllRecords"/>; -1 before it is in an archive.</summary>
    public int Number { get; internal set; } = -1;

    /// <summary>The same article in no archive, so that nobody notes what is read of it.</summary>
    public Article Apart() => Number < 0 ? this : this with { Number = -1 };

    /// <summary>Its place in <see cref="Archive.Articles"/>.</summary>
    internal int Ordinal { get; set; }

    /// <summary>The number of its first passage; see <see cref="Passage.Number"/>.</summary>
    internal int FirstPassage { get; set; }

    /// <summary>One of its <see cref="Annotations"/>, and how many these are, of which no note is taken.</summary>
    internal Annotation AnnotationAt(int index) => AnnotationsHere[index];
    internal int NumberOfAnnotations => AnnotationsHere.Length;

    private ImmutableArray<Annotation> AnnotationsHere => Rest is null ? _annotations : Whole.AnnotationsHere;

    private Article Whole => _whole ??= Rest!();

    private Article Filed => _filed ??= Head!();

    private ArticleText ReadText()
    {
        if (_text is { } known && known.TryGetTarget(out var text)) return text;
        text = Later!();
        // One for all times: it lives long, and would otherwise be looked through for what is new at each collection.
        if (_text is { } gone) gone.SetTarget(text);
        else _text = new(text);
        return text;
    }

    /// <summary>Notes that a page was made from a part of it.</summary>
    private T Read<T>(Part part, T value)
    {
        if (Number >= 0) ReadLog.Note(part, Number);
        return value;
    }
}

/// <summary>The date an article was published on and how much of it is shown.</summary>
public readonly record struct ListedAs(Edtf Published, Publication Publish);

/// <summary>The text of an article as it was received, and as readers get it.</summary>
public sealed record ArticleText(Seed Seed, ReadingText Reading);

/// <summary>A kept copy of a page and the day it was kept (Robust Links).</summary>
public sealed record ArchivedCopy(WebAddress Url, Edtf? Date);

/// <summary>An actor in an article, with the role it has there where the editor gave one.</summary>
public readonly record struct Participation(Id Actor, string? Role);

/// <summary>This article updates, corrects, ... <paramref name="Article"/>, perhaps only as to the claim <paramref name="On"/>.</summary>
public sealed record Relation(RelationVerb Verb, Id Article, Id? On);

/// <summary>Words of the headline, and the passage of the body that carries them.</summary>
public sealed record HeadlineSupport(string Part, Anchor Anchor);
