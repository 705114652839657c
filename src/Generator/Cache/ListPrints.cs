using Generator.Modules;
using Model;

namespace Generator.Cache;

/// <summary>
/// The fingerprints of the lists of all records, each the sum of what its articles give to it (see <see cref="PartPrints.Given(Ref, Bonds, ArticlePrints)"/>). The lists go over the whole archive, an entry here and the next far
/// away, so nothing is asked for of an article but by its ordinal.
/// </summary>
internal sealed class ListPrints
{
    private readonly EntryLists _lists;
    private readonly ArticlePrints[] _prints;

    // By the ordinals of the articles: how each is listed, and the number of its year.
    private readonly ulong[] _listed;
    private readonly int[] _years;

    /// <param name="archive">The archive.</param>
    /// <param name="prints">The fingerprints of what its articles say, in the order of <see cref="Archive.Articles"/>.</param>
    public ListPrints(Archive archive, ArticlePrints[] prints)
    {
        (_lists, _prints) = (archive.Tables.Lists, prints);
        (_listed, _years) = (new ulong[prints.Length], new int[prints.Length]);
        InParallel.Each(prints.Length, i => (_listed[i], _years[i]) = (PartPrints.Listed(archive.Articles[i].Ref, prints[i]), PartPrints.YearOf(archive.Articles[i])));
    }

    /// <summary>That of a list of the record at a place among all. What it holds of each year (see <see cref="Keys.YearOf"/>) is added to what all its lists hold of the <paramref name="years"/>.</summary>
    public ulong Of(Part list, int record, Span<ulong> years)
    {
        var (sum, entries) = (0ul, _lists.Of(list, record));
        for (var at = 0; at < entries.Count;)
        {
            var (article, own) = (entries[at].Article, new Fingerprint());
            for (; at < entries.Count && entries[at].Article == article; at++) own.Add(PartPrints.Entry(list, entries[at].At, _listed[article], _prints[article]));
            sum += own.Value;
            years[_years[article]] += PartPrints.OfYear(list, own.Value);
        }
        return sum;
    }
}
