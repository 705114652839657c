using System.Collections.Immutable;

namespace Model;

/// <summary>The relation that the article at <paramref name="From"/> states of that at <paramref name="To"/>, both by their ordinals.</summary>
public readonly record struct RelationBond(int From, RelationVerb Verb, int To, Id? On);

/// <summary>The article at <paramref name="Article"/> rests on words or annotations of that at <paramref name="On"/>, both by their ordinals.</summary>
public readonly record struct Leaning(int Article, int On);

/// <summary>
/// What all articles of an archive make together, mostly in numbers: as long as none is filed otherwise, every list and every backward look can be taken from here without reading an article. Articles stand here by
/// their ordinals, the newest first, and records by their numbers.
/// </summary>
public sealed record ArchiveTables
{
    /// <summary>The numbers of the articles.</summary>
    public required int[] Articles { get; init; }

    /// <summary>How they are listed.</summary>
    public required ListedAs[] Listed { get; init; }

    /// <summary>The topics that editors name for each, in their order; and who published it.</summary>
    public required NumberLists Topics { get; init; }
    public required int[] Sources { get; init; }

    /// <summary>In which lists of the records they stand.</summary>
    public required EntryLists Lists { get; init; }

    /// <summary>What each article has in common with others when they share it, in the order of the records.</summary>
    public required NumberLists Features { get; init; }

    /// <summary>The actors who speak in each article, those who say most first, then in order.</summary>
    public required NumberLists Speakers { get; init; }

    /// <summary>How many annotations each article has.</summary>
    public required int[] Annotations { get; init; }

    /// <summary>The annotations with a deadline, and those with a date that an editor gives a reason for; the oldest article first.</summary>
    public required Entry[] Deadlines { get; init; }
    public required Entry[] Inferred { get; init; }

    /// <summary>The articles with something that an editor gives a reason for, the newest first.</summary>
    public required int[] Inferring { get; init; }

    /// <summary>The oldest stating article first; so are corrections.</summary>
    public required ImmutableArray<RelationBond> Relations { get; init; }
    public required ImmutableArray<(PassageRef Corrected, PassageRef By)> Corrections { get; init; }

    /// <summary>See <see cref="Bonds.Leans"/>.</summary>
    public required Leaning[] Leanings { get; init; }

    /// <summary>The tables of all <paramref name="articles"/> of an archive with the records <paramref name="all"/>, which come in their order, by what was <paramref name="found"/> in each.</summary>
    public static ArchiveTables Of(IEnumerable<Article> articles, ImmutableArray<Ref> all, IReadOnlyDictionary<Id, Found> found)
    {
        ImmutableArray<Article> newestFirst = [.. articles.OrderByDescending(a => a.Published.Value).ThenBy(a => a.Id)];
        var numbers = new Numbers(all);
        var ordinals = new Dictionary<Id, int>(newestFirst.Length);
        for (var i = 0; i < newestFirst.Length; i++) ordinals.Add(newestFirst[i].Id, i);
        var (bonds, features, speakers) = (new (Bonds Bonds, int[] Numbers)[newestFirst.Length], new int[newestFirst.Length][], new int[newestFirst.Length][]);
        Parallel.For(0, newestFirst.Length, i =>
        {
            var own = found[newestFirst[i].Id].Bonds;
            var records = Array.ConvertAll([.. own.Records], record => numbers[record]);
            bonds[i] = (own, records);
            (features[i], speakers[i]) = (FeaturesOf(own, records), SpeakersOf(own, records));
        });
        Entry[] Oldest(Func<Bonds, ImmutableArray<int>> annotations) => [.. OldestFirst(bonds).SelectMany(a => annotations(a.Bonds), (a, at) => new Entry(a.Article, at))];
        return new()
        {
            Articles = [.. newestFirst.Select(a => numbers[a.Ref])],
            Listed = [.. newestFirst.Select(a => a.Listed)],
            Topics = NumberLists.Of([.. newestFirst.Select(a => a.Topics.Select(topic => numbers[topic.To(Kind.Topic)]).ToArray())]),
            Sources = [.. newestFirst.Select(a => numbers[a.Source.Value.To(Kind.Source)])],
            Lists = EntryLists.Of(bonds, numbers.Count),
            Features = NumberLists.Of(features),
            Speakers = NumberLists.Of(speakers),
            Annotations = Array.ConvertAll(bonds, b => b.Bonds.Annotations),
            Deadlines = Oldest(b => b.Deadlines),
            Inferred = Oldest(b => b.Inferred),
            Inferring = [.. Enumerable.Range(0, bonds.Length).Where(i => bonds[i].Bonds.Infers)],
            Relations = [.. OldestFirst(bonds).SelectMany(a => a.Bonds.Relations, (a, r) => new RelationBond(a.Article, r.Verb, ordinals[r.Article], r.On))],
            Corrections = [.. OldestFirst(bonds).SelectMany(a => a.Bonds.Corrections, (a, c) => (c.Corrected, new PassageRef(newestFirst[a.Article].Id, c.By)))],
            Leanings = [.. OldestFirst(bonds).SelectMany(a => a.Bonds.Leans, (a, on) => new Leaning(a.Article, ordinals[on]))],
        };
    }

