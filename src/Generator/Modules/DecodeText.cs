using System.Text;

namespace Generator.Modules;

/// <summary>Turns the bytes of a text file into text, and refuses what would silently become another text.</summary>
public static class DecodeText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file of the record; null, with a problem, when it is not clean UTF-8.</summary>
    public static string? Read(string file, byte[] bytes, Problems problems)
    {
        if (bytes.AsSpan().StartsWith("\uFEFF"u8))
        {
            problems.Add(Place.Of(file), Codes.ByteOrderMark, "the file begins with a byte order mark", "save it as UTF-8 without BOM");
            return null;
        }
        if (!TryDecode(bytes, out var text, out var badByte))
        {
            problems.Add(PlaceOfByte(file, bytes, badByte), Codes.NotUtf8, $"byte {badByte + 1} of the file (0x{bytes[badByte]:X2}) is not UTF-8", "save the file as UTF-8");
            return null;
        }
        for (var i = 0; i < text.Length; i++)
        {
            // U+2028 and U+2029 end a line in YAML but in no editor, so that every line number behind them would be wrong.
            if (text[i] is '\n' or '\r' or '\t' || (!char.IsControl(text[i]) && text[i] is not ('\u2028' or '\u2029'))) continue;
            problems.Add(PlaceOfChar(file, text, i), Codes.ControlCharacter, $"an invisible control character (U+{(int)text[i]:X4})", "delete it");
            return null;
        }
        return text;
    }

    /// <summary>Strict UTF-8; false, with the index of the first byte that does not fit.</summary>
    public static bool TryDecode(byte[] bytes, out string text, out int badByte)
    {
        try
        {
            (text, badByte) = (Strict.GetString(bytes), -1);
            return true;
        }
        catch (DecoderFallbackException e)
        {
            (text, badByte) = ("", e.Index);
            return false;
        }
    }

    /// <summary>The place of the character at <paramref name="index"/> of a text that begins at a line of <paramref name="file"/>.</summary>
    public static Place PlaceOfChar(string file, string text, int index, int firstLine = 1)
    {
        var line = firstLine;
        var start = 0;
        for (var i = 0; i < Math.Min(index, text.Length); i++)
            if (text[i] == '\n') (line, start) = (line + 1, i + 1);
        return new(file, line, index - start + 1, line, index - start + 2);
    }

    private static Place PlaceOfByte(string file, byte[] bytes, int index)
    {
        var line = 1 + bytes.AsSpan(0, index).Count((byte)'\n');
        var start = bytes.AsSpan(0, index).LastIndexOf((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(bytes, start, index - start) + 1;
        return new(file, line, column, line, column + 1);
    }
}
