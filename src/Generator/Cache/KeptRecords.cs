using System.Collections.Immutable;
using Generator.Modules;
using Generator.Record;
using Model;

namespace Generator.Cache;

/// <summary>All records but the articles as an earlier build read them: while their files stay what they are, nobody need read these again.</summary>
/// <param name="Records">What they say.</param>
/// <param name="Files">The file of each, relative to the root.</param>
/// <param name="Links">The links to the site that are in them, in no order.</param>
/// <param name="RestOnTexts">Whether any of them rests on words of a text.</param>
public sealed record KeptRecords(OtherRecords Records, IReadOnlyDictionary<Ref, string> Files, ImmutableArray<TypedLink> Links, bool RestOnTexts);
