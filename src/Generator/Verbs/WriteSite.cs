using Generator.Cache;
using Generator.Modules;
using Generator.Record;

namespace Generator.Verbs;

/// <summary>
/// What became of a build: the site is written, or <paramref name="Files"/> is null because the record has problems. <paramref name="Made"/> counts the files that had to be made to know what is
/// in them.
/// </summary>
public sealed record SiteWritten(int Pages, Written? Files, int Made);

/// <summary>Builds a site into its folder, with the help of what an earlier build learnt there.</summary>
public static class WriteSite
{
    /// <summary>
    /// Builds and writes. <paramref name="clean"/>: forgets what earlier builds left, and writes every file. <paramref name="planned"/> hears of the site when it is known to be good, other than before and not yet written, and,
    /// with null, when its files can be made no longer. <paramref name="memory"/>: what the process remembers of its last build.
    /// </summary>
    /// <exception cref="Refusal">A file stands in the folder that the site needs and no build wrote.</exception>
    /// <exception cref="OperationCanceledException">The build was to stop; the site is as it was.</exception>
    public static SiteWritten To(string output, BuildOptions options, bool clean, Problems problems, Action<string> phase, Report report, Action<BuiltSite?>? planned = null, BuildMemory? memory = null)
    {
        using var own = memory is null ? new BuildMemory() : null;
        memory ??= own!;
        using var folder = WriteFiles.Into(output, () => report.Note($"another build is writing into {output}; waiting for it"), options.Stop);
        phase("Looking at what changed");
        var madeFor = MadeFor(options);
        // The preview, which hears what is planned, makes its own before anybody waits.
        if (!clean && planned is null) MakeRoom(EarlierBuild.SizeIn(folder.CacheFolder));
        var (earlier, sources, disturbed) = ((EarlierBuild?)null, (SourceFiles?)null, (Task<IReadOnlySet<string>>?)null);
        InParallel.Each([() => sources = SourceFiles.Below(options.Root, options.Drafts), () =>
        {
            earlier = clean ? null : memory.Load(folder.CacheFolder, madeFor);
            // It takes as long as the sources do, which are read meanwhile on one core alone here and there.
            if (earlier is not null) disturbed = Task.Run(() => folder.Disturbed(earlier.Site));
        }]);
        var order = new SiteOrder(madeFor, options, clean, problems, phase, planned);
        try
        {
            try
            {
                return new SiteWriting(order, folder, sources!.Since(earlier), earlier, disturbed, memory).Write();
            }
            catch (DamagedCacheException)
            {
                problems.Forget();
                memory.Forget();
                return new SiteWriting(order, folder, SourceFiles.Below(options.Root, options.Drafts), null, null, memory).Write();
            }
        }
        catch (ForeignFileException foreign)
        {
            throw new Refusal(foreign.Message);
        }
    }

    /// <summary>
    /// Reading what is kept makes little garbage and much that stays, which collections would look at again and again: at 10,000 articles an edit takes 1.2 s of CPU instead of 1.9. It takes about twenty times the bytes that are kept
    /// of the site; as much again is for the pages of an edit that changes some hundreds: they take 3.6 s instead of 5.7, and 630 MB instead of 410.
    /// </summary>
    private static void MakeRoom(long kept)
    {
        var bytes = Math.Min(40 * kept, MostRoom);
        if (bytes >= Room.Least) Room.Make(bytes);
    }

    private static long MostRoom => Math.Min(1_500_000_000, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4);

    /// <summary>Whether an edit of the site whose cache is in <paramref name="folder"/> has less room than it may use: at 100,000 articles hundreds of pages then took 2.5 GB, and take 1.3 to 1.7 once the room is ended.</summary>
    internal static bool WantsMoreRoom(string folder) => 40 * EarlierBuild.SizeIn(folder) > MostRoom;

    /// <summary>What a cache must have been made by and for: this very program, and the same site.</summary>
    private static string MadeFor(BuildOptions options)
    {
        var settings = Path.Combine(options.Root, RecordFiles.SitePath);
        var program = new[] { typeof(WriteSite), typeof(Model.Archive), typeof(Theme.Site) }.Select(t => t.Assembly.ManifestModule.ModuleVersionId.ToString("N"));
        return string.Join(' ', [.. program, options.BaseUrl ?? "", File.Exists(settings) ? Fingerprint.Of(File.ReadAllBytes(settings)).ToString("x16", System.Globalization.CultureInfo.InvariantCulture) : ""]);
    }
}
