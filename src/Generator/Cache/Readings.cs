using System.Collections.Immutable;
using Generator.Record;
using Model;

namespace Generator.Cache;

/// <summary>
/// What a build read of its record, as far as it can be kept: the fingerprint of all names looked for, the articles that were read without a problem by the path of their files,
/// and the fingerprints of every article and every other record.
/// </summary>
public sealed record Readings(
    ulong Names, IReadOnlyDictionary<string, KeptArticle> Kept, IReadOnlyDictionary<Id, ArticlePrints> Articles, IReadOnlyDictionary<Ref, ulong> Records)
{
    /// <summary>The fingerprint of what a record's file says of it; comments and the way of writing do not count.</summary>
    public static ulong PrintOf(MapNode record)
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
