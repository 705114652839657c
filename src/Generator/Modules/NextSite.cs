using System.Collections.Concurrent;

namespace Generator.Modules;

/// <summary>
/// The folder beside the output folder in which a site is put together before it takes that folder's place at one instant; what has not changed is there by a second name.
/// A build that was killed leaves it behind, as the next site unfinished or as the one before half deleted: the next build removes it.
/// </summary>
public sealed class NextSite
{
    private readonly string _output, _next;

    // What of the output folder is not ours: files, and folders that hold no file of the build before, a repository's empty ones among them.
    private IReadOnlySet<string> _foreign = new HashSet<string>(), _foreignFolders = new HashSet<string>();

    private readonly IReadOnlyList<string> _ours;
    private readonly IReadOnlySet<string> _before;

    private NextSite(string output, IReadOnlyList<string> ours, IReadOnlySet<string> before) => (_output, _next, _ours, _before) = (output, PathOf(output), ours, before);

    private static string PathOf(string output) => Path.Combine(Path.GetDirectoryName(output)!, $".{Path.GetFileName(output)}.next");

    /// <summary>Removes what a killed build left.</summary>
    public static void Forget(string output)
    {
        var next = PathOf(output);
        // Ours has our folder in it from its first moment to its last but one; another's has not.
        if (Directory.Exists(Path.Combine(next, WriteFiles.OwnFolder))) Delete(next, leave: (_, _) => false);
        else if (Directory.Exists(next) && !Directory.EnumerateFileSystemEntries(next).Any()) Directory.Delete(next);
    }

    /// <summary>
    /// An empty next site that will have the files <paramref name="ours"/>, or null when the folders cannot be exchanged here, and the files must be moved one by one.
    /// <paramref name="before"/> are the files that the build before wrote.
    /// </summary>
    public static NextSite? Begin(string output, IReadOnlyList<string> ours, IReadOnlySet<string> before)
    {
        if (!OperatingSystem.IsLinux() || new DirectoryInfo(output).LinkTarget is not null || Directory.Exists(PathOf(output))) return null;
        var next = new NextSite(output, ours, before);
        next.LookForOthers(known: null);
        // Somebody's links may lead anywhere; such a folder is left where it is.
        if (next._foreign.Any(path => File.ResolveLinkTarget(Path.Combine(output, path), returnFinalTarget: false) is not null)) return null;
        try
        {
            var own = Path.Combine(next._next, WriteFiles.OwnFolder);
            Directory.CreateDirectory(own);
            // What fails here would fail later: a folder that cannot be written, another file system, one that knows no second names or no exchange.
            var (probe, other) = (Path.Combine(own, "probe"), Path.Combine(own, "other"));
            Directory.CreateDirectory(probe);
            Directory.CreateDirectory(other);
            if (next.TryKeep(WriteFiles.OwnFolder + "/lock") && ExchangeFolders.TryExchange(probe, other))
            {
                Directory.Delete(probe);
                Directory.Delete(other);
                File.SetUnixFileMode(next._next, File.GetUnixFileMode(output));
                next.MakeFolders();
                return next;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
        if (Directory.Exists(next._next)) next.Cancel();
        return null;
    }

    /// <summary>Whether something that no build wrote stood where the file is to be, when this site began.</summary>
    public bool IsTaken(string path) => _foreign.Contains(path);

    /// <summary>The place for a file of the site, which is to be written there; so with the next two, safe to ask from several threads.</summary>
    public string Place(string path) => Path.Combine(_next, path);

    /// <summary>Moves a file here that was put aside.</summary>
    public void Take(string staged, string path) => File.Move(staged, Place(path));

    /// <summary>Keeps a file of the site as it stands.</summary>
    public void Keep(string path)
    {
        if (!TryKeep(path)) File.Copy(Path.Combine(_output, path), Place(path));
    }

    /// <summary>
    /// Takes the place of the output folder with everything in it that is not ours; then removes what was there before. <paramref name="lookAgain"/>: much time has passed since this site began, in which others may have
    /// put something there.
    /// </summary>
    public void Finish(bool lookAgain)
    {
        var known = _ours.ToHashSet(StringComparer.Ordinal);
        if (lookAgain) LookForOthers(known);
        foreach (var path in _foreignFolders) Directory.CreateDirectory(Path.Combine(_next, path));
        foreach (var path in _foreign.Except(_foreignFolders, StringComparer.Ordinal)) KeepInFolder(path);
        known.UnionWith(_foreign);
        var cache = Path.Combine(_output, WriteFiles.OwnFolder, "cache");
        if (Directory.Exists(cache))
            foreach (var file in Directory.EnumerateFiles(cache)) KeepInFolder(Path.GetRelativePath(_output, file));
        File.WriteAllLines(Path.Combine(_next, WriteFiles.ManifestPath), _ours);
        if (!ExchangeFolders.TryExchange(_output, _next)) throw new IOException($"the folders {_output} and {_next} cannot change places");
        // What somebody put there in the meantime is not ours to delete.
        Delete(_next, leave: (path, full) =>
        {
            if (IsOurs(path) || known.Contains(path)) return false;
            var place = Path.Combine(_output, path);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(full, place);
            return true;
        });
    }

    /// <summary>Gives up; the site before stays.</summary>
    public void Cancel() => Delete(_next, leave: (_, _) => false);

    /// <summary>Deletes a next site but for the files that <paramref name="leave"/>, told their path there and their full path, has moved away. Our folder goes last: without it nobody would know whose the rest is.</summary>
    private static void Delete(string next, Func<string, string, bool> leave)
    {
        var own = Path.Combine(next, WriteFiles.OwnFolder);
        InParallel.Each(TwoLevels(next, _ => { }), folder =>
        {
            if (!folder.FullName.StartsWith(own + Path.DirectorySeparatorChar, StringComparison.Ordinal)) DeleteEntry(folder);
        });
        foreach (var entry in new DirectoryInfo(next).EnumerateFileSystemInfos().Where(e => e.Name != WriteFiles.OwnFolder)) DeleteEntry(entry);
        if (Directory.Exists(own)) DeleteEntry(new DirectoryInfo(own));
        Directory.Delete(next);

        void DeleteEntry(FileSystemInfo entry)
        {
            if (entry is DirectoryInfo { LinkTarget: null } folder)
            {
                foreach (var inside in folder.EnumerateFileSystemInfos()) DeleteEntry(inside);
                folder.Delete();
            }
            else if (!leave(entry.FullName[(next.Length + 1)..], entry.FullName)) entry.Delete();
        }
    }

    private bool TryKeep(string path) => ExchangeFolders.TryLink(Path.Combine(_output, path), Place(path));

    private void KeepInFolder(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Place(path))!);
        Keep(path);
    }

