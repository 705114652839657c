using System.Collections.Immutable;
using System.Text;
using Model;

namespace Generator.Modules;

/// <summary>The names that a build looks for in texts, folded, each with the record that it names; in the ordinal order of the names.</summary>
public sealed record SoughtNames(ImmutableArray<(string Name, Ref Of)> Names)
{
    /// <summary>Of more changed names than this it is sooner found out by looking for all names again which texts have one.</summary>
    private const int Few = 32;

    /// <summary>
    /// Words in UTF-8 of which a text must have one, whatever its quotation marks and line ends, for the names in it to be others than those of <paramref name="before"/> are; null when that may be so in any text.
    /// </summary>
    public IReadOnlyList<byte[]>? WordsOfChanged(SoughtNames before)
    {
        var (was, now) = (before.Names.ToHashSet(), Names.ToHashSet());
        was.SymmetricExceptWith(now);
        return was.Count > Few ? null : [.. was.Select(n => LongestWord(n.Name)).Distinct(StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes)];
    }

    private static string LongestWord(string name) => name.Split([' ', '\'', '"']).MaxBy(word => word.Length)!;
}
