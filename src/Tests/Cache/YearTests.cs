using System.Text.RegularExpressions;
using Model;

namespace Tests;

/// <summary>A page of one year of a record is made from what the record's lists hold of that year, so that an edit leaves the pages of other years alone.</summary>
public sealed partial class YearTests
{
    private static readonly Part[] Lists = [Part.About, Part.MentionsOf, Part.Identified, Part.Said, Part.PassedOn, Part.Heard, Part.Values, Part.Stances, Part.Taken];

    [Fact]
    public void A_page_of_a_year_reads_that_year_alone()
    {
        using var site = ManyAboutOne.MadeUp(seed: 3);
        var built = site.Build();
        var (records, keys, log) = (built.Archive.AllRecords(), built.Archive.Keys, new ReadLog(built.Archive));
        var lists = Enumerable.Range(built.Archive.Articles.Length, records.Length - built.Archive.Articles.Length)
            .SelectMany(i => Lists.Select(part => (Key: keys.Of(part, i), Name: $"{part} of {records[i]}"))).ToDictionary(l => l.Key, l => l.Name);
        var (read, pages) = (new SortedSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var file in built.Files)
        {
            if (YearOfRecord().Match(file.Path) is not { Success: true } page) continue;
            log.During(file.Lend, out var all);
            Assert.Contains(keys.Of(page.Groups["year"].Value, built.Archive.NumberOf(records.Single(r => r.Path == $"/{page.Groups["record"]}/"))), all);
            read.UnionWith(all.Where(lists.ContainsKey).Select(key => $"a year of {page.Groups["record"]} reads {lists[key]}"));
            pages.Add(Regex.Replace(file.Path, "/[^/]+/(?=(concordance/)?[0-9]{4}/)", "/"));
        }
        Assert.Empty(read);
        Assert.Equal(["actors", "actors/concordance", "claims", "places", "sources", "topics"], pages.Select(p => p[..p.IndexOf("/20", StringComparison.Ordinal)]).Distinct().Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("^(?<record>(?:actors|topics|places|sources|claims)/[^/]+)/(?:concordance/)?(?<year>[0-9]{4})/index.html$")]
    private static partial Regex YearOfRecord();
}
