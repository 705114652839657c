using System.Collections.Frozen;
using Generator.Modules;

namespace Generator.Suggesting;

/// <summary>Finds in a paragraph who is said to say something: a verb of speech with the one it belongs to, or <c>according to</c> somebody. Words in quotation marks are left out.</summary>
public static class FindAttributions
{
    private static readonly FrozenSet<string> Prepositions = WordSet.Of("of with to by from in on at for about against than between after before over under into through during without within among toward towards amid despite like near behind across around");

    private static readonly FrozenSet<string> Clauses = WordSet.Of("but while whereas when where after before because although though since until if that which unless and");

    private static readonly FrozenSet<string> Days = WordSet.Of("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december");

    private static readonly FrozenSet<string> Adverbs = WordSet.Of("also later then again publicly privately reportedly repeatedly previously recently earlier still even once subsequently angrily quietly separately however further now already today has have had did not never yet is was");

    /// <summary>In the order of their verbs. <paramref name="quoted"/>: the quotations of the paragraph.</summary>
    public static List<Attribution> In(string text, int start, int end, IReadOnlyList<Agent> agents, IReadOnlyList<Quotation> quoted)
    {
        var found = new List<Attribution>();
        bool IsQuoted(int at) => quoted.Any(q => q.Start <= at && at < q.End);
        foreach (var (from, to) in Sentences(text, start, end, quoted))
        {
            var words = Word.Of(text, from, to).Where(w => !IsQuoted(w.Start)).ToList();
            var here = agents.Where(a => a.Start >= from && a.End <= to && !IsQuoted(a.Start)).ToList();
            for (var i = 0; i < words.Count; i++)
            {
                var word = words[i].Lower;
                if (word == "according" && i + 1 < words.Count && words[i + 1].Lower == "to")
                {
                    if (Following(here, words[i + 1].End, text, 12) is { } source) found.Add(new(words[i].Start, words[i + 1].End, "according to", source, null));
                    continue;
                }
                if (!SpeechVerbs.Has(word) || here.Any(a => a.Start <= words[i].Start && words[i].Start < a.End) || !IsVerb(words, i)) continue;
                if (SpeakerOf(words, i, here, text, from, quoted, found) is { } by)
                    found.Add(new(words[i].Start, words[i].End, words[i].Text, by, SpeechVerbs.IsAddressing(word) ? Following(here, words[i].End, text, 4) : null));
            }
        }
        return found;
    }

    /// <summary>Sentences, joined where one ends inside a quotation and the next goes on after it.</summary>
    private static IEnumerable<(int Start, int End)> Sentences(string text, int start, int end, IReadOnlyList<Quotation> quoted)
    {
        var open = -1;
        foreach (var (from, to) in SplitSentences.Of(text, start, end))
        {
            if (open < 0) open = from;
            if (quoted.Any(q => q.Start < to && to < q.End)) continue;
            yield return (open, to);
            open = -1;
        }
        if (open >= 0) yield return (open, end);
    }

    /// <summary>Whether a word that can be a verb of speech is one here: no article, possessive or adjective before it.</summary>
    private static bool IsVerb(List<Word> words, int i)
    {
        if (i == 0) return words[i].Lower.EndsWith("ing", StringComparison.Ordinal) || words[i].Lower.EndsWith("ed", StringComparison.Ordinal);
        var before = words[i - 1];
        if (before.Lower == "to" && words[i].Lower.EndsWith("ing", StringComparison.Ordinal)) return true;
        if (before.Possessive || before.Lower is "the" or "a" or "an" or "this" or "that" or "these" or "those" or "his" or "her" or "its" or "their" or "no" or "any" or "such" or "to" or "of" or "be" or "been") return false;
        if (!SpeechVerbs.IsDoubtful(words[i].Lower)) return true;
        return i + 1 < words.Count && (words[i + 1].Lower is "that" or ":" or "“" or "\"" or "he" or "she" or "they" or "it" or "the" or "a" or "no" || words[i + 1].IsCapital || words[i].Lower.EndsWith("ed", StringComparison.Ordinal));
    }