    /// <summary>The folders of all files that the site will have: made at once, none needs to be known later.</summary>
    private void MakeFolders()
    {
        var folders = _ours.Select(path => Path.GetDirectoryName(path)!).Where(folder => folder.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        InParallel.Each(folders, folder => { Directory.CreateDirectory(Path.Combine(_next, folder)); });
    }

    private bool IsOurs(string path) => _before.Contains(path) || path.StartsWith(WriteFiles.OwnFolder + "/", StringComparison.Ordinal);

    /// <summary>Looks what of the output folder is not ours; of files there that are <paramref name="known"/> the next site has its own.</summary>
    private void LookForOthers(HashSet<string>? known)
    {
        var ours = new HashSet<string>(StringComparer.Ordinal) { WriteFiles.OwnFolder };
        foreach (var path in _before)
            for (var end = path.LastIndexOf('/'); end > 0 && ours.Add(path[..end]); end = path.LastIndexOf('/', end - 1)) { }
        var (files, folders) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        InParallel.Each(TwoLevels(_output, Look), folder =>
        {
            foreach (var inside in folder.EnumerateFileSystemInfos("*", Everything)) Look(inside);
        });
        (_foreign, _foreignFolders) = (files.Concat(folders).ToHashSet(StringComparer.Ordinal), folders.ToHashSet(StringComparer.Ordinal));

        void Look(FileSystemInfo entry)
        {
            var path = entry.FullName[(_output.Length + 1)..];
            if (IsOurs(path)) return;
            if (entry is DirectoryInfo)
            {
                if (!ours.Contains(path)) folders.Add(path);
            }
            else if (known?.Contains(path) != true) files.Add(path);
        }
    }

    /// <summary>The folders in the folders of a site: so many that all cores have the same to do. What stands above them is told to <paramref name="above"/>, as they are.</summary>
    private static List<DirectoryInfo> TwoLevels(string site, Action<FileSystemInfo> above)
    {
        var folders = new List<DirectoryInfo>();
        foreach (var entry in new DirectoryInfo(site).EnumerateFileSystemInfos())
        {
            above(entry);
            if (entry is not DirectoryInfo { LinkTarget: null } top) continue;
            foreach (var inside in top.EnumerateFileSystemInfos())
            {
                above(inside);
                if (inside is DirectoryInfo { LinkTarget: null } folder) folders.Add(folder);
            }
        }
        return folders;
    }

    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = 0 };
}
