using System.Collections.Frozen;
using System.Collections.Immutable;
using Generator.Modules;
using Generator.Record;
using Model;

namespace Generator.Pipelines;

/// <summary>Reads the <c>annotations</c> of one article and anchors them. Part of the pipeline of articles.</summary>
public sealed class Annotations(Desk desk, AnchorQuotes? anchors, IReadOnlyDictionary<Id, Claim> claims, Id article)
{
    private readonly Dictionary<string, Place> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _written = new(StringComparer.Ordinal);
    private readonly ImmutableArray<OpenEnd>.Builder _openEnds = ImmutableArray.CreateBuilder<OpenEnd>();

    /// <summary>Where each annotation begins in its file, by its id.</summary>
    public IReadOnlyDictionary<string, Place> Written => _written;

    /// <summary>In the order of the record.</summary>
    public ImmutableArray<OpenEnd> OpenEnds => _openEnds.ToImmutable();

    /// <summary>
    /// By their start in the text, the longer first. One whose words were not found is among them, at the beginning, because others may refer to it:
    /// nothing is built of it, as it is a problem.
    /// </summary>
    public ImmutableArray<Annotation> Read(Fields article)
    {
        var drafts = article.List("annotations", n => article.AsMap("annotations", n, "an annotation", "- { quote: the words, note: what to say of them }") is { } item ? ReadOne(item) : null);
        foreach (var draft in drafts.Where(d => d.Id is not null)) Register(draft.Id!);
        return [.. drafts.OrderBy(d => d.Anchor.Start).ThenByDescending(d => d.Anchor.End).Select(Finish)];
    }

    private sealed record Draft(Place Place, TextNode? Id, string Words, Anchor Anchor, Annotation Rest, TextNode? Corrects, TypedOutcome? Outcome);

    private Draft ReadOne(Fields fields)
    {
        var quote = QuoteFields.Read(fields);
        var id = fields.Scalar("id");
        if (id is not null && desk.Ids.Read(id) is null) id = null;
        var said = fields.Map("said", "said", "said: { by: actor-id, direct: yes }") is { } speech ? ReadSaid(speech) : null;
        var (figure, corrects) = fields.Map("figure", "a figure", "figure: { of: claim-id, value: 48 }") is { } number ? ReadFigure(number) : default;
        var (deadline, outcome) = fields.Map("deadline", "a deadline", "deadline: { due: 2025-08-11 }") is { } due ? ReadDeadline(due) : default;
        var rest = new Annotation
        {
            Id = "", Anchor = default,
            Said = said,
            Identifies = [.. new[] { ("actor", Kind.Actor), ("place", Kind.Place), ("topic", Kind.Topic), ("event", Kind.Event) }
                .SelectMany(k => fields.Refs(k.Item1, k.Item2))],
            Figure = figure,
            Stance = fields.Map("stance", "a stance", "stance: { on: claim-id, is: affirms }") is { } stance ? ReadStance(stance) : null,
            Deadline = deadline,
            Note = fields.Markdown("note"),
            Motivation = fields.Text("motivation"),
        };
        if (fields.NoOtherKeys(Below) && !Says.Any(fields.Has))
            desk.Problems.Add(fields.Place, Codes.EmptyAnnotation, "this annotation says nothing about its words", $"add one of: {string.Join(", ", Says)}");
        if (fields.Has("stance") && fields.Lacks("said"))
            desk.Problems.Add(fields.KeyPlace("stance"), Codes.Contradiction, "a stance is somebody's, and this annotation has no \"said\"", "say whose words these are: said: { by: ..., direct: ... }");
        var anchor = quote is null || !QuoteFields.AreSpelt(fields) ? null : anchors?.Find(quote, desk.Problems);
        return new(fields.Place, id, quote?.Quote.Text ?? "", anchor ?? default, rest, corrects, outcome);
    }

    /// <summary>Keys that are often written one level too high.</summary>
    private static readonly FrozenDictionary<string, string> Below = new (string Under, string[] Keys)[]
    {
        ("said", ["by", "to", "via", "direct", "verb", "cert"]), ("figure", ["of", "value", "min", "max", "margin", "as_of", "rank", "corrects"]),
        ("stance", ["on", "is"]), ("deadline", ["due", "outcome"]),
    }.SelectMany(u => u.Keys, (u, key) => (key, u.Under)).ToFrozenDictionary(k => k.key, k => k.Under, StringComparer.Ordinal);

    private static readonly string[] Says = ["said", "actor", "place", "topic", "event", "figure", "stance", "deadline", "note", "motivation"];

    private void Register(TextNode id)
    {
        if (_ids.TryAdd(id.Text, id.Place)) return;
        desk.Problems.Add(id.Place, Codes.DuplicateAnnotation, $"another annotation of this article is called \"{id.Text}\"", $"the first is on line {_ids[id.Text].Line}");
    }

