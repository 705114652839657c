using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Generator.Bytes;

namespace Generator.Cache;

/// <summary>
/// Writes values to a stream a chunk at a time, so that a file of any length takes the memory of one chunk. A chunk is the number of its bytes (32 bits, little-endian), the bytes, and the fingerprint of all
/// bytes of the values up to its end; one without bytes ends the file. <see cref="ChunkReader"/> reads it.
/// </summary>
public sealed class ChunkWriter(Stream to)
{
    /// <summary>Of a column so many bytes stand in one chunk at least.</summary>
    public const int Piece = 1 << 16;

    private const int Enough = 1 << 20;

    private Fingerprint _print;

    public ByteWriter Values { get; } = new();

    /// <summary>To be called between two values: a chunk may end here. The reader has to ask at the same places.</summary>
    public void MayEnd()
    {
        if (Values.Length >= Enough) Write();
    }

    /// <summary>Values of which each takes as many bytes as in memory, as they stand there: their number, then their bytes.</summary>
    public void Column<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        Values.Number(values.Length);
        for (var rest = MemoryMarshal.AsBytes(values); !rest.IsEmpty; rest = rest[Math.Min(Piece, rest.Length)..])
        {
            Values.Bytes(rest[..Math.Min(Piece, rest.Length)]);
            MayEnd();
        }
    }

    /// <summary>Ends the file, and gives the fingerprint of all its values.</summary>
    public ulong End()
    {
        if (Values.Length > 0) Write();
        Write();
        return _print.Value;
    }

    private void Write()
    {
        _print.Add(Values.Written);
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteInt32LittleEndian(number, Values.Length);
        to.Write(number[..sizeof(int)]);
        to.Write(Values.Written);
        BinaryPrimitives.WriteUInt64LittleEndian(number, _print.Value);
        to.Write(number);
        Values.Clear();
    }
}
