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
        var byWords = uses.GroupBy(m => WordsOf(m).ToLowerInvariant(), StringComparer.Ordinal).ToList();
        if (byWords.Count < 2) return null;
        var sources = uses.Select(m => m.Article.Source.Value).Distinct()
            .OrderBy(id => archive.NameOf(new(Kind.Source, id)), StringComparer.Ordinal).ThenBy(id => id).ToList();
        return new(archive.Links(Kind.Source, sources), [.. byWords
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Row(archive, [.. g], sources))]);
    }

    private static NamingRow Row(Archive archive, List<MentionIn> uses, List<Id> sources) => new(
        uses.GroupBy(WordsOf, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key, StringComparer.Ordinal).First().Key,
        uses[0].Article.Language,
        [.. sources.Select(s => uses.Where(m => m.Article.Source.Value == s).Select(m => Use(archive, m)).ToImmutableArray())]);

    private static NamingUse Use(Archive archive, MentionIn use)
    {
        var line = Anchor.Of(use.Article.Seed, use.Article.Text, use.Mention.Start, use.Mention.End).SeedLine;
        var reference = archive.Reference(use);
        var quoted = use.Article.Marks.Any(a => a.Said is { Direct: true } && a.Anchor.Start <= use.Mention.Start && use.Mention.End <= a.Anchor.End);
        return new(line, reference.Seed ?? reference.Url, quoted);
    }

    private static string WordsOf(MentionIn use) => use.Article.Text.Text[use.Mention.Start..use.Mention.End].Replace('\n', ' ');
}
