using System.Collections.Immutable;
using Generator.Unicode;
using Model;

namespace Generator.Modules;

/// <summary>Makes the index page of one kind of record.</summary>
public static class Indexes
{
    /// <summary>Grouped under given headings, in their order; by sort name within each.</summary>
    public static IndexPage By(
        Archive archive, Kind kind, Url url, string title, string order, IEnumerable<(Ref Record, string Heading, string? Detail)> records, IEnumerable<string> headings)
    {
        var byHeading = records.ToLookup(r => r.Heading);
        return Page(archive, kind, url, title, order, headings.Where(h => byHeading[h].Any()).Select(h =>
            new Group<IndexEntry>(h, [.. byHeading[h].OrderBy(r => SortKey(archive, r.Record), StringComparer.Ordinal).ThenBy(r => r.Record).Select(r => Entry(archive, r.Record, r.Detail, null))])));
    }

    /// <summary>Grouped by the first letter of the sort name.</summary>
    public static IndexPage ByLetter(Archive archive, Kind kind, Url url, string title, string order, IEnumerable<(Ref Record, string? Detail)> records) =>
        Page(archive, kind, url, title, order, records
            .OrderBy(r => SortKey(archive, r.Record), StringComparer.Ordinal).ThenBy(r => r.Record)
            .GroupBy(r => Letter(SortKey(archive, r.Record)))
            .Select(g => new Group<IndexEntry>(g.Key, [.. g.Select(r => Entry(archive, r.Record, r.Detail, null))])));

    /// <summary>Grouped by year, newest first, what has no date last.</summary>
    public static IndexPage ByYear(Archive archive, Kind kind, Url url, string title, string order, IEnumerable<(Ref Record, Stated<Edtf>? Date, string? Detail)> records) =>
        Page(archive, kind, url, title, order, records
            .OrderByDescending(r => r.Date?.Value).ThenBy(r => r.Record)
            .GroupBy(r => DateWords.Year(r.Date?.Value))
            .Select(g => new Group<IndexEntry>(g.Key, [.. g.Select(r => Entry(archive, r.Record, r.Detail, r.Date))])));

    private static IndexPage Page(Archive archive, Kind kind, Url url, string title, string order, IEnumerable<Group<IndexEntry>> groups) =>
        new(archive.Site, url, title) { Kind = kind, Order = order, Description = order, Breadcrumbs = archive.Crumbs(), Groups = [.. groups] };

    private static IndexEntry Entry(Archive archive, Ref record, string? detail, Stated<Edtf>? date) =>
        new(archive.Link(record), detail, date, archive.About(record).Count);

    private static string SortKey(Archive archive, Ref record)
    {
        var name = archive.SortNameOf(record);
        return name.StartsWith("The ", StringComparison.Ordinal) ? name[4..] : name;
    }

    private static string Letter(string name)
    {
        foreach (var c in name)
            if (char.IsLetterOrDigit(c)) return char.IsDigit(c) ? "0–9" : char.ToUpperInvariant(Nfc.BaseLetter(c)).ToString();
        return "#";
    }
}
