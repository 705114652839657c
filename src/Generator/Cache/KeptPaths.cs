using System.Text;

namespace Generator.Cache;

/// <summary>Very many paths as they are kept: in UTF-8 one behind the other, each ended by a zero, as the system asks for them. Most of them are never wanted as strings.</summary>
/// <param name="bytes">All of them.</param>
/// <param name="ends">Where each ends, behind its zero.</param>
public sealed class KeptPaths(byte[] bytes, int[] ends)
{
    public byte[] Bytes => bytes;

    public int[] Ends => ends;

    public int Count => ends.Length;

    public string this[int number] => Encoding.UTF8.GetString(ZeroEnded(number)[..^1]);

    /// <summary>All in their order.</summary>
    public IEnumerable<string> All => Enumerable.Range(0, Count).Select(i => this[i]);

    public static KeptPaths Of(IReadOnlyCollection<string> paths)
    {
        var (bytes, ends, at, next) = (new byte[paths.Sum(p => Encoding.UTF8.GetByteCount(p) + 1)], new int[paths.Count], 0, 0);
        foreach (var path in paths)
        {
            at += Encoding.UTF8.GetBytes(path, bytes.AsSpan(at)) + 1;
            ends[next++] = at;
        }
        return new(bytes, ends);
    }

    /// <summary>The bytes of a path with the zero behind it.</summary>
    public ReadOnlySpan<byte> ZeroEnded(int number)
    {
        var start = number == 0 ? 0 : ends[number - 1];
        return bytes.AsSpan(start, ends[number] - start);
    }

    /// <summary>Whether this one is a path.</summary>
    public bool Is(int number, string path)
    {
        var own = ZeroEnded(number)[..^1];
        return Ascii.Equals(own, path) || (!Ascii.IsValid(own) && this[number] == path);
    }

    /// <summary>The place of a path, when they are in ordinal order; below zero when it is not there.</summary>
    public int NumberOf(string path)
    {
        Span<char> letters = stackalloc char[256];
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var own = ZeroEnded(middle)[..^1];
            // In UTF-8 the order of some letters is another.
            var order = Encoding.UTF8.TryGetChars(own, letters, out var length) ? ((ReadOnlySpan<char>)letters[..length]).SequenceCompareTo(path) : string.CompareOrdinal(this[middle], path);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1; else high = middle - 1;
        }
        return ~low;
    }
}
