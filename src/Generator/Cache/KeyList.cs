using Generator.Bytes;

namespace Generator.Cache;

/// <summary>Keys of parts of an archive as they are kept: in order, each as its distance from the one before, which takes a byte or two. Most lists are only ever looked through, so they stay bytes.</summary>
public readonly record struct KeyList(ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The list of these keys, which are put in order.</summary>
    public static KeyList Of(int[] keys)
    {
        var to = ByteWriter.Lent();
        Write(keys, to);
        return new(to.Written.ToArray());
    }

    /// <summary>Writes the bytes of the list of these keys, which are put in order.</summary>
    public static void Write(int[] keys, ByteWriter to)
    {
        Array.Sort(keys);
        var before = 0;
        foreach (var key in keys)
        {
            to.Number(key - before);
            before = key;
        }
    }

    /// <summary>Whether all keys are in a set that has a bit for each key there can be.</summary>
    public bool AreIn(ReadOnlySpan<ulong> set)
    {
        var (key, distance, shift) = (0, 0, 0);
        foreach (var next in Bytes.Span)
        {
            distance |= (next & 0x7F) << shift;
            shift += 7;
            if (next >= 0x80) continue;
            key += distance;
            if ((set[key >> 6] & (1ul << key)) == 0) return false;
            (distance, shift) = (0, 0);
        }
        return true;
    }

    /// <summary>In order.</summary>
    public int[] ToArray()
    {
        var (keys, key) = (new List<int>(), 0);
        for (var rest = Bytes.Span; !rest.IsEmpty;)
        {
            keys.Add(key += (int)ByteReader.Number(rest, out var length));
            rest = rest[length..];
        }
        return [.. keys];
    }
}
