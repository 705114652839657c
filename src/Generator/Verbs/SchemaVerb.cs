using Generator.Modules;
using Generator.Schemas;

namespace Generator.Verbs;

/// <summary><c>archive schema</c>: JSON Schemas of the record for editors, with the ids of this archive. Works whatever is wrong with the record.</summary>
public static class SchemaVerb
{
    public static int Run(BuildOptions options, Report report)
    {
        var ids = report.Watch(phase =>
        {
            phase("Reading the ids");
            return KnownIds.Below(options.Root);
        });
        var written = SchemaFiles.All.Count(s => Write(options.Root, s.Path, WriteSchema.Of(s.Shape, s.Title, ids)));
        report.Result($"{SchemaFiles.Folder}: {Count.Of(SchemaFiles.All.Length, "schema")} with {Count.Of(ids.Values.Sum(i => i.Length), "id")}, {written} written");
        Map(options.Root, report);
        return ExitCode.Done;
    }

    /// <summary>Tells editors which schema is for which folder; settings that are there are their owner's, and are not touched.</summary>
    private static void Map(string root, Report report)
    {
        var settings = Path.Combine(root, SchemaFiles.SettingsFile);
        if (!File.Exists(settings))
        {
            Write(root, SchemaFiles.SettingsFile, SchemaFiles.Settings());
            return;
        }
        var text = File.ReadAllText(settings);
        var missing = SchemaFiles.All.Where(s => !text.Contains(s.Path, StringComparison.Ordinal)).Select(SchemaFiles.Mapping).ToList();
        if (missing.Count > 0) report.Note($"{SchemaFiles.SettingsFile} does not name them all; add to \"yaml.schemas\":  {string.Join(", ", missing)}");
    }

    /// <summary>Whether the file had to be written: one with the same bytes is left as it is.</summary>
    private static bool Write(string root, string file, byte[] bytes)
    {
        var path = Path.Combine(root, file);
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes)) return false;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        ReplaceFile.With(path, bytes);
        return true;
    }
}
