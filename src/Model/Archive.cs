using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Model;

/// <summary>
/// The whole: all records, and every backward look (which articles are about an actor, who said what on a claim), built once from the
/// forward facts and never changed. Everything it gives is in a stated order and never null; a record nobody refers to gives empty lists.
/// </summary>
public sealed class Archive
{
    /// <summary>How many parts each record has; the keys of what concerns the archive as a whole come after those of all records.</summary>
    internal const int PartsOfRecords = (int)Part.Features + 1;

    private static readonly int Wholes = Enum.GetValues<Whole>().Length;

    private readonly FrozenDictionary<Ref, int> _numbers;
    private readonly ImmutableArray<Ref> _records;
    private readonly Index<Article> _about;
    private readonly Index<MentionIn> _mentions;
    private readonly Index<Passage> _identified, _said, _passedOn, _heard, _values, _stances;
    private readonly Index<StatedRelation> _relations;
    private readonly Index<ScopedStatement> _relationsOn;
    private readonly Index<Ref> _children;
    private readonly Dictionary<PassageRef, PassageRef> _correctedBy = [];
    private readonly IReadOnlyDictionary<Id, ImmutableArray<Mention>> _mentionsIn;
    private readonly IReadOnlyDictionary<Ref, string> _files;
    private readonly Dictionary<Id, ImmutableArray<Ref>> _features = [];
    private readonly ImmutableArray<Article> _articles;
    private readonly List<Passage> _deadlines = [], _inferred = [];

    /// <summary>Builds every index.</summary>
    /// <param name="site">What the archive is.</param>
    /// <param name="records">All records; every id in them resolves. From here on they note what is read of them.</param>
    /// <param name="mentions">The mentions in each article, in the order of its text.</param>
    /// <param name="files">The file of each record, relative to the root.</param>
    public Archive(
        Site site, Records records, IReadOnlyDictionary<Id, ImmutableArray<Mention>> mentions, IReadOnlyDictionary<Ref, string> files)
    {
        (Site, Records, _mentionsIn, _files) = (site, records, mentions, files);
        _records = [.. files.Keys.Order()];
        _numbers = _records.Select((r, i) => (r, i)).ToFrozenDictionary(n => n.r, n => n.i);
        (_about, _mentions, _relations, _relationsOn, _children) = (new(Part.About, _numbers), new(Part.MentionsOf, _numbers), new(Part.Relations, _numbers), new(Part.RelationsOn, _numbers), new(Part.Parts, _numbers));
        (_identified, _said, _passedOn) = (new(Part.Identified, _numbers), new(Part.Said, _numbers), new(Part.PassedOn, _numbers));
        (_heard, _values, _stances) = (new(Part.Heard, _numbers), new(Part.Values, _numbers), new(Part.Stances, _numbers));
        _articles = [.. records.Articles.Values
            .OrderByDescending(a => a.Published.Value).ThenBy(a => a.Id)];
        for (var i = 0; i < _articles.Length; i++)
        {
            _articles[i].Ordinal = i;
            _articles[i].Number = _numbers[_articles[i].Ref];
        }
        foreach (var article in _articles.Reverse()) Take(article);
        foreach (var topic in records.Topics.Values) foreach (var broader in topic.Broader) _children.Add(new(Kind.Topic, broader), topic.Ref);
        foreach (var place in records.Places.Values) if (place.In is { } larger) _children.Add(new(Kind.Place, larger), place.Ref);
        foreach (var happening in records.Events.Values) if (happening.PartOf is { } whole) _children.Add(new(Kind.Event, whole), happening.Ref);
        foreach (var actor in records.Actors.Values) foreach (var body in actor.PartOf) _children.Add(new(Kind.Actor, body), actor.Ref);
        records.Numbered(_numbers);
    }

    public Site Site { get; }

    public Records Records { get; }

    /// <summary>Newest first; of one date by id.</summary>
    public ImmutableArray<Article> Articles
    {
        get
        {
            ReadLog.Note(Whole.Articles);
            return _articles;
        }
    }

    /// <summary>The index of an article in <see cref="Articles"/>.</summary>
    public int OrdinalOf(Article article)
    {
        ReadLog.Note(Whole.Articles);
        return article.Ordinal;
    }

