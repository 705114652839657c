using System.Collections.Immutable;
using Generator.Modules;
using Model;

namespace Generator.Cache;

/// <summary>All that a build keeps for the next: see <see cref="EarlierBuild"/>, which reads it. Of the files of the site, how they were planned and, in the same order, what they were made from.</summary>
public sealed record Learnt(
    bool Clean, long Listed, ulong Manifest, SoughtNames Names, IReadOnlyDictionary<string, KeptSource> Sources, KeptPlan Plan, KeptOutputs Outputs,
    IReadOnlyDictionary<string, KeptFile> Articles, ImmutableArray<Ref> Records, ulong[] Versions, int[] Searched);
