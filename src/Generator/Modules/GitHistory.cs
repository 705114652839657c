using System.ComponentModel;
using System.Diagnostics;

namespace Generator.Modules;

/// <summary>The git repository that an archive lies in.</summary>
public static class GitHistory
{
    /// <summary>The files that the last commit changed, as paths relative to <paramref name="root"/>; of a merge, those that it brings into its first parent. None without git or without that parent.</summary>
    public static IReadOnlySet<string> LastChanged(string root) =>
        Run(root, "diff", "--name-only", "--relative", "-z", "HEAD^1", "HEAD") is { } list ? System.Text.Encoding.UTF8.GetString(list).Split('\0', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal) : new HashSet<string>();

    /// <summary>What git writes; null when it fails or is not there.</summary>
    public static byte[]? Run(string root, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo("git") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            foreach (var argument in new[] { "-C", root }.Concat(arguments)) start.ArgumentList.Add(argument);
            using var git = Process.Start(start)!;
            var errors = git.StandardError.ReadToEndAsync();
            using var bytes = new MemoryStream();
            git.StandardOutput.BaseStream.CopyTo(bytes);
            git.WaitForExit();
            errors.Wait();
            return git.ExitCode == 0 ? bytes.ToArray() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
