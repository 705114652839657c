using System.Buffers.Binary;
using Generator.Bytes;

namespace Generator.Cache;

/// <summary>Reads what a <see cref="ChunkWriter"/> wrote. No byte of a chunk is given before its fingerprint is found right.</summary>
public sealed class ChunkReader
{
    private readonly Stream _from;
    private Fingerprint _print;
    private bool _ended;

    /// <exception cref="DamagedCacheException">The first chunk is not what was written.</exception>
    public ChunkReader(Stream from)
    {
        _from = from;
        Values = Next();
    }

    /// <summary>The values of the chunk.</summary>
    public ByteReader Values { get; private set; }

    /// <summary>The fingerprint of all that was read so far.</summary>
    public ulong Print => _print.Value;

    /// <summary>To be called between two values, where the writer was: goes on to the next chunk at the end of one.</summary>
    /// <exception cref="DamagedCacheException">That one is not what was written.</exception>
    public void MayEnd()
    {
        if (Values.IsAtEnd && !_ended) Values = Next();
    }

    /// <summary>Makes sure that the file ends here.</summary>
    /// <exception cref="DamagedCacheException">It does not.</exception>
    public void End()
    {
        MayEnd();
        if (!_ended || _from.Position != _from.Length) throw new DamagedCacheException();
    }

    private ByteReader Next()
    {
        try
        {
            Span<byte> number = stackalloc byte[sizeof(ulong)];
            _from.ReadExactly(number[..sizeof(int)]);
            var length = BinaryPrimitives.ReadInt32LittleEndian(number);
            if (length < 0 || length > _from.Length - _from.Position) throw new DamagedCacheException();
            var bytes = new byte[length];
            _from.ReadExactly(bytes);
            _print.Add(bytes);
            _from.ReadExactly(number);
            if (BinaryPrimitives.ReadUInt64LittleEndian(number) != _print.Value) throw new DamagedCacheException();
            _ended = length == 0;
            return new(bytes);
        }
        catch (EndOfStreamException)
        {
            throw new DamagedCacheException();
        }
    }
}
