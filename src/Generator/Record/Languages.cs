using System.Text.RegularExpressions;

namespace Generator.Record;

/// <summary>Reads language tags (BCP 47).</summary>
public static partial class Languages
{
    /// <summary>The whole of a tag, as a regular expression without its ends.</summary>
    // Languages have two or three letters; BCP 47 keeps longer ones for a future that has not come, and "English" is none.
    public const string Form = "[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*";

    [GeneratedRegex($@"^{Form}\z")]
    private static partial Regex LanguageTag();

    /// <summary>A BCP 47 tag, or null with a problem.</summary>
    public static string? Read(Fields fields, string key)
    {
        if (fields.Scalar(key) is not { } node) return null;
        if (LanguageTag().IsMatch(node.Text)) return Bytes.SharedWords.Of(node.Text);
        var hyphens = node.Text.Replace('_', '-');
        fields.Desk.Problems.Add(node.Place, Codes.BadLanguage, $"\"{node.Text}\" is not a language tag", LanguageTag().IsMatch(hyphens) ? $"write {hyphens}" : "write en, ar, he, pt-BR, ...");
        return null;
    }
}
