using System.Collections.Immutable;
using Generator.Record;
using Model;

namespace Generator.Schemas;

/// <summary>
/// What a place of the record may hold, said once for the schemas of editors and for the order of keys. The readers in <c>Pipelines/</c> decide; tests hold
/// the two together.
/// </summary>
public abstract record Shape;

/// <summary>Free text, never blank. It may look like a number or a yes: the field decides the type.</summary>
public sealed record TextShape : Shape;

/// <summary>A text of a form. <paramref name="Pattern"/>: the whole of it, as a regular expression that .NET and ECMAScript read alike. <paramref name="Like"/>: what an editor is told when it does not fit.</summary>
public sealed record FormShape(string Pattern, string Like) : Shape;

/// <summary>An EDTF date or interval, level 0 or 1.</summary>
public sealed record DateShape : Shape;

/// <summary>A number from <paramref name="Least"/> to <paramref name="Most"/>, both included.</summary>
public sealed record NumberShape(decimal Least, decimal Most) : Shape;

/// <summary>A whole number from 1.</summary>
public sealed record CountShape : Shape;

/// <summary>yes or no.</summary>
public sealed record YesNoShape : Shape;

/// <summary>One of a few words, in the order in which editors are offered them.</summary>
public sealed record ChoiceShape(ImmutableArray<string> Words) : Shape
{
    /// <summary>The words of an enumeration, as <see cref="Fields.Choice{T}"/> reads them.</summary>
    public static ChoiceShape Of<T>() where T : struct, Enum => new([.. Enum.GetValues<T>().Select(Fields.Word)]);
}

/// <summary>The id of a record of one of <paramref name="Kinds"/>.</summary>
public sealed record IdShape(params ImmutableArray<Kind> Kinds) : Shape;

/// <summary>An id that no record has: of an annotation, or one that a record had before.</summary>
public sealed record FreeIdShape : Shape;

/// <summary>A list of <paramref name="Item"/>, perhaps empty; unless <see cref="TakesSingle"/> is false, one item may stand without the list.</summary>
public sealed record ListShape(Shape Item) : Shape
{
    public bool TakesSingle { get; init; } = true;
}

/// <summary>A list of exactly two.</summary>
public sealed record PairShape(Shape First, Shape Second) : Shape;

/// <summary>A plain value, or a map with the value under <paramref name="ValueKey"/> and where it comes from.</summary>
public sealed record StatedShape(string ValueKey, Shape Value) : Shape
{
    /// <summary>The map of the long form.</summary>
    public MapShape Map { get; } = new(
    [
        new(ValueKey, Value, "The value itself.") { Required = true },
        new("evidence", ChoiceShape.Of<Evidence>(), "Where the value comes from: the text itself (internal), other knowledge (external), or the archive’s own guess (conjecture)."),
        new("quote", new TextShape(), "The words of the text that it rests on, exactly."),
        new("rule", new TextShape(), "How the value follows from those words."),
        new("cert", ChoiceShape.Of<Certainty>(), "How sure it is."),
        new("why", new TextShape(), "What readers should know about how it was found."),
    ]);
}

/// <summary>Any of <paramref name="Options"/>.</summary>
public sealed record EitherShape(params ImmutableArray<Shape> Options) : Shape;

/// <summary>A key of a map, with a line of help for whoever points at it.</summary>
public sealed record FieldShape(string Key, Shape Value, string About)
{
    public bool Required { get; init; }

    /// <summary>A key without which this one means nothing; null when there is none.</summary>
    public string? Needs { get; init; }
}

/// <summary>A map with these keys and no others, in the order in which the record writes them.</summary>
public sealed record MapShape(ImmutableArray<FieldShape> Fields) : Shape
{
    /// <summary>Of these groups exactly one has keys in the map; no groups, no such rule.</summary>
    public ImmutableArray<ImmutableArray<string>> OneGroupOf { get; init; } = [];

    /// <summary>At least one of these keys is in the map; none, no such rule.</summary>
    public ImmutableArray<string> SomeOf { get; init; } = [];
}

/// <summary>A file that maps ids to records, perhaps none.</summary>
public sealed record RecordsShape(MapShape Item) : Shape;
