using System.Collections.Concurrent;
using Generator.Cache;

namespace Generator.Modules;

/// <summary>What writing a site did.</summary>
public sealed record Written(int New, int Unchanged, int Removed);

/// <summary>
/// Writes a site into its folder, all or nothing. What differs is first put aside (<c>.archive/staging</c>). Then, where the system can exchange two folders, the whole next
/// site takes the place of the one before at one instant (<see cref="NextSite"/>). Where it cannot, and where few files of a very large site differ, a journal says that all is there, the files are
/// moved into place and stale ones removed; a build that is killed on the way leaves the journal, which the next build carries out before anything else. Only files of the manifest
/// (<c>.archive/manifest</c>) are ever replaced or removed.
/// </summary>
public sealed class WriteFiles : IDisposable
{
    public const string OwnFolder = ".archive", ManifestPath = OwnFolder + "/manifest";

    private readonly string _output, _staging, _manifest;
    private readonly Journal _journal;
    private readonly FileStream _lock;

    private WriteFiles(string output, FileStream only)
    {
        (_output, _lock) = (Path.TrimEndingDirectorySeparator(Path.GetFullPath(output)), only);
        _staging = Path.Combine(output, OwnFolder, "staging");
        _manifest = Path.Combine(output, ManifestPath);
        _journal = new(Path.Combine(output, OwnFolder, "journal"), _output, _staging, _manifest);
    }

    /// <summary>Takes the folder for one build, after another that has it is done, and finishes what a build that was killed there left.</summary>
    /// <exception cref="OperationCanceledException">It was to <paramref name="stop"/> while the other was not done.</exception>
    public static WriteFiles Into(string output, Action waiting, CancellationToken stop = default)
    {
        Directory.CreateDirectory(Path.Combine(output, OwnFolder));
        var writing = new WriteFiles(output, Lock(Path.Combine(output, OwnFolder, "lock"), waiting, stop));
        try
        {
            writing.Recover();
            return writing;
        }
        catch
        {
            writing.Dispose();
            throw;
        }
    }

    /// <summary>Where a build may keep what it learnt.</summary>
    public string CacheFolder => Path.Combine(_output, OwnFolder, "cache");

    public void Dispose() => _lock.Dispose();

    /// <summary>The fingerprint of the list of the files that builds wrote into the folder.</summary>
    public ulong PrintOfManifest() => Fingerprint.Of(File.Exists(_manifest) ? File.ReadAllBytes(_manifest) : []);

    /// <summary>The bytes of a file that a build wrote, as it stands there.</summary>
    public byte[] Read(string path) => File.ReadAllBytes(FullPath(path));

    /// <summary>The files of a site in the folder that are not as they were left.</summary>
    public IReadOnlySet<string> Disturbed(KeptSite site)
    {
        var (disturbed, paths) = (new ConcurrentBag<string>(), site.Plan.Paths);
        using var stamps = StampFiles.Below(_output, follow: false);
        InParallel.Each(site.Count, i =>
        {
            if (stamps.Of(paths.ZeroEnded(i)) != site.Outputs[i].Stamp) disturbed.Add(paths[i]);
        });
        return disturbed.ToHashSet(StringComparer.Ordinal);
    }

    private static FileStream Lock(string path, Action waiting, CancellationToken stop)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                if (tries == 0) waiting();
                stop.WaitHandle.WaitOne(50);
                stop.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>
    /// A site of at most so many files is always exchanged as a whole; of a larger one, whose every unchanged file takes a second name, only when more than one in so many differs: at 100,000 articles a
    /// new article changes 3,600 files, and takes 27 seconds instead of 32 when they are moved.
    /// </summary>
    private const int Cheap = 5_000, Share = 64;

    private void Recover()
    {
        NextSite.Forget(_output);
        if (Directory.Exists(CacheFolder))
            foreach (var unfinished in Directory.EnumerateFiles(CacheFolder, "*.new")) File.Delete(unfinished);
        if (!_journal.CarryOut() && Directory.Exists(_staging)) Directory.Delete(_staging, recursive: true);
    }

    /// <summary>The files that builds wrote, in the order of their paths.</summary>
    private string[] Manifest() => File.Exists(_manifest) ? File.ReadAllLines(_manifest) : [];

