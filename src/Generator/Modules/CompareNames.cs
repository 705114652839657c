using System.Collections.Immutable;
using Model;

namespace Generator.Modules;

/// <summary>Counts which words each publisher uses for a record.</summary>
public static class CompareNames
{
    /// <summary>
    /// The words that name the record in the texts, or that an annotation says mean it; null when there are no two that differ. Words that differ only in capitals are
    /// the same. Texts of which no words may be shown do not count.
    /// </summary>
    public static Naming? Of(Archive archive, Ref record)
    {
        var uses = archive.MentionsOf(record).Where(m => m.Article.Publish != Publication.Metadata).ToList();
        var byWords = ByWords(uses);
        if (byWords.Count < 2) return null;
        var sources = uses.Select(m => m.Article.Source.Value).Distinct()
            .OrderBy(id => archive.NameOf(new(Kind.Source, id)), StringComparer.Ordinal).ThenBy(id => id).ToList();
        return new(archive.Links(Kind.Source, sources), [.. byWords.Take(MostNames).Select(g => Row(archive, g, sources))], byWords.Count);
    }

    /// <summary>The same words without their uses, and how many publishers use any of them.</summary>
    public static (ImmutableArray<NameUsed> Names, int Sources)? WordsOf(Archive archive, Ref record)
    {
        var uses = archive.MentionsOf(record).Where(m => m.Article.Publish != Publication.Metadata).ToList();
        var byWords = ByWords(uses);
        return byWords.Count < 2 ? null : ([.. byWords.Take(MostNames).Select(g => new NameUsed(MostUsed(g), g[0].Article.Language, g.Count))], uses.Select(m => m.Article.Source.Value).Distinct().Count());
    }

    /// <summary>The uses of each name, most used first.</summary>
    private static List<List<MentionIn>> ByWords(List<MentionIn> uses) =>
        [.. uses.GroupBy(m => WordsOf(m).ToLowerInvariant(), StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.ToList())];

    private static string MostUsed(List<MentionIn> uses) =>
        uses.GroupBy(WordsOf, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key, StringComparer.Ordinal).First().Key;

    private static NamingRow Row(Archive archive, List<MentionIn> uses, List<Id> sources) => new(
        MostUsed(uses), uses[0].Article.Language,
        [.. uses.ToLookup(m => m.Article.Source.Value) is var bySource ? sources.Select(s => new NamingUses(bySource[s].Count(), [.. bySource[s].Take(MostUses).Select(m => Use(archive, m))])) : []]);

    /// <summary>More names than this of one record are counted and not listed.</summary>
    private const int MostNames = 24;

    /// <summary>More uses than this of one name by one publisher are counted and not listed.</summary>
    private const int MostUses = 12;

    private static NamingUse Use(Archive archive, MentionIn use)
    {
        var line = Anchor.Of(use.Article.Seed, use.Article.Text, use.Mention.Start, use.Mention.End).SeedLine;
        var reference = archive.Reference(use);
        var quoted = use.Article.Marks.Any(a => a.Said is { Direct: true } && a.Anchor.Start <= use.Mention.Start && use.Mention.End <= a.Anchor.End);
        return new(line, reference.Seed ?? reference.Url, quoted);
    }

    private static string WordsOf(MentionIn use) => use.Article.Text.Text[use.Mention.Start..use.Mention.End].Replace('\n', ' ');
}
