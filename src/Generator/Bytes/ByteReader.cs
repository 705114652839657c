using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Model;

namespace Generator.Bytes;

/// <summary>Reads what <see cref="ByteWriter"/> wrote, in the same order. It trusts the bytes: who hands them over has checked their hash.</summary>
public sealed class ByteReader(ReadOnlyMemory<byte> bytes)
{
    // Most dates of an archive stand in it many times.
    private static readonly ConcurrentDictionary<string, Edtf> Dates = new(StringComparer.Ordinal);

    private int _at;

    public bool IsAtEnd => _at == bytes.Length;

    private ReadOnlySpan<byte> Rest => bytes.Span[_at..];

    public ReadOnlyMemory<byte> Bytes(int length)
    {
        var part = bytes.Slice(_at, length);
        _at += length;
        return part;
    }

    public ReadOnlyMemory<byte> Blob() => Bytes((int)Number());

    public long Number()
    {
        var number = Number(Rest, out var length);
        _at += length;
        return number;
    }

    /// <summary>The number that the bytes begin with, and how many of them it takes.</summary>
    public static long Number(ReadOnlySpan<byte> bytes, out int length)
    {
        ulong number = 0;
        length = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[length++];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return (long)number;
        }
    }

    public int Int() => (int)Number();

    public ulong Whole()
    {
        var value = BinaryPrimitives.ReadUInt64LittleEndian(Rest);
        _at += sizeof(ulong);
        return value;
    }

    public bool Flag() => Number() != 0;

    public string? MaybeText()
    {
        var length = Int() - 1;
        if (length < 0) return null;
        var text = Encoding.UTF8.GetString(Rest[..length]);
        _at += length;
        return text;
    }

    public string Text() => MaybeText()!;

    /// <summary>Passes over a text.</summary>
    public void PassText()
    {
        var length = Int() - 1;
        _at += Math.Max(0, length);
    }

    /// <summary>A text, shared (<see cref="SharedWords"/>), or nothing.</summary>
    public string? MaybeSharedText()
    {
        var length = Int() - 1;
        if (length < 0) return null;
        Span<char> letters = length <= 256 ? stackalloc char[256] : new char[length];
        letters = letters[..Encoding.UTF8.GetChars(Rest[..length], letters)];
        _at += length;
        return SharedWords.Of(letters);
    }

    public string SharedText() => MaybeSharedText()!;

    public decimal? Decimal() => Flag() ? new decimal([(int)Number(), (int)Number(), (int)Number(), (int)Number()]) : null;

    public Id Id() => MaybeId()!;

    /// <summary>An id, or nothing; written as a text.</summary>
    public Id? MaybeId()
    {
        var length = Int() - 1;
        if (length < 0) return null;
        // It is ASCII, and no longer than this.
        Span<char> letters = stackalloc char[Model.Id.MaximumLength];
        letters = letters[..Encoding.UTF8.GetChars(Rest[..length], letters)];
        _at += length;
        return Model.Id.Shared(letters);
    }

    public Ref Ref()
    {
        var kind = (Kind)Int();
        return Id().To(kind);
    }

    public Edtf? MaybeDate() => MaybeText() is { } text ? Dates.GetOrAdd(text, Edtf.Parse) : null;

    public Edtf Date() => MaybeDate()!;

    public Anchor Anchor() => new(Int(), Int(), Int(), Int(), Int());

    public ImmutableArray<T> List<T>(Func<T> read)
    {
        var count = Int();
        if (count == 0) return [];
        var items = new T[count];
        for (var i = 0; i < count; i++) items[i] = read();
        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    public Stated<T>? MaybeStated<T>(Func<T> read)
    {
        var shape = Int();
        if (shape == 0) return null;
        var value = read();
        return new(value, shape == 1 ? null : new(Choice<Evidence>(), MaybeText(), MaybeText(), Choice<Certainty>(), MaybeText()));
    }

    public Stated<T> Stated<T>(Func<T> read) => MaybeStated(read)!;

    public T? Choice<T>() where T : struct, Enum
    {
        var choice = Int() - 1;
        return choice < 0 ? null : Unsafe.As<int, T>(ref choice);
    }
}
