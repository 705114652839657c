using System.Collections.Immutable;

namespace Model;

/// <summary>An annotation together with its article: the one at <paramref name="Index"/> of all that the article has. Two are equal when they are the same annotation of the same archive.</summary>
public readonly record struct Passage(Article Article, int Index)
{
    // Who has a passage has it from a list of the archive or has read the article: reading it here is not noted again.
    public Annotation Annotation => Article.AnnotationAt(Index);

    /// <summary>Counts the passages of an archive from 0.</summary>
    public int Number => Article.FirstPassage + Index;

    public PassageRef Ref => new(Article.Id, Annotation.Id);

    public bool Equals(Passage other) => ReferenceEquals(Article, other.Article) && Index == other.Index;

    public override int GetHashCode() => Number;
}

/// <summary>A mention together with its article.</summary>
public readonly struct MentionIn
{
    private readonly Backlinks _back;

    internal MentionIn(Article article, Backlinks back, int index) => (Article, _back, Index) = (article, back, index);

    public Article Article { get; }

    /// <summary>Its place among all that the article has.</summary>
    public int Index { get; }

    public ref readonly Mention Mention => ref _back.MentionsIn(Article).ItemRef(Index);
}

/// <summary>A relation seen from one article: what it states of <paramref name="Other"/> or, inverse, what that one states of it.</summary>
public sealed record StatedRelation(RelationVerb Verb, bool Inverse, Article Other, Id? On);

/// <summary>A relation between two articles as to one claim.</summary>
public sealed record ScopedStatement(Article From, RelationVerb Verb, Article To);
