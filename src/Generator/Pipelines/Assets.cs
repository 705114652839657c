using System.Text.RegularExpressions;
using Generator.Modules;

namespace Generator.Pipelines;

/// <summary>Files that are copied as they are: the theme's, and those of <c>input/assets/</c>.</summary>
public static partial class Assets
{
    [GeneratedRegex(@"^[A-Za-z0-9_-][A-Za-z0-9._/-]*\z")]
    private static partial Regex GoodName();

    public static IEnumerable<OutputFile> Files(IEnumerable<SourceFile> files, Problems problems)
    {
        foreach (var (path, bytes) in Theme.Assets.All) yield return new(path.TrimStart('/'), bytes);
        foreach (var file in files)
        {
            var name = file.Path["input/assets/".Length..];
            if (GoodName().IsMatch(name)) yield return new("assets/" + name, () => File.ReadAllBytes(file.FullPath)) { Own = null };
            else problems.Add(Place.Of(file.Path), Codes.OddAsset, $"\"{name}\" cannot be part of an address", "rename it with letters a-z, digits, dots, hyphens and underscores");
        }
    }
}
