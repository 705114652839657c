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

    /// <summary>So many words are added four by four.</summary>
    private const int Many = 64;

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
        var at = words.Length < Many ? 0 : AddMany(words);
        foreach (var word in words[at..]) Add(word);
        ulong rest = 0;
        foreach (var last in bytes[(words.Length * sizeof(ulong))..]) rest = (rest << 8) | last;
        Add(rest);
    }

    /// <summary>Adds words four by four, as one fingerprint for each place of the four, because each step of one waits for the step before; gives how many were added.</summary>
    private int AddMany(ReadOnlySpan<ulong> words)
    {
        var (a, b, c, d) = (this, this, this, this);
        var at = 0;
        for (; at + 4 <= words.Length; at += 4)
        {
            a.Add(words[at]);
            b.Add(words[at + 1]);
            c.Add(words[at + 2]);
            d.Add(words[at + 3]);
        }
        foreach (var one in (ReadOnlySpan<Fingerprint>)[a, b, c, d]) Add(one._state);
        return at;
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