    private static Agent? SpeakerOf(List<Word> words, int i, List<Agent> here, string text, int sentence, IReadOnlyList<Quotation> quoted, List<Attribution> found)
    {
        var verb = words[i];
        // "as conveyed by the envoy"
        if (i + 1 < words.Count && words[i + 1].Lower == "by" && (i == 0 || words[i - 1].Lower is "as" or "is" or "was" or "were" or "are" or "been" or ",")) return Following(here, words[i + 1].End, text, 6);
        // "quoted the minister as saying"
        if (i > 0 && words[i - 1].Lower == "as" && verb.Lower.EndsWith("ing", StringComparison.Ordinal) && here.LastOrDefault(a => a.End <= words[i - 1].Start) is { } cited && cited.End + 1 == words[i - 1].Start) return cited;
        // "…,” said the minister"
        var afterQuote = quoted.Any(q => q.End <= verb.Start && verb.Start - q.End <= 4);
        if (afterQuote && Following(here, verb.End, text, 2) is { } behind) return behind;
        if (afterQuote && i + 1 < words.Count && FindAgents.PhraseAt(text, words, i + 1) is { } phrase) return phrase;
        // "calling it", "adding that": who speaks in the clause before.
        var clause = sentence;
        // "the group, which has members abroad, said": the clause between the commas has ended.
        var ended = i > 0 && words[i - 1].Text == ",";
        for (var back = i - 1; back >= 0; back--)
        {
            var word = words[back];
            if (word.Text is ";" or "—" or "”" || (word.Text is "\"" && quoted.Any(q => Math.Abs(q.End - word.Start) <= 1)) || (Clauses.Contains(word.Lower) && !ended && here.Any(a => a.Start >= word.End && a.End <= verb.Start && !IsGoverned(a, words))))
            {
                clause = word.End;
                break;
            }
        }
        var before = here.Where(a => a.End <= verb.Start && a.Start >= clause && !IsPossessive(a, text)).ToList();
        if (before.Count > 0 && text.AsSpan(before[^1].End, verb.Start - before[^1].End).Trim() is var gap && (gap.IsEmpty || IsAdverbs(gap)) && (!IsGoverned(before[^1], words) || IsAbsolute(before[^1], words, verb))) return before[^1];
        var free = before.Where(a => !IsGoverned(a, words)).ToList();
        if (free.FirstOrDefault(a => a.Kind is AgentKind.Known or AgentKind.Name) is { } named && !free.Any(a => a.Kind == AgentKind.Description && a.Start < named.Start && !IsApposition(a, named, text))) return named;
        if (free.Count > 0) return free[0];
        if (found.LastOrDefault(a => a.Start >= sentence) is { } earlier) return earlier.By;
        // "the group …, and concluded"
        return here.Where(a => a.End <= verb.Start && !IsPossessive(a, text) && !IsGoverned(a, words)).FirstOrDefault(a => a.Kind != AgentKind.Pronoun || a.Text != "it");
    }

    /// <summary>", with the ministry warning that": the participle is what the ministry does.</summary>
    private static bool IsAbsolute(Agent agent, List<Word> words, Word verb) => verb.Lower.EndsWith("ing", StringComparison.Ordinal) && words.FindLastIndex(w => w.End <= agent.Start) is var at and >= 0 && (words[at].Lower == "with" || (at > 0 && words[at].Lower is "the" or "a" && words[at - 1].Lower == "with"));

    private static bool IsAdverbs(ReadOnlySpan<char> gap)
    {
        foreach (var range in gap.Split(' '))
            if (!Adverbs.Contains(gap[range].ToString()) && !gap[range].EndsWith("ly", StringComparison.Ordinal)) return false;
        return true;
    }

    /// <summary>"The head of the office, Ada Roe," and "the minister Ada Roe": the name says who the description is.</summary>
    private static bool IsApposition(Agent description, Agent name, string text) => text.AsSpan(description.End, name.Start - description.End).Trim() is var gap && (gap.IsEmpty || gap is "," || ((gap.StartsWith("of ") || gap.StartsWith("for ") || gap.StartsWith("at ") || gap.StartsWith("with ")) && gap.EndsWith(",")));

    /// <summary>Whether the words say whose something is, and not who acts.</summary>
    public static bool IsPossessive(Agent agent, string text) => text.AsSpan(agent.Start, agent.End - agent.Start) is var words && (words.EndsWith("’s") || words.EndsWith("'s") || text.AsSpan(agent.End).StartsWith("’s ") || text.AsSpan(agent.End).StartsWith("'s "));

    /// <summary>Whether a preposition stands before it, and its titles.</summary>
    public static bool IsGoverned(Agent agent, List<Word> words)
    {
        var at = words.FindIndex(w => w.Start >= agent.Start);
        for (var back = at - 1; back >= 0 && at - back <= 5; back--)
        {
            if (Prepositions.Contains(words[back].Lower)) return true;
            if (!words[back].IsWord || Days.Contains(words[back].Lower)) return false;
            if (!(words[back].IsCapital || words[back].Possessive || char.IsDigit(words[back].Text[0]) || words[back].Lower is "the" or "a" or "an" or "his" or "her" or "its" or "their" or "our" or "special" or "former" or "senior" or "then")) return false;
        }
        return false;
    }

    private static Agent? Following(List<Agent> here, int from, string text, int most)
    {
        var next = here.FirstOrDefault(a => a.Start >= from);
        return next is not null && text.AsSpan(from, next.Start - from).Count(' ') <= most && !text.AsSpan(from, next.Start - from).ContainsAny(".;:“”") ? next : null;
    }
}
