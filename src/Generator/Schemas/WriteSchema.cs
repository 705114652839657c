using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Model;

namespace Generator.Schemas;

/// <summary>
/// Writes a shape as a JSON Schema (draft-07) for editors: the ids of this archive are enumerations with the names as their descriptions. An editor types plain scalars
/// as YAML 1.2 does, so a text may come as a number or a boolean; nothing may come as null, which is what a key without a value has.
/// </summary>
public sealed class WriteSchema
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedSet<Kind> _referred = [];

    private WriteSchema()
    {
    }

    /// <summary>The schema of a file; <paramref name="ids"/> are those that may be referred to.</summary>
    public static byte[] Of(Shape shape, string title, ImmutableDictionary<Kind, ImmutableArray<NamedId>> ids)
    {
        var writing = new WriteSchema();
        var schema = writing.Schema(shape);
        schema.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        schema.Insert(1, "title", title);
        if (writing._referred.Count > 0) schema.Add("definitions", new JsonObject(writing._referred.Select(k => KeyValuePair.Create(Name(k), (JsonNode?)Ids(k, ids[k])))));
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, Options)) schema.WriteTo(writer);
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private JsonObject Schema(Shape shape) => shape switch
    {
        TextShape => new() { ["type"] = Words("string", "number", "boolean"), ["pattern"] = @"\S", ["patternErrorMessage"] = "write a value, or delete the key" },
        FormShape form => new() { ["type"] = "string", ["pattern"] = Whole(form.Pattern), ["patternErrorMessage"] = form.Like },
        // A year of four digits comes as a number; one before 1000 has lost its zeros and needs quotation marks.
        DateShape => new()
        {
            ["type"] = Words("string", "integer"), ["pattern"] = Whole(Forms.Edtf), ["minimum"] = 1000, ["maximum"] = 9999,
            ["patternErrorMessage"] = "dates are written like 2025-08-11, 2025-08, 2025-08-11~ (about), 2025-08-11/2025-08-14 or 2025-08-11/..",
        },
        NumberShape number => new()
        {
            ["type"] = Words("number", "string"), ["minimum"] = number.Least, ["maximum"] = number.Most, ["pattern"] = Whole((number.Least < 0 ? "[+-]?" : "[+]?") + Forms.Number),
            ["patternErrorMessage"] = "digits, and a point for decimals; for \"more than 400\" write min: 400",
        },
        CountShape => new() { ["type"] = Words("integer", "string"), ["minimum"] = 1, ["maximum"] = 999_999_999, ["pattern"] = Whole(Forms.Count), ["patternErrorMessage"] = "write a whole number from 1" },
        YesNoShape => new() { ["enum"] = new JsonArray("yes", "no", true, false, "true", "false") },
        ChoiceShape choice => new() { ["enum"] = Words([.. choice.Words]) },
        FreeIdShape => new()
        {
            ["type"] = Words("string", "integer", "boolean"), ["minimum"] = 0, ["pattern"] = Whole(Forms.Id), ["patternErrorMessage"] = "ids are lower-case letters a-z, digits and hyphens",
        },
        IdShape id => AnyOf(id.Kinds.Select(Reference)),
        ListShape { TakesSingle: false } list => ListOf(list.Item),
        ListShape list => AnyOf([ListOf(list.Item), Schema(list.Item)]),
        PairShape pair => new() { ["type"] = "array", ["items"] = new JsonArray(Schema(pair.First), Schema(pair.Second)), ["additionalItems"] = false, ["minItems"] = 2 },
        StatedShape stated => AnyOf([Schema(stated.Value), Schema(stated.Map)]),
        EitherShape either => AnyOf(either.Options.Select(Schema)),
        MapShape map => Map(map),
        RecordsShape records => new() { ["type"] = Words("object", "null"), ["patternProperties"] = new JsonObject { [Whole(Forms.Id)] = Schema(records.Item) }, ["additionalProperties"] = false },
        _ => throw new ArgumentException($"no schema for {shape.GetType().Name}", nameof(shape)),
    };

    private JsonObject ListOf(Shape item) => new() { ["type"] = "array", ["items"] = Schema(item) };

    private JsonObject Map(MapShape map)
    {
        var schema = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject(map.Fields.Select(f => KeyValuePair.Create(f.Key, (JsonNode?)Field(f)))) };
        if (map.Fields.Any(f => f.Required)) schema.Add("required", Words([.. map.Fields.Where(f => f.Required).Select(f => f.Key)]));
        if (!map.SomeOf.IsEmpty) schema.Add("anyOf", AnyRequired(map.SomeOf));
        if (!map.OneGroupOf.IsEmpty) schema.Add("oneOf", new JsonArray([.. map.OneGroupOf.Select(g => g is [var only] ? Required(only) : new JsonObject { ["anyOf"] = AnyRequired(g) })]));
        // The keyword "dependencies" says this too, and not every validator has it.
        var needs = map.Fields.Where(f => f.Needs is not null).Select(f => new JsonObject { ["anyOf"] = new JsonArray(Required(f.Needs!), new JsonObject { ["not"] = Required(f.Key) }) }).ToArray<JsonNode>();
        if (needs.Length > 0) schema.Add("allOf", new JsonArray(needs));
        schema.Add("additionalProperties", false);
        return schema;
    }

    private JsonObject Field(FieldShape field)
    {
        var schema = Schema(field.Value);
        schema.Insert(0, "description", field.About);
        return schema;
    }

    // Beside a $ref, draft-07 reads nothing else, and a description has to stand there.
    private JsonObject Reference(Kind kind)
    {
        _referred.Add(kind);
        return new() { ["$ref"] = $"#/definitions/{Name(kind)}" };
    }

    private static JsonObject Ids(Kind kind, ImmutableArray<NamedId> ids)
    {
        // An empty enumeration would allow everything.
        if (ids.IsEmpty) return new() { ["not"] = new JsonObject() };
        var values = ids.SelectMany(i => AsTyped(i.Id), (i, value) => (Value: value, Name: i.Name ?? i.Id)).ToList();
        return new()
        {
            ["enum"] = new JsonArray([.. values.Select(v => v.Value)]), ["enumDescriptions"] = Words([.. values.Select(v => v.Name)]), ["errorMessage"] = $"no {Name(kind)} is called this",
        };
    }

    /// <summary>An id, and what YAML 1.2 makes of it without quotation marks when that is no text.</summary>
    private static IEnumerable<JsonNode> AsTyped(string id)
    {
        yield return id;
        if (id is "true" or "false") yield return id == "true";
        if (id.Length < 16 && id.All(char.IsAsciiDigit)) yield return long.Parse(id, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static JsonObject AnyOf(IEnumerable<JsonObject> options) => new() { ["anyOf"] = new JsonArray([.. options]) };

    private static JsonArray AnyRequired(IEnumerable<string> keys) => new([.. keys.Select(Required)]);

    private static JsonObject Required(string key) => new() { ["required"] = Words(key) };

    private static JsonArray Words(params string[] words) => new([.. words.Select(w => JsonValue.Create(w))]);

    private static string Whole(string pattern) => $"^(?:{pattern})$";

    private static string Name(Kind kind) => Record.Fields.Word(kind);
}
