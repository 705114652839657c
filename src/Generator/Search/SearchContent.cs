using System.Collections.Frozen;
using System.Collections.Immutable;
using Generator.Modules;
using Model;

namespace Generator.Search;

/// <summary>
/// What an index says, before it is cut into files: its words, in order, where they stand, and the rows of its articles. <paramref name="FileCounts"/>: how many words each file has of the earlier index
/// that it was made from, if there was one.
/// </summary>
internal sealed record SearchContent((string[] Terms, IPosting[] Postings) Words, SearchLists Lists, int[] FileCounts)
{
    /// <summary>Reads all articles, given oldest first; the records in the order of their numbers.</summary>
    public static SearchContent Of(Archive archive, ImmutableArray<Article> articles, ImmutableArray<Ref> records)
    {
        var parts = Read(archive, records, [.. articles.Select((a, i) => new NumberedArticle(a, i))]);
        var lists = ListsOf(parts);
        // The parts are let go here: what is made of the words next takes as much again.
        return new(TermFiles.InOrder(TermsOf(parts)), lists, []);
    }

    /// <summary>The same, but reads only the articles that say something else than they did in an earlier index, and takes over what that has of the others.</summary>
    public static SearchContent Of(Archive archive, ImmutableArray<Article> articles, ImmutableArray<Ref> records, EarlierIndex earlier)
    {
        var content = earlier.Read();
        var recordNow = RecordsNow(archive, records, content.Records, out var renamed);
        var then = NumbersThen(archive, articles, earlier, renamed);
        var parts = Read(archive, records, [.. articles.Select((a, i) => new NumberedArticle(a, i)).Where(a => then[a.Number] < 0)]);
        var (terms, postings) = TermFiles.InOrder(TermsOf(parts));

        var (lists, next) = (new SearchLists(), ListsOf(parts).Rows());
        foreach (var number in then) lists.Add(number < 0 ? next() : content.Lists[number].Renumbered(recordNow));

        var articleNow = new int[earlier.Articles.Length];
        Array.Fill(articleNow, -1);
        for (var i = 0; i < then.Length; i++)
            if (then[i] >= 0) articleNow[then[i]] = i;
        return new(new UpdatePostings(articleNow).Merge(content.Terms, terms, postings), lists, content.FileCounts);
    }

    private static SearchPart[] Read(Archive archive, ImmutableArray<Ref> records, NumberedArticle[] articles)
    {
        var numbers = records.Select((r, i) => (r, i)).ToFrozenDictionary(r => r.r, r => r.i);
        var parts = new SearchPart[Math.Max(1, Math.Min(Environment.ProcessorCount, articles.Length / 64))];
        InParallel.Each(parts.Length, part => parts[part] = new(archive, numbers, articles.AsSpan()[(articles.Length * part / parts.Length)..(articles.Length * (part + 1) / parts.Length)]));
        return parts;
    }

    /// <summary>The words of all parts, of which the first takes them; how many parts there were does not show.</summary>
    private static Dictionary<string, Posting> TermsOf(SearchPart[] parts)
    {
        var all = parts[0].Terms;
        foreach (var part in parts.Skip(1))
            foreach (var (term, posting) in part.Terms)
                if (all.TryGetValue(term, out var before)) before.Append(posting);
                else all.Add(term, posting);
        return all;
    }

    private static SearchLists ListsOf(SearchPart[] parts)
    {
        var lists = new SearchLists();
        foreach (var part in parts) lists.Append(part.Lists);
        return lists;
    }

    /// <summary>The number now of each record that had one then, -1 when it is gone; and the records that had another name, or none.</summary>
    private static int[] RecordsNow(Archive archive, ImmutableArray<Ref> records, (string Path, string Name)[] before, out HashSet<Ref> renamed)
    {
        var (numbers, now) = (records.Select((r, i) => (r.Path, i)).ToDictionary(r => r.Path, r => r.i, StringComparer.Ordinal), new int[before.Length]);
        renamed = [.. records];
        for (var then = 0; then < now.Length; then++)
        {
            var (path, name) = before[then];
            now[then] = numbers.GetValueOrDefault(path, -1);
            if (now[then] >= 0 && archive.NameOf(records[now[then]]) == name) renamed.Remove(records[now[then]]);
        }
        return now;
    }

    /// <summary>The number then of each article that gives the index what it gave then, -1 of every other.</summary>
    private static int[] NumbersThen(Archive archive, ImmutableArray<Article> articles, EarlierIndex earlier, HashSet<Ref> renamed)
    {
        var numbers = new Dictionary<Ref, int>(earlier.Articles.Length);
        for (var i = 0; i < earlier.Articles.Length; i++)
            if (earlier.SaysTheSame(i)) numbers.Add(earlier.Articles[i], i);
        var (then, last) = (new int[articles.Length], -1);
        for (var i = 0; i < then.Length; i++)
        {
            var article = articles[i];
            then[i] = numbers.GetValueOrDefault(article.Ref, -1);
            // What is taken over has to stay in its order.
            if (then[i] <= last || (renamed.Count > 0 && HasAny(article))) then[i] = -1;
            else last = then[i];
        }
        return then;

        bool HasAny(Article article) => renamed.Contains(archive.SourceOf(article)) || archive.FeaturesOf(article).Any(renamed.Contains);
    }
}
