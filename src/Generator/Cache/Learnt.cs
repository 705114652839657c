using System.Collections.Immutable;
using Generator.Modules;
using Model;

namespace Generator.Cache;

/// <summary>All that a build keeps for the next: see <see cref="EarlierBuild"/>, which reads it.</summary>
public sealed record Learnt(
    bool Clean, long Listed, int Pages, SoughtNames Names, IReadOnlyDictionary<string, KeptSource> Sources, IReadOnlyDictionary<string, KeptOutput> Outputs,
    IReadOnlyDictionary<string, KeptArticle> Articles, ImmutableArray<Ref> Records, ulong[] Versions);
