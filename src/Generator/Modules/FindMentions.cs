using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Generator.Record;
using Model;

namespace Generator.Modules;

/// <summary>A name that is found in texts, the record it names, and where it is written.</summary>
public sealed record KnownName(string Name, Ref Of, Place Place);

/// <summary>
/// Finds the names of records in reading texts: as written (quotation marks aside), as whole words, the longest first, none inside another.
/// An apostrophe or a hyphen ends a word, so "Doro" is found in "Doro’s" and in "Doro-led". What an annotation says the words mean counts too, and wins.
/// </summary>
public sealed class FindMentions
{
    // By first word: one look-up a word of the text, however many names there are.
    private readonly FrozenDictionary<string, (string Folded, Ref Of)[]> _byFirstWord;

    // The same few names stand in most texts.
    private readonly ConcurrentDictionary<string, string> _words = new(StringComparer.Ordinal);

    private FindMentions(SoughtNames sought, FrozenDictionary<string, (string, Ref)[]> byFirstWord) => (Sought, _byFirstWord) = (sought, byFirstWord);

    /// <summary>The names that are looked for.</summary>
    public SoughtNames Sought { get; }

    /// <summary>Names that two records claim are problems.</summary>
    public static FindMentions Prepare(IEnumerable<KnownName> names, Problems problems)
    {
        var taken = new Dictionary<string, KnownName>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var folded = FoldText.Typed(name.Name);
            if (FirstWord(folded).Length == 0)
                problems.Add(name.Place, Codes.UnfindableName, $"\"{name.Name}\" does not begin with a letter or digit", "leave out what stands before the first word");
            else if (!taken.TryAdd(folded, name) && taken[folded].Of != name.Of)
                problems.Add(name.Place, Codes.NameClaimedTwice, $"\"{name.Name}\" also names {taken[folded].Of}", $"list it under weak_alias here or at {taken[folded].Place.File}:{taken[folded].Place.Line}");
        }
        return Of(new([.. taken.Select(n => (n.Key, n.Value.Of)).OrderBy(n => n.Key, StringComparer.Ordinal)]));
    }

    /// <summary>Finds names that were found good before.</summary>
    public static FindMentions Of(SoughtNames sought) => new(sought, sought.Names
        .Where(n => FirstWord(n.Name).Length > 0)
        .GroupBy(n => FirstWord(n.Name))
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(n => n.Name.Length).ThenBy(n => n.Name, StringComparer.Ordinal).ToArray(), StringComparer.Ordinal));

    /// <summary>
    /// The mentions in an article, in the order of its text, without overlaps but where annotations overlap. Without the <paramref name="seed"/> of the text no line of it is known, and each is 0.
    /// </summary>
    public ImmutableArray<Mention> In(ReadingText text, ImmutableArray<Annotation> annotations, Seed? seed = null)
    {
        var anchored = annotations.SelectMany(a => a.Identifies.Where(r => r.Kind is Kind.Actor or Kind.Place), (a, r) => (a.Anchor.Start, a.Anchor.End, Of: r)).ToList();
        var found = new List<(int Start, int End, Ref Of, bool Anchored)>();
        foreach (var (start, end, of) in anchored) found.Add((start, end, of, true));
        var folded = FoldText.Fold(text.Text);
        var names = _byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var block in text.Blocks)
        {
            for (var at = block.Start; at < block.End;)
            {
                if (!IsWordStart(folded, at, block.Start))
                {
                    at++;
                    continue;
                }
                var wordEnd = WordEnd(folded, at);
                var match = names.TryGetValue(folded.AsSpan(at, wordEnd - at), out var candidates) ? Longest(candidates, folded, at, block.End) : null;
                if (match is { } name && !IsAnchored(anchored, at, name.End, name.Of)) found.Add((at, name.End, name.Of, false));
                at = match?.End ?? wordEnd;
            }
        }
        found.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End != b.End ? b.End.CompareTo(a.End) : a.Of.CompareTo(b.Of));
        return [.. InSentences(text, found, seed)];
    }

    // A lambda in the loop above would make an object for each word of each text, a twentieth of all that a build asks the memory for.
    private static bool IsAnchored(List<(int Start, int End, Ref Of)> anchored, int start, int end, Ref of) =>
        anchored.Any(a => (a.Start == start && a.End == end) || (a.Of == of && a.Start < end && start < a.End));

    private IEnumerable<Mention> InSentences(ReadingText text, List<(int Start, int End, Ref Of, bool Anchored)> found, Seed? seed)
    {
        var block = -1;
        List<(int Start, int End)> sentences = [];
        foreach (var (start, end, of, anchored) in found)
        {
            if (text.BlockAt(start) is var here && here != block)
            {
                block = here;
                sentences = SplitSentences.Of(text.Text, text.Blocks[block].Start, text.Blocks[block].End);
            }
            var first = sentences.FindLastIndex(s => s.Start <= start);
            var last = sentences.FindIndex(s => s.End >= Math.Min(end, text.Blocks[block].End));
            yield return new(of, start, end, sentences[Math.Max(0, first)].Start, Math.Max(end, sentences[last < 0 ? ^1 : last].End),
                seed is null ? 0 : Anchor.Of(seed, text, start, end).SeedLine, anchored, Words(text.Text.AsSpan(start, end - start)));
        }
    }

    private string Words(ReadOnlySpan<char> words)
    {
        if (_words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(words, out var known)) return known;
        var text = words.ToString();
        return _words.GetOrAdd(text, text.Replace('\n', ' '));
    }

    private static (int End, Ref Of)? Longest((string Folded, Ref Of)[] candidates, string text, int at, int blockEnd)
    {
        foreach (var (name, of) in candidates)
        {
            var end = at + name.Length;
            if (end <= blockEnd && string.CompareOrdinal(text, at, name, 0, name.Length) == 0 && IsWordEnd(text, end, blockEnd)) return (end, of);
        }
        return null;
    }

    private static bool IsWordStart(string text, int at, int blockStart) =>
        IsInWord(text, at) && (at == blockStart || !IsInWord(text, at - 1) || StandsAlone(text[at]) || StandsAlone(text[at - 1]));

    private static bool IsWordEnd(string text, int end, int blockEnd) =>
        end >= blockEnd || !IsInWord(text, end) || !IsInWord(text, end - 1) || StandsAlone(text[end]) || StandsAlone(text[end - 1]);

    private static int WordEnd(string text, int at)
    {
        if (at < text.Length && StandsAlone(text[at])) return at + 1;
        while (at < text.Length && IsInWord(text, at) && !StandsAlone(text[at])) at++;
        return at;
    }

    private static string FirstWord(string name) => name[..WordEnd(name, 0)];

    /// <summary>Chinese characters and Japanese kana, which are written without spaces between words: each counts as a word.</summary>
    private static bool StandsAlone(char c) => c is (>= '\u3041' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    /// <summary>Whether the character that <c>text[at]</c> is (a half of) is a letter, a digit or a mark on one; an emoji is none.</summary>
    private static bool IsInWord(string text, int at) => text[at] < 128 ? char.IsAsciiLetterOrDigit(text[at]) :
        CharUnicodeInfo.GetUnicodeCategory(text, at > 0 && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at) is
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
