using System.Collections.Immutable;
using Generator.Modules;
using Model;

namespace Generator.Cache;

/// <summary>Gives every part of an archive that a page can read a fingerprint of what it holds, by the part's key.</summary>
public static class Versions
{
    /// <summary>
    /// What an article gives to the search index, but for the names of its records. Mentions decide which passages of an article that is not shown in full are next to each other, so they count as well.
    /// </summary>
    public static readonly ImmutableArray<Part> SearchedOfOne = [Part.Filing, Part.Facts, Part.Text, Part.Marks, Part.Features, Part.MentionsIn];

    /// <summary>What <see cref="Whole.Searched"/> is of each record, beside its id: the index also says in how many articles a record is.</summary>
    private static readonly ImmutableArray<Part> Searched = [.. SearchedOfOne, Part.About];

    /// <summary>The fingerprints of an archive, into which <paramref name="readings"/> were read; with the help of those of an <paramref name="earlier"/> build when only the inside of articles has changed since.</summary>
    public static ulong[] Of(Archive archive, Readings readings, EarlierBuild? earlier)
    {
        if (readings.ChangedInside is not { } changed) return All(archive, readings.Articles, readings.Records);
        var versions = (ulong[])earlier!.Versions.Clone();
        foreach (var (_, article) in changed) SetOwn(versions, archive, archive.NumberOf(article.Article.Ref), article.Prints);
        versions[archive.KeyOf(Whole.Searched)] = OfSearched(archive, versions);
        return versions;
    }

    private static ulong[] All(Archive archive, IReadOnlyDictionary<Id, ArticlePrints> articles, IReadOnlyDictionary<Ref, ulong> records)
    {
        var all = archive.AllRecords();
        var versions = new ulong[archive.NumberOfKeys];
        var names = all.ToDictionary(r => r, Name);
        var listed = new ulong[all.Length];
        foreach (var article in archive.Articles) listed[article.Number] = Both(names[article.Ref], articles[article.Id].Filing);
        ulong Listed(Article article) => listed[article.Number];
        var passages = Passages(archive, articles, Listed);
        var mentions = new ImmutableArray<ulong>[all.Length];
        foreach (var article in archive.Articles) mentions[article.Number] = articles[article.Id].Mentions;
        var corrections = archive.Corrections.OrderBy(c => c.Key.Annotation, StringComparer.Ordinal).ToLookup(c => c.Key.Article);
        InParallel.Each(all.Length, i =>
        {
            var record = all[i];
            void Set(Part part, ulong version) => versions[archive.KeyOf(part, i)] = version;
            ulong Of<T>(IEnumerable<T> list, Func<T, ulong> print)
            {
                var sum = new Fingerprint();
                foreach (var item in list) sum.Add(print(item));
                return sum.Value;
            }
            ulong OfPassages(IEnumerable<Passage> list) => Of(list, p => passages[p.Number]);

            Set(Part.File, OfFile(archive, record));
            Set(Part.About, Of(archive.About(record), Listed));
            Set(Part.MentionsOf, Of(archive.MentionsOf(record), m => Both(Listed(m.Article), mentions[m.Article.Number][m.Index])));
            Set(Part.Identified, OfPassages(archive.Identified(record)));
            Set(Part.Said, OfPassages(archive.SaidBy(record)));
            Set(Part.PassedOn, OfPassages(archive.PassedOnBy(record)));
            Set(Part.Heard, OfPassages(archive.SaidTo(record)));
            Set(Part.Parts, Of(archive.PartsOf(record), r => names[r]));
            Set(Part.Events, Of(archive.EventsOf(record), r => names[r]));
            Set(Part.Claims, Of(archive.ClaimsAbout(record), r => names[r]));
            if (record.Kind == Kind.Claim)
            {
                Set(Part.Values, OfPassages(archive.ValuesOf(record.Id)));
                Set(Part.Stances, OfPassages(archive.StancesOn(record.Id)));
                Set(Part.RelationsOn, Of(archive.RelationsOn(record.Id), r => Both(Listed(r.From), Both((ulong)r.Verb, Listed(r.To)))));
            }
            if (record.Kind != Kind.Article)
            {
                Set(Part.Facts, records[record]);
                return;
            }
            var prints = articles[record.Id];
            SetOwn(versions, archive, i, prints);
            var article = archive.Records.Articles[record.Id];
            Set(Part.MentionsIn, Of(prints.Mentions, m => m));
            Set(Part.Stories, Of(Stories.Of(archive, article), s => Fingerprint.Of([s.Topic.Value, s.Earlier?.Id.Value ?? "", s.Later?.Id.Value ?? ""])));
            Set(Part.AlsoSaid, Of(Stories.AlsoSaid(archive, article), s => Both(names[s.Speaker], OfPassages(new[] { s.Earlier, s.Later }.OfType<Passage>()))));
            Set(Part.Features, Of(archive.FeaturesOf(article), r => names[r]));
            Set(Part.Relations, Of(archive.RelationsOf(record.Id), r => Both(Both((ulong)r.Verb, r.Inverse ? 1ul : 0), Both(Listed(r.Other), r.On is { } on ? names[on.To(Kind.Claim)] : 0))));
            Set(Part.Corrections, Of(corrections[record.Id], c => Fingerprint.Of([c.Key.Annotation, c.Value.Article.Value, c.Value.Annotation])));
        });
        versions[archive.KeyOf(Whole.Articles)] = Sum(archive.Articles.Select(Listed));
        versions[archive.KeyOf(Whole.Deadlines)] = Sum(archive.Deadlines.Select(p => passages[p.Number]));
        versions[archive.KeyOf(Whole.Inferred)] = Sum(archive.Inferred.Select(p => passages[p.Number]));
        versions[archive.KeyOf(Whole.Records)] = Sum(all.Select(r => names[r]));
        versions[archive.KeyOf(Whole.Searched)] = OfSearched(archive, versions);
        var first = 0;
        foreach (var kind in Enum.GetValues<Kind>())
        {
            var (from, to) = (first, first);
            while (to < all.Length && all[to].Kind == kind) to++;
            first = to;
            versions[archive.KeyOf(kind, contents: false)] = Sum(Enumerable.Range(from, to - from).Select(i => names[all[i]]));
            // An article notes itself what is read of it; of the articles as a table only their ids are read.
            versions[archive.KeyOf(kind, contents: true)] = Sum(Enumerable.Range(from, to - from)
                .Select(i => Both(names[all[i]], kind == Kind.Article ? 0 : versions[archive.KeyOf(Part.Facts, i)])));
        }
        return versions;
    }

