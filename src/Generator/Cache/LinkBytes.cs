using Generator.Bytes;
using Generator.Modules;

namespace Generator.Cache;

/// <summary>Writes a typed link as bytes and reads it again.</summary>
public static class LinkBytes
{
    public static void Write(TypedLink link, ByteWriter to)
    {
        var (place, target) = (link.Place, link.To);
        to.Text(place.File);
        foreach (var number in (ReadOnlySpan<int>)[place.Line, place.Column, place.EndLine, place.EndColumn]) to.Number(number);
        to.Text(target.BasePath);
        to.Text(target.Path);
        to.Text(target.Fragment);
    }

    public static TypedLink Read(ByteReader from) => new(new(from.Text(), from.Int(), from.Int(), from.Int(), from.Int()), new(from.Text(), from.Text(), from.MaybeText()));
}
