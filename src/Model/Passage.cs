using System.Collections.Immutable;

namespace Model;

/// <summary>An annotation together with its article; an archive has one for each annotation.</summary>
public sealed record Passage(Article Article, Annotation Annotation)
{
    /// <summary>Counts the passages of an archive from 0; -1 of one that is in none.</summary>
    public int Number { get; internal init; } = -1;

    public PassageRef Ref => new(Article.Id, Annotation.Id);
}

/// <summary>A mention together with its article: the one at <paramref name="Index"/> of all that the article has.</summary>
public readonly record struct MentionIn(Article Article, ImmutableArray<Mention> All, int Index)
{
    public ref readonly Mention Mention => ref All.ItemRef(Index);
}

/// <summary>A relation seen from one article: what it states of <paramref name="Other"/> or, inverse, what that one states of it.</summary>
public sealed record StatedRelation(RelationVerb Verb, bool Inverse, Article Other, Id? On);

/// <summary>A relation between two articles as to one claim.</summary>
public sealed record ScopedStatement(Article From, RelationVerb Verb, Article To);
