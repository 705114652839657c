using System.Collections.Concurrent;
using System.Collections.Immutable;
using Generator.Modules;
using Generator.Record;
using Model;

namespace Generator.Cache;

/// <summary>An article as it was read from its file, or as it was kept; where its text was put meanwhile; the links in it; and what its file is warned of, null when the article cannot be kept for the next build.</summary>
public sealed record ReadArticle(TextNode Id, KeptArticle? Kept, KeptText? Text, IReadOnlyCollection<TypedLink> Links, ImmutableArray<Problem>? Warnings);

/// <summary>What a build read of its record, as far as it can be kept.</summary>
/// <param name="Names">The names that were looked for.</param>
/// <param name="Kept">The articles that were read without a problem that others have to do with, by the path of their files.</param>
/// <param name="Articles">The fingerprints of every article, and of every other record; nothing when only the inside of articles has changed.</param>
/// <param name="Others">What the records beside the articles say, as <see cref="RecordBytes"/>.</param>
/// <param name="ChangedInside">The articles, by their places among those of an earlier build, that have changed since, when nothing else of the archive has; null otherwise.</param>
public sealed record Readings(
    SoughtNames Names, KeptFiles Kept, IReadOnlyDictionary<Id, ArticlePrints> Articles, IReadOnlyDictionary<Ref, ulong> Records, byte[] Others,
    ImmutableArray<(int At, KeptArticle Article)>? ChangedInside = null)
{
    /// <summary>What was read into an archive: the articles with what was found in them, the other records as they stand in their files, and the names. Articles that were read go to the store, if there is one.</summary>
    public static Readings Of(Archive archive, IReadOnlyDictionary<Id, Found> found, IEnumerable<ReadArticle> articles, IEnumerable<RawRecord> others, KeptRecords read, SoughtNames names, ArticleStore? store)
    {
        var (kept, prints) = (new ConcurrentDictionary<string, KeptFile>(StringComparer.Ordinal), new ConcurrentDictionary<Id, ArticlePrints>());
        ReadArticle[] all = [.. articles];
        InParallel.Each(all.Length, i =>
        {
            var one = all[i];
            var id = Id.Shared(one.Id.Text);
            var article = one.Kept ?? KeptArticle.Of(archive.Records.Articles[id], one.Text, found[id], [.. one.Links], one.Warnings ?? [], store);
            prints[id] = article.Prints;
            // A build that read everything has its own ways to the same, and what binds the articles would be held for nothing while pages are made.
            if (one.Warnings is not null) kept[one.Id.Place.File] = article.File(held: store is null);
        });
        return new(names, KeptFiles.Of(KeptTable<KeptFile>.Of(kept)), prints, others.ToDictionary(r => new Ref(r.Kind, new(r.Id.Text)), r => PrintOf(r.Map)), RecordBytes.Of(read));
    }

    /// <summary>What was read when only the inside of some articles has <paramref name="changed"/> since an earlier build.</summary>
    public static Readings Of(EarlierBuild earlier, ImmutableArray<(int At, KeptArticle Article)> changed)
    {
        var kept = earlier.ArticlesRead();
        foreach (var (at, article) in changed) kept[at] = article.File(held: true);
        return new(earlier.Names, kept, ImmutableDictionary<Id, ArticlePrints>.Empty, ImmutableDictionary<Ref, ulong>.Empty, earlier.Others, changed);
    }

    /// <summary>The fingerprint of what a record's file says of it; comments and the way of writing do not count.</summary>
    private static ulong PrintOf(MapNode record)
    {
        var print = new Fingerprint();
        Add(ref print, record);
        return print.Value;
    }

    private static void Add(ref Fingerprint print, Node node)
    {
        switch (node)
        {
            case TextNode text:
                print.Add(text.Plain ? 1ul : 2ul);
                print.Add(text.Text);
                break;
            case ListNode list:
                print.Add((ulong)list.Items.Count + 3);
                foreach (var item in list.Items) Add(ref print, item);
                break;
            case MapNode map:
                print.Add(~(ulong)map.Entries.Count);
                foreach (var (key, value) in map.Entries)
                {
                    print.Add(key.Text);
                    Add(ref print, value);
                }
                break;
        }
    }
}
