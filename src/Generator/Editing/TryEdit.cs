using Generator.Modules;

namespace Generator.Editing;

/// <summary>Changes a file of the record and looks whether the archive still holds with it.</summary>
public static class TryEdit
{
    /// <summary>
    /// Writes the file at <paramref name="path"/>, relative to the root, and checks; when it then has problems that it did not have among <paramref name="known"/>, the bytes it had come back, and the problems are given.
    /// </summary>
    public static IReadOnlyList<Problem> Write(string root, string path, byte[] before, byte[] after, IEnumerable<Problem> known, Func<IReadOnlyList<Problem>> check)
    {
        var full = Path.Combine(root, path);
        ReplaceFile.With(full, after);
        var fresh = NewIn(path, known, check());
        if (fresh.Count == 0) return [];
        ReplaceFile.With(full, before);
        check();
        return fresh;
    }

    /// <summary>Lines move with an edit, so a problem is the same when it says the same.</summary>
    private static List<Problem> NewIn(string path, IEnumerable<Problem> known, IReadOnlyList<Problem> found)
    {
        var before = known.Where(p => p.Place.File == path).Select(p => (p.Code, p.Message)).ToHashSet();
        return [.. found.Where(p => p.Place.File == path && p.Severity == Severity.Error && !before.Contains((p.Code, p.Message)))];
    }
}
