namespace Generator.Modules;

/// <summary>Replaces a file in one step, so that an interruption leaves the old one or the new one.</summary>
public static class ReplaceFile
{
    public static void With(string path, byte[] bytes)
    {
        // A link stays one; a name that begins with a point is no file of the record.
        if (File.Exists(path)) path = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        var fresh = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Environment.ProcessId}.new");
        File.WriteAllBytes(fresh, bytes);
        File.Move(fresh, path, overwrite: true);
    }
}
