using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Generator.Bytes;

namespace Generator.Cache;

/// <summary>Reads what a <see cref="ChunkWriter"/> wrote. No byte of a chunk is given before its fingerprint is found right.</summary>
public sealed class ChunkReader
{
    private readonly Stream _from;
    private byte[] _chunk = [];
    private Fingerprint _print;
    private bool _ended;

    /// <exception cref="DamagedCacheException">The first chunk is not what was written.</exception>
    public ChunkReader(Stream from)
    {
        _from = from;
        Values = Next();
    }

    /// <summary>The values of the chunk; the next takes the place of its bytes.</summary>
    public ByteReader Values { get; private set; }

    /// <summary>The fingerprint of all that was read so far.</summary>
    public ulong Print => _print.Value;

    /// <summary>To be called between two values, where the writer was: goes on to the next chunk at the end of one.</summary>
    /// <exception cref="DamagedCacheException">That one is not what was written.</exception>
    public void MayEnd()
    {
        if (Values.IsAtEnd && !_ended) Values = Next();
    }

    /// <summary>What the writer wrote as a column.</summary>
    /// <exception cref="DamagedCacheException">Its end is not what was written.</exception>
    public T[] Column<T>() where T : unmanaged
    {
        var values = GC.AllocateUninitializedArray<T>(Values.Int());
        for (var rest = MemoryMarshal.AsBytes(values.AsSpan()); !rest.IsEmpty; rest = rest[Math.Min(ChunkWriter.Piece, rest.Length)..])
        {
            Values.Bytes(Math.Min(ChunkWriter.Piece, rest.Length)).Span.CopyTo(rest);
            MayEnd();
        }
        return values;
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
            if (length > _chunk.Length) _chunk = GC.AllocateUninitializedArray<byte>(length + (length / 4));
            _from.ReadExactly(_chunk, 0, length);
            _print.Add(_chunk.AsSpan(0, length));
            _from.ReadExactly(number);
            if (BinaryPrimitives.ReadUInt64LittleEndian(number) != _print.Value) throw new DamagedCacheException();
            _ended = length == 0;
            return new(_chunk.AsMemory(0, length));
        }
        catch (EndOfStreamException)
        {
            throw new DamagedCacheException();
        }
    }
}