    /// <summary>The articles published before and after one, in the order of <see cref="Articles"/>; null at the ends.</summary>
    public (Article? Earlier, Article? Later) Neighbours(Id article)
    {
        var at = OrdinalOf(Records.Articles[article]);
        return (at + 1 < _articles.Length ? _articles[at + 1] : null, at > 0 ? _articles[at - 1] : null);
    }

    /// <summary>The articles that list, name, quote or annotate a record, oldest first. Of a source: those it published.</summary>
    public IReadOnlyList<Article> About(Ref record) => _about.Of(record);

    /// <summary>Where a record is named, oldest article first, in the order of the text.</summary>
    public IReadOnlyList<MentionIn> MentionsOf(Ref record) => _mentions.Of(record);

    /// <summary>The mentions in one article, in the order of its text.</summary>
    public ImmutableArray<Mention> MentionsIn(Id article)
    {
        Note(Part.MentionsIn, new(Kind.Article, article));
        return _mentionsIn.GetValueOrDefault(article, []);
    }

    /// <summary>The passages an annotation says mean a record; the order of all passages is that of <see cref="MentionsOf"/>.</summary>
    public IReadOnlyList<Passage> Identified(Ref record) => _identified.Of(record);

    /// <summary>What an actor or source said, in its own words or not.</summary>
    public IReadOnlyList<Passage> SaidBy(Ref speaker) => _said.Of(speaker);

    /// <summary>What an actor or source passed on from others.</summary>
    public IReadOnlyList<Passage> PassedOnBy(Ref link) => _passedOn.Of(link);

    /// <summary>What was said to an actor or source.</summary>
    public IReadOnlyList<Passage> SaidTo(Ref hearer) => _heard.Of(hearer);

    /// <summary>The passages that report a value of a claim.</summary>
    public IReadOnlyList<Passage> ValuesOf(Id claim) => _values.Of(new(Kind.Claim, claim));

    /// <summary>The passages that take a position on a claim.</summary>
    public IReadOnlyList<Passage> StancesOn(Id claim) => _stances.Of(new(Kind.Claim, claim));

    /// <summary>The relations an article states, then those that others state of it, oldest other article first.</summary>
    public IReadOnlyList<StatedRelation> RelationsOf(Id article) => [.. _relations.Of(new(Kind.Article, article)).OrderBy(r => r.Inverse)];

    /// <summary>The relations that are only about a claim.</summary>
    public IReadOnlyList<ScopedStatement> RelationsOn(Id claim) => _relationsOn.Of(new(Kind.Claim, claim));

    /// <summary>The passage whose value replaces that of <paramref name="passage"/>, or null.</summary>
    public PassageRef? CorrectionOf(PassageRef passage)
    {
        Note(Part.Corrections, new(Kind.Article, passage.Article));
        return _correctedBy.TryGetValue(passage, out var by) ? by : null;
    }

    /// <summary>Every passage whose value another replaces, and that other.</summary>
    public IReadOnlyDictionary<PassageRef, PassageRef> Corrections => _correctedBy;

    /// <summary>The passages with a deadline; the order of all passages is that of <see cref="MentionsOf"/>.</summary>
    public IReadOnlyList<Passage> Deadlines
    {
        get
        {
            ReadLog.Note(Whole.Deadlines);
            return _deadlines;
        }
    }

    /// <summary>The passages with a date that an editor gives a reason for.</summary>
    public IReadOnlyList<Passage> Inferred
    {
        get
        {
            ReadLog.Note(Whole.Inferred);
            return _inferred;
        }
    }

    /// <summary>The narrower topics, the places inside, the parts of an event, the members of a body; by id.</summary>
    public IReadOnlyList<Ref> PartsOf(Ref whole) => _children.Of(whole);

    /// <summary>What an article has in common with others when they share it: its actors, topics, events and claims, each once, by kind and id.</summary>
    public ImmutableArray<Ref> FeaturesOf(Id article)
    {
        Note(Part.Features, new(Kind.Article, article));
        return _features[article];
    }

    /// <summary>Every record, by kind and id.</summary>
    public ImmutableArray<Ref> AllRecords()
    {
        ReadLog.Note(Whole.Records);
        return _records;
    }

    /// <summary>What <paramref name="make"/> gives; whatever it reads is noted as this one part, of which only the result counts.</summary>
    public T ReadAsOne<T>(Part part, Ref record, Func<T> make)
    {
        Note(part, record);
        return ReadLog.Unheard(make);
    }

