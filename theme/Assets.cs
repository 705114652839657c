using System.Collections.Immutable;
using System.Reflection;

namespace Theme;

/// <summary>The stylesheet and the pictures of the theme, as the site serves them below <c>/assets/</c>.</summary>
public static class Assets
{
    /// <summary>Each file's path below the site's root and its bytes, in ordinal order of the paths.</summary>
    public static ImmutableArray<(string Path, byte[] Bytes)> All { get; } = Read();

    private static ImmutableArray<(string Path, byte[] Bytes)> Read()
    {
        var assembly = typeof(Assets).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith("assets", StringComparison.Ordinal))
                .Select(name => (Path: "/" + name.Replace('\\', '/'), Bytes: Bytes(assembly, name)))
                .OrderBy(asset => asset.Path, StringComparer.Ordinal),
        ];
    }

    private static byte[] Bytes(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return name.EndsWith(".js", StringComparison.Ordinal) ? WithoutComments(bytes) : bytes;
    }

    /// <summary>A script without the comments that stand on lines of their own: they are for those who read the sources.</summary>
    private static byte[] WithoutComments(byte[] script)
    {
        var (kept, inside) = (new System.Text.StringBuilder(), false);
        foreach (var line in System.Text.Encoding.UTF8.GetString(script).Split('\n'))
        {
            var words = line.AsSpan().Trim();
            inside |= words.StartsWith("/**");
            if (!inside && !words.StartsWith("//") && words.Length > 0) kept.Append(line).Append('\n');
            inside &= !words.EndsWith("*/");
        }
        return System.Text.Encoding.UTF8.GetBytes(kept.ToString());
    }
}
