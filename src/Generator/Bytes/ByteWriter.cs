using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Model;

namespace Generator.Bytes;

/// <summary>Writes values one behind the other, as <see cref="ByteReader"/> reads them: whole numbers in as few bytes as they need (LEB128), texts in UTF-8 behind their length.</summary>
/// <param name="capacity">The bytes to begin with; there are many writers of a few bytes in an index.</param>
public sealed class ByteWriter(int capacity = 1024)
{
    [ThreadStatic]
    private static ByteWriter? _lent;

    private byte[] _bytes = capacity == 0 ? [] : new byte[capacity];

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public int Length { get; private set; }

    /// <summary>An empty writer for bytes that are copied elsewhere before the thread asks for it again.</summary>
    public static ByteWriter Lent()
    {
        var lent = _lent ??= new();
        lent.Clear();
        return lent;
    }

    /// <summary>Begins anew.</summary>
    public void Clear() => Length = 0;

    /// <summary>Makes room for so many more bytes, and for none beyond them.</summary>
    public void MakeRoom(int bytes)
    {
        if (Length + bytes > _bytes.Length) Array.Resize(ref _bytes, Length + bytes);
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Next(bytes.Length));
        Length += bytes.Length;
    }

    public void Blob(ReadOnlySpan<byte> bytes)
    {
        Number(bytes.Length);
        Bytes(bytes);
    }

    /// <summary>A number from 0.</summary>
    public void Number(long number)
    {
        // Most are so small.
        if ((ulong)number < 0x80 && Length < _bytes.Length)
        {
            _bytes[Length++] = (byte)number;
            return;
        }
        var rest = (ulong)number;
        var span = Next(10);
        var length = 0;
        for (; rest >= 0x80; rest >>= 7) span[length++] = (byte)(rest | 0x80);
        span[length++] = (byte)rest;
        Length += length;
    }

    public void Whole(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(Next(sizeof(ulong)), value);
        Length += sizeof(ulong);
    }

    public void Flag(bool value) => Number(value ? 1 : 0);

    /// <summary>A text, or nothing.</summary>
    public void Text(string? text)
    {
        if (text is null)
        {
            Number(0);
            return;
        }
        var count = Encoding.UTF8.GetByteCount(text);
        Number(count + 1);
        Length += Encoding.UTF8.GetBytes(text, Next(count));
    }

    public void Decimal(decimal? number)
    {
        Flag(number is not null);
        if (number is not { } value) return;
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        foreach (var part in bits) Number((uint)part);
    }

    public void Id(Id id) => Text(id.Value);

    public void Ref(Ref record)
    {
        Number((int)record.Kind);
        Id(record.Id);
    }

    public void Date(Edtf? date) => Text(date?.Text);

    public void Anchor(Anchor anchor)
    {
        Number(anchor.Start);
        Number(anchor.End);
        Number(anchor.SeedStart);
        Number(anchor.SeedEnd);
        Number(anchor.SeedLine);
    }

    public void List<T>(ImmutableArray<T> items, Action<T> write)
    {
        Number(items.Length);
        foreach (var item in items) write(item);
    }

    public void Stated<T>(Stated<T>? stated, Action<T> write)
    {
        Number(stated is null ? 0 : stated.Provenance is null ? 1 : 2);
        if (stated is null) return;
        write(stated.Value);
        if (stated.Provenance is not { } from) return;
        Choice(from.Evidence);
        Text(from.Quote);
        Text(from.Rule);
        Choice(from.Cert);
        Text(from.Why);
    }

    /// <summary>A choice, or none.</summary>
    public void Choice<T>(T? choice) where T : struct, Enum => Number(choice is { } made ? 1 + Convert.ToInt32(made, System.Globalization.CultureInfo.InvariantCulture) : 0);

    /// <summary>Room for so many bytes behind those that are written.</summary>
    private Span<byte> Next(int count)
    {
        if (Length + count > _bytes.Length) Array.Resize(ref _bytes, Math.Max(Length + count, _bytes.Length * 2));
        return _bytes.AsSpan(Length);
    }
}
