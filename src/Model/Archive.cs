using System.Collections.Immutable;

namespace Model;

/// <summary>
/// The whole: all records, and every backward look (which articles are about an actor, who said what on a claim), built once from the
/// forward facts and never changed. Everything it gives is in a stated order and never null; a record nobody refers to gives empty lists.
/// </summary>
public sealed class Archive
{
    private readonly Dictionary<Ref, List<Article>> _about = [];
    private readonly Dictionary<Ref, List<MentionIn>> _mentions = [];
    private readonly Dictionary<Ref, List<Passage>> _identified = [], _said = [], _passedOn = [], _heard = [];
    private readonly Dictionary<Id, List<Passage>> _values = [], _stances = [];
    private readonly Dictionary<Id, List<StatedRelation>> _relations = [];
    private readonly Dictionary<Id, List<ScopedStatement>> _relationsOn = [];
    private readonly Dictionary<PassageRef, PassageRef> _correctedBy = [];
    private readonly Dictionary<Ref, List<Ref>> _children = [];
    private readonly Dictionary<Id, int> _ordinals = [];
    private readonly IReadOnlyDictionary<Id, ImmutableArray<Mention>> _mentionsIn;
    private readonly IReadOnlyDictionary<Ref, string> _files;
    private readonly Dictionary<Id, ImmutableArray<Ref>> _features = [];

    /// <summary>Builds every index.</summary>
    /// <param name="site">What the archive is.</param>
    /// <param name="records">All records; every id in them resolves.</param>
    /// <param name="mentions">The mentions in each article, in the order of its text.</param>
    /// <param name="files">The file of each record, relative to the root.</param>
    public Archive(
        Site site, Records records, IReadOnlyDictionary<Id, ImmutableArray<Mention>> mentions, IReadOnlyDictionary<Ref, string> files)
    {
        (Site, Records, _mentionsIn, _files) = (site, records, mentions, files);
        Articles = [.. records.Articles.Values
            .OrderByDescending(a => a.Published.Value).ThenBy(a => a.Id)];
        for (var i = 0; i < Articles.Length; i++) _ordinals.Add(Articles[i].Id, i);
        foreach (var article in Articles.Reverse()) Index(article);
        foreach (var topic in Ordered(records.Topics)) foreach (var broader in topic.Broader) Add(_children, new(Kind.Topic, broader), topic.Ref);
        foreach (var place in Ordered(records.Places)) if (place.In is { } larger) Add(_children, new(Kind.Place, larger), place.Ref);
        foreach (var happening in Ordered(records.Events)) if (happening.PartOf is { } whole) Add(_children, new(Kind.Event, whole), happening.Ref);
        foreach (var actor in Ordered(records.Actors)) foreach (var body in actor.PartOf) Add(_children, new(Kind.Actor, body), actor.Ref);
    }

    public Site Site { get; }

    public Records Records { get; }

    /// <summary>Newest first; of one date by id.</summary>
    public ImmutableArray<Article> Articles { get; }

    /// <summary>The index of an article in <see cref="Articles"/>.</summary>
    public int OrdinalOf(Id article) => _ordinals[article];

    /// <summary>The articles that list, name, quote or annotate a record, oldest first. Of a source: those it published.</summary>
    public IReadOnlyList<Article> About(Ref record) => Get(_about, record);

    /// <summary>Where a record is named, oldest article first, in the order of the text.</summary>
    public IReadOnlyList<MentionIn> MentionsOf(Ref record) => Get(_mentions, record);

    /// <summary>The mentions in one article, in the order of its text.</summary>
    public ImmutableArray<Mention> MentionsIn(Id article) => _mentionsIn.GetValueOrDefault(article, []);

    /// <summary>The passages an annotation says mean a record; the order of all passages is that of <see cref="MentionsOf"/>.</summary>
    public IReadOnlyList<Passage> Identified(Ref record) => Get(_identified, record);

    /// <summary>What an actor or source said, in its own words or not.</summary>
    public IReadOnlyList<Passage> SaidBy(Ref speaker) => Get(_said, speaker);

    /// <summary>What an actor or source passed on from others.</summary>
    public IReadOnlyList<Passage> PassedOnBy(Ref link) => Get(_passedOn, link);

