using System.Collections.Immutable;
using Generator.Record;
using Model;

namespace Generator.Schemas;

/// <summary>What the file of an article holds.</summary>
public static class ArticleShape
{
    private static readonly TextShape Text = new();
    private static readonly ListShape Lines = new(Text);

    private static readonly MapShape Seed = new(
    [
        new("file", Text, "The name of the text in seeds/.") { Required = true },
        new("sha256", Text, "The SHA-256 of the text, so that a change of it is noticed. The verb accept writes it."),
        new("pinned", new DateShape(), "The day on which the text was looked at and pinned.") { Needs = "sha256" },
    ]);

    private static readonly MapShape Archived = new(
    [
        new("url", Forms.Address, "The address of the kept copy.") { Required = true },
        new("date", new DateShape(), "The day on which the copy was made."),
    ]);

    private static readonly MapShape Participation = new(
    [
        new("actor", new IdShape(Kind.Actor), "The actor.") { Required = true },
        new("role", Text, "What the actor is in this article, such as speaker or mediator."),
    ]);

    private static readonly MapShape Relation = new(
    [
        .. Enum.GetValues<RelationVerb>().Select(v => new FieldShape(Fields.Word(v), new IdShape(Kind.Article), $"The article that this one {Modules.Relations.Words(v, inverse: false)}.")),
        new("on", new IdShape(Kind.Claim), "The claim that the relation is about, when it is not about the whole."),
    ])
    {
        OneGroupOf = [.. Enum.GetValues<RelationVerb>().Select(v => ImmutableArray.Create(Fields.Word(v)))],
    };

    private static readonly EitherShape HeadlineSupport = new(
        new ListShape(new MapShape([new("part", Text, "Words of the headline.") { Required = true }, .. AnnotationShape.Quote])) { TakesSingle = false },
        new MapShape([new("support", new ChoiceShape(["none"]), "none: the text has no words that carry the headline.")]));

    private static readonly MapShape TextRules = new(
    [
        new("repair", new ListShape(new MapShape(
        [
            new("from", Text, "The damaged characters as they stand in the seed.") { Required = true },
            new("to", new EitherShape(Text, new ChoiceShape([""])), "What they were; \"\" when they are to be left out.") { Required = true },
        ])), "Damaged letters and what they were."),
        new("lede", Lines, "Whole lines that are the lede."),
        new("byline", Lines, "Whole lines that say who wrote it, or when."),
        new("agency", Lines, "Whole lines that name the agency."),
        new("caption", Lines, "Whole lines that are captions of pictures."),
        new("bullets", Lines, "Whole lines that are points of a list."),
        new("headings", Lines, "Whole lines that are headings."),
        new("pull_quotes", Lines, "Whole lines that repeat words of the text as an eye-catcher."),
        new("skip", new ListShape(new MapShape(
        [
            new("line", Text, "The whole line of the seed.") { Required = true },
            new("why", Text, "The reason that readers will see: advertisement, navigation, ...") { Required = true },
        ])), "Lines that are not the article’s."),
    ]);

    private static readonly MapShape Waiver = new(
    [
        .. AnnotationShape.Quote,
        new("why", Text, "The reason that readers will see: why nothing here is to be annotated.") { Required = true },
    ]);

    public static MapShape Whole { get; } = new(
    [
        new("seed", Seed, "Which text of seeds/ it is.") { Required = true },
        new("headline", new StatedShape("text", Text), "The headline of the text, or the archive’s own words with evidence: conjecture.") { Required = true },
        new("by", new StatedShape("text", Text), "Who wrote it, as the text says."),
        new("source", new StatedShape("id", new IdShape(Kind.Source)), "The publisher.") { Required = true },
        new("origin", new StatedShape("id", new IdShape(Kind.Source)), "The agency or outlet that the text was taken from, if another."),
        new("dateline", new StatedShape("text", Text), "The words of the dateline."),
        new("located", new StatedShape("id", new IdShape(Kind.Place)), "Where it was written."),
        new("published", new StatedShape("date", new DateShape()), "The day it was published, as an EDTF date; a guess with evidence: and why:.") { Required = true },
        new("modified", new StatedShape("date", new DateShape()), "When the publisher last changed it."),
        new("accessed", new StatedShape("date", new DateShape()), "When it was taken into the archive."),
        new("url", new StatedShape("url", Forms.Address), "Where it stood on the web."),
        new("archived", Archived, "A kept copy of that page."),
        new("language", Forms.Language, "The language as a BCP 47 tag; without it, that of the site."),
        new("genre", new StatedShape("genre", ChoiceShape.Of<Genre>()), "What kind of journalism it is."),
        new("publish", ChoiceShape.Of<Publication>(), "How much of the text readers see: all (full), only annotated passages (excerpt), or none (metadata)."),
        new("usage_terms", Text, "What may be done with the text."),
        new("summary", Text, "The archive’s own one or two sentences, never the article’s."),
        new("topics", Ids(Kind.Topic), "What it is about."),
        new("events", Ids(Kind.Event), "What it tells of."),
        new("places", Ids(Kind.Place), "Where that is."),
        new("actors", new ListShape(new EitherShape(new IdShape(Kind.Actor), Participation)), "Who acts or speaks in it; { actor: id, role: ... } where the role matters."),
        new("headline_support", HeadlineSupport, "Which words of the text carry which words of the headline; or { support: none }."),
        new("relations", new ListShape(Relation), "How it stands to other articles: a verb and an article, such as { updates: article-id, on: claim-id }."),
        new("was", new ListShape(new FreeIdShape()), "Ids that it had before; their addresses redirect."),
        new("notes", Text, "The editors’ notes, in Markdown."),
        new("text", TextRules, "How the seed becomes the reading text."),
        new("waive", new ListShape(Waiver), "Sentences that need no annotation, and why."),
        new("annotations", new ListShape(AnnotationShape.Whole), "What is said of exact words of the text."),
    ]);

    private static ListShape Ids(Kind kind) => new(new IdShape(kind));
}
