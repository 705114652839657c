using Generator.Bytes;
using Microsoft.Win32.SafeHandles;

namespace Generator.Cache;

/// <summary>
/// Some bytes: new ones in <paramref name="Fresh"/>, or those at an offset of an <see cref="ArticleStore"/>, with their fingerprint.
/// </summary>
public readonly record struct Blob(long Offset, int Length, ulong Print, byte[]? Fresh)
{
    public static Blob Of(ByteWriter written) => new(-1, written.Length, Fingerprint.Of(written.Written), written.Written.ToArray());
}

/// <summary>
/// A file of blobs one behind the other, to which new ones are added at the end. Who refers to one knows its offset, its length and its fingerprint. Safe to use from several threads.
/// </summary>
public sealed class ArticleStore : IDisposable
{
    [ThreadStatic]
    private static byte[]? _lent;

    private readonly Lock _opening = new();
    private readonly string _path;
    private SafeFileHandle? _file;
    private long _end;
    private bool _unfinished;

    private ArticleStore(string path) => _path = path;

    /// <summary>The store of a folder.</summary>
    public static ArticleStore In(string folder) => new(Path.Combine(folder, "articles"));

    /// <summary>An empty store that takes the place of a folder's once it is finished; until then it is of no use to another build, and gone when it is let go.</summary>
    public static ArticleStore Begin(string folder)
    {
        Directory.CreateDirectory(folder);
        var store = In(folder);
        store._file = File.OpenHandle(store._path + ".new", FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        store._unfinished = true;
        return store;
    }

    /// <summary>Adds a blob to a store that is not finished.</summary>
    public Blob Put(ByteWriter written)
    {
        var offset = Interlocked.Add(ref _end, written.Length) - written.Length;
        RandomAccess.Write(_file!, written.Written, offset);
        return new(offset, written.Length, Fingerprint.Of(written.Written), null);
    }

    /// <summary>Takes the place of the folder's store before.</summary>
    public void Finish()
    {
        File.Move(_path + ".new", _path, overwrite: true);
        _unfinished = false;
    }

    /// <summary>The bytes of a blob.</summary>
    /// <exception cref="DamagedCacheException">They are not those that were kept.</exception>
    public ByteReader Read(Blob blob)
    {
        if (blob.Fresh is not null) return new(blob.Fresh);
        var bytes = new byte[blob.Length];
        Read(blob, bytes);
        return new(bytes);
    }

    /// <summary>What <paramref name="read"/> makes of a blob, of whose bytes it keeps none: they stand where those of the thread's next blob will.</summary>
    /// <exception cref="DamagedCacheException">They are not those that were kept.</exception>
    public T Read<T>(Blob blob, Func<ByteReader, T> read)
    {
        if (blob.Fresh is not null) return read(new(blob.Fresh));
        if (_lent is null || _lent.Length < blob.Length) _lent = new byte[Math.Max(1 << 14, 2 * blob.Length)];
        Read(blob, _lent.AsSpan(0, blob.Length));
        return read(new(_lent.AsMemory(0, blob.Length)));
    }

    private void Read(Blob blob, Span<byte> bytes)
    {
        try
        {
            if (RandomAccess.Read(Open(), bytes, blob.Offset) != bytes.Length) throw new DamagedCacheException();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DamagedCacheException();
        }
        if (Fingerprint.Of(bytes) != blob.Print) throw new DamagedCacheException();
    }

    /// <summary>
    /// Where blobs stand once the new ones are added to the store in a folder; when more than half of it would be of no use, it is written anew.
    /// </summary>
    public static Blob[] Add(string folder, Blob[] blobs)
    {
        var path = Path.Combine(folder, "articles");
        var (size, used) = (File.Exists(path) ? new FileInfo(path).Length : 0, blobs.Where(b => b.Fresh is null).Sum(b => (long)b.Length));
        var target = path;
        if (size > 2 * used)
        {
            using var old = new ArticleStore(path);
            blobs = [.. blobs.Select(b => b.Fresh is null ? b with { Fresh = old.Read(b).Bytes(b.Length).ToArray() } : b)];
            target = path + ".new";
            File.Delete(target);
        }
        var placed = AppendTo(target, blobs);
        if (target != path) File.Move(target, path, overwrite: true);
        return placed;
    }

    /// <summary>Where blobs stand once the new ones are added at the end of the store in a folder, however much of it is of no use.</summary>
    public static Blob[] Append(string folder, Blob[] blobs) => AppendTo(Path.Combine(folder, "articles"), blobs);

    private static Blob[] AppendTo(string path, Blob[] blobs)
    {
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, 1 << 20);
        return Array.ConvertAll(blobs, blob =>
        {
            if (blob.Fresh is not { } bytes) return blob;
            var placed = blob with { Offset = file.Position, Fresh = null };
            file.Write(bytes);
            return placed;
        });
    }

    public void Dispose()
    {
        _file?.Dispose();
        if (_unfinished) File.Delete(_path + ".new");
    }

    private SafeFileHandle Open()
    {
        lock (_opening) return _file ??= File.OpenHandle(_path, options: FileOptions.RandomAccess);
    }
}
