using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Model;

/// <summary>Every backward look of an archive, built once from the forward facts of its records: each article, from the oldest to the newest, is taken to the lists of the records that it has to do with.</summary>
internal sealed class Backlinks
{
    private readonly FrozenDictionary<Ref, int> _numbers;
    private readonly Article[] _byNumber;
    private readonly Article?[] _lastAbout;
    private readonly bool[] _isFeature;
    private readonly List<int> _about = [];

    /// <summary>Builds the lists of <paramref name="articles"/>, which know their ordinals and numbers and come newest first.</summary>
    public Backlinks(ImmutableArray<Article> articles, FrozenDictionary<Ref, int> numbers, IReadOnlyDictionary<Id, ImmutableArray<Mention>> mentions)
    {
        _numbers = numbers;
        (_lastAbout, _isFeature) = (new Article?[numbers.Count], new bool[numbers.Count]);
        foreach (var (record, number) in numbers) _isFeature[number] = record.Kind is Kind.Actor or Kind.Topic or Kind.Event or Kind.Claim;
        _byNumber = new Article[numbers.Count];
        foreach (var article in articles) _byNumber[article.Number] = article;
        (About, Mentions) = (new(Part.About, numbers, a => a), new(Part.MentionsOf, numbers, m => m.Article));
        (Relations, RelationsOn, Parts) = (new(Part.Relations, numbers), new(Part.RelationsOn, numbers), new(Part.Parts, numbers));
        (Events, Claims) = (new(Part.Events, numbers), new(Part.Claims, numbers));
        FiledIndex<Passage> Passages(Part part) => new(part, numbers, p => p.Article);
        (Identified, Said, PassedOn) = (Passages(Part.Identified), Passages(Part.Said), Passages(Part.PassedOn));
        (Heard, Values, Stances) = (Passages(Part.Heard), Passages(Part.Values), Passages(Part.Stances));
        (this.Passages, MentionsIn, Features) = (new ImmutableArray<Passage>[articles.Length], new ImmutableArray<Mention>[articles.Length], new int[articles.Length][]);
        // Neither half touches a list of the other.
        Parallel.Invoke(() => TakeToRecords(articles, mentions), () => TakePassages(articles));
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
    public Filed<Article> OldestFirst { get; } = new(a => a);
    public List<Passage> Deadlines { get; } = [];
    public List<Passage> Inferred { get; } = [];

    /// <summary>By the ordinals of the articles; so are the next two.</summary>
    public ImmutableArray<Passage>[] Passages { get; }
    public ImmutableArray<Mention>[] MentionsIn { get; }

    /// <summary>The numbers of the records, in order.</summary>
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

    /// <summary>Takes each article to the records that it is about and that its text names.</summary>
    private void TakeToRecords(ImmutableArray<Article> articles, IReadOnlyDictionary<Id, ImmutableArray<Mention>> mentions)
    {
        for (var i = articles.Length - 1; i >= 0; i--)
        {
            var article = articles[i];
            OldestFirst.Add(article);
            _about.Clear();
            IsAbout(article, _numbers[article.Source.Value.To(Kind.Source)]);
            IsAbout(article, Kind.Topic, article.Topics);
            IsAbout(article, Kind.Event, article.Events);
            IsAbout(article, Kind.Place, article.Places);
            foreach (var present in article.Actors) IsAbout(article, _numbers[present.Actor.To(Kind.Actor)]);
            if (article.Located is { } located) IsAbout(article, _numbers[located.Value.To(Kind.Place)]);
            var named = MentionsIn[i] = mentions.GetValueOrDefault(article.Id, []);
            for (var n = 0; n < named.Length; n++)
            {
                var number = _numbers[named[n].Of];
                Mentions.Add(number, new(article, named, n));
                if (named[n].Of.Kind != Kind.Source) IsAbout(article, number);
            }
            foreach (var annotation in article.Annotations) IsAbout(article, annotation);
            foreach (var relation in article.Relations)
                if (relation.On is { } claim) IsAbout(article, _numbers[claim.To(Kind.Claim)]);
            _about.Sort();
            Features[i] = [.. _about.Where(number => _isFeature[number])];
        }
        OldestFirst.Close();
        About.Close();
        Mentions.Close();
    }

    private void IsAbout(Article article, Annotation annotation)
    {
        foreach (var record in annotation.Identifies) IsAbout(article, _numbers[record]);
        if (annotation.Said is { } said)
            foreach (var actor in said.Via.Concat(said.To).Append(said.By))
                if (actor.Kind == Kind.Actor) IsAbout(article, _numbers[actor]);
        if (annotation.Figure is { } figure) IsAbout(article, _numbers[figure.Of.To(Kind.Claim)]);
        if (annotation.Stance is { } stance) IsAbout(article, _numbers[stance.On.To(Kind.Claim)]);
    }

    private void IsAbout(Article article, Kind kind, ImmutableArray<Id> records)
    {
        foreach (var id in records) IsAbout(article, _numbers[id.To(kind)]);
    }

    /// <summary>Takes an article to a record that it is about, once. Articles come one after another, so the last one that a record got tells whether it has this one.</summary>
    private void IsAbout(Article article, int record)
    {
        if (ReferenceEquals(_lastAbout[record], article)) return;
        _lastAbout[record] = article;
        _about.Add(record);
        About.Add(record, article);
    }

    /// <summary>Takes each annotation of each article to who speaks in it, whom it means and what it reports, and the relations that articles state.</summary>
    private void TakePassages(ImmutableArray<Article> articles)
    {
        for (var i = articles.Length - 1; i >= 0; i--)
        {
            var article = articles[i];
            var passages = new Passage[article.Annotations.Length];
            for (var n = 0; n < passages.Length; n++) Take(passages[n] = new(article, article.Annotations[n]) { Number = NumberOfPassages++ });
            Passages[i] = ImmutableCollectionsMarshal.AsImmutableArray(passages);
            foreach (var relation in article.Relations) Take(article, relation);
        }
        foreach (var list in (ReadOnlySpan<FiledIndex<Passage>>)[Identified, Said, PassedOn, Heard, Values, Stances]) list.Close();
    }

    private void Take(Passage passage)
    {
        var annotation = passage.Annotation;
        foreach (var record in annotation.Identifies) Identified.Add(record, passage);
        if (annotation.Said is { } said)
        {
            Said.Add(said.By, passage);
            foreach (var hearer in said.To.Distinct()) Heard.Add(hearer, passage);
            foreach (var link in said.Via.Distinct()) PassedOn.Add(link, passage);
        }
        if (annotation.Figure is { } figure)
        {
            Values.Add(figure.Of.To(Kind.Claim), passage);
            if (figure.Corrects is { } corrected) CorrectedBy[corrected] = passage.Ref;
        }
        if (annotation.Deadline is not null) Deadlines.Add(passage);
        if ((annotation.Figure?.AsOf?.Provenance ?? annotation.Deadline?.Due.Provenance) is not null) Inferred.Add(passage);
        if (annotation.Stance is { } stance) Stances.Add(stance.On.To(Kind.Claim), passage);
    }

    private void Take(Article article, Relation relation)
    {
        var other = _byNumber[_numbers[relation.Article.To(Kind.Article)]];
        Relations.Add(article.Ref, new(relation.Verb, Inverse: false, other, relation.On));
        Relations.Add(other.Ref, new(relation.Verb, Inverse: true, article, relation.On));
        if (relation.On is { } claim) RelationsOn.Add(claim.To(Kind.Claim), new(article, relation.Verb, other));
    }
}
