using System.Collections.Immutable;

namespace Generator.Suggesting;

/// <summary>Days, as spans in the order of time that do not overlap. Both ends belong to a span.</summary>
public sealed class DaySpans
{
    private readonly ImmutableArray<(DateOnly First, DateOnly Last)> _spans;

    private DaySpans(ImmutableArray<(DateOnly First, DateOnly Last)> spans) => _spans = spans;

    public bool IsEmpty => _spans.IsEmpty;

    /// <summary>The first and the last day of all; only when there are some.</summary>
    public DateOnly First => _spans[0].First;

    public DateOnly Last => _spans[^1].Last;

    /// <summary>Those of its spans, whole, that have a day of others.</summary>
    public DaySpans Touching(DaySpans others) => new([.. _spans.Where(s => !Between(s.First, s.Last).And(others).IsEmpty)]);

    /// <summary>The latest span alone.</summary>
    public DaySpans Latest => new([_spans[^1]]);

    public int Count => _spans.Length;

    public static DaySpans Between(DateOnly first, DateOnly last) => Of([(first, last)]);

    public static DaySpans On(DateOnly day) => Between(day, day);

    public static DaySpans From(DateOnly first) => Between(first, DateOnly.MaxValue);

    public static DaySpans UpTo(DateOnly last) => Between(DateOnly.MinValue, last);

    /// <summary>In any order; those that overlap become one, and those that end before they begin are none.</summary>
    public static DaySpans Of(IEnumerable<(DateOnly First, DateOnly Last)> spans)
    {
        var found = new List<(DateOnly First, DateOnly Last)>();
        foreach (var span in spans.Where(s => s.First <= s.Last).Order())
        {
            if (found.Count > 0 && span.First <= found[^1].Last) found[^1] = (found[^1].First, Later(found[^1].Last, span.Last));
            else found.Add(span);
        }
        return new([.. found]);
    }

    /// <summary>The days that both have.</summary>
    public DaySpans And(DaySpans other) => Of(_spans.SelectMany(a => other._spans.Select(b => (Later(a.First, b.First), a.Last < b.Last ? a.Last : b.Last))));

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
