using Generator.Bytes;
using Generator.Modules;

namespace Generator.Cache;

/// <summary>Writes a typed link as bytes and reads it again.</summary>
public static class LinkBytes
{
    public static void Write(TypedLink link, ByteWriter to)
    {
        var target = link.To;
        PlaceBytes.Write(link.Place, to);
        to.Text(target.BasePath);
        to.Text(target.Path);
        to.Text(target.Fragment);
    }

    public static TypedLink Read(ByteReader from) => new(PlaceBytes.Read(from), new(from.Text(), from.Text(), from.MaybeText()));
}
