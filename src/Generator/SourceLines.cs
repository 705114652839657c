using System.Text;

namespace Generator;

/// <summary>The lines of source files, for excerpts: read when first asked for, in whatever encoding they are.</summary>
public sealed class SourceLines(string root)
{
    private readonly Dictionary<string, string[]> _files = new(StringComparer.Ordinal);

    /// <summary>A line of a file, counted from 1; null when there is no such file or line.</summary>
    public string? Line(string file, int line)
    {
        if (!_files.TryGetValue(file, out var lines)) _files.Add(file, lines = Read(Path.Combine(root, file)));
        return line >= 1 && line <= lines.Length ? lines[line - 1] : null;
    }

    private static string[] Read(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length > 4_000_000) return [];
        return Encoding.UTF8.GetString(File.ReadAllBytes(path)).Split('\n').Select(l => l.TrimEnd('\r')).ToArray();
    }
}
