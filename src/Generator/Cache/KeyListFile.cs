using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Generator.Cache;

/// <summary>
/// Lists of keys in a file of a folder, one behind the other, each behind the number of its bytes (32 bits, little-endian): a build needs none of those that it notes before it ends, and of a large site they take much room.
/// The file is gone once it is let go. Safe to use from several threads.
/// </summary>
public sealed class KeyListFile : IDisposable
{
    private const int Enough = 1 << 20;

    private readonly Lock _adding = new();
    private readonly SafeFileHandle _file;

    // The end of the lists, which is not yet written, and where it will stand.
    private readonly byte[] _last = new byte[Enough];
    private int _length;
    private long _start;

    private KeyListFile(SafeFileHandle file) => _file = file;

    /// <summary>A file without lists in a folder, which is made when it is not there.</summary>
    public static KeyListFile Begin(string folder)
    {
        Directory.CreateDirectory(folder);
        // Another process may still hold its own.
        return new(File.OpenHandle(Path.Combine(folder, $"reads-{Environment.ProcessId}.new"), FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, FileOptions.DeleteOnClose));
    }

    /// <summary>Adds the bytes of a list and gives the place to read it from.</summary>
    public long Add(ReadOnlySpan<byte> list)
    {
        lock (_adding)
        {
            var size = sizeof(int) + list.Length;
            if (_length + size > _last.Length) WriteLast();
            if (size > _last.Length)
            {
                var place = _start;
                Span<byte> number = stackalloc byte[sizeof(int)];
                BinaryPrimitives.WriteInt32LittleEndian(number, list.Length);
                RandomAccess.Write(_file, number, place);
                RandomAccess.Write(_file, list, place + sizeof(int));
                _start += size;
                return place;
            }
            BinaryPrimitives.WriteInt32LittleEndian(_last.AsSpan(_length), list.Length);
            list.CopyTo(_last.AsSpan(_length + sizeof(int)));
            _length += size;
            return _start + _length - size;
        }
    }

    /// <summary>The list at a place that <see cref="Add"/> gave.</summary>
    public KeyList Read(long place)
    {
        lock (_adding)
            if (_length > 0) WriteLast();
        Span<byte> first = stackalloc byte[512];
        first = first[..RandomAccess.Read(_file, first, place)];
        var list = new byte[BinaryPrimitives.ReadInt32LittleEndian(first)];
        first = first[sizeof(int)..];
        if (first.Length > list.Length) first = first[..list.Length];
        first.CopyTo(list);
        if (first.Length < list.Length && RandomAccess.Read(_file, list.AsSpan(first.Length), place + sizeof(int) + first.Length) < list.Length - first.Length) throw new EndOfStreamException();
        return new(list);
    }

    public void Dispose() => _file.Dispose();

    private void WriteLast()
    {
        RandomAccess.Write(_file, _last.AsSpan(0, _length), _start);
        (_start, _length) = (_start + _length, 0);
    }
}
