using System.Collections.Concurrent;
using Generator.Modules;
using Generator.Record;
using Model;

namespace Generator.Cache;

/// <summary>An article as it was read from its file, or as it was kept; where its text was put meanwhile; whether it can be kept for the next build; and the links in it.</summary>
public sealed record ReadArticle(TextNode Id, KeptArticle? Kept, KeptText? Text, bool Clean, IReadOnlyCollection<TypedLink> Links);

/// <summary>
/// What a build read of its record, as far as it can be kept: the names that were looked for, the articles that were read without a problem by the path of their files,
/// and the fingerprints of every article and every other record.
/// </summary>
public sealed record Readings(
    SoughtNames Names, IReadOnlyDictionary<string, KeptFile> Kept, IReadOnlyDictionary<Id, ArticlePrints> Articles, IReadOnlyDictionary<Ref, ulong> Records)
{
    /// <summary>What was read into an archive: the articles with what was found in them, the other records as they stand in their files, and the names. Articles that were read go to the store, if there is one.</summary>
    public static Readings Of(Archive archive, IReadOnlyDictionary<Id, Found> found, IEnumerable<ReadArticle> articles, IEnumerable<RawRecord> others, SoughtNames names, ArticleStore? store)
    {
        var (kept, prints) = (new ConcurrentDictionary<string, KeptFile>(StringComparer.Ordinal), new ConcurrentDictionary<Id, ArticlePrints>());
        ReadArticle[] all = [.. articles];
        InParallel.Each(all.Length, i =>
        {
            var read = all[i];
            var id = Id.Shared(read.Id.Text);
            var article = read.Kept ?? KeptArticle.Of(archive.Records.Articles[id], read.Text, found[id], [.. read.Links], store);
            prints[id] = article.Prints;
            // A build that read everything has its own ways to the same, and what binds the articles would be held for nothing while pages are made.
            if (read.Clean) kept[read.Id.Place.File] = new(article.Article.SeedFile, article.Blobs, store is null ? article : null);
        });
        return new(names, kept, prints, others.ToDictionary(r => new Ref(r.Kind, new(r.Id.Text)), r => PrintOf(r.Map)));
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
