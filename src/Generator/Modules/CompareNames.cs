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
        var uses = Uses(archive, record);
        var byWords = ByWords(uses);
        if (byWords.Count < 2) return null;
        var sources = uses.Select(m => archive.SourceOf(m.Article)).Distinct()
            .OrderBy(archive.NameOf, StringComparer.Ordinal).ThenBy(source => source).ToList();
        return new([.. sources.Select(archive.Link)], [.. byWords.Take(MostNames).Select(n => Row(archive, n, sources))], byWords.Count);
    }

    /// <summary>The same without where the words are used, for a list of many records; no names when there are no two.</summary>
    public static NamesInShort NamesOf(this Archive archive, Ref record) => archive.ReadAsOne(Part.Summary, record,
        () => archive.Once.Names.Of(archive.NumberOf(record), (archive, record), static from => InShort(from.archive, from.record)));

    private static NamesInShort InShort(Archive archive, Ref record)
    {
        var uses = Uses(archive, record);
        var byWords = ByWords(uses);
        if (byWords.Count < 2) return NamesInShort.None;
        return new([.. byWords.Take(MostNames).Select(n => new NameUsed(n.MostUsed, n.Uses[0].Article.Language, n.Uses.Count))], byWords.Count, uses.Select(m => archive.SourceOf(m.Article)).Distinct().Count());
    }

    private static List<MentionIn> Uses(Archive archive, Ref record) => [.. archive.MentionsOf(record).Where(m => m.Article.Listed.Publish != Publication.Metadata)];

    /// <summary>The uses of each name, most used first.</summary>
    private static List<Name> ByWords(List<MentionIn> uses)
    {
        // Nearly all uses have the very words of an earlier one, which need not be lowered to be compared.
        var exact = new Dictionary<string, Words>(StringComparer.Ordinal);
        var names = new Dictionary<string, Name>(StringComparer.Ordinal);
        foreach (var use in uses)
        {
            if (!exact.TryGetValue(use.Mention.Words, out var words))
            {
                var lowered = use.Mention.Words.ToLowerInvariant();
                if (!names.TryGetValue(lowered, out var name)) names.Add(lowered, name = new(lowered, [], []));
                exact.Add(use.Mention.Words, words = new(use.Mention.Words, name));
                name.Forms.Add(words);
            }
            words.Count++;
            words.Of.Uses.Add(use);
        }
        return [.. names.Values.OrderByDescending(n => n.Uses.Count).ThenBy(n => n.Lowered, StringComparer.Ordinal)];
    }

    /// <summary>A name, in whatever capitals.</summary>
    private sealed record Name(string Lowered, List<MentionIn> Uses, List<Words> Forms)
    {
        public string MostUsed => Forms.OrderByDescending(f => f.Count).ThenByDescending(f => f.Text, StringComparer.Ordinal).First().Text;
    }

    private sealed class Words(string text, Name of)
    {
        public string Text => text;
        public Name Of => of;
        public int Count { get; set; }
    }

    private static NamingRow Row(Archive archive, Name name, List<Ref> sources)
    {
        var bySource = new Dictionary<Ref, List<MentionIn>>();
        foreach (var use in name.Uses)
        {
            var source = archive.SourceOf(use.Article);
            if (!bySource.TryGetValue(source, out var uses)) bySource.Add(source, uses = []);
            uses.Add(use);
        }
        // Most publishers use few of the names.
        return new(name.MostUsed, name.Uses[0].Article.Language, [.. sources.Select(s => bySource.TryGetValue(s, out var uses) ? Uses(archive, uses) : NamingUses.None)]);
    }

    /// <summary>More names than this of one record are counted and not listed.</summary>
    private const int MostNames = 24;

    /// <summary>More articles than this of one publisher that use a name are counted and not listed, and more lines of one of them neither.</summary>
    private const int MostArticles = 3, MostLines = 12;

    /// <summary>The uses by one publisher, given in the order of their articles.</summary>
    private static NamingUses Uses(Archive archive, List<MentionIn> uses)
    {
        var (first, articles) = (ImmutableArray.CreateBuilder<NamingArticle>(), 0);
        for (int start = 0, end; start < uses.Count; start = end)
        {
            for (end = start + 1; end < uses.Count && ReferenceEquals(uses[end].Article, uses[start].Article); end++) { }
            if (articles++ < MostArticles) first.Add(InArticle(archive, uses, start, end));
        }
        return new(uses.Count, articles, first.ToImmutable());
    }

    private static NamingArticle InArticle(Archive archive, List<MentionIn> uses, int start, int end)
    {
        var lines = new List<NamingLine>();
        for (var i = start; i < end; i++)
        {
            // On one line the publisher and a speaker may use the same words; and where the text is not shown, a passage has an address of its own.
            var line = new NamingLine(uses[i].Mention.SeedLine, UrlOf(archive, uses[i]), IsQuoted(uses[i]));
            if (!lines.Contains(line)) lines.Add(line);
        }
        return new(uses[start].Article.Published, [.. lines.Take(MostLines)], lines.Count > MostLines);
    }

    private static bool IsQuoted(MentionIn use) => use.Article.Marks.Any(a => a.IsDirect && a.Anchor.Start <= use.Mention.Start && use.Mention.End <= a.Anchor.End);

    private static Url UrlOf(Archive archive, MentionIn use) => ShowParts.SeedLine(use) is { } line ? archive.UrlOf(use.Article).AtSeedLine(line) : archive.UrlOf(use);
}
