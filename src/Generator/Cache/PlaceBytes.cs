using Generator.Bytes;

namespace Generator.Cache;

/// <summary>Writes a place of a source file as bytes and reads it again.</summary>
public static class PlaceBytes
{
    public static void Write(Place place, ByteWriter to)
    {
        to.Text(place.File);
        foreach (var number in (ReadOnlySpan<int>)[place.Line, place.Column, place.EndLine, place.EndColumn]) to.Number(number);
    }

    public static Place Read(ByteReader from) => new(from.Text(), from.Int(), from.Int(), from.Int(), from.Int());
}
