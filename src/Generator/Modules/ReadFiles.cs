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
        var cut = Path.TrimEndingDirectorySeparator(root).Length + 1;
        var listed = new FileSystemEnumerable<string>(top,
            (ref FileSystemEntry entry) => string.Concat(entry.Directory[cut..], "/", entry.FileName), new() { RecurseSubdirectories = true, AttributesToSkip = 0 })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
        };
        var paths = new List<string>();
        foreach (var path in listed)
        {
            var relative = path.Replace('\\', '/');
            if (relative.Contains("/.", StringComparison.Ordinal) || relative.EndsWith('~') || relative.EndsWith('#')) continue;
            paths.Add(relative);
        }
        paths.Sort(string.CompareOrdinal);
        using var stamps = StampFiles.Below(root, follow: true);
        return InParallel.Each(paths, path => new SourceFile(path, root, stamps.Of(path) ?? default));
    }
}