    /// <summary>What was said to an actor or source.</summary>
    public IReadOnlyList<Passage> SaidTo(Ref hearer) => Get(_heard, hearer);

    /// <summary>The passages that report a value of a claim.</summary>
    public IReadOnlyList<Passage> ValuesOf(Id claim) => Get(_values, claim);

    /// <summary>The passages that take a position on a claim.</summary>
    public IReadOnlyList<Passage> StancesOn(Id claim) => Get(_stances, claim);

    /// <summary>The relations an article states, then those that others state of it, oldest other article first.</summary>
    public IReadOnlyList<StatedRelation> RelationsOf(Id article) => [.. Get(_relations, article).OrderBy(r => r.Inverse)];

    /// <summary>The relations that are only about a claim.</summary>
    public IReadOnlyList<ScopedStatement> RelationsOn(Id claim) => Get(_relationsOn, claim);

    /// <summary>The passage whose value replaces that of <paramref name="passage"/>, or null.</summary>
    public PassageRef? CorrectionOf(PassageRef passage) => _correctedBy.TryGetValue(passage, out var by) ? by : null;

    /// <summary>The narrower topics, the places inside, the parts of an event, the members of a body; by id.</summary>
    public IReadOnlyList<Ref> PartsOf(Ref whole) => Get(_children, whole);

    /// <summary>What an article has in common with others when they share it: its actors, topics, events and claims, each once, by kind and id.</summary>
    public ImmutableArray<Ref> FeaturesOf(Id article) => _features[article];

    /// <summary>Every record, by kind and id.</summary>
    public IEnumerable<Ref> AllRecords() => _files.Keys.Order();

    /// <summary>The records, other than articles, whose own fields name a record: by kind and id.</summary>
    public IEnumerable<Ref> ReferringTo(Ref record)
    {
        bool Names(ImmutableArray<Id> ids, Kind kind) => record.Kind == kind && ids.Contains(record.Id);
        return Records.Actors.Values
        .Where(a => Names(a.PartOf, Kind.Actor) || Names(a.DifferentFrom, Kind.Actor) || a.Positions.Any(p => p.Of is { } of && record == new Ref(Kind.Actor, of))).Select(a => a.Ref)
        .Concat(Records.Topics.Values.Where(t => Names(t.Broader, Kind.Topic) || Names(t.Related, Kind.Topic)).Select(t => t.Ref))
        .Concat(Records.Places.Values.Where(p => p.In is { } larger && record == new Ref(Kind.Place, larger)).Select(p => p.Ref))
        .Concat(Records.Events.Values.Where(e => Names(e.Organizer, Kind.Actor) || Names(e.Involved, Kind.Actor)
            || (e.Place is { } place && record == new Ref(Kind.Place, place.Value)) || (e.PartOf is { } whole && record == new Ref(Kind.Event, whole))).Select(e => e.Ref))
        .Concat(Records.Claims.Values.Where(c => c.About.Contains(record) || Names(c.Topics, Kind.Topic)).Select(c => c.Ref))
        .Order()
        .Where(r => r != record);
    }

    /// <summary>The file of a record, relative to the root.</summary>
    public string? FileOf(Ref record) => _files.GetValueOrDefault(record);

    /// <summary>What a record is called.</summary>
    public string NameOf(Ref record) => record.Kind switch
    {
        Kind.Article => Records.Articles[record.Id].Headline.Value,
        Kind.Actor => Records.Actors[record.Id].Name,
        Kind.Topic => Records.Topics[record.Id].Name,
        Kind.Place => Records.Places[record.Id].Name,
        Kind.Event => Records.Events[record.Id].Name,
        Kind.Source => Records.Sources[record.Id].Name,
        _ => Records.Claims[record.Id].Text,
    };

    /// <summary>What lists sort a record by.</summary>
    public string SortNameOf(Ref record) => record.Kind == Kind.Actor ? Records.Actors[record.Id].SortedAs : NameOf(record);

    /// <summary>Whether a record is an unnamed source.</summary>
    public bool IsUnnamed(Ref record) => record.Kind == Kind.Actor && Records.Actors[record.Id].Type == ActorType.Anonymous;

    private static IEnumerable<T> Ordered<T>(ImmutableDictionary<Id, T> records) => records.OrderBy(r => r.Key).Select(r => r.Value);

