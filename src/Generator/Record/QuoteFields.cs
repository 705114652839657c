using System.Globalization;
using Generator.Modules;

namespace Generator.Record;

/// <summary>The fields that point at words: <c>quote</c> with <c>prefix</c>, <c>suffix</c> and <c>nth</c>.</summary>
public static class QuoteFields
{
    /// <summary>What the editor typed; null with a problem when there is no quote, or when <c>nth</c> is no number.</summary>
    public static TypedQuote? Read(Fields fields)
    {
        fields.Requires("quote", "the words of the text, exactly");
        var (quote, prefix, suffix, nth) = (fields.TextNode("quote"), fields.TextNode("prefix"), fields.TextNode("suffix"), fields.Scalar("nth"));
        if (nth is not null && (!int.TryParse(nth.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var which) || which < 1))
        {
            fields.Desk.Problems.Add(nth.Place, Codes.BadNumber, $"\"{nth.Text}\" is not a whole number from 1", "nth: 2 is the second place where the words stand");
            return null;
        }
        return quote is null ? null : new(quote, prefix, suffix, nth);
    }

    /// <summary>Whether none of what says which words are meant is misspelt, so that they can be looked for; after <see cref="Fields.NoOtherKeys"/>.</summary>
    public static bool AreSpelt(Fields fields) => !fields.Misspells("prefix") && !fields.Misspells("suffix") && !fields.Misspells("nth");
}
