using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Generator.Modules;

/// <summary>Writes JSON files: letters of all scripts as they are. They are never part of a page.</summary>
public static class JsonBytes
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, Options)) write(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
