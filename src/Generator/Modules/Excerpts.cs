using System.Collections.Immutable;
using System.Text;
using Model;

namespace Generator.Modules;

/// <summary>Cuts a paragraph down to its annotated passages, for texts of which no more may be shown.</summary>
public static class Excerpts
{
    /// <summary>What stands where words were left out.</summary>
    public const string Omission = " […] ";

    /// <summary>The words of the passages alone, with <see cref="Omission"/> between those that do not touch; names outside them are gone.</summary>
    public static Paragraph Of(Paragraph paragraph)
    {
        var kept = Kept(paragraph.Spans);
        var text = new StringBuilder();
        var moved = new List<(int Start, int End, int By)>();
        foreach (var (start, end) in kept)
        {
            if (text.Length > 0) text.Append(Omission);
            moved.Add((start, end, text.Length - start));
            text.Append(paragraph.Text, start, end - start);
        }
        return paragraph with { Text = text.ToString(), Spans = [.. paragraph.Spans.Select(s => Moved(s, moved)).OfType<Span>()] };
    }

    private static List<(int Start, int End)> Kept(ImmutableArray<Span> spans)
    {
        var kept = new List<(int Start, int End)>();
        foreach (var span in spans.Where(s => s.Kind == SpanKind.Passage).OrderBy(s => s.Start))
        {
            if (kept.Count > 0 && span.Start <= kept[^1].End) kept[^1] = (kept[^1].Start, Math.Max(kept[^1].End, span.End));
            else kept.Add((span.Start, span.End));
        }
        return kept;
    }

    private static Span? Moved(Span span, List<(int Start, int End, int By)> kept)
    {
        foreach (var (start, end, by) in kept)
            if (span.Start >= start && span.End <= end) return span with { Start = span.Start + by, End = span.End + by };
        return null;
    }
}
