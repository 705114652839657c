using System.Globalization;

namespace Generator.Modules;

/// <summary>Counts in words.</summary>
public static class Count
{
    /// <summary><c>1 article</c>, <c>12 articles</c>.</summary>
    public static string Of(int count, string noun, string? plural = null) =>
        count.ToString("#,0", CultureInfo.InvariantCulture) + " " + (count == 1 ? noun : plural ?? noun + "s");
}
