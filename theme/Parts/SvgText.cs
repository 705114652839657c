using Microsoft.AspNetCore.Components;

namespace Theme.Parts;

/// <summary>The text element of SVG, which Razor takes for its own and so cannot write.</summary>
public static class SvgText
{
    /// <summary>Words at a place of a drawing; <paramref name="anchor"/> is <c>start</c>, <c>middle</c> or <c>end</c>, <paramref name="transform"/> may turn them.</summary>
    public static RenderFragment Of(decimal x, decimal y, string anchor, string words, string? transform = null) => builder =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", Words.Number(x));
        builder.AddAttribute(2, "y", Words.Number(y));
        builder.AddAttribute(3, "text-anchor", anchor);
        if (transform is not null) builder.AddAttribute(4, "transform", transform);
        builder.AddContent(5, words);
        builder.CloseElement();
    };
}
