using System.Collections.Immutable;

namespace Generator.Editing;

/// <summary>What is to become of one annotation of an article.</summary>
public sealed record AnnotationChange
{
    /// <summary>The id of the annotation; null for a new one.</summary>
    public string? Passage { get; init; }

    /// <summary>Takes it away; nothing else of the change then counts.</summary>
    public bool Remove { get; init; }

    /// <summary>The words it is about; null leaves them.</summary>
    public string? Quote { get; init; }

    /// <summary>The text right before and right behind the words, which tells between places where the same words stand.</summary>
    public string Before { get; init; } = "";
    public string After { get; init; } = "";

    /// <summary>New values by the path of their field, such as <c>said.by</c>; an empty list takes the field away. Fields that are not here stay.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<string>> Set { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;
}
