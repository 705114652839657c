namespace Generator.Modules;

/// <summary>Replaces a file in one step, so that an interruption leaves the old one or the new one.</summary>
public static class ReplaceFile
{
    public static void With(string path, byte[] bytes)
    {
        var fresh = path + ".new";
        File.WriteAllBytes(fresh, bytes);
        File.Move(fresh, path, overwrite: true);
    }
}