    /// <summary>
    /// Writes the files. <paramref name="all"/> also writes what has not changed. <paramref name="make"/> makes the files, and knows which stand there as they would be made; without it every
    /// file is made.
    /// </summary>
    /// <exception cref="ForeignFileException">A file of the site stands in the folder and no build wrote it.</exception>
    /// <exception cref="OperationCanceledException">It was to <paramref name="stop"/> before all files were made; nothing is left of them.</exception>
    public Written Write(IReadOnlyList<OutputFile> files, bool all, MakeSite? make = null, CancellationToken stop = default)
    {
        var manifest = Manifest();
        var ours = manifest.ToHashSet(StringComparer.Ordinal);
        // Mostly the site has the files that it had: putting very many paths in order takes longer than looking.
        var sameFiles = files.Count == ours.Count && files.All(f => ours.Contains(f.Path));
        IReadOnlyList<string> paths = sameFiles ? manifest : [.. files.Select(f => f.Path).Order(StringComparer.Ordinal)];
        var (changed, next) = (new bool[files.Count], (NextSite?)null);
        Staging(() =>
        {
            var current = new bool[files.Count];
            if (!all && make is not null) InParallel.Each(files.Count, i => current[i] = ours.Contains(files[i].Path) && make.IsCurrent(i));
            int[] toMake = [.. Enumerable.Range(0, files.Count).Where(i => !current[i])];
            if (toMake.Length > files.Count / 2) next = NextSite.Begin(_output, paths, ours);
            InOrder(toMake, i => files[i], i => changed[i] = PutAside(i, files[i], next, next is null ? Staged(i) : next.Place(files[i].Path), all, ours.Contains(files[i].Path), make), stop);
        }, () => next);
        var stale = sameFiles ? [] : ours.Except(paths, StringComparer.Ordinal).Where(p => File.Exists(FullPath(p))).Order(StringComparer.Ordinal).ToList();
        List<(int Number, string Path)> others = [.. Enumerable.Range(0, files.Count).Where(i => changed[i]).Select(i => (i, files[i].Path))];
        if (others.Count == 0 && sameFiles)
        {
            next?.Cancel();
            Directory.Delete(_staging, recursive: true);
        }
        else
        {
            var ready = next is not null;
            if (!ready && IsExchanged(files.Count, others.Count + stale.Count)) next = NextSite.Begin(_output, paths, ours);
            if (next is not null) Exchange(next, [.. Enumerable.Range(0, files.Count).Where(i => !changed[i]).Select(i => files[i].Path)], ready ? [] : others, ready);
            else _journal.Move(others, stale, sameFiles ? [] : paths);
        }
        return new(others.Count, files.Count - others.Count, stale.Count);
    }

    /// <summary>
    /// Makes those of the files of a site that <paramref name="some"/> has at their places, and writes what differs. The site has just the files that it had, and all others stand as they would be made.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was to <paramref name="stop"/> before all files were made; nothing is left of them.</exception>
    public Written WriteSome(IReadOnlyList<OutputFile?> some, MakeSite make, CancellationToken stop = default)
    {
        var changed = new ConcurrentBag<(int Number, string Path)>();
        Staging(() => InOrder([.. Enumerable.Range(0, some.Count).Where(i => some[i] is not null)], i => some[i]!, i =>
        {
            if (PutAside(i, some[i]!, null, Staged(i), all: false, isOurs: true, make)) changed.Add((i, some[i]!.Path));
        }, stop), () => null);
        List<(int Number, string Path)> others = [.. changed.OrderBy(c => c.Number)];
        if (others.Count == 0) Directory.Delete(_staging, recursive: true);
        else if (IsExchanged(some.Count, others.Count) && Manifest() is var paths && NextSite.Begin(_output, paths, paths.ToHashSet(StringComparer.Ordinal)) is { } next)
            Exchange(next, [.. paths.Except(others.Select(o => o.Path), StringComparer.Ordinal)], others, ready: false);
        else _journal.Move(others, [], []);
        return new(others.Count, some.Count - others.Count, 0);
    }

    /// <summary>Whether a site of so many files, so many of which differ, is exchanged as a whole, where the system can do that.</summary>
    public static bool IsExchanged(int files, int changed) => files <= Cheap || changed > files / Share;

