using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Generator.Record;

/// <summary>Identifiers in other registers: <c>wikidata:Q42</c>, <c>medtop:16000000</c>.</summary>
public static partial class Identifiers
{
    /// <summary>The whole of an identifier, as a regular expression without its ends.</summary>
    public const string Form = "[a-z][a-z0-9]*:[A-Za-z0-9._~-]+";

    [GeneratedRegex($@"^{Form}\z")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\bQ[1-9]\d*\z")]
    private static partial Regex Wikidata();

    public static ImmutableArray<string> Read(Fields fields, string key)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var node in fields.TextNodes(key))
        {
            if (Identifier().IsMatch(node.Text)) found.Add(node.Text);
            else fields.Desk.Problems.Add(node.Place, Codes.BadIdentifier, $"\"{node.Text}\" is not an identifier", Wikidata().Match(node.Text) is { Success: true } item
                ? $"write wikidata:{item.Value}" : "write scheme:id, such as wikidata:Q42");
        }
        return found.ToImmutable();
    }
}
