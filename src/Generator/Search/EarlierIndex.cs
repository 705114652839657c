using System.Collections.Immutable;
using System.Text.Json;
using Generator.Cache;
using Generator.Modules;
using Model;

namespace Generator.Search;

/// <summary>What an earlier index has: the path and the name of each record by its number, the row of each article by its number, the words in order and where they stand, how many words each file has.</summary>
internal sealed record EarlierContent((string Path, string Name)[] Records, ListRow[] Lists, List<(string Term, EarlierPosting Posting)> Terms, int[] FileCounts);

/// <summary>The index that an earlier build published, read back so that the words of articles which say the same need not be read again.</summary>
/// <param name="articles">The articles that it has, by their numbers in it.</param>
/// <param name="saysTheSame">Whether an article, by that number, is still there and gives the index the same, but for the names of its records.</param>
/// <param name="read">Reads one of its files, by its path below <see cref="SearchIndex.Folder"/>, as that build left it.</param>
public sealed class EarlierIndex(ImmutableArray<Ref> articles, Func<int, bool> saysTheSame, Func<string, byte[]> read)
{
    /// <summary>The articles, by their numbers.</summary>
    public ImmutableArray<Ref> Articles => articles;

    public bool SaysTheSame(int article) => saysTheSame(article);

    /// <exception cref="DamagedCacheException">A file is not as it should be.</exception>
    internal EarlierContent Read() => Guarded(() =>
    {
        var words = Words(out var counts);
        return new EarlierContent(Records(), Rows(), words, counts);
    });

    /// <summary>What comes of files that another program changed in the moment before they were read.</summary>
    internal static T Guarded<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or IndexOutOfRangeException or JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new DamagedCacheException();
        }
    }

    private (string, string)[] Records()
    {
        using var records = JsonDocument.Parse(read("records.json"));
        return [.. records.RootElement.EnumerateArray().Select(r => (r[0].GetString()!, r[1].GetString()!))];
    }

    private ListRow[] Rows()
    {
        var (next, rows) = (SearchLists.Reader(name => read(name)), new ListRow[articles.Length]);
        for (var i = 0; i < rows.Length; i++) rows[i] = next();
        return rows;
    }

    private List<(string Term, EarlierPosting Posting)> Words(out int[] counts)
    {
        using var catalog = JsonDocument.Parse(read("catalog.json"));
        string[] cuts = [.. catalog.RootElement.GetProperty("cuts").EnumerateArray().Select(c => c.GetString()!)];
        var files = InParallel.Each([.. Enumerable.Range(0, catalog.RootElement.GetProperty("files").GetInt32())], number => new EarlierTermFile(number, read));
        counts = Array.ConvertAll(files, f => f.Count);
        var (words, next) = (new List<(string, EarlierPosting)>(counts.Sum()), new int[files.Length]);
        var fileOf = Array.ConvertAll(cuts, cut => TermFiles.FileOf(cut, files.Length));
        // The first word of the stretch that follows in the same file ends a stretch.
        var (ends, following) = (new string?[cuts.Length], new string?[files.Length]);
        for (var cut = cuts.Length - 1; cut >= 0; cut--) (ends[cut], following[fileOf[cut]]) = (following[fileOf[cut]], cuts[cut]);
        for (var cut = 0; cut < cuts.Length; cut++)
        {
            ref var at = ref next[fileOf[cut]];
            for (var file = files[fileOf[cut]].Words; at < file.Count && file[at].Term != ends[cut]; at++) words.Add(file[at]);
        }
        if (words.Count != counts.Sum()) throw new DamagedCacheException();
        return words;
    }
}
