using System.IO.Enumeration;

namespace Generator.Modules;

/// <summary>A file of the archive: its path relative to the root, with <c>/</c> between folders, the root, and its stamp when it was listed.</summary>
public readonly record struct SourceFile(string Path, string Root, FileStamp Stamp)
{
    public string FullPath => System.IO.Path.Combine(Root, Path);

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}

/// <summary>Lists the files below a folder of the root.</summary>
public static class ReadFiles
{
    /// <summary>
    /// All files below <paramref name="folder"/> in ordinal order of their paths; none when it does not exist. Hidden files and what text editors
    /// leave behind (<c>x~</c>, <c>#x#</c>) are passed over.
    /// </summary>
    public static IReadOnlyList<SourceFile> Below(string root, string folder)
    {
        var top = Path.Combine(root, folder);
        if (!Directory.Exists(top)) return [];
        var files = new List<SourceFile>();
        var cut = Path.TrimEndingDirectorySeparator(root).Length + 1;
        var listed = new FileSystemEnumerable<(string Path, FileStamp Stamp)>(top,
            (ref FileSystemEntry entry) => (string.Concat(entry.Directory[cut..], "/", entry.FileName), StampOf(ref entry)), new() { RecurseSubdirectories = true, AttributesToSkip = 0 })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
        };
        foreach (var (path, stamp) in listed)
        {
            var relative = path.Replace('\\', '/');
            if (relative.Contains("/.", StringComparison.Ordinal) || relative.EndsWith('~') || relative.EndsWith('#')) continue;
            files.Add(new(relative, root, stamp));
        }
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files;
    }

    /// <summary>Of a link the stamp of what it leads to, because that is what will be read.</summary>
    private static FileStamp StampOf(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0 ? new(entry.Length, entry.LastWriteTimeUtc.UtcTicks)
        : File.ResolveLinkTarget(entry.ToFullPath(), returnFinalTarget: true) is { } target ? FileStamp.Of(target.FullName) ?? default : default;
}