    private static void SetOwn(ulong[] versions, Archive archive, int number, ArticlePrints prints)
    {
        foreach (var (part, print) in (ReadOnlySpan<(Part, ulong)>)[(Part.Filing, prints.Filing), (Part.Facts, prints.Facts), (Part.Text, prints.Text), (Part.Marks, prints.Marks), (Part.Sayings, Sum(prints.Passages)), (Part.Annotations, prints.Annotations)])
            versions[archive.KeyOf(part, number)] = print;
    }

    private static ulong OfFile(Archive archive, Ref record) => Fingerprint.Of([archive.FileOf(record) ?? ""]);

    private static ulong OfSearched(Archive archive, ulong[] versions)
    {
        var sum = new Fingerprint();
        sum.Add(versions[archive.KeyOf(Whole.Records)]);
        for (var i = 0; i < archive.AllRecords().Length; i++)
            foreach (var part in Searched) sum.Add(versions[archive.KeyOf(part, i)]);
        return sum.Value;
    }

    /// <summary>By the numbers of the passages.</summary>
    private static ulong[] Passages(Archive archive, IReadOnlyDictionary<Id, ArticlePrints> articles, Func<Article, ulong> listed)
    {
        var prints = new ulong[archive.NumberOfPassages];
        foreach (var article in archive.Articles)
        {
            var (name, own) = (listed(article), articles[article.Id].Passages);
            for (var i = 0; i < own.Length; i++) prints[new Passage(article, i).Number] = Both(name, own[i]);
        }
        return prints;
    }

    private static ulong Name(Ref record)
    {
        var print = new Fingerprint();
        print.Add(record);
        return print.Value;
    }

    private static ulong Both(ulong a, ulong b)
    {
        var print = new Fingerprint();
        print.Add(a);
        print.Add(b);
        return print.Value;
    }

    private static ulong Sum(IEnumerable<ulong> values)
    {
        var print = new Fingerprint();
        foreach (var value in values) print.Add(value);
        return print.Value;
    }
}