    /// <summary>Puts files aside, of which nothing is left when that fails.</summary>
    private void Staging(Action putAside, Func<NextSite?> next)
    {
        Directory.CreateDirectory(_staging);
        try
        {
            putAside();
        }
        catch
        {
            // Whatever it was, the same build may try again without its cache, and finds the folder as if it had not begun.
            next()?.Cancel();
            Directory.Delete(_staging, recursive: true);
            throw;
        }
    }

    /// <summary>Does <paramref name="what"/> with some files, those of one time one after another. Each is made, compared and put aside before the next: none is held longer.</summary>
    private static void InOrder(IEnumerable<int> numbers, Func<int, OutputFile> file, Action<int> what, CancellationToken stop)
    {
        // The longest pages are of no time: begun last, one of them would leave the other cores with nothing to do.
        var groups = numbers.OrderByDescending(i => file(i).Time is null).ThenBy(i => file(i).Time, StringComparer.Ordinal).ToLookup(i => file(i).Groundwork);
        // A file that waited for its groundwork inside the loop would hold a thread that the groundwork needs. Its memory is wanted again by the pages, which keep more and more.
        foreach (var group in groups.Where(g => g.Key is not null)) On(group.Key!(), group);
        InParallel.Each([.. groups[null]], what, stop);

        void On(object groundwork, IEnumerable<int> group)
        {
            InParallel.Each([.. group], what, stop);
            GC.KeepAlive(groundwork);
        }
    }

    /// <summary>Brings the next site together, of files that stay and files that were put aside, and exchanges it. <paramref name="ready"/>: what changed is in it already.</summary>
    private void Exchange(NextSite next, IReadOnlyList<string> same, IReadOnlyList<(int Number, string Path)> aside, bool ready)
    {
        try
        {
            InParallel.Each(same, next.Keep);
            InParallel.Each(aside, file => next.Take(Staged(file.Number), file.Path));
        }
        catch
        {
            next.Cancel();
            throw;
        }
        next.Finish(lookAgain: ready);
    }

    /// <summary>Makes a file and puts it <paramref name="aside"/> when the site does not have these bytes already.</summary>
    private bool PutAside(int number, OutputFile file, NextSite? next, string aside, bool all, bool isOurs, MakeSite? make)
    {
        if (!all && isOurs && make?.Stays(number) == true) return false;
        var path = FullPath(file.Path);
        var bytes = (make is null ? file.Lend() : make.Make(number)).Span;
        // The next site knows what stands there, which is nothing in a first build, so that the disk need not be asked for each file.
        var isNew = !isOurs && next?.IsTaken(file.Path) == false;
        var differs = isNew || Differs(path, bytes);
        if (differs && !isNew && !isOurs && Path.Exists(path)) throw new ForeignFileException(file.Path);
        var place = differs || all;
        var stamp = place ? WriteNew(aside, bytes) : FileStamp.Of(path)!.Value;
        make?.Stands(number, stamp);
        return place;
    }

    /// <summary>Writes a file that is not there yet. Its stamp is read from the open file, which needs no look at the folders again.</summary>
    private static FileStamp WriteNew(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        RandomAccess.Write(file, bytes, 0);
        return new(bytes.Length, File.GetLastWriteTimeUtc(file).Ticks);
    }

    private static bool Differs(string path, ReadOnlySpan<byte> bytes)
    {
        var info = new FileInfo(path);
        if (!info.Exists || info.Length != bytes.Length) return true;
        using var file = File.OpenHandle(path);
        Span<byte> part = stackalloc byte[1 << 15];
        for (var at = 0; at < bytes.Length;)
        {
            var read = RandomAccess.Read(file, part, at);
            if (read == 0 || at + read > bytes.Length || !bytes.Slice(at, read).SequenceEqual(part[..read])) return true;
            at += read;
        }
        return false;
    }

    private string FullPath(string path) => Path.Combine(_output, path.Replace('/', Path.DirectorySeparatorChar));

    private string Staged(int number) => _journal.Staged(number);
}

/// <summary>A file that a build wants to write is already there and no build wrote it. The message names it.</summary>
public sealed class ForeignFileException(string path)
    : Exception($"the output folder holds {path}, which no build wrote and the site needs; move it away, or put it into input/assets/ if it belongs to the site");
