using System.Security.Cryptography;

namespace Generator.Modules;

/// <summary>
/// Finds the bytes of a seed as they were when it was pinned: in the history of the git repository that the archive lies in. Without git, or without such a commit, there are none.
/// </summary>
public static class FindPinnedText
{
    /// <summary>So many commits that changed the file are looked at, the newest first.</summary>
    private const int Most = 100;

    /// <summary>The bytes with this SHA-256 (hexadecimal), or null.</summary>
    public static byte[]? Of(string root, string file, string sha256)
    {
        if (GitHistory.Run(root, "rev-list", $"--max-count={Most}", "HEAD", "--", "seeds/" + file) is not { } list) return null;
        foreach (var commit in System.Text.Encoding.ASCII.GetString(list).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (GitHistory.Run(root, "cat-file", "blob", $"{commit}:./seeds/{file}") is { } bytes && Convert.ToHexStringLower(SHA256.HashData(bytes)).Equals(sha256, StringComparison.OrdinalIgnoreCase))
                return bytes;
        return null;
    }
}
