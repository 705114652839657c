using System.Buffers;

namespace Generator.Modules;

/// <summary>How quotes and names are compared: letter by letter, except that curly and straight quotation marks are equal.</summary>
public static class FoldText
{
    /// <summary>The character that stands for <paramref name="c"/> in comparisons.</summary>
    public static char Fold(char c) => c switch
    {
        '‘' or '’' or '‚' or '‛' or '′' or 'ʼ' or '`' or '´' => '\'',
        '“' or '”' or '„' or '‟' or '″' or '«' or '»' => '"',
        '\n' => ' ',
        _ => c,
    };

    /// <summary>A text of the same length, each character folded. <paramref name="text"/> is in form C with its white space collapsed.</summary>
    public static string Fold(string text) => !text.AsSpan().ContainsAny(Folded) ? text : string.Create(text.Length, text, static (folded, source) =>
    {
        source.CopyTo(folded);
        for (var (at, next) = (0, 0); (next = folded[at..].IndexOfAny(Folded)) >= 0; at += next + 1) folded[at + next] = Fold(folded[at + next]);
    });

    private static readonly SearchValues<char> Folded = SearchValues.Create("‘’‚‛′ʼ`´“”„‟″«»\n");

    /// <summary>What an editor typed, made comparable: white space collapsed and cut at the ends, quotation marks folded.</summary>
    public static string Typed(string text)
    {
        if (IsCollapsed(text)) return Fold(text);
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Fold(string.Join(' ', words));
    }

    private static bool IsCollapsed(string text)
    {
        var before = ' ';
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) && (c != ' ' || before == ' ')) return false;
            before = c;
        }
        return text.Length == 0 || before != ' ';
    }
}