    private void Index(Article article)
    {
        var about = new HashSet<Ref> { new(Kind.Source, article.Source.Value) };
        foreach (var id in article.Topics) about.Add(new(Kind.Topic, id));
        foreach (var id in article.Events) about.Add(new(Kind.Event, id));
        foreach (var id in article.Places) about.Add(new(Kind.Place, id));
        foreach (var present in article.Actors) about.Add(new(Kind.Actor, present.Actor));
        if (article.Located is { } located) about.Add(new(Kind.Place, located.Value));
        foreach (var mention in MentionsIn(article.Id))
        {
            Add(_mentions, mention.Of, new(article, mention));
            if (mention.Of.Kind != Kind.Source) about.Add(mention.Of);
        }
        foreach (var annotation in article.Annotations) Index(new Passage(article, annotation), about);
        foreach (var relation in article.Relations) Index(article, relation, about);
        foreach (var record in about) Add(_about, record, article);
        _features[article.Id] = [.. about.Where(r => r.Kind is Kind.Actor or Kind.Topic or Kind.Event or Kind.Claim).Order()];
    }

    private void Index(Passage passage, HashSet<Ref> about)
    {
        var annotation = passage.Annotation;
        foreach (var record in annotation.Identifies)
        {
            Add(_identified, record, passage);
            about.Add(record);
        }
        if (annotation.Said is { } said)
        {
            Add(_said, said.By, passage);
            foreach (var hearer in said.To.Distinct()) Add(_heard, hearer, passage);
            foreach (var link in said.Via.Distinct()) Add(_passedOn, link, passage);
            foreach (var actor in said.Via.Concat(said.To).Append(said.By))
                if (actor.Kind == Kind.Actor) about.Add(actor);
        }
        if (annotation.Figure is { } figure)
        {
            Add(_values, figure.Of, passage);
            about.Add(new(Kind.Claim, figure.Of));
            if (figure.Corrects is { } corrected) _correctedBy[corrected] = passage.Ref;
        }
        if (annotation.Stance is { } stance)
        {
            Add(_stances, stance.On, passage);
            about.Add(new(Kind.Claim, stance.On));
        }
    }

    private void Index(Article article, Relation relation, HashSet<Ref> about)
    {
        var other = Records.Articles[relation.Article];
        Add(_relations, article.Id, new(relation.Verb, Inverse: false, other, relation.On));
        Add(_relations, other.Id, new(relation.Verb, Inverse: true, article, relation.On));
        if (relation.On is not { } claim) return;
        about.Add(new(Kind.Claim, claim));
        Add(_relationsOn, claim, new(article, relation.Verb, other));
    }

    private static void Add<TKey, TValue>(Dictionary<TKey, List<TValue>> index, TKey key, TValue value) where TKey : notnull
    {
        if (!index.TryGetValue(key, out var list)) index.Add(key, list = []);
        list.Add(value);
    }

    private static IReadOnlyList<TValue> Get<TKey, TValue>(Dictionary<TKey, List<TValue>> index, TKey key) where TKey : notnull =>
        index.TryGetValue(key, out var list) ? list : [];
}

/// <summary>All records of the archive by id.</summary>
public sealed record Records(
    ImmutableDictionary<Id, Article> Articles,
    ImmutableDictionary<Id, Actor> Actors,
    ImmutableDictionary<Id, Topic> Topics,
    ImmutableDictionary<Id, Place> Places,
    ImmutableDictionary<Id, Event> Events,
    ImmutableDictionary<Id, Source> Sources,
    ImmutableDictionary<Id, Claim> Claims);

/// <summary>An annotation together with its article.</summary>
public sealed record Passage(Article Article, Annotation Annotation)
{
    public PassageRef Ref => new(Article.Id, Annotation.Id);
}

/// <summary>A mention together with its article.</summary>
public sealed record MentionIn(Article Article, Mention Mention);

/// <summary>A relation seen from one article: what it states of <paramref name="Other"/> or, inverse, what that one states of it.</summary>
public sealed record StatedRelation(RelationVerb Verb, bool Inverse, Article Other, Id? On);

/// <summary>A relation between two articles as to one claim.</summary>
public sealed record ScopedStatement(Article From, RelationVerb Verb, Article To);
