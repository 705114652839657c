using System.Collections.Immutable;

namespace Model;

/// <summary>Every backward look of an archive: each article, from the oldest to the newest, is entered in the lists of the records that it has to do with.</summary>
internal sealed class Backlinks
{
    private readonly Func<Article, ImmutableArray<Mention>> _mentions;

    /// <summary>The lists of <paramref name="articles"/>, which know their ordinals and numbers and come newest first; <paramref name="mentions"/> gives what is mentioned in one.</summary>
    public Backlinks(ImmutableArray<Article> articles, Numbers numbers, ArchiveTables tables, Func<Article, ImmutableArray<Mention>> mentions)
    {
        (_mentions, Features, Speakers) = (mentions, tables.Features, tables.Speakers);
        (Relations, RelationsOn, Parts) = (new(Part.Relations, numbers), new(Part.RelationsOn, numbers), new(Part.Parts, numbers));
        (Events, Claims) = (new(Part.Events, numbers), new(Part.Claims, numbers));
        var (lists, filed) = (tables.Lists, new FiledArticles(articles));
        FiledIndex<T> Lists<T>(Part part, Func<Article, int, T> entry) => new(part, numbers, filed, lists, entry);
        FiledIndex<Passage> Passages(Part part) => Lists(part, (article, at) => new Passage(article, at));
        OldestFirst = new(Array.ConvertAll([.. Enumerable.Range(1, articles.Length)], age => new Entry(articles.Length - age, 0)), filed, (article, _) => article, FiledAs.AllArticles);
        (About, Taken, Mentions) = (Lists(Part.About, (article, _) => article), Lists(Part.Taken, (article, _) => article), Lists(Part.MentionsOf, Mention));
        (Identified, Said, PassedOn) = (Passages(Part.Identified), Passages(Part.Said), Passages(Part.PassedOn));
        (Heard, Values, Stances) = (Passages(Part.Heard), Passages(Part.Values), Passages(Part.Stances));
        (Deadlines, Inferred) = ([.. tables.Deadlines.Select(e => new Passage(articles[e.Article], e.At))], [.. tables.Inferred.Select(e => new Passage(articles[e.Article], e.At))]);
        foreach (var relation in tables.Relations) Take(articles[relation.From], relation, articles[relation.To]);
        foreach (var (corrected, by) in tables.Corrections) CorrectedBy[corrected] = by;
        NumberPassages(articles, tables.Annotations);
    }

    public FiledIndex<Article> About { get; }
    public FiledIndex<Article> Taken { get; }
    public FiledIndex<MentionIn> Mentions { get; }
    public FiledIndex<Passage> Identified { get; }
    public FiledIndex<Passage> Said { get; }
    public FiledIndex<Passage> PassedOn { get; }
    public FiledIndex<Passage> Heard { get; }
    public FiledIndex<Passage> Values { get; }
    public FiledIndex<Passage> Stances { get; }
    public Index<StatedRelation> Relations { get; }
    public Index<ScopedStatement> RelationsOn { get; }

    /// <summary>What belongs to a larger topic, place, event or body.</summary>
    public Index<Ref> Parts { get; }

    /// <summary>The events that an actor takes part in or that a place is the place of.</summary>
    public Index<Ref> Events { get; }

    /// <summary>The claims that are about a record.</summary>
    public Index<Ref> Claims { get; }

    public Dictionary<PassageRef, PassageRef> CorrectedBy { get; } = [];
    public Filed<Article> OldestFirst { get; }
    public ImmutableArray<Passage> Deadlines { get; }
    public ImmutableArray<Passage> Inferred { get; }

    /// <summary>By the ordinals of the articles: the numbers of the records, in order.</summary>
    public NumberLists Features { get; }

    /// <summary>By the ordinals of the articles: the numbers of the actors who speak in it, those who say most first, then in order.</summary>
    public NumberLists Speakers { get; }

    public int NumberOfPassages { get; private set; }

    public ImmutableArray<Mention> MentionsIn(Article article) => _mentions(article);

    /// <summary>Takes every topic, place, event and actor to the larger one that it belongs to, events to their actors and places, and claims to what they are about.</summary>
    public void Take(Records records)
    {
        foreach (var topic in records.Topics.Values) foreach (var broader in topic.Broader) Parts.Add(broader.To(Kind.Topic), topic.Ref);
        foreach (var place in records.Places.Values) if (place.In is { } larger) Parts.Add(larger.To(Kind.Place), place.Ref);
        foreach (var happening in records.Events.Values) if (happening.PartOf is { } whole) Parts.Add(whole.To(Kind.Event), happening.Ref);
        foreach (var actor in records.Actors.Values) foreach (var body in actor.PartOf) Parts.Add(body.To(Kind.Actor), actor.Ref);
        foreach (var happening in records.Events.Values)
        {
            foreach (var actor in happening.Involved.Concat(happening.Organizer).Distinct()) Events.Add(actor.To(Kind.Actor), happening.Ref);
            if (happening.Place is { } place) Events.Add(place.Value.To(Kind.Place), happening.Ref);
        }
        foreach (var claim in records.Claims.Values)
            foreach (var record in claim.About.Distinct()) Claims.Add(record, claim.Ref);
    }

    private MentionIn Mention(Article article, int at) => new(article, this, at);

    private void NumberPassages(ImmutableArray<Article> articles, int[] annotations)
    {
        for (var i = articles.Length - 1; i >= 0; i--)
        {
            articles[i].FirstPassage = NumberOfPassages;
            NumberOfPassages += annotations[i];
        }
    }

    private void Take(Article article, RelationBond relation, Article other)
    {
        Relations.Add(article.Ref, new(relation.Verb, Inverse: false, other, relation.On));
        Relations.Add(other.Ref, new(relation.Verb, Inverse: true, article, relation.On));
        if (relation.On is { } claim) RelationsOn.Add(claim.To(Kind.Claim), new(article, relation.Verb, other));
    }
}