    private Annotation Finish(Draft draft)
    {
        var id = draft.Id?.Text ?? FreeId(Slug.Of(draft.Words, words: 6));
        _written.TryAdd(id, draft.Place);
        if (draft.Corrects is not null || draft.Outcome is not null) _openEnds.Add(new(article, id, draft.Corrects, draft.Outcome));
        return draft.Rest with { Id = id, Anchor = draft.Anchor };
    }

    private string FreeId(string slug)
    {
        var wanted = slug.Length > 0 ? slug : "passage";
        var free = wanted;
        for (var n = 2; !_ids.TryAdd(free, default); n++) free = $"{wanted}-{n}";
        return free;
    }

    private Said? ReadSaid(Fields fields)
    {
        fields.Requires("by", "the id of the actor or source who said it");
        fields.Requires("direct", "yes when the words are the speaker's own, no when they are reported");
        var said = (
            By: fields.Ref("by", Kind.Actor, Kind.Source), To: fields.Refs("to", Kind.Actor, Kind.Source), Via: fields.Refs("via", Kind.Actor, Kind.Source),
            Direct: fields.YesNo("direct"), Verb: fields.SharedText("verb"), Cert: fields.Choice<Certainty>("cert"));
        fields.NoOtherKeys();
        return said.By is { } by && said.Direct is { } direct ? new(by, said.To, said.Via, direct, said.Verb, said.Cert) : null;
    }

    private (Figure?, TextNode? Corrects) ReadFigure(Fields fields)
    {
        fields.Requires("of", "the id of the claim whose value this is");
        var of = fields.Id("of", Kind.Claim);
        var (value, min, max, margin) = (fields.Number("value"), fields.Number("min"), fields.Number("max"), fields.Number("margin"));
        var (asOf, rank, corrects) = (fields.StatedDate("as_of"), fields.Choice<Rank>("rank") ?? Rank.Normal, fields.Scalar("corrects"));
        fields.NoOtherKeys();
        if (fields.Lacks("value") && fields.Lacks("min") && fields.Lacks("max"))
            desk.Problems.Add(fields.Place, Codes.Missing, "a figure needs \"value\", or \"min\" or \"max\" or both", "for \"more than 400\" write min: 400");
        else if (fields.Has("value") && (fields.Has("min") || fields.Has("max")))
            desk.Problems.Add(fields.KeyPlace("value"), Codes.Contradiction, "a figure has a value or a range, not both", "delete \"value\", or \"min\" and \"max\"");
        else if (min > max)
            desk.Problems.Add(fields.ValuePlace("min"), Codes.Contradiction, $"min {min} is greater than max {max}", "swap them");
        if (margin < 0) desk.Problems.Add(fields.ValuePlace("margin"), Codes.Contradiction, "a margin is not negative", "write the distance to either side");
        if (!Fits(fields, "of", of, ClaimKind.Figure)) return default;
        return (new(of!, value, min, max, margin, asOf, rank, null), corrects);
    }

    private Stance? ReadStance(Fields fields)
    {
        fields.Requires("on", "the id of the claim");
        fields.Requires("is", "affirms, denies, qualifies, questions or declines");
        var (on, position) = (fields.Id("on", Kind.Claim), fields.Choice<Position>("is"));
        fields.NoOtherKeys();
        return Fits(fields, "on", on, ClaimKind.Statement) && position is { } known ? new(on!, known) : null;
    }

    private bool Fits(Fields fields, string key, Id? claim, ClaimKind kind)
    {
        if (claim is not { } id || !claims.TryGetValue(id, out var found)) return false;
        if (found.Kind == kind) return true;
        desk.Problems.Add(fields.ValuePlace(key), Codes.Contradiction,
            kind == ClaimKind.Figure ? $"the claim \"{id}\" is a statement, so it has no values" : $"the claim \"{id}\" is a figure, so nobody affirms or denies it",
            kind == ClaimKind.Figure ? "a position on it goes under stance:" : "a value of it goes under figure:");
        return false;
    }

    private (Deadline?, TypedOutcome?) ReadDeadline(Fields fields)
    {
        fields.Requires("due", "the day on which time will tell, as an EDTF date");
        var due = fields.StatedDate("due");
        var outcome = fields.Map("outcome", "an outcome", "outcome: { article: article-id, quote: the words, is: met }") is { } told ? ReadOutcome(told) : null;
        fields.NoOtherKeys();
        return due is null ? default : (new(due, null), outcome);
    }

    private static TypedOutcome? ReadOutcome(Fields fields)
    {
        fields.Requires("article", "the id of the article that tells it");
        fields.Requires("is", "met, missed or moved");
        var (article, quote, settled) = (fields.Id("article", Kind.Article), QuoteFields.Read(fields), fields.Choice<Settled>("is"));
        fields.NoOtherKeys();
        return article is { } id && quote is not null && QuoteFields.AreSpelt(fields) && settled is { } known ? new(id, quote, known) : null;
    }
}
