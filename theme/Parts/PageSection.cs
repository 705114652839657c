using Microsoft.AspNetCore.Components;

namespace Theme.Parts;

/// <summary>
/// A section of a page: its fragment, heading, how many things it lists (0: it is left out), a sentence that says how many and in which order
/// (null where nothing is listed), and the list itself. The table of contents is made from the same values.
/// </summary>
public sealed record PageSection(string Fragment, string Heading, int Count, string? Order, RenderFragment Body)
{
    /// <summary>The sentence of a list: <c>12 articles, newest first.</c></summary>
    public static string OrderOf(int count, string one, string order) => $"{Words.Count(count, one)}, {order}.";

    public static string OrderOf(int count, string one, string many, string order) => $"{Words.Count(count, one, many)}, {order}.";
}
