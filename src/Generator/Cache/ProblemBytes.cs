using Generator.Bytes;

namespace Generator.Cache;

/// <summary>Writes a problem as bytes and reads it again.</summary>
public static class ProblemBytes
{
    public static void Write(Problem problem, ByteWriter to)
    {
        Write(problem.Place, to);
        to.Text(problem.Code.Code);
        to.Text(problem.Message);
        to.Text(problem.Hint);
    }

    /// <exception cref="DamagedCacheException">There is no such problem.</exception>
    public static Problem Read(ByteReader from) =>
        new(Place(from), from.Text() is var code && Codes.All.FirstOrDefault(c => c.Code == code) is { } known ? known : throw new DamagedCacheException(), from.Text(), from.MaybeText());

    public static void Write(Place place, ByteWriter to)
    {
        to.Text(place.File);
        foreach (var number in (ReadOnlySpan<int>)[place.Line, place.Column, place.EndLine, place.EndColumn]) to.Number(number);
    }

    public static Place Place(ByteReader from) => new(from.Text(), from.Int(), from.Int(), from.Int(), from.Int());
}
