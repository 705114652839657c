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

    // All folders of files of the build before, and our own.
    private HashSet<string> _folders = [];

    private readonly IReadOnlyList<string> _ours;
    private readonly IReadOnlySet<string> _before;

    private NextSite(string output, IReadOnlyList<string> ours, IReadOnlySet<string> before) => (_output, _next, _ours, _before) = (output, PathOf(output), ours, before);

    private static string PathOf(string output) => Path.Combine(Path.GetDirectoryName(output)!, $".{Path.GetFileName(output)}.next");

    /// <summary>Removes what a killed build left.</summary>
    public static void Forget(string output)
    {
        var next = PathOf(output);
        // Ours has our folder in it from its first moment to its last but one; another's has not.
        if (Directory.Exists(Path.Combine(next, WriteFiles.OwnFolder))) Delete(next);
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
        DeleteBefore();
        // What somebody put there in the meantime is not ours to delete.
        foreach (var entry in FolderEntry.Below(_next))
            if ((!entry.IsFolder || entry.IsLink) && !IsOurs(entry.Path) && !known.Contains(entry.Path)) MoveBack(entry);
        Delete(_next);
    }

    /// <summary>Gives up; the site before stays.</summary>
    public void Cancel() => Delete(_next);

    /// <summary>Deletes what is known of the site before by its names, which takes half the time of looking what there is; a folder in which there is more stays.</summary>
    private void DeleteBefore()
    {
        InParallel.Each([.. _before.Concat(_foreign.Except(_foreignFolders, StringComparer.Ordinal))], path => Ignoring<DirectoryNotFoundException>(() => File.Delete(Path.Combine(_next, path))));
        foreach (var level in _folders.Concat(_foreignFolders).Where(folder => folder != WriteFiles.OwnFolder).ToLookup(folder => folder.Count('/')).OrderByDescending(level => level.Key))
            InParallel.Each([.. level], folder => Ignoring<IOException>(() => Directory.Delete(Path.Combine(_next, folder))));
    }

    private static void Ignoring<TException>(Action what) where TException : Exception
    {
        try
        {
            what();
        }
        catch (TException) { }
    }

    private void MoveBack(FolderEntry entry)
    {
        var (from, to) = (Path.Combine(_next, entry.Path), Path.Combine(_output, entry.Path));
        // A link that took the place of a folder of ours a moment ago; where it leads all stays.
        if (Path.Exists(to)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        if (entry.IsFolder) Directory.Move(from, to);
        else File.Move(from, to);
    }

    /// <summary>Deletes a next site. Our folder goes last: without it nobody would know whose the rest is.</summary>
    private static void Delete(string next)
    {
        var own = Path.Combine(next, WriteFiles.OwnFolder);
        var above = new DirectoryInfo(next).EnumerateFileSystemInfos().Where(entry => entry.Name != WriteFiles.OwnFolder).ToList();
        InParallel.Each([.. above.OfType<DirectoryInfo>().Where(folder => folder.LinkTarget is null).SelectMany(folder => Directory.EnumerateDirectories(folder.FullName))], DeleteFolder);
        foreach (var entry in above)
            if (entry is DirectoryInfo) DeleteFolder(entry.FullName);
            else entry.Delete();
        if (Directory.Exists(own)) DeleteFolder(own);
        Directory.Delete(next);

        // Of a link the link itself goes, and nothing where it leads.
        static void DeleteFolder(string folder) => Directory.Delete(folder, recursive: true);
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

    /// <summary>Looks what of the output folder is not ours; what of it is <paramref name="known"/>, or a folder of ours, the next site has its own of.</summary>
    private void LookForOthers(HashSet<string>? known)
    {
        _folders = new(StringComparer.Ordinal) { WriteFiles.OwnFolder };
        foreach (var path in _before)
            for (var end = path.LastIndexOf('/'); end > 0 && _folders.Add(path[..end]); end = path.LastIndexOf('/', end - 1)) { }
        var (files, folders) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        FolderEntry.Each(_output, entry =>
        {
            if (IsOurs(entry.Path)) return;
            var isNamedAsOurs = _folders.Contains(entry.Path);
            if (entry is { IsFolder: true, IsLink: false })
            {
                if (!isNamedAsOurs) folders.Add(entry.Path);
            }
            else if (known is null || !(isNamedAsOurs || known.Contains(entry.Path))) files.Add(entry.Path);
        });
        (_foreign, _foreignFolders) = (files.Concat(folders).ToHashSet(StringComparer.Ordinal), folders.ToHashSet(StringComparer.Ordinal));
    }
}