    /// <summary>The same for what concerns the whole archive.</summary>
    public T ReadAsOne<T>(Whole whole, Func<T> make)
    {
        ReadLog.Note(whole);
        return ReadLog.Unheard(make);
    }

    /// <summary>How many keys name the parts of this archive; a key is from 0 up to that.</summary>
    public int NumberOfKeys => PartsOfRecords * _records.Length + Wholes + 2 * Enum.GetValues<Kind>().Length;

    /// <summary>The key of a part of the record that <see cref="AllRecords"/> has at <paramref name="number"/>.</summary>
    public int KeyOf(Part part, int number) => (int)part * _records.Length + number;

    /// <summary>The key of what concerns the whole archive.</summary>
    public int KeyOf(Whole whole) => PartsOfRecords * _records.Length + (int)whole;

    /// <summary>The key of which records of a kind there are, or of all that they say.</summary>
    public int KeyOf(Kind kind, bool contents) => PartsOfRecords * _records.Length + WholeOf(kind, contents);

    internal int NumberOfRecords => _records.Length;

    internal static int WholeOf(Kind kind, bool contents) => Wholes + 2 * (int)kind + (contents ? 1 : 0);

    private void Note(Part part, Ref record)
    {
        if (_numbers.TryGetValue(record, out var number)) ReadLog.Note(part, number);
    }

    /// <summary>The file of a record, relative to the root.</summary>
    public string? FileOf(Ref record)
    {
        Note(Part.File, record);
        return _files.GetValueOrDefault(record);
    }

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

    private void Take(Article article)
    {
        var about = new HashSet<Ref> { new(Kind.Source, article.Source.Value) };
        foreach (var id in article.Topics) about.Add(new(Kind.Topic, id));
        foreach (var id in article.Events) about.Add(new(Kind.Event, id));
        foreach (var id in article.Places) about.Add(new(Kind.Place, id));
        foreach (var present in article.Actors) about.Add(new(Kind.Actor, present.Actor));
        if (article.Located is { } located) about.Add(new(Kind.Place, located.Value));
        foreach (var mention in MentionsIn(article.Id))
        {
            _mentions.Add(mention.Of, new(article, mention));
            if (mention.Of.Kind != Kind.Source) about.Add(mention.Of);
        }
        foreach (var annotation in article.Annotations) Take(new Passage(article, annotation), about);
        foreach (var relation in article.Relations) Take(article, relation, about);
        foreach (var record in about) _about.Add(record, article);
        _features[article.Id] = [.. about.Where(r => r.Kind is Kind.Actor or Kind.Topic or Kind.Event or Kind.Claim).Order()];
    }

    private void Take(Passage passage, HashSet<Ref> about)
    {
        var annotation = passage.Annotation;
        foreach (var record in annotation.Identifies)
        {
            _identified.Add(record, passage);
            about.Add(record);
        }
        if (annotation.Said is { } said)
        {
            _said.Add(said.By, passage);
            foreach (var hearer in said.To.Distinct()) _heard.Add(hearer, passage);
            foreach (var link in said.Via.Distinct()) _passedOn.Add(link, passage);
            foreach (var actor in said.Via.Concat(said.To).Append(said.By))
                if (actor.Kind == Kind.Actor) about.Add(actor);
        }
        if (annotation.Figure is { } figure)
        {
            _values.Add(new(Kind.Claim, figure.Of), passage);
            about.Add(new(Kind.Claim, figure.Of));
            if (figure.Corrects is { } corrected) _correctedBy[corrected] = passage.Ref;
        }
        if (annotation.Deadline is not null) _deadlines.Add(passage);
        if ((annotation.Figure?.AsOf?.Provenance ?? annotation.Deadline?.Due.Provenance) is not null) _inferred.Add(passage);
        if (annotation.Stance is { } stance)
        {
            _stances.Add(new(Kind.Claim, stance.On), passage);
            about.Add(new(Kind.Claim, stance.On));
        }
    }

    private void Take(Article article, Relation relation, HashSet<Ref> about)
    {
        var other = Records.Articles[relation.Article];
        _relations.Add(article.Ref, new(relation.Verb, Inverse: false, other, relation.On));
        _relations.Add(other.Ref, new(relation.Verb, Inverse: true, article, relation.On));
        if (relation.On is not { } claim) return;
        about.Add(new(Kind.Claim, claim));
        _relationsOn.Add(new(Kind.Claim, claim), new(article, relation.Verb, other));
    }
}
