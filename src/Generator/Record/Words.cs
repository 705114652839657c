using System.Text;

namespace Generator.Record;

/// <summary>Names of the model in the spelling of the record and of readers.</summary>
public static class Words
{
    /// <summary><c>DisagreesWith</c> as <c>disagrees_with</c>.</summary>
    public static string Snake(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && words.Length > 0) words.Append('_');
            words.Append(char.ToLowerInvariant(c));
        }
        return words.ToString();
    }

    /// <summary><c>PublicBody</c> as <c>public body</c>.</summary>
    public static string Spaced(string name) => Snake(name).Replace('_', ' ');
}
