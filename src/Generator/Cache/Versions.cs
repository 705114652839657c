using Generator.Modules;
using Model;

namespace Generator.Cache;

/// <summary>Gives every part of an archive that a page can read a fingerprint of what it holds, by the part's key.</summary>
public static class Versions
{
    /// <summary>What the search index has of every record that is no article, beside its id: it also says in how many articles it is.</summary>
    private static readonly Part[] SearchedOfOthers = [Part.Facts, Part.About];

    private static readonly Part[] Lists = [Part.About, Part.MentionsOf, Part.Identified, Part.Said, Part.PassedOn, Part.Heard, Part.Taken, Part.Values, Part.Stances];

    private static readonly Part[] OfClaims = [Part.RelationsOn, Part.Reported];

    /// <summary>The fingerprints of an archive, into which <paramref name="readings"/> were read; with the help of those of an <paramref name="earlier"/> build when only the inside of articles has changed since.</summary>
    public static ulong[] Of(Archive archive, Readings readings, EarlierBuild? earlier, Summaries summaries)
    {
        if (readings.ChangedInside is not { } changed) return All(archive, readings.Articles, readings.Records, summaries);
        var versions = new EditedVersions(archive, earlier!, changed, summaries).All();
        foreach (var (_, article) in changed)
        {
            var number = archive.NumberOf(article.Article.Ref);
            SetOwn(versions, archive, number, article.Prints);
            SetSearched(versions, archive, number, article.Prints);
        }
        versions[archive.Keys.Of(Whole.Searched)] = OfSearched(archive, versions);
        return versions;
    }

    private static ulong[] All(Archive archive, IReadOnlyDictionary<Id, ArticlePrints> articles, IReadOnlyDictionary<Ref, ulong> records, Summaries summaries)
    {
        var all = archive.AllRecords();
        var versions = new ulong[archive.Keys.Count];
        var names = Array.ConvertAll([.. all], PartPrints.Name);
        var byNumber = new ArticlePrints?[all.Length];
        foreach (var article in archive.Articles) byNumber[article.Number] = articles[article.Id];
        var (prints, lists) = (new PartPrints(archive, article => byNumber[article.Number]!), new ListPrints(archive, [.. archive.Articles.Select(a => byNumber[a.Number]!)]));
        var corrections = archive.Corrections.OrderBy(c => c.Key.Annotation, StringComparer.Ordinal).ToLookup(c => c.Key.Article);
        InParallel.Each(all.Length, i =>
        {
            var record = all[i];
            void Set(Part part, ulong version) => versions[archive.Keys.Of(part, i)] = version;
            void SetNames(Part part, IReadOnlyList<Ref> list) => Set(part, PartPrints.Sum(list.Select(PartPrints.Name)));

            Set(Part.File, Fingerprint.Of([archive.FileOf(record) ?? ""]));
            if (record.Kind == Kind.Article)
            {
                SetOwn(versions, archive, i, articles[record.Id]);
                foreach (var part in PartPrints.BesideLists) Set(part, prints.Of(part, record));
                SetSearched(versions, archive, i, articles[record.Id]);
                Set(Part.Neighbours, prints.Of(Part.Neighbours, record));
                Set(Part.Relations, prints.Of(Part.Relations, record));
                Set(Part.Corrections, PartPrints.Sum(corrections[record.Id].Select(c => Fingerprint.Of([c.Key.Annotation, c.Value.Article.Value, c.Value.Annotation]))));
                return;
            }
            Set(Part.Facts, records[record]);
            var years = versions.AsSpan(archive.Keys.Of(0, i), Keys.Years);
            foreach (var part in Lists) Set(part, lists.Of(part, i, years));
            Set(Part.Pages, prints.Of(Part.Pages, record));
            if (record.Kind == Kind.Claim)
                foreach (var part in OfClaims) Set(part, prints.Of(part, record));
            SetNames(Part.Parts, archive.PartsOf(record));
            SetNames(Part.Events, archive.EventsOf(record));
            SetNames(Part.Claims, archive.ClaimsAbout(record));
            Set(Part.Shared, PartPrints.Shared(archive, record, versions[archive.Keys.Of(Part.About, i)]));
            Set(Part.Summary, summaries.PrintBefore(i, versions) ?? summaries.Print(i));
        });
        versions[archive.Keys.Of(Whole.Articles)] = PartPrints.Sum(archive.Articles.Select(prints.Listed));
        versions[archive.Keys.Of(Whole.Years)] = prints.OfYears();
        foreach (var year in archive.Articles.GroupBy(PartPrints.YearOf))
        {
            versions[archive.Keys.OfTime(year.Key, null)] = PartPrints.Sum(year.Select(prints.Listed));
            foreach (var month in year.GroupBy(a => Period.MonthOf(a.Listed.Published))) versions[archive.Keys.OfTime(year.Key, month.Key)] = PartPrints.Sum(month.Select(prints.Listed));
        }
        versions[archive.Keys.Of(Whole.Deadlines)] = prints.OfPassages(archive.Deadlines);
        versions[archive.Keys.Of(Whole.Inferred)] = prints.OfInferred();
        versions[archive.Keys.Of(Whole.Speaking)] = prints.OfSpeakers();
        versions[archive.Keys.Of(Whole.Records)] = PartPrints.Sum(names);
        versions[archive.Keys.Of(Whole.Searched)] = OfSearched(archive, versions);
        var first = 0;
        foreach (var kind in Enum.GetValues<Kind>())
        {
            var (from, to) = (first, first);
            while (to < all.Length && all[to].Kind == kind) to++;
            first = to;
            versions[archive.Keys.Of(kind, contents: false)] = PartPrints.Sum(names[from..to]);
            // An article notes itself what is read of it; of the articles as a table only their ids are read.
            versions[archive.Keys.Of(kind, contents: true)] = PartPrints.Sum(Enumerable.Range(from, to - from)
                .Select(i => PartPrints.Both(names[i], kind == Kind.Article ? 0 : versions[archive.Keys.Of(Part.Facts, i)])));
        }
        return versions;
    }

    private static void SetOwn(ulong[] versions, Archive archive, int number, ArticlePrints prints)
    {
        foreach (var (part, print) in (ReadOnlySpan<(Part, ulong)>)[(Part.Filing, prints.Filing), (Part.Facts, prints.Facts), (Part.Text, prints.Text), (Part.Marks, prints.Marks), (Part.Sayings, PartPrints.Sum(prints.Passages)), (Part.Annotations, prints.Annotations)])
            versions[archive.Keys.Of(part, number)] = print;
    }

    /// <summary>What an article gives to the search index, but for the names of its records.</summary>
    private static void SetSearched(ulong[] versions, Archive archive, int number, ArticlePrints prints) =>
        versions[archive.Keys.Of(Part.Searched, number)] = PartPrints.Sum([prints.Filing, prints.Facts, prints.Text, prints.Searched, versions[archive.Keys.Of(Part.Features, number)]]);

    private static ulong OfSearched(Archive archive, ulong[] versions)
    {
        var sum = new Fingerprint();
        sum.Add(versions[archive.Keys.Of(Whole.Records)]);
        var articles = archive.Tables.Articles.Length;
        for (var i = 0; i < articles; i++) sum.Add(versions[archive.Keys.Of(Part.Searched, i)]);
        for (var i = articles; i < archive.AllRecords().Length; i++)
            foreach (var part in SearchedOfOthers) sum.Add(versions[archive.Keys.Of(part, i)]);
        return sum.Value;
    }
}
