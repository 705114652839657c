using System.Collections.Immutable;
using Model;

namespace Generator.Schemas;

/// <summary>What an annotation of an article holds.</summary>
public static class AnnotationShape
{
    private static readonly TextShape Text = new();
    private static readonly NumberShape Number = new(-1_000_000_000_000_000m, 1_000_000_000_000_000m);
    private static readonly IdShape Speaker = new(Kind.Actor, Kind.Source);

    /// <summary>The keys that point at words.</summary>
    public static ImmutableArray<FieldShape> Quote { get; } =
    [
        new("quote", Text, "The words of the text, exactly.") { Required = true },
        new("prefix", Text, "Words directly before them, when they stand in several places."),
        new("suffix", Text, "Words directly behind them, when they stand in several places."),
        new("nth", new CountShape(), "Which of the places it is, from 1."),
    ];

    private static readonly MapShape Said = new(
    [
        new("by", Speaker, "Who said it.") { Required = true },
        new("to", new ListShape(Speaker), "To whom."),
        new("via", new ListShape(Speaker), "Through whom, nearest the speaker first; not the publisher of the article."),
        new("direct", new YesNoShape(), "yes when the words are the speaker’s own, no when they are reported.") { Required = true },
        new("verb", Text, "The verb of the text, such as said or warned."),
        new("cert", ChoiceShape.Of<Certainty>(), "How sure it is that they said it."),
    ]);

    private static readonly MapShape Figure = new(
    [
        new("of", new IdShape(Kind.Claim), "The claim whose value this is.") { Required = true },
        new("value", Number, "The value, in the unit of the claim."),
        new("min", Number, "The least it can be; for \"more than 400\"."),
        new("max", Number, "The most it can be."),
        new("margin", Number with { Least = 0 }, "The distance to either side."),
        new("as_of", new StatedShape("date", new DateShape()), "The day of which the value tells."),
        new("rank", ChoiceShape.Of<Rank>(), "How much the value counts beside others of the claim."),
        new("corrects", Text, "The id of the annotation whose value this one replaces; of another article, article-id#annotation-id."),
    ])
    {
        OneGroupOf = [["value"], ["min", "max"]],
    };

    private static readonly MapShape Stance = new(
    [
        new("on", new IdShape(Kind.Claim), "The statement.") { Required = true },
        new("is", ChoiceShape.Of<Position>(), "Where the speaker stands; declines: asked, and neither confirmed nor denied.") { Required = true },
    ]);

    private static readonly MapShape Outcome = new(
    [
        new("article", new IdShape(Kind.Article), "The article that tells it.") { Required = true },
        .. Quote,
        new("is", ChoiceShape.Of<Settled>(), "What became of it.") { Required = true },
    ]);

    private static readonly MapShape Deadline = new(
    [
        new("due", new StatedShape("date", new DateShape()), "The day on which time will tell.") { Required = true },
        new("outcome", Outcome, "What became of it, once an article tells."),
    ]);

    public static MapShape Whole { get; } = new(
    [
        new("id", new FreeIdShape(), "Its address in the article; without one, an id is made of its words."),
        .. Quote,
        new("said", Said, "Who said the words."),
        new("figure", Figure, "A value that they report of a claim."),
        new("stance", Stance, "Where their speaker stands on a claim.") { Needs = "said" },
        new("actor", new ListShape(new IdShape(Kind.Actor)), "The actor that the words mean."),
        new("place", new ListShape(new IdShape(Kind.Place)), "The place that they mean."),
        new("event", new ListShape(new IdShape(Kind.Event)), "The event that they tell of."),
        new("topic", new ListShape(new IdShape(Kind.Topic)), "The topic that they belong to."),
        new("deadline", Deadline, "A promise or prediction that time will settle."),
        new("motivation", Text, "Why they are annotated, when the other keys do not say it."),
        new("note", Text, "The editors’ note, in Markdown."),
    ])
    {
        SomeOf = ["said", "figure", "stance", "actor", "place", "event", "topic", "deadline", "motivation", "note"],
    };
}
