using System.Collections.Concurrent;
using System.Text;
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

    private readonly string _output, _staging, _journal, _manifest;
    private readonly FileStream _lock;

    private WriteFiles(string output, FileStream only)
    {
        (_output, _lock) = (Path.TrimEndingDirectorySeparator(Path.GetFullPath(output)), only);
        _staging = Path.Combine(output, OwnFolder, "staging");
        _journal = Path.Combine(output, OwnFolder, "journal");
        _manifest = Path.Combine(output, ManifestPath);
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

    /// <summary>Whether these are the files that builds wrote into the folder.</summary>
    public bool Has(IReadOnlyCollection<string> files) => Manifest().ToHashSet(StringComparer.Ordinal) is var ours && ours.Count == files.Count && files.All(ours.Contains);

    /// <summary>The bytes of a file that a build wrote, as it stands there.</summary>
    public byte[] Read(string path) => File.ReadAllBytes(FullPath(path));

    /// <summary>Those of some files of the folder that are not as they were left.</summary>
    public IReadOnlySet<string> Disturbed(IReadOnlyCollection<KeyValuePair<string, FileStamp>> files)
    {
        var disturbed = new ConcurrentBag<string>();
        InParallel.Each([.. files], f =>
        {
            if (FileStamp.Of(FullPath(f.Key)) != f.Value) disturbed.Add(f.Key);
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

    /// <summary>A site of at most so many files is always exchanged as a whole; of a larger one, whose every unchanged file takes a second name, only when more than so many differ.</summary>
    private const int Cheap = 5_000, Many = 64;

    private void Recover()
    {
        NextSite.Forget(_output);
        if (Directory.Exists(CacheFolder))
            foreach (var unfinished in Directory.EnumerateFiles(CacheFolder, "*.new")) File.Delete(unfinished);
        if (File.Exists(_journal)) Carry(File.ReadAllLines(_journal));
        else if (Directory.Exists(_staging)) Directory.Delete(_staging, recursive: true);
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
        Directory.CreateDirectory(_staging);
        try
        {
            var current = new bool[files.Count];
            if (!all && make is not null) InParallel.Each(files.Count, i => current[i] = ours.Contains(files[i].Path) && make.IsCurrent(i));
            var toMake = Enumerable.Range(0, files.Count).Where(i => !current[i]).OrderBy(i => files[i].Time is null).ThenBy(i => files[i].Time, StringComparer.Ordinal).ToLookup(i => files[i].Groundwork);
            if (toMake.Sum(g => g.Count()) > files.Count / 2) next = NextSite.Begin(_output, paths, ours);
            // A file that waited for its groundwork inside the loop would hold a thread that the groundwork needs. Its memory is wanted again by the pages, which keep more and more.
            foreach (var group in toMake.Where(g => g.Key is not null)) StageOn(group.Key!(), group);
            Stage(toMake[null]);
        }
        catch
        {
            // Whatever it was, the same build may try again without its cache, and finds the folder as if it had not begun.
            next?.Cancel();
            Directory.Delete(_staging, recursive: true);
            throw;
        }
        var stale = sameFiles ? [] : ours.Except(paths, StringComparer.Ordinal).Where(p => File.Exists(FullPath(p))).Order(StringComparer.Ordinal).ToList();
        var written = changed.Count(c => c);
        if (written > 0 || !sameFiles)
        {
            var ready = next is not null;
            if (!ready && (files.Count <= Cheap || written + stale.Count > Many)) next = NextSite.Begin(_output, paths, ours);
            if (next is not null)
            {
                Exchange(next, files, changed, ready);
                return new(written, files.Count - written, stale.Count);
            }
            List<string> journal = [.. Enumerable.Range(0, files.Count).Where(i => changed[i]).Select(i => $"place {i} {files[i].Path}"), .. stale.Select(p => "remove " + p)];
            if (!sameFiles) journal.AddRange(paths.Select(p => "keep " + p));
            WriteWhole(_journal, journal);
            Carry(journal);
        }
        else
        {
            next?.Cancel();
            Directory.Delete(_staging, recursive: true);
        }
        return new(written, files.Count - written, stale.Count);

        void StageOn(object groundwork, IEnumerable<int> which)
        {
            Stage(which);
            GC.KeepAlive(groundwork);
        }

        // Each file is made, compared and put aside before the next: none is held longer.
        void Stage(IEnumerable<int> which) => InParallel.Each([.. which], i => changed[i] = PutAside(i, files[i], next, next is null ? Staged(i) : next.Place(files[i].Path), all, ours, make), stop);
    }

    /// <summary>Brings the next site together and exchanges it. <paramref name="ready"/>: what changed is in it already.</summary>
    private void Exchange(NextSite next, IReadOnlyList<OutputFile> files, bool[] changed, bool ready)
    {
        try
        {
            InParallel.Each(files.Count, i =>
            {
                if (!changed[i]) next.Keep(files[i].Path);
                else if (!ready) next.Take(Staged(i), files[i].Path);
            });
        }
        catch
        {
            next.Cancel();
            throw;
        }
        next.Finish(lookAgain: ready);
    }

    /// <summary>Makes a file and puts it <paramref name="aside"/> when the site does not have these bytes already.</summary>
    private bool PutAside(int number, OutputFile file, NextSite? next, string aside, bool all, HashSet<string> ours, MakeSite? make)
    {
        if (!all && ours.Contains(file.Path) && make?.Stays(number) == true) return false;
        var path = FullPath(file.Path);
        var bytes = (make is null ? file.Lend() : make.Make(number)).Span;
        // The next site knows what stands there, which is nothing in a first build, so that the disk need not be asked for each file.
        var isNew = !ours.Contains(file.Path) && next?.IsTaken(file.Path) == false;
        var differs = isNew || Differs(path, bytes);
        if (differs && !isNew && !ours.Contains(file.Path) && Path.Exists(path)) throw new ForeignFileException(file.Path);
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

    /// <summary>Does what a journal says. Doing it again after it was cut short does the rest.</summary>
    private void Carry(IReadOnlyList<string> journal)
    {
        var (paths, inOrder) = (new List<string>(), 0);
        foreach (var line in journal)
        {
            var space = line.IndexOf(' ');
            var (what, path) = (line[..space], line[(space + 1)..]);
            if (what == "place" && path.IndexOf(' ') is var end) Place(Staged(int.Parse(path[..end], System.Globalization.CultureInfo.InvariantCulture)), FullPath(path[(end + 1)..]));
            // Versions before this one numbered what was put aside by its place in the journal.
            else if (what == "write") Place(Staged(inOrder++), FullPath(path));
            else if (what == "remove") Remove(FullPath(path));
            else paths.Add(path);
        }
        // A journal that names no file to keep leaves the site with the files that it had.
        if (paths.Count > 0) WriteWhole(_manifest, paths);
        File.Delete(_journal);
        if (Directory.Exists(_staging)) Directory.Delete(_staging, recursive: true);
    }

    private static void Place(string staged, string path)
    {
        if (!File.Exists(staged)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(staged, path, overwrite: true);
    }

    private void Remove(string path)
    {
        if (File.Exists(path)) File.Delete(path);
        for (var folder = Path.GetDirectoryName(path)!; folder.Length > _output.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (!Directory.Exists(folder)) continue;
            if (Directory.EnumerateFileSystemEntries(folder).Any()) return;
            Directory.Delete(folder);
        }
    }

    private static bool Differs(string path, ReadOnlySpan<byte> bytes)
    {
        var info = new FileInfo(path);
        return !info.Exists || info.Length != bytes.Length || !bytes.SequenceEqual(File.ReadAllBytes(path));
    }

    private static void WriteWhole(string path, IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines) text.Append(line).Append('\n');
        File.WriteAllText(path + ".new", text.ToString());
        File.Move(path + ".new", path, overwrite: true);
    }

    private string FullPath(string path) => Path.Combine(_output, path.Replace('/', Path.DirectorySeparatorChar));

    private string Staged(int number) => Path.Combine(_staging, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>A file that a build wants to write is already there and no build wrote it. The message names it.</summary>
public sealed class ForeignFileException(string path)
    : Exception($"the output folder holds {path}, which no build wrote and the site needs; move it away, or put it into input/assets/ if it belongs to the site");
