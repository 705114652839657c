using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Model;

/// <summary>Every backward look of an archive, built once from the forward facts of its records: each article, from the oldest to the newest, is entered in the lists of the records that it has to do with.</summary>
internal sealed class Backlinks
{
    private readonly FrozenDictionary<Ref, int> _numbers;
    private readonly (ImmutableArray<Mention> Here, Func<ImmutableArray<Mention>>? Later)[] _mentions;

    /// <summary>Builds the lists of <paramref name="articles"/>, which know their ordinals and numbers and come newest first, from what was found in them.</summary>
    public Backlinks(ImmutableArray<Article> articles, FrozenDictionary<Ref, int> numbers, IReadOnlyDictionary<Id, Found> found)
    {
        _numbers = numbers;
        (Relations, RelationsOn, Parts) = (new(Part.Relations, numbers), new(Part.RelationsOn, numbers), new(Part.Parts, numbers));
        (Events, Claims) = (new(Part.Events, numbers), new(Part.Claims, numbers));
        (_mentions, Features, Speakers) = (new (ImmutableArray<Mention>, Func<ImmutableArray<Mention>>?)[articles.Length], new int[articles.Length][], new int[articles.Length][]);
        var isFeature = new bool[numbers.Count];
        foreach (var (record, number) in numbers) isFeature[number] = record.Kind is Kind.Actor or Kind.Topic or Kind.Event or Kind.Claim;
        var bonds = new (Bonds Bonds, int[] Numbers)[articles.Length];
        Parallel.For(0, articles.Length, i =>
        {
            var own = found[articles[i].Id];
            var records = Array.ConvertAll([.. own.Bonds.Records], record => numbers[record]);
            (_mentions[i], bonds[i]) = ((own.Here, own.Later), (own.Bonds, records));
            Features[i] = [.. own.Bonds.Entries.TakeWhile(b => b.List == Part.About).Select(b => records[b.Record]).Where(record => isFeature[record])];
            Speakers[i] = [.. own.Bonds.Entries.Where(b => b.List == Part.Said && own.Bonds.Records[b.Record].Kind == Kind.Actor)
                .CountBy(b => records[b.Record]).OrderByDescending(speaker => speaker.Value).ThenBy(speaker => speaker.Key).Select(speaker => speaker.Key)];
        });
        var lists = new EntryLists(bonds, numbers.Count);
        FiledIndex<T> Lists<T>(Part part, Func<Article, int, T> entry) => new(part, numbers, articles, lists, entry);
        FiledIndex<Passage> Passages(Part part) => Lists(part, (article, at) => new Passage(article, at));
        OldestFirst = new(Array.ConvertAll([.. Enumerable.Range(1, articles.Length)], age => new Entry(articles.Length - age, 0)), articles, (article, _) => article);
        (About, Mentions) = (Lists(Part.About, (article, _) => article), Lists(Part.MentionsOf, Mention));
        (Identified, Said, PassedOn) = (Passages(Part.Identified), Passages(Part.Said), Passages(Part.PassedOn));
        (Heard, Values, Stances) = (Passages(Part.Heard), Passages(Part.Values), Passages(Part.Stances));
        TakeInOrder(articles, bonds);
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

    /// <summary>By the ordinals of the articles: the numbers of the records, in order.</summary>
    public int[][] Features { get; }

    /// <summary>By the ordinals of the articles: the numbers of the actors who speak in it, those who say most first, then in order.</summary>
    public int[][] Speakers { get; }

    public int NumberOfPassages { get; private set; }

    public ImmutableArray<Mention> MentionsIn(Article article) => _mentions[article.Ordinal] is var (here, later) && later is null ? here : later();

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

    // Not within the constructor, where it would hold on to all that the lists were made from.
    private MentionIn Mention(Article article, int at) => new(article, this, at);

    /// <summary>Numbers the passages, and takes those that concern the whole archive and the relations that articles state to their lists.</summary>
    private void TakeInOrder(ImmutableArray<Article> articles, (Bonds Bonds, int[] Numbers)[] bonds)
    {
        var byNumber = new Article[_numbers.Count];
        foreach (var article in articles) byNumber[article.Number] = article;
        for (var i = articles.Length - 1; i >= 0; i--)
        {
            var (article, own) = (articles[i], bonds[i].Bonds);
            article.FirstPassage = NumberOfPassages;
            NumberOfPassages += own.Annotations;
            foreach (var at in own.Deadlines) Deadlines.Add(new(article, at));
            foreach (var at in own.Inferred) Inferred.Add(new(article, at));
            foreach (var (corrected, by) in own.Corrections) CorrectedBy[corrected] = new(article.Id, by);
            foreach (var relation in own.Relations) Take(article, relation, byNumber[_numbers[relation.Article.To(Kind.Article)]]);
        }
    }

    private void Take(Article article, Relation relation, Article other)
    {
        Relations.Add(article.Ref, new(relation.Verb, Inverse: false, other, relation.On));
        Relations.Add(other.Ref, new(relation.Verb, Inverse: true, article, relation.On));
        if (relation.On is { } claim) RelationsOn.Add(claim.To(Kind.Claim), new(article, relation.Verb, other));
    }
}
