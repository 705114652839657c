using System.Collections.Immutable;
using Generator.Modules;
using Model;

namespace Generator.Cache;

/// <summary>
/// Gives the fingerprint of what a part of an archive holds. That of a list of articles, or of what they say, is the sum of what each article gives to it: so it can be brought up to date by what an edited article gave and gives,
/// without the others. In which order the articles come follows from how they are filed, which counts with each.
/// </summary>
/// <param name="archive">The archive.</param>
/// <param name="printsOf">The fingerprints of what one of its articles says.</param>
internal sealed class PartPrints(Archive archive, Func<Article, ArticlePrints> printsOf)
{
    /// <summary>The parts of an article that are made from it and from the lists it stands in; an edit of another changes them only where the two stand next to each other.</summary>
    public static readonly Part[] BesideLists = [Part.MentionsIn, Part.Features, Part.Stories, Part.AlsoSaid, Part.Elsewhere];

    /// <summary>A part of a record that is made from its lists (of an article one of <see cref="BesideLists"/>), or what others state of it.</summary>
    public ulong Of(Part part, Ref record) => part switch
    {
        Part.RelationsOn => Sum(archive.RelationsOn(record.Id).Select(r => Both(Listed(r.From), Both((ulong)r.Verb, Listed(r.To))))),
        Part.Pages => OfPages(record),
        Part.Reported => OfReported(archive.ArticlesOn(record.Id)),
        Part.MentionsIn => Sum(printsOf(archive.Records.Articles[record.Id]).Mentions),
        Part.Features => Sum(archive.FeaturesOf(archive.Records.Articles[record.Id]).Select(Name)),
        Part.Neighbours => OfNeighbours(archive.Neighbours(record.Id)),
        Part.Stories => Sum(Stories.Of(archive, archive.Records.Articles[record.Id]).Select(s => Fingerprint.Of([s.Topic.Value, s.Earlier?.Id.Value ?? "", s.Later?.Id.Value ?? ""]))),
        Part.AlsoSaid => Sum(Stories.AlsoSaid(archive, archive.Records.Articles[record.Id]).Select(s => Both(Name(s.Speaker), Sum(new[] { s.Earlier, s.Later }.OfType<Passage>().Select(OfPassage))))),
        Part.Elsewhere => OfElsewhere(archive.Records.Articles[record.Id]),
        Part.Relations => Sum(archive.RelationsOf(record.Id).Select(r => Both(Both((ulong)r.Verb, r.Inverse ? 1ul : 0), Both(Listed(r.Other), r.On is { } on ? Name(on.To(Kind.Claim)) : 0)))),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    /// <summary>Passages in the order of their articles, oldest first.</summary>
    public ulong OfPassages(IReadOnlyList<Passage> passages) => OfList(passages, p => p.Article, OfPassage);

    /// <summary>What editors give a reason for.</summary>
    public ulong OfInferred() => OfPassages(archive.Inferred) + OfList([.. archive.Inferring], a => a, Listed);

    /// <summary>Which years and months the articles are filed under, in their order, when there are so many that their list is cut.</summary>
    public ulong OfYears() => Of(ByTime.OfAll(archive));

    /// <summary>Who speaks how often.</summary>
    public ulong OfSpeakers() => Sum(Speakers.Of(archive).Select(s => Both(Name(s.Who), ((ulong)s.Sayings << 32) | (uint)s.Direct)));

    /// <summary>How an article is listed.</summary>
    public ulong Listed(Article article) => Listed(article.Ref, printsOf(article));

    /// <summary>Which articles share a record: of one that too many do, no more than that; else the same as <paramref name="about"/>, the fingerprint of all that are about it.</summary>
    public static ulong Shared(Archive archive, Ref record, ulong about) => archive.About(record).Count > RelatedArticles.MostShared ? 1 : about;

    /// <summary>What an article gives to the fingerprint of where a claim is reported when it stands in a list of the claim, <see cref="Part.Values"/> or <see cref="Part.Stances"/>.</summary>
    public static ulong GivenToReported(Ref article, Part list, ArticlePrints prints) => Both(Listed(article, prints), (ulong)list);

    /// <summary>What an article gives to the fingerprint of what editors give a reason for.</summary>
    public static ulong GivenToInferred(Ref article, Bonds bonds, ArticlePrints prints) => Given(article, bonds.Inferred, prints) + (bonds.Infers ? Sum([Listed(article, prints)]) : 0);

    /// <summary>What an article gives to the lists that it stands in and that pages read.</summary>
    public static Dictionary<(Part List, Ref Record), ulong> Given(Ref article, Bonds bonds, ArticlePrints prints)
    {
        var (listed, given) = (Listed(article, prints), new Dictionary<(Part, Ref), Fingerprint>());
        foreach (var bond in bonds.Entries)
        {
            if (bond.List == Part.Quoted) continue;
            var place = (bond.List, bonds.Records[bond.Record]);
            var own = given.GetValueOrDefault(place);
            own.Add(Entry(bond.List, bond.At, listed, prints));
            given[place] = own;
        }
        return given.ToDictionary(g => g.Key, g => g.Value.Value);
    }

    /// <summary>An entry of an article in a list of a record: the place of what is entered, and how the article is <paramref name="listed"/>.</summary>
    public static ulong Entry(Part list, int at, ulong listed, ArticlePrints prints) =>
        list switch { Part.About or Part.Taken => listed, Part.MentionsOf => Both(listed, prints.Mentions[at]), _ => Both(listed, prints.Passages[at]) };

    /// <summary>What an article gives to a list that holds some of its passages, by their places.</summary>
    public static ulong Given(Ref article, IReadOnlyCollection<int> passages, ArticlePrints prints) =>
        passages.Count == 0 ? 0 : Sum(passages.Select(at => Both(Listed(article, prints), prints.Passages[at])));

    public static ulong Name(Ref record)
    {
        var print = new Fingerprint();
        print.Add(record);
        return print.Value;
    }

    public static ulong Both(ulong a, ulong b)
    {
        var print = new Fingerprint();
        print.Add(a);
        print.Add(b);
        return print.Value;
    }

    /// <summary>Of some values in their order.</summary>
    public static ulong Sum(IEnumerable<ulong> values)
    {
        var print = new Fingerprint();
        foreach (var value in values) print.Add(value);
        return print.Value;
    }

    public static ulong Listed(Ref article, ArticlePrints prints) => Both(Name(article), prints.Filing);

    private static ulong OfNeighbours((Article? Earlier, Article? Later) of) => Fingerprint.Of([of.Earlier?.Id.Value ?? "", of.Later?.Id.Value ?? ""]);

    private ulong OfPassage(Passage passage) => Both(Listed(passage.Article), printsOf(passage.Article).Passages[passage.Index]);

    private static ulong OfList<T>(IReadOnlyList<T> list, Func<T, Article> articleOf, Func<T, ulong> print)
    {
        var (sum, own, of) = (0ul, new Fingerprint(), (Article?)null);
        foreach (var entry in list)
        {
            var article = articleOf(entry);
            if (!ReferenceEquals(article, of))
            {
                if (of is not null) sum += own.Value;
                (own, of) = (new(), article);
            }
            own.Add(print(entry));
        }
        return of is null ? 0 : sum + own.Value;
    }

    /// <summary>What an article gives to what the lists of a record hold of its year, by what it <paramref name="gives"/> to one of them.</summary>
    public static ulong OfYear(Part list, ulong gives) => Both((ulong)list, gives);

    /// <summary>The number of the year that an article is filed under.</summary>
    public static int YearOf(Article article) => Keys.YearOf(DateWords.Year(article.Listed.Published));

    private ulong OfReported((ImmutableArray<Article> Values, ImmutableArray<Article> Positions) on)
    {
        var sum = 0ul;
        foreach (var article in on.Values) sum += GivenToReported(article.Ref, Part.Values, printsOf(article));
        foreach (var article in on.Positions) sum += GivenToReported(article.Ref, Part.Stances, printsOf(article));
        return sum;
    }

    /// <summary>Of the claims of which the article reports a value.</summary>
    private ulong OfElsewhere(Article article)
    {
        var sum = new Fingerprint();
        foreach (var claim in archive.FeaturesOf(article).Where(r => r.Kind == Kind.Claim))
        {
            var (first, end) = archive.ValuesOf(claim.Id).RangeOf(article);
            if (first == end) continue;
            var elsewhere = Elsewhere.Of(archive, article, claim.Id);
            sum.Add(Both(Name(claim), Both((ulong)elsewhere.All, Sum(elsewhere.Nearest.Select(OfPassage)))));
        }
        return sum.Value;
    }

    /// <summary>Which pages the record has: see <see cref="ByTime"/>, <see cref="FeedUrl"/> and <see cref="FindConcordance"/>.</summary>
    private ulong OfPages(Ref record)
    {
        var print = new Fingerprint();
        print.Add(FeedUrl.IsOf(archive, record) ? 1ul : 0);
        print.Add(Of(ByTime.Of(archive, record)));
        if (record.Kind == Kind.Actor) print.Add(FindConcordance.Pages(archive, record) is { } pages ? Of(pages) : ulong.MaxValue);
        return print.Value;
    }

    private static ulong Of(ByTime pages)
    {
        var print = new Fingerprint();
        foreach (var year in pages.Years)
        {
            print.Add(year.Heading);
            print.Add((ulong)year.Months.Length);
            foreach (var month in year.Months) print.Add((ulong)month);
        }
        return print.Value;
    }
}
