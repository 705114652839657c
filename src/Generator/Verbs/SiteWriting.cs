using System.Collections.Immutable;
using Generator.Cache;
using Generator.Modules;
using Model;

namespace Generator.Verbs;

/// <summary>What a site is written for: see <see cref="WriteSite.To"/>. <paramref name="MadeFor"/>: what a cache must have been made by and for.</summary>
internal sealed record SiteOrder(string MadeFor, BuildOptions Options, bool Clean, Problems Problems, Action<string> Phase, Action<BuiltSite?>? Planned);

/// <summary>One writing of a site into its folder, with what an earlier build learnt or, without that, from the beginning.</summary>
/// <param name="order">What it is written for.</param>
/// <param name="folder">Where.</param>
/// <param name="sources">What it is made from.</param>
/// <param name="earlier">The earlier build; null when there was none that can be trusted.</param>
/// <param name="disturbed">The files of that build which no longer stand as it left them; null when there was none.</param>
/// <param name="memory">Keeps what this build learns.</param>
internal sealed class SiteWriting(SiteOrder order, WriteFiles folder, SourceFiles sources, EarlierBuild? earlier, Task<IReadOnlySet<string>>? disturbed, BuildMemory memory)
{
    /// <summary>Pages of more files than this are not made in the room that was made for reading: see <see cref="Room.End"/>.</summary>
    private const int ManyFiles = 400;

    private readonly bool _sameFiles = earlier is not null && folder.PrintOfManifest() == earlier.Manifest;
    private KeyListFile? _aside;

    // Which of its articles say the same is known once the archive has fingerprints; files are made after that.
    private MakeSite? _make;

    /// <exception cref="ForeignFileException">A file stands in the folder that the site needs and no build wrote.</exception>
    /// <exception cref="DamagedCacheException">What the earlier build kept cannot be trusted; nothing was written.</exception>
    public SiteWritten Write()
    {
        if (earlier?.Told is { } told && (told.IsEmpty || !order.Options.Strict) && _sameFiles && sources.AreUnchanged() && disturbed!.Result.Count == 0)
        {
            foreach (var problem in told) order.Problems.Add(problem);
            return new(earlier.Site.Plan.Pages, new(0, earlier.Site.Count, 0), 0);
        }
        return (Inside() ?? Whole()) is var (build, archive) ? Write(build, archive) : new(0, null, 0);
    }

    private (Build, Archive)? Inside()
    {
        if (earlier is null) return null;
        var build = Begun(store: null);
        if (build.ReadInside(earlier) is { } archive) return (build, archive);
        order.Problems.Forget();
        return null;
    }

    private (Build, Archive)? Whole()
    {
        var store = (ArticleStore?)null;
        if (earlier is null) (store, _aside) = memory.Begin(folder.CacheFolder);
        var build = Begun(store);
        if (build.ReadArchive() is not { } archive) return null;
        // More than the inside of articles is another, so all is compared, for which there is not room enough at 100,000 articles. To find that out on the way took five seconds, in which one core moved all that is held; this takes one.
        if (earlier is not null && WantsMoreRoom) Room.End();
        return (build, archive);
    }

    private bool WantsMoreRoom => order.Planned is null && WriteSite.WantsMoreRoom(folder.CacheFolder);

    private Build Begun(ArticleStore? store) => new(order.Options, order.Problems, order.Phase, sources) { EarlierIndex = () => _make?.EarlierIndex(folder.Read), Store = store };

    // What was read is let go on the way: it takes much room, and pages need no more of it.
    private SiteWritten Write(Build build, Archive archive)
    {
        order.Phase("Comparing with the build before");
        var learnt = LearntArchive.Of(archive, build.Readings(archive), earlier);
        Summaries.Lend(archive, learnt.Summaries);
        var keys = new KeysNow(archive, learnt.Versions, earlier);
        if (SomeFiles(build, archive, learnt, keys) is { } some) return WriteSome(some, archive, learnt, keys);
        var links = LinkedPlace.Of(build.Links);
        return build.Site(archive) is { } site ? WriteAll(site, links, learnt, keys) : new(0, null, 0);
    }

    /// <summary>The files that have to be made, when the site has the files that it had; null when all have to be planned.</summary>
    private OutputFile?[]? SomeFiles(Build build, Archive archive, LearntArchive learnt, KeysNow keys)
    {
        if (order.Planned is not null || order.Options.Coverage || earlier is not { Told: not null } || !_sameFiles || !sources.OthersAreUnchanged()) return null;
        var links = learnt.Changed is null ? LinkedPlace.Of(build.Links) : earlier.Site.Plan.Links;
        return StandingPlan.FilesToMake(earlier, keys, disturbed!.Result, links, build.Planner(archive));
    }

    private SiteWritten WriteSome(OutputFile?[] some, Archive archive, LearntArchive learnt, KeysNow keys)
    {
        _make = MakeSite.Some(some, archive, keys, earlier!, disturbed!);
        order.Phase("Rendering and writing");
        var groundwork = _make.LetStand(some);
        // Of a very large site hundreds of pages need more than the room that there is.
        if (WantsMoreRoom && some.Count(file => file is not null) > ManyFiles) Room.End();
        var written = folder.WriteSome(some, _make, order.Options.Stop);
        GC.KeepAlive(groundwork);
        return Keep(learnt, earlier!.Site.Plan, written, [.. Enumerable.Range(0, some.Length).Where(i => some[i] is not null)]);
    }

    private SiteWritten WriteAll(BuiltSite site, ImmutableArray<LinkedPlace> links, LearntArchive learnt, KeysNow keys)
    {
        try
        {
            _make = new(site.Files, site.Archive, keys, earlier, disturbed, _aside);
            if (earlier is null || !sources.AreUnchanged()) order.Planned?.Invoke(site);
            // What was read and checked left much behind, and the search index is to take its place: at 100,000 articles 1.95 GB instead of 2.07 GB while it is made.
            if (earlier is null) GC.Collect();
            // The preview has room of its own, for the page that is looked at.
            else if (order.Planned is null) Room.End();
            order.Phase("Rendering and writing");
            var written = folder.Write(site.Files, order.Clean, _make, order.Options.Stop);
            return Keep(learnt, KeptPlan.Of(site.Plan, links), written);
        }
        finally
        {
            order.Planned?.Invoke(null);
        }
    }

    /// <summary><paramref name="some"/>: the numbers of the files that were made, when the site has the files that it had.</summary>
    private SiteWritten Keep(LearntArchive archive, KeptPlan plan, Written written, int[]? some = null)
    {
        order.Phase("Keeping what was learnt");
        var edit = some is null || archive.Changed is null ? null : KeptEdit.Since(earlier!, sources, [.. order.Problems.Sorted()], archive, _make!.Outputs, some);
        memory.Save(folder.CacheFolder, order.MadeFor, () => new(archive, order.Problems.AllStandAlone ? [.. order.Problems.Sorted()] : null, sources.Listed, sources.ToKeep(), folder.PrintOfManifest(), plan, _make!.Outputs), edit);
        return new(plan.Pages, written, _make!.Made);
    }
}
