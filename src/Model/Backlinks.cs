using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Model;

/// <summary>Every backward look of an archive, built once from the forward facts of its records: each article, from the oldest to the newest, is entered in the lists of the records that it has to do with.</summary>
internal sealed class Backlinks
{
    private readonly FrozenDictionary<Ref, int> _numbers;

    /// <summary>Builds the lists of <paramref name="articles"/>, which know their ordinals and numbers and come newest first.</summary>
    public Backlinks(ImmutableArray<Article> articles, FrozenDictionary<Ref, int> numbers, IReadOnlyDictionary<Id, ImmutableArray<Mention>> mentions)
    {
        _numbers = numbers;
        (Relations, RelationsOn, Parts) = (new(Part.Relations, numbers), new(Part.RelationsOn, numbers), new(Part.Parts, numbers));
        (Events, Claims) = (new(Part.Events, numbers), new(Part.Claims, numbers));
        (MentionsIn, Features) = (new ImmutableArray<Mention>[articles.Length], new int[articles.Length][]);
        var isFeature = new bool[numbers.Count];
        foreach (var (record, number) in numbers) isFeature[number] = record.Kind is Kind.Actor or Kind.Topic or Kind.Event or Kind.Claim;
        var bonds = new Bond[articles.Length][];
        Parallel.For(0, articles.Length, i =>
        {
            MentionsIn[i] = mentions.GetValueOrDefault(articles[i].Id, []);
            bonds[i] = Bonds.Of(articles[i], MentionsIn[i], numbers);
            Features[i] = [.. bonds[i].TakeWhile(b => b.List == Part.About).Select(b => b.Record).Where(record => isFeature[record])];
        });
        FiledIndex<T> Lists<T>(Part part, Func<Article, int, T> entry) => new(part, numbers, articles, bonds, entry);
        FiledIndex<Passage> Passages(Part part) => Lists(part, (article, at) => new Passage(article, at));
        OldestFirst = new(Array.ConvertAll([.. Enumerable.Range(1, articles.Length)], age => new Entry(articles.Length - age, 0)), articles, (article, _) => article);
        (About, Mentions) = (Lists(Part.About, (article, _) => article), Lists(Part.MentionsOf, (article, at) => new MentionIn(article, MentionsIn[article.Ordinal], at)));
        (Identified, Said, PassedOn) = (Passages(Part.Identified), Passages(Part.Said), Passages(Part.PassedOn));
        (Heard, Values, Stances) = (Passages(Part.Heard), Passages(Part.Values), Passages(Part.Stances));
        TakePassages(articles);
    }

    public FiledIndex<Article> About { get; }
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
    public List<Passage> Deadlines { get; } = [];
    public List<Passage> Inferred { get; } = [];

    /// <summary>By the ordinals of the articles.</summary>
    public ImmutableArray<Mention>[] MentionsIn { get; }

    /// <summary>By the ordinals of the articles: the numbers of the records, in order.</summary>
    public int[][] Features { get; }

    public int NumberOfPassages { get; private set; }

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

    /// <summary>Numbers the passages, and takes those that concern the whole archive and the relations that articles state to their lists.</summary>
    private void TakePassages(ImmutableArray<Article> articles)
    {
        var byNumber = new Article[_numbers.Count];
        foreach (var article in articles) byNumber[article.Number] = article;
        for (var i = articles.Length - 1; i >= 0; i--)
        {
            var article = articles[i];
            article.FirstPassage = NumberOfPassages;
            for (var n = 0; n < article.Annotations.Length; n++) Take(article.Annotations[n], new(article, n));
            NumberOfPassages += article.Annotations.Length;
            foreach (var relation in article.Relations) Take(article, relation, byNumber[_numbers[relation.Article.To(Kind.Article)]]);
        }
    }

    private void Take(Annotation annotation, Passage passage)
    {
        if (annotation.Figure?.Corrects is { } corrected) CorrectedBy[corrected] = passage.Ref;
        if (annotation.Deadline is not null) Deadlines.Add(passage);
        if ((annotation.Figure?.AsOf?.Provenance ?? annotation.Deadline?.Due.Provenance) is not null) Inferred.Add(passage);
    }

    private void Take(Article article, Relation relation, Article other)
    {
        Relations.Add(article.Ref, new(relation.Verb, Inverse: false, other, relation.On));
        Relations.Add(other.Ref, new(relation.Verb, Inverse: true, article, relation.On));
        if (relation.On is { } claim) RelationsOn.Add(claim.To(Kind.Claim), new(article, relation.Verb, other));
    }
}