    /// <summary>The same with other bonds of some articles, by their ordinals. Each relates to the same articles as before, and leans on the same and corrects the same.</summary>
    public ArchiveTables With(IReadOnlyDictionary<int, Bonds> articles, ImmutableArray<Ref> all)
    {
        var bound = articles.ToDictionary(a => a.Key, a => (Bonds: a.Value, Numbers: Array.ConvertAll([.. a.Value.Records], record => all.BinarySearch(record))));
        int[] annotations = [.. Annotations];
        foreach (var (article, bonds) in articles) annotations[article] = bonds.Annotations;
        Entry[] Others(Entry[] before, Func<Bonds, ImmutableArray<int>> of) =>
            [.. before.Where(e => !articles.ContainsKey(e.Article)).Concat(articles.SelectMany(a => of(a.Value), (a, at) => new Entry(a.Key, at))).OrderByDescending(e => e.Article)];
        return this with
        {
            Lists = Lists.With(bound, all.Length),
            Features = Features.With(bound.ToDictionary(a => a.Key, a => FeaturesOf(a.Value.Bonds, a.Value.Numbers))),
            Speakers = Speakers.With(bound.ToDictionary(a => a.Key, a => SpeakersOf(a.Value.Bonds, a.Value.Numbers))),
            Annotations = annotations,
            Deadlines = Others(Deadlines, b => b.Deadlines),
            Inferred = Others(Inferred, b => b.Inferred),
            Inferring = [.. Inferring.Except(articles.Keys).Concat(articles.Where(a => a.Value.Infers).Select(a => a.Key)).Order()],
        };
    }

    /// <summary>Of an article whose records have these numbers.</summary>
    private static int[] FeaturesOf(Bonds bonds, int[] numbers) =>
        [.. bonds.Entries.TakeWhile(b => b.List == Part.About).Where(b => bonds.Records[b.Record].Kind is Kind.Actor or Kind.Topic or Kind.Event or Kind.Claim).Select(b => numbers[b.Record])];

    private static int[] SpeakersOf(Bonds bonds, int[] numbers) => [.. bonds.Entries.Where(b => b.List == Part.Said && bonds.Records[b.Record].Kind == Kind.Actor)
        .CountBy(b => numbers[b.Record]).OrderByDescending(speaker => speaker.Value).ThenBy(speaker => speaker.Key).Select(speaker => speaker.Key)];

    private static IEnumerable<(int Article, Bonds Bonds)> OldestFirst((Bonds Bonds, int[] Numbers)[] bonds)
    {
        for (var i = bonds.Length - 1; i >= 0; i--) yield return (i, bonds[i].Bonds);
    }
}
