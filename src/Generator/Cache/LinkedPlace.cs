using System.Collections.Immutable;
using Generator.Modules;

namespace Generator.Cache;

/// <summary>A place of the site that editors link to: a file, and perhaps a place in it.</summary>
public readonly record struct LinkedPlace(string File, string? Fragment)
{
    /// <summary>The places that links lead to, each once, in order.</summary>
    public static ImmutableArray<LinkedPlace> Of(IEnumerable<TypedLink> links) =>
        [.. links.Select(l => new LinkedPlace(l.To.File, l.To.Fragment)).Distinct().OrderBy(l => l.File, StringComparer.Ordinal).ThenBy(l => l.Fragment, StringComparer.Ordinal)];
}
