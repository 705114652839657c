using System.Collections.Immutable;
using Model;

namespace Generator.Cache;

/// <summary>
/// Brings the fingerprints of an archive up to date after an edit inside some of its articles: none of them is filed otherwise, and all other records are what they were. Only what the edited articles gave and give to the lists
/// of records is looked at, and the articles next to them.
/// </summary>
/// <param name="archive">The archive after the edit.</param>
/// <param name="earlier">The build before it.</param>
/// <param name="changed">The edited articles, by their places among those of the earlier build.</param>
/// <param name="summaries">The summaries of its records.</param>
internal sealed class EditedVersions(Archive archive, EarlierBuild earlier, ImmutableArray<(int At, KeptArticle Article)> changed, Summaries summaries)
{
    private readonly Dictionary<Id, KeptArticle> _changed = changed.ToDictionary(c => c.Article.Article.Id, c => c.Article);
    private readonly ulong[] _versions = (ulong[])earlier.Versions.Clone();
    private readonly HashSet<(Part Part, Ref Record)> _anew = [];

    /// <summary>The fingerprints by their keys, but for what is made from many parts.</summary>
    public ulong[] All()
    {
        foreach (var (at, article) in changed)
            if (earlier.Article(at) is var before && !article.GivesTheSameAs(before)) Take(before, article);
        var prints = new PartPrints(archive, article => Kept(article).Prints);
        _versions[archive.Keys.Of(Whole.Speaking)] = prints.OfSpeakers();
        foreach (var (part, record) in _anew) Of(part, record) = part == Part.Summary ? summaries.Print(archive.NumberOf(record)) : prints.Of(part, record);
        return _versions;
    }

    private void Take(KeptArticle before, KeptArticle now)
    {
        var (self, given, gives) = (now.Article.Ref, Given(before), Given(now));
        foreach (var place in given.Keys.Union(gives.Keys).ToList())
        {
            var (list, record) = place;
            var (was, stays) = (given.TryGetValue(place, out var print), gives.TryGetValue(place, out var next));
            Of(list, record) += next - print;
            ref var year = ref _versions[archive.Keys.Of(PartPrints.YearOf(now.Article), archive.NumberOf(record))];
            if (was) year -= PartPrints.OfYear(list, print);
            if (stays) year += PartPrints.OfYear(list, next);
            if (list is Part.Values or Part.Stances || (list == Part.MentionsOf && record.Kind is Kind.Actor or Kind.Place or Kind.Source))
                if (print != next) _anew.Add((Part.Summary, record));
            if (was != stays) Enter(list, record, self, stays);
            if (list == Part.Said && record.Kind == Kind.Actor && print != next) Beside(Part.AlsoSaid, archive.SaidBy(record), p => p.Article, self);
            // Beside the values stands how many there are.
            if (list == Part.Values && print != next) Beside(Part.Elsewhere, archive.ValuesOf(record.Id), p => p.Article, self, ValuesOf(before, record) == ValuesOf(now, record) ? Elsewhere.Most : int.MaxValue);
        }
        foreach (var part in PartPrints.BesideLists) _anew.Add((part, self));
        ulong Difference(Func<KeptArticle, ulong> given) => given(now) - given(before);
        _versions[archive.Keys.Of(Whole.Deadlines)] += Difference(a => PartPrints.Given(self, a.Found.Bonds.Deadlines, a.Prints));
        _versions[archive.Keys.Of(Whole.Inferred)] += Difference(a => PartPrints.GivenToInferred(self, a.Found.Bonds, a.Prints));
    }

    /// <summary>The article stands in a list that it was not in, or no longer <paramref name="stays"/> there.</summary>
    private void Enter(Part list, Ref record, Ref article, bool stays)
    {
        if (list is Part.Values or Part.Stances)
        {
            // It is filed as it was.
            var gives = PartPrints.GivenToReported(article, list, _changed[article.Id].Prints);
            Of(Part.Reported, record) += stays ? gives : 0 - gives;
        }
        if (list is Part.About or Part.MentionsOf) _anew.Add((Part.Pages, record));
        if (list == Part.About) Of(Part.Shared, record) = PartPrints.Shared(archive, record, Of(Part.About, record));
        if (list == Part.About && record.Kind == Kind.Topic) Beside(Part.Stories, archive.About(record), a => a, article);
    }

    /// <summary>What is made beside a list of the articles with the <paramref name="nearest"/> entries before and after those of one is to be looked at anew.</summary>
    private void Beside<T>(Part part, Filed<T> list, Func<T, Article> of, Ref article, int nearest = 1)
    {
        var (first, end) = list.RangeOf(archive.Records.Articles[article.Id]);
        for (var i = Math.Max(0, (long)first - nearest); i < first; i++) _anew.Add((part, of(list[(int)i]).Ref));
        for (var i = end; i < Math.Min(list.Count, (long)end + nearest); i++) _anew.Add((part, of(list[i]).Ref));
    }

    private static int ValuesOf(KeptArticle article, Ref claim) => article.Found.Bonds.Entries.Count(b => b.List == Part.Values && article.Found.Bonds.Records[b.Record] == claim);

    private ref ulong Of(Part part, Ref record) => ref _versions[archive.Keys.Of(part, archive.NumberOf(record))];

    private static Dictionary<(Part List, Ref Record), ulong> Given(KeptArticle article) => PartPrints.Given(article.Article.Ref, article.Found.Bonds, article.Prints);

    private KeptArticle Kept(Article article) => _changed.TryGetValue(article.Id, out var kept) ? kept : earlier.Article(earlier.Articles.NumberOf(archive.FileOf(article.Ref)!));
}
