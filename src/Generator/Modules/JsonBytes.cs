using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Generator.Modules;

/// <summary>Writes JSON files: letters of all scripts as they are. They are never part of a page.</summary>
public static class JsonBytes
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? own;

    public static byte[] Of(Action<Utf8JsonWriter> write) => Lend(write).ToArray();

    /// <summary>Bytes that are good until the same thread writes other JSON.</summary>
    public static ReadOnlyMemory<byte> Lend(Action<Utf8JsonWriter> write)
    {
        var (buffer, writer) = own ??= Made();
        buffer.ResetWrittenCount();
        writer.Reset();
        write(writer);
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static (ArrayBufferWriter<byte>, Utf8JsonWriter) Made()
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        return (buffer, new(buffer, Options));
    }
}
