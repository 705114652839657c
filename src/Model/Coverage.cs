using System.Collections.Immutable;

namespace Model;

/// <summary>What makes a sentence one that an editor should look at: a quotation mark, a number, a known name.</summary>
[Flags]
public enum Checkable { Nothing = 0, Quotation = 1, Number = 2, Name = 4 }

/// <summary>A sentence that says something checkable and that no annotation and no waiver touches.</summary>
public sealed record UncoveredSentence(string Text, Checkable Has, Anchor At);

/// <summary>
/// Words whose sentences need no annotation, and why. It is written at <paramref name="Line"/> and <paramref name="Column"/> of the article's file, from 1.
/// </summary>
public sealed record Waiver(Anchor Anchor, string Why, int Line, int Column);

/// <summary>
/// How far an article is annotated: how many of its sentences say something checkable, those that nobody annotated, those that only a waiver covers, in
/// the order of the text, and the waivers that waive nothing.
/// </summary>
public sealed record SentenceCoverage(
    int Checkable, ImmutableArray<UncoveredSentence> Uncovered, ImmutableArray<WaivedSentence> Waived, ImmutableArray<Waiver> Idle);

/// <summary>A sentence that only a waiver covers.</summary>
public sealed record WaivedSentence(string Text, Anchor At, Waiver By);
