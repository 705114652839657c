using System.Diagnostics;

namespace Benchmarks;

/// <summary>Programs of others that npm brings; each is installed once, into the user's cache.</summary>
public static class NpmPackage
{
    /// <summary>The path of a file of the package, below <c>node_modules</c>, after the package is installed.</summary>
    /// <exception cref="InvalidOperationException">npm could not install it.</exception>
    public static string File(string package, string version, string file)
    {
        var cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "archive-peers", $"{Path.GetFileName(package)}-{version}");
        var path = Path.Combine(cache, "node_modules", file);
        if (System.IO.File.Exists(path)) return path;
        Directory.CreateDirectory(cache);
        using var npm = Process.Start(new ProcessStartInfo("npm", ["install", "--no-audit", "--no-fund", "--prefix", cache, $"{package}@{version}"]) { RedirectStandardOutput = true })!;
        npm.StandardOutput.ReadToEnd();
        npm.WaitForExit();
        return System.IO.File.Exists(path) ? path : throw new InvalidOperationException($"npm could not install {package}");
    }
}
