namespace Generator.Modules;

/// <summary>Says whether a site may be written into a folder at all.</summary>
public static class OutputFolder
{
    /// <summary>Why not, in a sentence, or null when it may. Links on the way are followed first.</summary>
    public static string? Refusal(string root, string output)
    {
        var (realRoot, realOutput) = (Real(root), Real(output));
        if (File.Exists(realOutput)) return $"the output {output} is a file, not a folder";
        if (Path.GetDirectoryName(realOutput) is null) return "the output folder is the root of the file system";
        if (realOutput == realRoot) return "the output folder is the folder of the archive itself";
        if (IsInside(realRoot, realOutput)) return $"the output folder {output} holds the archive, which a build could damage";
        foreach (var sources in new[] { "input", "seeds", "src", "theme", ".git", ".github", ".ci" })
        {
            var folder = Path.Combine(realRoot, sources);
            if (realOutput == folder || IsInside(realOutput, folder)) return $"the output folder {output} lies in {sources}/, among the sources";
        }
        return Foreign(realOutput) is { } file
            ? $"the output folder {output} holds files that no build wrote, such as {file}; name an empty folder, or delete them yourself" : null;
    }

    private static string? Foreign(string output)
    {
        if (!Directory.Exists(output) || File.Exists(Path.Combine(output, WriteFiles.ManifestPath))) return null;
        // A first build that was interrupted leaves its own folder and nothing else that is not in its journal.
        if (Directory.Exists(Path.Combine(output, WriteFiles.OwnFolder))) return null;
        return Directory.EnumerateFileSystemEntries(output).Select(Path.GetFileName).Order(StringComparer.Ordinal).FirstOrDefault();
    }

    private static bool IsInside(string path, string folder) =>
        path.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Real(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        for (var at = full; at is not null && Path.GetDirectoryName(at) is not null; at = Path.GetDirectoryName(at))
        {
            if (new DirectoryInfo(at) is { Exists: true } folder && folder.ResolveLinkTarget(returnFinalTarget: true) is { } target)
                return Real(at == full ? target.FullName : Path.Combine(target.FullName, Path.GetRelativePath(at, full)));
        }
        return full;
    }
}
