using Generator.Bytes;
using Microsoft.Win32.SafeHandles;

namespace Generator.Cache;

/// <summary>The cache does not hold what it says it holds; the build starts again without it.</summary>
public sealed class DamagedCacheException : Exception;

/// <summary>
/// Some bytes: new ones in <paramref name="Fresh"/>, or those at an offset of an <see cref="ArticleStore"/>, with their fingerprint.
/// </summary>
public readonly record struct Blob(long Offset, int Length, ulong Print, byte[]? Fresh)
{
    public static Blob Of(ByteWriter written) => new(-1, written.Length, Fingerprint.Of(written.Written), written.Written.ToArray());
}

/// <summary>A file of blobs one behind the other, to which new ones are added at the end. Who refers to one knows its offset, its length and its fingerprint.</summary>
public sealed class ArticleStore(string path) : IDisposable
{
    private readonly Lock _opening = new();
    private SafeFileHandle? _file;

    /// <summary>The store of a folder.</summary>
    public static ArticleStore In(string folder) => new(Path.Combine(folder, "articles"));

    /// <summary>How many bytes the store of a folder has; 0 when there is none.</summary>
    public static long SizeIn(string folder) => new FileInfo(Path.Combine(folder, "articles")) is { Exists: true } file ? file.Length : 0;

    /// <summary>The bytes of a blob.</summary>
    /// <exception cref="DamagedCacheException">They are not those that were kept.</exception>
    public ByteReader Read(Blob blob)
    {
        var bytes = new byte[blob.Length];
        try
        {
            if (blob.Fresh is null && RandomAccess.Read(Open(), bytes, blob.Offset) != bytes.Length) throw new DamagedCacheException();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DamagedCacheException();
        }
        if (blob.Fresh is null && Fingerprint.Of(bytes) != blob.Print) throw new DamagedCacheException();
        return new(blob.Fresh ?? bytes);
    }

    /// <summary>
    /// Where blobs stand once the new ones are added to the store in a folder; when more than half of it would be of no use, or when <paramref name="anew"/>, it is written anew.
    /// </summary>
    public static IReadOnlyList<Blob> Add(string folder, IReadOnlyList<Blob> blobs, bool anew)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "articles");
        var (size, used) = (File.Exists(path) ? new FileInfo(path).Length : 0, blobs.Where(b => b.Fresh is null).Sum(b => (long)b.Length));
        var target = path;
        if (anew || size > 2 * used)
        {
            using var old = new ArticleStore(path);
            blobs = [.. blobs.Select(b => b.Fresh is null ? b with { Fresh = old.Read(b).Bytes(b.Length).ToArray() } : b)];
            target = path + ".new";
            File.Delete(target);
        }
        var placed = new List<Blob>(blobs.Count);
        using (var file = new FileStream(target, FileMode.Append, FileAccess.Write, FileShare.Read, 1 << 20))
        {
            foreach (var blob in blobs)
            {
                if (blob.Fresh is null)
                {
                    placed.Add(blob);
                    continue;
                }
                placed.Add(blob with { Offset = file.Position, Fresh = null });
                file.Write(blob.Fresh);
            }
        }
        if (target != path) File.Move(target, path, overwrite: true);
        return placed;
    }

    public void Dispose() => _file?.Dispose();

    private SafeFileHandle Open()
    {
        lock (_opening) return _file ??= File.OpenHandle(path, options: FileOptions.RandomAccess);
    }
}
