using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Generator.Record;
using Generator.Schemas;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Tests;

/// <summary>Judges files of the record by the schemas of an archive, as an editor does: with plain scalars typed as the core schema of YAML 1.2 says.</summary>
public sealed partial class SchemaValidator(string root)
{
    private readonly Dictionary<string, JsonSchema> _schemas = SchemaFiles.All.ToDictionary(s => s.Title, s => Parsed(WriteSchema.Of(s.Shape, s.Title, KnownIds.Below(root))));

    /// <summary>What the schema says against a file; nothing when it allows it. <paramref name="path"/> begins with <c>input/</c>.</summary>
    public IReadOnlyList<string> Refusals(string path, Node file)
    {
        var schema = SchemaFiles.All.Single(s => s.For.Any(pattern => Regex.IsMatch(path, "^" + Regex.Escape(pattern).Replace(@"\*", "[^/]*", StringComparison.Ordinal) + "$")));
        return [.. _schemas[schema.Title].Validate(Token(file)).SelectMany(Leaves)];
    }

    private static IEnumerable<string> Leaves(ValidationError error) => error is ChildSchemaValidationError { Errors: var inner } ? inner.Values.SelectMany(e => e).SelectMany(Leaves) : [$"{error.Kind} at {error.Path}"];

    private static JsonSchema Parsed(byte[] schema) => JsonSchema.FromJsonAsync(Encoding.UTF8.GetString(schema)).GetAwaiter().GetResult();

    private static JToken Token(Node node) => node switch
    {
        TextNode { Plain: true } plain => Plain(plain.Text),
        TextNode text => new JValue(text.Text),
        ListNode list => new JArray(list.Items.Select(Token)),
        MapNode map => new JObject(map.Entries.Select(e => new JProperty(e.Key.Text, Token(e.Value)))),
        _ => throw new ArgumentException(node.Shape, nameof(node)),
    };

    // YAML 1.2.2, 10.3.2: the tags of plain scalars.
    private static JValue Plain(string text) =>
        text is "" or "~" or "null" or "Null" or "NULL" ? JValue.CreateNull()
        : text is "true" or "True" or "TRUE" ? new(true)
        : text is "false" or "False" or "FALSE" ? new(false)
        : Whole().IsMatch(text) ? long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? new(whole) : new(double.Parse(text, CultureInfo.InvariantCulture))
        : Hexadecimal().IsMatch(text) ? new(Convert.ToInt64(text[2..], 16))
        : Octal().IsMatch(text) ? new(Convert.ToInt64(text[2..], 8))
        : Real().IsMatch(text) ? new(double.Parse(text, CultureInfo.InvariantCulture))
        : new(text);

    [GeneratedRegex(@"^[-+]?[0-9]+\z")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^0x[0-9a-fA-F]+\z")]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"^0o[0-7]+\z")]
    private static partial Regex Octal();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Real();
}
