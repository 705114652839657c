using System.Collections.Concurrent;

namespace Generator.Bytes;

/// <summary>Texts of which an archive has few, each many times, such as languages, verbs and names: everybody in the process who asks here has the same string for the same words.</summary>
public static class SharedWords
{
    private static readonly ConcurrentDictionary<string, string> All = new(StringComparer.Ordinal);

    public static string Of(ReadOnlySpan<char> text)
    {
        if (All.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var known)) return known;
        var own = text.ToString();
        return All.GetOrAdd(own, own);
    }
}
