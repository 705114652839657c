using System.Collections.Immutable;
using Generator.Modules;
using Model;

namespace Generator.Cache;

/// <summary>What a build keeps of its archive for the next.</summary>
/// <param name="Names">The names that were looked for in texts.</param>
/// <param name="Articles">The articles that were read without a problem that others have to do with, by the paths of their files.</param>
/// <param name="Records">All records, by kind and id.</param>
/// <param name="Versions">The fingerprints of the archive's parts by their keys.</param>
/// <param name="Searched">The articles by their numbers in the search index: the place of each among the records.</param>
/// <param name="Tables">What the articles make together; null when not every article is kept.</param>
/// <param name="Others">What the records beside the articles say, as <see cref="RecordBytes"/>.</param>
/// <param name="Summaries">See <see cref="Cache.Summaries"/>.</param>
/// <param name="Changed">The articles that have changed since an earlier build, each with its place, when nothing but their inside has; null otherwise.</param>
public sealed record LearntArchive(
    SoughtNames Names, KeptFiles Articles, ImmutableArray<Ref> Records, ulong[] Versions, int[] Searched, ArchiveTables? Tables, byte[] Others, ReadOnlyMemory<byte>[] Summaries,
    ImmutableArray<(int At, KeptFile Article)>? Changed)
{
    /// <summary>What is to be kept of an archive, into which <paramref name="readings"/> were read.</summary>
    public static LearntArchive Of(Archive archive, Readings readings, EarlierBuild? earlier)
    {
        var summaries = new Summaries(archive, earlier);
        var versions = Cache.Versions.Of(archive, readings, earlier, summaries);
        return new(
            readings.Names, readings.Kept, archive.AllRecords(), versions, [.. archive.Tables.Articles.Reverse()], readings.Kept.Count == archive.Tables.Articles.Length ? archive.Tables : null, readings.Others,
            summaries.All(versions), readings.ChangedInside is { } changed ? [.. changed.Select(c => (c.At, readings.Kept[c.At]))] : null);
    }
}

/// <summary>All that a build keeps for the next: see <see cref="EarlierBuild"/>, which reads it.</summary>
/// <param name="Archive">What it keeps of its archive.</param>
/// <param name="Told">What the record is warned of, when all of it is found again while the files stay as they are; null otherwise.</param>
/// <param name="Listed">When the sources were listed, in ticks of UTC.</param>
/// <param name="Sources">The files of the record and the seeds.</param>
/// <param name="Manifest">The fingerprint of the list of the site's files.</param>
/// <param name="Plan">How the files of the site were planned.</param>
/// <param name="Outputs">In the same order, what they were made from.</param>
public sealed record Learnt(LearntArchive Archive, ImmutableArray<Problem>? Told, long Listed, KeptTable<KeptSource> Sources, ulong Manifest, KeptPlan Plan, KeptOutputs Outputs);
