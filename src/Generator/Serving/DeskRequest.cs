using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Generator.Editing;

namespace Generator.Serving;

/// <summary>What the form of the preview sends.</summary>
/// <param name="Do"><c>annotate</c> or <c>undo</c>.</param>
/// <param name="Hash">SHA-256 of the article's file as the form knew it.</param>
public sealed record DeskRequest(string Do, string Hash, string? Passage, bool Remove, string? Quote, string? Before, string? After, Dictionary<string, string[]>? Set)
{
    public AnnotationChange Change => new()
    {
        Passage = Passage, Remove = Remove, Quote = Quote, Before = Before ?? "", After = After ?? "",
        Set = (Set ?? []).ToImmutableDictionary(s => s.Key, s => s.Value is { } values ? values.Where(v => v is not null).ToImmutableArray() : [], StringComparer.Ordinal),
    };
}

/// <summary>What the form is shown of an article: its annotations by id, each as the values of its fields.</summary>
public sealed record DeskState(string File, string Hash, bool CanUndo, Dictionary<string, Dictionary<string, ImmutableArray<string>>> Passages);

/// <summary>What became of a request: the id of the annotation, or why nothing was done.</summary>
public sealed record DeskAnswer(string? Passage, string? Refused);

/// <summary>A record that a field can name.</summary>
public sealed record DeskRecord(string Kind, string Id, string Name);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(DeskRequest))]
[JsonSerializable(typeof(DeskState))]
[JsonSerializable(typeof(DeskAnswer))]
[JsonSerializable(typeof(DeskRecord[]))]
public sealed partial class DeskJson : JsonSerializerContext;
