using System.Diagnostics;

namespace Tests;

/// <summary>Runs the <c>archive</c> command as a process, as its users do.</summary>
public static class Tool
{
    // Another archive, such as the one file, can be tested the same way.
    private static readonly string[] Command = Environment.GetEnvironmentVariable("ARCHIVE_TOOL") is { Length: > 0 } tool ? [tool] : ["dotnet", Path.Combine(AppContext.BaseDirectory, "archive.dll")];

    public sealed record Result(int ExitCode, string Output, string Error);

    public static Process Start(string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(Command[0]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in Command.Skip(1).Concat(arguments)) start.ArgumentList.Add(argument);
        // The tests may themselves run inside GitHub Actions, and must not write into its summary.
        foreach (var name in new[] { "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_EVENT_NAME", "NO_COLOR" }) start.Environment.Remove(name);
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>()) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static Result Run(string folder, params string[] arguments) => Run(folder, null, arguments);

    public static Result Run(string folder, IReadOnlyDictionary<string, string?>? environment, params string[] arguments)
    {
        using var process = Start(folder, arguments, environment);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return new(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Every file below a folder with its bytes, by relative path in ordinal order; what differs between two trees fails a test readably.</summary>
    public static SortedDictionary<string, string> Tree(string folder)
    {
        var tree = new SortedDictionary<string, string>(StringComparer.Ordinal);
        // What a build keeps for the next tells when files were written.
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.Contains("/.archive/cache/", StringComparison.Ordinal)))
            tree.Add(Path.GetRelativePath(folder, file), Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))));
        return tree;
    }
}
