using Microsoft.AspNetCore.Components;
using Model;

namespace Theme.Parts;

/// <summary>
/// A section of a page: its fragment, heading, how many things it lists (0: it is left out), a sentence that says how many and in which order
/// (null where nothing is listed), and the list itself. The table of contents is made from the same values.
/// </summary>
public sealed record PageSection(string Fragment, string Heading, int Count, string? Order, RenderFragment Body)
{
    /// <summary>A section with a list that a page may show the newest entries of; its sentence says so.</summary>
    public static PageSection OfNewest(Page shown, string fragment, string heading, int count, string one, string? many, string order, RenderFragment body) =>
        new(fragment, heading, count, OrderOf(shown, count, one, many ?? one + "s", order), body)
        {
            Newest = shown.ShowsNewestOf(count),
        };

    /// <summary>The same section, when it shows no more than the newest of <paramref name="all"/>; where the others stand is said too.</summary>
    public PageSection Of(int all, string one, string others) =>
        all <= Count ? this : this with { Order = $"The {Count} newest of {Words.Count(all, one)}, oldest first; {others}.", Newest = true };

    /// <summary>A section that counts what stands behind each record, of which it may show the first alone; its sentence says so, and how equals are put in order.</summary>
    public static PageSection OfTallied(string fragment, string heading, Tallied tallied, string one, string order, string counted)
    {
        var (shown, cut) = (tallied.Most.Length, tallied.All > tallied.Most.Length);
        return new(fragment, heading, shown, cut ? $"The first {shown} of {Words.Count(tallied.All, one)}, {order}, then by name." : OrderOf(shown, one, order), TallyList.Of(tallied.Most, counted)) { First = cut };
    }

    /// <summary>Whether the list goes on behind what is shown here.</summary>
    public bool First { get; init; }

    /// <summary>What the table of contents says of the list: <c>12</c>, <c>20 newest</c>, <c>first 50</c>.</summary>
    public string Shown => Newest ? $"{Words.Number(Count)} newest" : First ? $"first {Words.Number(Count)}" : Words.Number(Count);

    /// <summary>Whether there are older entries than those that the list has here.</summary>
    public bool Newest { get; init; }

    /// <summary>The sentence of a list: <c>12 articles, newest first.</c> One thing has no order: <c>1 article.</c> What stands behind a semicolon is told of it too.</summary>
    public static string OrderOf(int count, string one, string order) => OrderOf(count, one, one + "s", order);

    /// <summary>The same of a list that a page may show the newest entries of.</summary>
    public static string OrderOf(Page shown, int count, string one, string many, string order) =>
        shown.ShowsNewestOf(count) ? $"The {count} newest, {order}; all stand on the pages of their {shown.Cut.LeadsTo}." : OrderOf(count, one, many, order);

    public static string OrderOf(int count, string one, string many, string order) =>
        count != 1 ? $"{Words.Count(count, one, many)}, {order}." : order.IndexOf(';') is var more and >= 0 ? $"{Words.Count(count, one, many)}{order[more..]}." : $"{Words.Count(count, one, many)}.";
}
