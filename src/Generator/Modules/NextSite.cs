namespace Generator.Modules;

/// <summary>
/// The folder beside the output folder in which a site is put together before it takes that folder's place at one instant; what has not changed is there by a second name.
/// A build that was killed leaves it behind, as the next site unfinished or as the one before half deleted: the next build removes it.
/// </summary>
public sealed class NextSite
{
    private readonly string _output, _next;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal), _folders = new(StringComparer.Ordinal);

    private readonly IReadOnlyList<string> _ours;

    private NextSite(string output, IReadOnlyList<string> ours) => (_output, _next, _ours) = (output, PathOf(output), ours);

    private static string PathOf(string output) => Path.Combine(Path.GetDirectoryName(output)!, $".{Path.GetFileName(output)}.next");

    /// <summary>Removes what a killed build left.</summary>
    public static void Forget(string output)
    {
        // Ours has our folder in it from its first moment on; another's has not.
        if (Directory.Exists(Path.Combine(PathOf(output), WriteFiles.OwnFolder))) Directory.Delete(PathOf(output), recursive: true);
    }

    /// <summary>An empty next site that will have the files <paramref name="ours"/>, or null when the system cannot exchange folders here: then the files must be moved one by one.</summary>
    public static NextSite? Begin(string output, IReadOnlyList<string> ours)
    {
        if (!OperatingSystem.IsLinux() || new DirectoryInfo(output).LinkTarget is not null || Directory.Exists(PathOf(output))) return null;
        var next = new NextSite(output, ours);
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
                return next;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
        if (Directory.Exists(next._next)) Directory.Delete(next._next, recursive: true);
        return null;
    }

    /// <summary>Moves a file here that was put aside.</summary>
    public void Take(string staged, string path) => File.Move(staged, Place(path));

    /// <summary>Keeps a file of the site as it stands.</summary>
    public void Keep(string path)
    {
        if (!TryKeep(path)) File.Copy(Path.Combine(_output, path), Place(path));
    }

    /// <summary>Takes the place of the output folder with everything in it that is not ours; then removes what was there before.</summary>
    /// <param name="before">The files that the build before wrote.</param>
    public void Finish(IReadOnlySet<string> before)
    {
        foreach (var path in FilesOf(_output))
        {
            if (_known.Contains(path) || before.Contains(path) || path.StartsWith(WriteFiles.OwnFolder + "/staging/", StringComparison.Ordinal)) continue;
            if (path != WriteFiles.ManifestPath) Keep(path);
        }
        File.WriteAllLines(Path.Combine(_next, WriteFiles.ManifestPath), _ours);
        if (!ExchangeFolders.TryExchange(_output, _next)) throw new IOException($"the folders {_output} and {_next} cannot change places");
        // What somebody put there in the meantime is not ours to delete.
        foreach (var path in FilesOf(_next))
            if (!_known.Contains(path) && !before.Contains(path) && !path.StartsWith(WriteFiles.OwnFolder + "/", StringComparison.Ordinal)) File.Move(Path.Combine(_next, path), Place(path, _output));
        Directory.Delete(_next, recursive: true);
    }

    private bool TryKeep(string path)
    {
        var place = Place(path);
        return ExchangeFolders.TryLink(Path.Combine(_output, path), place);
    }

    private string Place(string path) => Place(path, _next);

    private string Place(string path, string under)
    {
        _known.Add(path);
        var place = Path.Combine(under, path);
        if (Path.GetDirectoryName(place) is { } folder && (under != _next || _folders.Add(folder))) Directory.CreateDirectory(folder);
        return place;
    }

    private static IEnumerable<string> FilesOf(string folder) => Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).ToList();
}
