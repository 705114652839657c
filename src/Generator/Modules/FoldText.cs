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
    public static string Fold(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (var i = 0; i < folded.Length; i++) folded[i] = Fold(source[i]);
    });

    /// <summary>What an editor typed, made comparable: white space collapsed and cut at the ends, quotation marks folded.</summary>
    public static string Typed(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Fold(string.Join(' ', words));
    }
}
