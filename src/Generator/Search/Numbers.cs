namespace Generator.Search;

/// <summary>
/// Whole numbers from 0 one behind the other in as few bytes as they need (LEB128). There is one of these for each word of an archive and most hold a few bytes, so it begins empty and grows by doubling.
/// </summary>
public struct Numbers()
{
    private byte[] _bytes = [];
    private int _length;

    public readonly ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Add(long number)
    {
        Reserve(10);
        var rest = (ulong)number;
        for (; rest >= 0x80; rest >>= 7) _bytes[_length++] = (byte)(rest | 0x80);
        _bytes[_length++] = (byte)rest;
    }

    public void Add(ReadOnlySpan<byte> written)
    {
        Reserve(written.Length);
        written.CopyTo(_bytes.AsSpan(_length));
        _length += written.Length;
    }

    /// <summary>The first number, and the bytes of the others; there must be one.</summary>
    public static (long First, int Length) First(ReadOnlySpan<byte> written)
    {
        var (number, at) = (0ul, 0);
        for (var shift = 0; ; shift += 7)
        {
            var next = written[at++];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return ((long)number, at);
        }
    }

    private void Reserve(int more)
    {
        if (_length + more > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_length + more, _bytes.Length * 2));
    }
}
