using System.Text;

namespace Generator.Modules;

/// <summary>
/// Takes text and keeps it as UTF-8 in a buffer that is used again for the next page; every line end (CR LF, CR) becomes LF. Strings and string builders of whole pages
/// went to the large object heap, whose collections took half the time of rendering.
/// </summary>
public sealed class Utf8Writer : TextWriter
{
    private readonly Encoder _encoder = new UTF8Encoding(false).GetEncoder();
    private byte[] _bytes = new byte[1 << 18];
    private int _length;
    private bool _afterReturn;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        while (buffer.Length > 0)
        {
            if (_afterReturn && buffer[0] == '\n') buffer = buffer[1..];
            _afterReturn = false;
            var at = buffer.IndexOf('\r');
            Encode(at < 0 ? buffer : buffer[..at]);
            if (at < 0) return;
            Encode("\n");
            _afterReturn = true;
            buffer = buffer[(at + 1)..];
        }
    }

    /// <summary>What was written since the last call, and begins anew.</summary>
    public byte[] Take()
    {
        var taken = _bytes.AsSpan(0, _length).ToArray();
        (_length, _afterReturn) = (0, false);
        _encoder.Reset();
        return taken;
    }

    private void Encode(ReadOnlySpan<char> text)
    {
        var most = _length + text.Length * 3 + 4;
        if (most > _bytes.Length) Array.Resize(ref _bytes, Math.Max(most, _bytes.Length * 2));
        _length += _encoder.GetBytes(text, _bytes.AsSpan(_length), flush: false);
    }
}
