using System.Runtime.InteropServices;
using Model;

namespace Generator;

/// <summary>
/// A 64-bit fingerprint, the same on every machine and in every run: of values that differ it is another but for one chance in 10¹⁹. It tells what has changed, not
/// who changed it: what must withstand malice is hashed with SHA-256.
/// </summary>
public struct Fingerprint
{
    private const ulong Odd = 0x9E3779B97F4A7C15;

    private ulong _state;

    public void Add(ulong value)
    {
        var mixed = Math.BigMul(_state ^ value ^ Odd, Odd, out var low);
        _state = System.Numerics.BitOperations.RotateLeft(mixed ^ low, 23) + value;
    }

    public void Add(string? text)
    {
        if (text is null) Add(ulong.MaxValue);
        else Add(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        Add((ulong)bytes.Length);
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words) Add(word);
        ulong rest = 0;
        foreach (var last in bytes[(words.Length * sizeof(ulong))..]) rest = (rest << 8) | last;
        Add(rest);
    }

    public void Add(Ref record)
    {
        Add((ulong)record.Kind);
        Add(record.Id.Value);
    }

    public readonly ulong Value => _state;

    public static ulong Of(IEnumerable<string> texts)
    {
        var print = new Fingerprint();
        foreach (var text in texts) print.Add(text);
        return print.Value;
    }

    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var print = new Fingerprint();
        print.Add(bytes);
        return print.Value;
    }
}
