using Generator.Modules;

namespace Generator.Editing;

/// <summary>Changes a file of the record and looks whether the archive still holds with it.</summary>
public static class TryEdit
{
    /// <summary>
    /// Writes the file at <paramref name="path"/>, relative to the root, and checks; when there are then problems that are not among <paramref name="known"/>, the bytes it had come back, and the problems are given.
    /// </summary>
    /// <exception cref="EditRefused">The file does not hold <paramref name="before"/>, or the archive cannot be checked: it has problems already, or <paramref name="check"/> gives null.</exception>
    public static IReadOnlyList<Problem> Write(string root, string path, byte[] before, byte[] after, IEnumerable<Problem> known, Func<IReadOnlyList<Problem>?> check)
    {
        var full = Path.Combine(root, path);
        if (!Holds(full, before)) throw new EditRefused($"{path} was changed meanwhile; nothing was written");
        if (known.FirstOrDefault(p => p.Severity == Severity.Error) is { } other)
            throw new EditRefused($"the archive has problems, so a change could not be checked; mend them first, such as {other.Place.File}:{other.Place.Line}: {other.Message}");
        var holds = false;
        try
        {
            ReplaceFile.With(full, after);
            var fresh = check() is { } found ? NewAmong(known, found) : throw new EditRefused("the archive could not be checked; nothing was written");
            holds = fresh.Count == 0;
            return fresh;
        }
        finally
        {
            // Unless somebody wrote it meanwhile.
            if (!holds && Holds(full, after))
            {
                ReplaceFile.With(full, before);
                check();
            }
        }
    }

    private static bool Holds(string file, byte[] bytes) => File.Exists(file) && File.ReadAllBytes(file).AsSpan().SequenceEqual(bytes);

    /// <summary>Lines move with an edit, so a problem is the same when it says the same.</summary>
    private static List<Problem> NewAmong(IEnumerable<Problem> known, IReadOnlyList<Problem> found)
    {
        var before = known.Select(p => (p.Place.File, p.Code, p.Message)).ToHashSet();
        return [.. found.Where(p => p.Severity == Severity.Error && !before.Contains((p.Place.File, p.Code, p.Message)))];
    }
}
