using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Model;

/// <summary>
/// The whole: all records, and every backward look (which articles are about an actor, who said what on a claim), built once from the
/// forward facts and never changed. Everything it gives is in a stated order and never null; a record nobody refers to gives empty lists.
/// </summary>
public sealed class Archive
{
    private readonly Numbers _numbers;
    private readonly ImmutableArray<Ref> _records;
    private readonly Func<int, string> _fileOf;
    private readonly ImmutableArray<Article> _articles;
    private readonly Backlinks _back;
    private readonly int[]?[] _ordinalsAbout;

    /// <summary>Builds every index.</summary>
    /// <param name="site">What the archive is.</param>
    /// <param name="records">All records; every id in them resolves. From here on they note what is read of them.</param>
    /// <param name="all">The references to them, in order.</param>
    /// <param name="fileOf">Gives the file of the one at a place among them, relative to the root.</param>
    /// <param name="tables">What the articles make together.</param>
    /// <param name="mentions">Gives what is mentioned in an article, in the order of its text.</param>
    public Archive(Site site, Records records, ImmutableArray<Ref> all, Func<int, string> fileOf, ArchiveTables tables, Func<Article, ImmutableArray<Mention>> mentions)
    {
        (Site, Records, Tables, _records, _fileOf) = (site, records, tables, all, fileOf);
        _numbers = new(all);
        _articles = ImmutableCollectionsMarshal.AsImmutableArray(Array.ConvertAll(tables.Articles, number => records.Articles[all[number].Id]));
        for (var i = 0; i < _articles.Length; i++) (_articles[i].Ordinal, _articles[i].Number) = (i, tables.Articles[i]);
        _back = new(_articles, _numbers, tables, mentions);
        _back.Take(records);
        Urls = ImmutableCollectionsMarshal.AsImmutableArray(Array.ConvertAll(ImmutableCollectionsMarshal.AsArray(_records)!, site.Url));
        _ordinalsAbout = new int[]?[_records.Length];
        Keys = new(_articles.Length, _records.Length);
        Once = new(Keys, _records.Length, _back.NumberOfPassages);
        records.Numbered(_numbers);
    }

    public Site Site { get; }

    public Records Records { get; }

    /// <summary>What many pages show alike.</summary>
    public MadeOnce Once { get; }

    /// <summary>What the lists are made from.</summary>
    public ArchiveTables Tables { get; }

    /// <summary>The address of each record, in the order of <see cref="AllRecords"/>.</summary>
    internal ImmutableArray<Url> Urls { get; }

    /// <summary>Newest first; of one date by id.</summary>
    public ImmutableArray<Article> Articles => Noted(Whole.Articles, _articles);

    /// <summary>The same the other way round, to be cut by year.</summary>
    public Filed<Article> OldestFirst => _back.OldestFirst;

    /// <summary>The article at an index of <see cref="Articles"/>, for who knows otherwise which of them are to be read.</summary>
    internal Article ArticleAt(int ordinal) => _articles[ordinal];

    /// <summary>The index of an article in <see cref="Articles"/>.</summary>
    public int OrdinalOf(Article article)
    {
        ReadLog.Note(Whole.Articles);
        return article.Ordinal;
    }

    /// <summary>The articles published before and after one, in the order of <see cref="Articles"/>; null at the ends.</summary>
    public (Article? Earlier, Article? Later) Neighbours(Id article)
    {
        Note(Part.Neighbours, article.To(Kind.Article));
        var at = Records.Articles[article].Ordinal;
        return (at + 1 < _articles.Length ? _articles[at + 1] : null, at > 0 ? _articles[at - 1] : null);
    }

    /// <summary>The articles that list, name, quote or annotate a record, oldest first. Of a source: those it published.</summary>
    public Filed<Article> About(Ref record) => _back.About.Of(record);

    /// <summary>
    /// The ordinals of the articles that are about the record at <paramref name="number"/> of <see cref="AllRecords"/>: who goes through many articles would otherwise fetch them from all over the memory.
    /// </summary>
    internal int[] OrdinalsAbout(int number)
    {
        ReadLog.Note(Part.About, number);
        return _ordinalsAbout[number] ??= [.. About(_records[number]).Select(a => a.Ordinal)];
    }

    /// <summary>The record at <paramref name="number"/> of <see cref="AllRecords"/>.</summary>
    internal Ref RecordAt(int number) => _records[number];

    /// <summary>Where a record is named, oldest article first, in the order of the text.</summary>
    public Filed<MentionIn> MentionsOf(Ref record) => _back.Mentions.Of(record);

    /// <summary>How many passages there are; each has a number from 0 up to that.</summary>
    public int NumberOfPassages => _back.NumberOfPassages;

    /// <summary>The passages of an article, in the order of its annotations.</summary>
    public ImmutableArray<Passage> PassagesOf(Article article) => [.. Enumerable.Range(0, article.Annotations.Length).Select(index => new Passage(article, index))];

    /// <summary>The same for who does not read their notes, and need not know when these change.</summary>
    public ImmutableArray<Passage> SayingsOf(Article article)
    {
        ReadLog.Note(Part.Sayings, article.Number);
        return [.. Enumerable.Range(0, article.NumberOfAnnotations).Select(index => new Passage(article, index))];
    }

    /// <summary>The place of a record in <see cref="AllRecords"/>; it must be there.</summary>
    public int NumberOf(Ref record) => _numbers[record];

    /// <summary>The address of a record's page; it must be there.</summary>
    public Url UrlOf(Ref record) => Urls[_numbers[record]];

    /// <summary>The address of an article's page.</summary>
    public Url UrlOf(Article article) => Urls[article.Number];

