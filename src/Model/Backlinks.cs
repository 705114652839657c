using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Model;

/// <summary>Every backward look of an archive, built once from the forward facts of its records: each article, from the oldest to the newest, is taken to the lists of the records that it has to do with.</summary>
internal sealed class Backlinks
{
    private readonly FrozenDictionary<Ref, int> _numbers;
    private readonly Dictionary<int, Article> _byNumber;

    /// <summary>Builds the lists of <paramref name="articles"/>, which know their ordinals and numbers and come newest first.</summary>
    public Backlinks(ImmutableArray<Article> articles, FrozenDictionary<Ref, int> numbers, IReadOnlyDictionary<Id, ImmutableArray<Mention>> mentions)
    {
        _numbers = numbers;
        _byNumber = articles.ToDictionary(a => a.Number);
        (About, Mentions) = (new(Part.About, numbers, a => a), new(Part.MentionsOf, numbers, m => m.Article));
        (Relations, RelationsOn, Parts) = (new(Part.Relations, numbers), new(Part.RelationsOn, numbers), new(Part.Parts, numbers));
        FiledIndex<Passage> Passages(Part part) => new(part, numbers, p => p.Article);
        (Identified, Said, PassedOn) = (Passages(Part.Identified), Passages(Part.Said), Passages(Part.PassedOn));
        (Heard, Values, Stances) = (Passages(Part.Heard), Passages(Part.Values), Passages(Part.Stances));
        (this.Passages, MentionsIn, Features) = (new ImmutableArray<Passage>[articles.Length], new ImmutableArray<Mention>[articles.Length], new int[articles.Length][]);
        for (var i = articles.Length - 1; i >= 0; i--)
        {
            OldestFirst.Add(articles[i]);
            Take(articles[i], mentions);
        }
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

    public Dictionary<PassageRef, PassageRef> CorrectedBy { get; } = [];
    public Filed<Article> OldestFirst { get; } = new(a => a);
    public List<Passage> Deadlines { get; } = [];
    public List<Passage> Inferred { get; } = [];

    /// <summary>By the ordinals of the articles; so are the next two.</summary>
    public ImmutableArray<Passage>[] Passages { get; }
    public ImmutableArray<Mention>[] MentionsIn { get; }

    /// <summary>The numbers of the records, in order.</summary>
    public int[][] Features { get; }

    public int NumberOfPassages { get; private set; }

    /// <summary>Takes every topic, place, event and actor to the larger one that it belongs to.</summary>
    public void Take(Records records)
    {
        foreach (var topic in records.Topics.Values) foreach (var broader in topic.Broader) Parts.Add(new(Kind.Topic, broader), topic.Ref);
        foreach (var place in records.Places.Values) if (place.In is { } larger) Parts.Add(new(Kind.Place, larger), place.Ref);
        foreach (var happening in records.Events.Values) if (happening.PartOf is { } whole) Parts.Add(new(Kind.Event, whole), happening.Ref);
        foreach (var actor in records.Actors.Values) foreach (var body in actor.PartOf) Parts.Add(new(Kind.Actor, body), actor.Ref);
    }

    private void Take(Article article, IReadOnlyDictionary<Id, ImmutableArray<Mention>> mentions)
    {
        var about = new HashSet<Ref> { new(Kind.Source, article.Source.Value) };
        foreach (var id in article.Topics) about.Add(new(Kind.Topic, id));
        foreach (var id in article.Events) about.Add(new(Kind.Event, id));
        foreach (var id in article.Places) about.Add(new(Kind.Place, id));
        foreach (var present in article.Actors) about.Add(new(Kind.Actor, present.Actor));
        if (article.Located is { } located) about.Add(new(Kind.Place, located.Value));
        foreach (var mention in MentionsIn[article.Ordinal] = mentions.GetValueOrDefault(article.Id, []))
        {
            Mentions.Add(mention.Of, new(article, mention));
            if (mention.Of.Kind != Kind.Source) about.Add(mention.Of);
        }
        var passages = new Passage[article.Annotations.Length];
        for (var i = 0; i < passages.Length; i++) Take(passages[i] = new(article, article.Annotations[i]) { Number = NumberOfPassages++ }, about);
        Passages[article.Ordinal] = ImmutableCollectionsMarshal.AsImmutableArray(passages);
        foreach (var relation in article.Relations) Take(article, relation, about);
        foreach (var record in about) About.Add(record, article);
        var features = about.Where(r => r.Kind is Kind.Actor or Kind.Topic or Kind.Event or Kind.Claim).Select(r => _numbers[r]).ToArray();
        Array.Sort(features);
        Features[article.Ordinal] = features;
    }

    private void Take(Passage passage, HashSet<Ref> about)
    {
        var annotation = passage.Annotation;
        foreach (var record in annotation.Identifies)
        {
            Identified.Add(record, passage);
            about.Add(record);
        }
        if (annotation.Said is { } said)
        {
            Said.Add(said.By, passage);
            foreach (var hearer in said.To.Distinct()) Heard.Add(hearer, passage);
            foreach (var link in said.Via.Distinct()) PassedOn.Add(link, passage);
            foreach (var actor in said.Via.Concat(said.To).Append(said.By))
                if (actor.Kind == Kind.Actor) about.Add(actor);
        }
        if (annotation.Figure is { } figure)
        {
            Values.Add(new(Kind.Claim, figure.Of), passage);
            about.Add(new(Kind.Claim, figure.Of));
            if (figure.Corrects is { } corrected) CorrectedBy[corrected] = passage.Ref;
        }
        if (annotation.Deadline is not null) Deadlines.Add(passage);
        if ((annotation.Figure?.AsOf?.Provenance ?? annotation.Deadline?.Due.Provenance) is not null) Inferred.Add(passage);
        if (annotation.Stance is { } stance)
        {
            Stances.Add(new(Kind.Claim, stance.On), passage);
            about.Add(new(Kind.Claim, stance.On));
        }
    }

    private void Take(Article article, Relation relation, HashSet<Ref> about)
    {
        var other = _byNumber[_numbers[new(Kind.Article, relation.Article)]];
        Relations.Add(article.Ref, new(relation.Verb, Inverse: false, other, relation.On));
        Relations.Add(other.Ref, new(relation.Verb, Inverse: true, article, relation.On));
        if (relation.On is not { } claim) return;
        about.Add(new(Kind.Claim, claim));
        RelationsOn.Add(new(Kind.Claim, claim), new(article, relation.Verb, other));
    }
}
