using System.IO.Enumeration;

namespace Generator.Modules;

/// <summary>
/// What stands in a folder and in all folders below it, links not followed. <paramref name="Path"/>: from there, with <c>/</c> between its parts. <paramref name="IsFolder"/>: it is one, or a link to one.
/// <paramref name="IsLink"/> is asked of folders alone; for everything else what a listing says is enough, and the system is not asked again.
/// </summary>
public readonly record struct FolderEntry(string Path, bool IsFolder, bool IsLink)
{
    private static readonly EnumerationOptions Here = new() { AttributesToSkip = 0 };

    /// <summary>All of them, a folder before what is in it.</summary>
    public static IEnumerable<FolderEntry> Below(string folder) => Below(folder, "");

    /// <summary>Does <paramref name="what"/> with each of them, with several at once.</summary>
    public static void Each(string folder, Action<FolderEntry> what)
    {
        // A site has few folders, and many in these: so all cores have the same to do.
        var inside = new List<string>();
        foreach (var entry in In(folder, ""))
        {
            what(entry);
            if (!entry.IsFolder || entry.IsLink) continue;
            foreach (var second in In(folder, entry.Path))
            {
                what(second);
                if (second is { IsFolder: true, IsLink: false }) inside.Add(second.Path);
            }
        }
        InParallel.Each(inside, path =>
        {
            foreach (var entry in Below(folder, path)) what(entry);
        });
    }

    private static IEnumerable<FolderEntry> Below(string root, string path)
    {
        foreach (var entry in In(root, path))
        {
            yield return entry;
            if (!entry.IsFolder || entry.IsLink) continue;
            foreach (var deeper in Below(root, entry.Path)) yield return deeper;
        }
    }

    private static FileSystemEnumerable<FolderEntry> In(string root, string path)
    {
        var before = path.Length == 0 ? "" : path + "/";
        return new(System.IO.Path.Combine(root, path), (ref FileSystemEntry entry) =>
            new(string.Concat(before, entry.FileName), entry.IsDirectory, entry.IsDirectory && entry.Attributes.HasFlag(FileAttributes.ReparsePoint)), Here);
    }
}
