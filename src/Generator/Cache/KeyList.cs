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

    /// <summary>Whether all keys are so.</summary>
    public bool All<T>(T with, Func<T, int, bool> isSo)
    {
        var key = 0;
        for (var rest = Bytes.Span; !rest.IsEmpty;)
        {
            key += (int)ByteReader.Number(rest, out var length);
            if (!isSo(with, key)) return false;
            rest = rest[length..];
        }
        return true;
    }

    /// <summary>In order.</summary>
    public int[] ToArray()
    {
        var keys = new List<int>();
        All(keys, static (keys, key) =>
        {
            keys.Add(key);
            return true;
        });
        return [.. keys];
    }
}
