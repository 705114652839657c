using Model;

namespace Generator.Suggesting;

/// <summary>
/// Something that says on which days a text can have been published. <paramref name="Quote"/>: the words of the reading text it rests on; null when it rests on something else.
/// <paramref name="Rule"/> is a sentence. <paramref name="IsLatest"/>: of several spans that are left the latest is meant.
/// </summary>
public sealed record DateClue(DaySpans Days, string? Quote, string Rule, Certainty Cert, Evidence Evidence = Evidence.Internal, bool IsLatest = false);
