using System.Runtime.CompilerServices;
using Generator;
using Generator.Modules;
using Model;

namespace Tests;

/// <summary>
/// The one harness of the tiny sites: copies a case over the base site into a folder of its own, and builds it in memory. A case holds only the files in which
/// it differs from <c>Sites/base</c>; a file <c>remove.txt</c> lists those of the base that it does without.
/// </summary>
public sealed class SiteTest : IDisposable
{
    public SiteTest(string? siteCase = null)
    {
        Root = Directory.CreateTempSubdirectory("archive-test-").FullName;
        Copy(Path.Combine(Sites, "base"), Root);
        if (siteCase is null) return;
        var folder = Path.Combine(Sites, siteCase);
        foreach (var part in new[] { "seeds", "input" }) Copy(Path.Combine(folder, part), Path.Combine(Root, part));
        if (File.Exists(Path.Combine(folder, "remove.txt")))
            foreach (var line in File.ReadAllLines(Path.Combine(folder, "remove.txt"))) File.Delete(Path.Combine(Root, line));
    }

    /// <summary>A made-up archive in place of the base site.</summary>
    public static SiteTest MadeUp(int articles, ulong seed)
    {
        var site = new SiteTest();
        foreach (var folder in new[] { "input", "seeds" }) Directory.Delete(Path.Combine(site.Root, folder), recursive: true);
        foreach (var (path, text) in new Generator.Synthesis.MadeUpArchive(articles, seed).Files()) site.With(path, text);
        return site;
    }

    /// <summary>The folder of the cases in the sources, so that accepted expectations land there.</summary>
    public static string Sites { get; } = Path.Combine(Here(), "Sites");

    /// <summary>The folder that holds Archive.sln.</summary>
    public static string Checkout { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    /// <summary>Whether expectations are to be rewritten instead of compared: <c>ACCEPT=1 dotnet test</c>.</summary>
    public static bool Accepting { get; } = Environment.GetEnvironmentVariable("ACCEPT") == "1";

    /// <summary>The folder of this copy of the site.</summary>
    public string Root { get; }

    public Problems Problems { get; } = new();

    public SiteTest With(string file, string text)
    {
        var path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    /// <summary>Replaces words of a file that must have them.</summary>
    public SiteTest With(string file, string old, string replacement)
    {
        var text = File.ReadAllText(Path.Combine(Root, file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        return With(file, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>The site, or null when it has problems.</summary>
    public BuiltSite? TryBuild(string? baseUrl = null, bool strict = false, bool coverage = false) => new Build(new(Root, baseUrl, Strict: strict, Coverage: coverage), Problems, _ => { }).Run();

    /// <summary>The site, which must have no problems.</summary>
    public BuiltSite Build(string? baseUrl = null)
    {
        var site = TryBuild(baseUrl);
        if (Problems.Sorted().Count > 0) Assert.Fail(ProblemText());
        return site!;
    }

    /// <summary>The problems as an editor sees them.</summary>
    public string ProblemText()
    {
        var sources = new SourceLines(Root);
        return string.Join('\n', Problems.Sorted().Select(p => Report.Plain(p, sources)));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static void Copy(string from, string to)
    {
        if (!Directory.Exists(from)) return;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
