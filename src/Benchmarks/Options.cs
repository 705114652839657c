using System.Globalization;

namespace Benchmarks;

/// <summary>The options behind a verb: <c>--name value</c>.</summary>
public sealed class Options(string[] given)
{
    public int Articles => Number("--articles", 1000);

    /// <summary>What Lighthouse must say of the speed of a page, from 0 to 100.</summary>
    public int Speed => Number("--speed", 98);

    public int Runs => Number("--runs", 5);

    /// <summary>Where pictures are put.</summary>
    public string Output => Text("--output") ?? throw new ArgumentException("name a folder: --output FOLDER");

    /// <summary>The archive of the checkout that this runs in.</summary>
    public string Checkout { get; } = Above(Directory.GetCurrentDirectory());

    /// <summary>Where to build: a memory file system, unless another folder is named.</summary>
    public string Folder => Text("--folder") ?? (Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath());

    /// <summary>How <c>archive</c> is run: the published program that <c>--tool</c> names, or else the one that was built with this.</summary>
    public (string File, string[] Arguments) Archive(params string[] arguments) =>
        Text("--tool") is { } tool ? File.Exists(tool) ? (tool, arguments) : throw new ArgumentException($"--tool: there is no file {tool}") : ("dotnet", [Path.Combine(AppContext.BaseDirectory, "archive.dll"), .. arguments]);

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "input", "site.yaml")) ? folder : Path.GetDirectoryName(folder) is { } above ? Above(above) : "";

    private string? Text(string name) => Array.IndexOf(given, name) is var at && at >= 0 && at + 1 < given.Length ? given[at + 1] : null;

    private int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
