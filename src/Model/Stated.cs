namespace Model;

/// <summary>Where a value comes from: the text itself, something outside it, or the editor's conjecture (TEI <c>@evidence</c>).</summary>
public enum Evidence { Internal, External, Conjecture }

/// <summary>How certain a value is (TEI <c>@cert</c>).</summary>
public enum Certainty { High, Medium, Low }

/// <summary>
/// Why a value stands in the record: the kind of evidence, the words of the seed it rests on, the rule that leads from the words
/// to the value, how certain that is, and a remark. Every part may be missing.
/// </summary>
public sealed record Provenance(Evidence? Evidence, string? Quote, string? Rule, Certainty? Cert, string? Why);

/// <summary>A value of the record, and its provenance when the editor gave one.</summary>
public sealed record Stated<T>(T Value, Provenance? Provenance = null);
