using Generator.Bytes;

namespace Generator.Cache;

/// <summary>Writes a problem as bytes and reads it again.</summary>
public static class ProblemBytes
{
    public static void Write(Problem problem, ByteWriter to)
    {
        PlaceBytes.Write(problem.Place, to);
        to.Text(problem.Code.Code);
        to.Text(problem.Message);
        to.Text(problem.Hint);
    }

    /// <exception cref="DamagedCacheException">There is no such problem.</exception>
    public static Problem Read(ByteReader from) => new(PlaceBytes.Read(from), CodeOf(from.Text()), from.Text(), from.MaybeText());

    private static ProblemCode CodeOf(string code) => Codes.All.FirstOrDefault(c => c.Code == code) ?? throw new DamagedCacheException();
}