    /// <summary>The mentions in one article, in the order of its text.</summary>
    public ImmutableArray<Mention> MentionsIn(Article article)
    {
        ReadLog.Note(Part.MentionsIn, article.Number);
        return _back.MentionsIn(article);
    }

    /// <summary>The passages an annotation says mean a record; the order of all passages is that of <see cref="MentionsOf"/>.</summary>
    public Filed<Passage> Identified(Ref record) => _back.Identified.Of(record);

    /// <summary>What an actor or source said, in its own words or not.</summary>
    public Filed<Passage> SaidBy(Ref speaker) => _back.Said.Of(speaker);

    /// <summary>The articles that were taken from a source.</summary>
    public Filed<Article> TakenFrom(Ref source) => _back.Taken.Of(source);

    /// <summary>What an actor or source passed on from others.</summary>
    public Filed<Passage> PassedOnBy(Ref link) => _back.PassedOn.Of(link);

    /// <summary>What was said to an actor or source.</summary>
    public Filed<Passage> SaidTo(Ref hearer) => _back.Heard.Of(hearer);

    /// <summary>The passages that report a value of a claim.</summary>
    public Filed<Passage> ValuesOf(Id claim) => _back.Values.Of(claim.To(Kind.Claim));

    /// <summary>The passages that take a position on a claim.</summary>
    public Filed<Passage> StancesOn(Id claim) => _back.Stances.Of(claim.To(Kind.Claim));

    /// <summary>The relations an article states, then those that others state of it, oldest other article first.</summary>
    public IReadOnlyList<StatedRelation> RelationsOf(Id article) => [.. _back.Relations.Of(article.To(Kind.Article)).OrderBy(r => r.Inverse)];

    /// <summary>The relations that are only about a claim.</summary>
    public IReadOnlyList<ScopedStatement> RelationsOn(Id claim) => _back.RelationsOn.Of(claim.To(Kind.Claim));

    /// <summary>The passage whose value replaces that of <paramref name="passage"/>, or null.</summary>
    public PassageRef? CorrectionOf(PassageRef passage)
    {
        Note(Part.Corrections, passage.Article.To(Kind.Article));
        return _back.CorrectedBy.TryGetValue(passage, out var by) ? by : null;
    }

    /// <summary>Every passage whose value another replaces, and that other.</summary>
    public IReadOnlyDictionary<PassageRef, PassageRef> Corrections => _back.CorrectedBy;

    /// <summary>The passages with a deadline; the order of all passages is that of <see cref="MentionsOf"/>.</summary>
    public IReadOnlyList<Passage> Deadlines => Noted(Whole.Deadlines, _back.Deadlines);

    /// <summary>The articles with a fact or a date that an editor gives a reason for, the newest first.</summary>
    public IEnumerable<Article> Inferring => Noted(Whole.Inferred, Tables.Inferring.Select(at => _articles[at]));

    /// <summary>The passages with a date that an editor gives a reason for.</summary>
    public IReadOnlyList<Passage> Inferred => Noted(Whole.Inferred, _back.Inferred);

    /// <summary>The narrower topics, the places inside, the parts of an event, the members of a body; by id.</summary>
    public IReadOnlyList<Ref> PartsOf(Ref whole) => _back.Parts.Of(whole);

    /// <summary>The events that an actor takes part in or that a place is the place of; by id.</summary>
    public IReadOnlyList<Ref> EventsOf(Ref record) => _back.Events.Of(record);

    /// <summary>The claims that say of themselves that they are about a record; by id.</summary>
    public IReadOnlyList<Ref> ClaimsAbout(Ref record) => _back.Claims.Of(record);

    /// <summary>What an article has in common with others when they share it: its actors, topics, events and claims, each once, by kind and id.</summary>
    public IEnumerable<Ref> FeaturesOf(Article article) => FeatureNumbersOf(article).Select(number => _records[number]);

    /// <summary>The same by their places in <see cref="AllRecords"/>, in order.</summary>
    internal ArraySegment<int> FeatureNumbersOf(Article article)
    {
        ReadLog.Note(Part.Features, article.Number);
        return _back.Features[article.Ordinal];
    }

    /// <summary>The actors who speak in an article, those who say most first, then by id.</summary>
    public IEnumerable<Ref> SpeakersOf(Article article)
    {
        ReadLog.Note(Part.Marks, article.Number);
        return _back.Speakers[article.Ordinal].Select(number => _records[number]);
    }

    /// <summary>In how many of these articles the records of a kind are, of those in <see cref="FeaturesOf"/>; in the order of their ids, none that is in none.</summary>
    public IReadOnlyList<(Ref Record, int Articles)> CountFeatures(IEnumerable<Article> articles, Kind kind)
    {
        var counts = new Dictionary<int, int>();
        foreach (var article in articles)
            foreach (var number in FeatureNumbersOf(article))
                if (_records[number].Kind == kind) CollectionsMarshal.GetValueRefOrAddDefault(counts, number, out _)++;
        return [.. counts.OrderBy(c => c.Key).Select(c => (_records[c.Key], c.Value))];
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

    /// <summary>The keys of its parts.</summary>
    public Keys Keys { get; }

    private static T Noted<T>(Whole whole, T value)
    {
        ReadLog.Note(whole);
        return value;
    }

    private void Note(Part part, Ref record)
    {
        if (_numbers.TryGetValue(record, out var number)) ReadLog.Note(part, number);
    }

    /// <summary>The file of a record, relative to the root.</summary>
    public string? FileOf(Ref record)
    {
        if (!_numbers.TryGetValue(record, out var number)) return null;
        ReadLog.Note(Part.File, number);
        return _fileOf(number);
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
}
