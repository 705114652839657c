using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Model;

namespace Theme.Parts;

/// <summary>
/// The words of a paragraph with its passages as <c>mark</c> and its mentions as links. Spans may nest and overlap: where two cross, a passage is
/// closed and opened again, a link never. Whatever is not the paragraph's own text carries <c>data-added</c>; without it the text
/// content is exactly <see cref="Model.Paragraph.Text"/>. Written in C# because Razor would trim white space.
/// </summary>
public sealed class AnnotatedText : ComponentBase
{
    [Parameter, EditorRequired] public required Paragraph Paragraph { get; set; }

    /// <summary>The number of the paragraph's first note in its article, from 1.</summary>
    [Parameter] public int FirstNumber { get; set; } = 1;

    private readonly List<Span> _open = [];
    private readonly List<Span> _wanted = [];
    private readonly List<Span> _begun = [];
    private readonly List<int> _references = [];

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var text = Paragraph.Text;
        var spans = InOrder(Paragraph.Spans);
        int at = 0, next = 0;
        while (true)
        {
            NoteEnds(at);
            next = Want(spans, next, at);
            Rearrange(builder);
            if (at == text.Length) break;
            var until = NextBoundary(spans, next, text.Length);
            builder.AddContent(0, text[at..until]);
            at = until;
        }
    }

    /// <summary>By start, the longer first, a passage before a mention of the same words.</summary>
    private static Span[] InOrder(ImmutableArray<Span> spans)
    {
        var ordered = spans.ToArray();
        Array.Sort(ordered, static (a, b) =>
            a.Start != b.Start ? a.Start.CompareTo(b.Start)
            : a.End != b.End ? b.End.CompareTo(a.End)
            : a.Kind.CompareTo(b.Kind));
        return ordered;
    }

    private int NextBoundary(Span[] spans, int next, int length)
    {
        var boundary = next < spans.Length ? spans[next].Start : length;
        foreach (var span in _open)
            if (span.End < boundary) boundary = span.End;
        return boundary;
    }

    /// <summary>Takes the spans that end here off the wanted ones; a passage that begins in this paragraph leaves its number.</summary>
    private void NoteEnds(int at)
    {
        _wanted.Clear();
        foreach (var span in _open)
            if (span.End > at) _wanted.Add(span);
            else if (span.Id is not null) AddReference(span.Id);
    }

    private void AddReference(string id)
    {
        var notes = Paragraph.Notes;
        for (var i = 0; i < notes.Length; i++)
        {
            if (notes[i].Id != id) continue;
            var place = 0;
            while (place < _references.Count && _references[place] < i) place++;
            _references.Insert(place, i);
            return;
        }
    }

    /// <summary>
    /// Puts the spans that start here where they are cut least: below those that end earlier. A passage stays inside a link that is open,
    /// and of two mentions that overlap only the first is a link.
    /// </summary>
    private int Want(Span[] spans, int next, int at)
    {
        for (; next < spans.Length && spans[next].Start == at; next++)
        {
            var span = spans[next];
            var link = IndexOfLink(_wanted);
            if (span.Kind == SpanKind.Mention && link >= 0) continue;
            var place = link + 1;
            while (place < _wanted.Count && _wanted[place].End >= span.End) place++;
            _wanted.Insert(place, span);
        }
        return next;
    }

    private static int IndexOfLink(List<Span> spans)
    {
        for (var i = 0; i < spans.Count; i++)
            if (spans[i].Kind == SpanKind.Mention) return i;
        return -1;
    }

    /// <summary>Closes down to what open and wanted have in common, writes the numbers that are due, opens the rest.</summary>
    private void Rearrange(RenderTreeBuilder builder)
    {
        var common = 0;
        while (common < _open.Count && common < _wanted.Count && ReferenceEquals(_open[common], _wanted[common])) common++;
        for (; _open.Count > common; _open.RemoveAt(_open.Count - 1)) builder.CloseElement();
        // A link must not stand in a link: the numbers wait until the mention around them is closed.
        if (IndexOfLink(_open) < 0) WriteReferences(builder);
        for (; common < _wanted.Count; common++) Open(builder, _wanted[common]);
    }

    private void WriteReferences(RenderTreeBuilder builder)
    {
        foreach (var note in _references)
        {
            var number = Words.Number(FirstNumber + note);
            builder.OpenElement(1, "a");
            builder.AddAttribute(2, "class", "reference " + Words.Class(Paragraph.Notes[note].Kind));
            builder.AddAttribute(3, "href", "#note." + Paragraph.Notes[note].Id);
            builder.AddAttribute(4, "aria-label", "Note " + number);
            builder.AddAttribute(5, "data-added", true);
            builder.AddContent(6, number);
            builder.CloseElement();
        }
        _references.Clear();
    }

    private void Open(RenderTreeBuilder builder, Span span)
    {
        _open.Add(span);
        if (span.Kind == SpanKind.Mention)
        {
            builder.OpenElement(7, "a");
            builder.AddAttribute(8, "class", "mention");
            builder.AddAttribute(9, "href", span.To?.Href);
            return;
        }
        builder.OpenElement(10, "mark");
        if (span.Id is not null && !_begun.Contains(span))
        {
            _begun.Add(span);
            builder.AddAttribute(11, "id", span.Id);
        }
        builder.AddAttribute(12, "class", "passage " + Words.Class(span.Passage ?? PassageKind.Note));
    }
}
