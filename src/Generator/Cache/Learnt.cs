using System.Collections.Immutable;
using Generator.Modules;
using Model;

namespace Generator.Cache;

/// <summary>All that a build keeps for the next: see <see cref="EarlierBuild"/>, which reads it. The files of the site are given by their paths and, in the same order, what they were made from.</summary>
public sealed record Learnt(
    bool Clean, long Listed, int Pages, SoughtNames Names, IReadOnlyDictionary<string, KeptSource> Sources, string[] Paths, KeptOutputs Outputs,
    IReadOnlyDictionary<string, KeptFile> Articles, ImmutableArray<Ref> Records, ulong[] Versions, int[] Searched);
