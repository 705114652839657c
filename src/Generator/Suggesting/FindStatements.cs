using System.Collections.Immutable;
using Generator.Modules;
using Model;

namespace Generator.Suggesting;

/// <summary>Somebody's words, <c>text[Start..End]</c>: quoted when <paramref name="Direct"/>, else reported. <paramref name="Via"/>: the source they were said to, when it is a publisher.</summary>
public sealed record Statement(int Start, int End, bool Direct, Agent By, Agent? To, Agent? Via, string? Verb, Certainty Cert);

/// <summary>Finds the quotations and the reported statements of a text, and who most likely said them.</summary>
public sealed class FindStatements
{
    /// <summary>A quotation of fewer words counts only where a verb of speech governs it: else it may be a title or a distance the writer takes.</summary>
    private const int Fragment = 4;

    private readonly ReadingText _text;
    private readonly List<Quotation> _quotations;
    private readonly List<Agent>[] _agents;
    private readonly List<Agent>[] _subjects;
    private readonly List<Attribution>[] _attributions;
    private readonly List<Statement> _found = [];

    private FindStatements(ReadingText text, FindAgents find)
    {
        _text = text;
        _quotations = Quotation.In(text);
        // Whoever is named inside a quotation does not say it.
        _agents = [.. text.Blocks.Select((b, i) => !IsBody(i) ? [] : find.In(b).Where(a => !_quotations.Exists(q => q.Block == i && q.Start <= a.Start && a.Start < q.End)).ToList())];
        _subjects = [.. text.Blocks.Select((b, i) => SubjectsOf(b, _agents[i]))];
        _attributions = [.. text.Blocks.Select((b, i) => FindAttributions.In(text.Text, b.Start, b.End, _agents[i], [.. _quotations.Where(q => q.Block == i)]))];
    }

    /// <summary>In the order of the text.</summary>
    public static ImmutableArray<Statement> In(ReadingText text, FindAgents find)
    {
        var finder = new FindStatements(text, find);
        foreach (var quotation in finder._quotations)
            if (finder.IsBody(quotation.Block) && finder.SpeakerOf(quotation) is { } said) finder._found.Add(said);
        for (var block = 0; block < text.Blocks.Length; block++)
            if (finder.IsBody(block)) finder.AddReported(block);
        return [.. finder._found.OrderBy(s => s.Start).ThenBy(s => s.End)];
    }

    private bool IsBody(int block) => _text.Blocks[block].Role is not (BlockRole.Headline or BlockRole.Heading or BlockRole.Byline or BlockRole.Agency);

    private Statement? SpeakerOf(Quotation quotation)
    {
        var text = _text.Text;
        var block = _text.Blocks[quotation.Block];
        var here = _attributions[quotation.Block];
        if (IsTitle(quotation)) return null;
        var alone = quotation.Start - block.Start <= 2 && block.End - quotation.End <= 2;
        if (alone) return Alone(quotation);

        var (sentenceStart, sentenceEnd) = SentenceOf(quotation, block);
        // “…,” said the minister. — “…,” the minister said.
        var ended = text[quotation.End - 1] is '.' or '!' or '?' or '…';
        var behind = here.FirstOrDefault(a => a.First >= quotation.End && a.First - quotation.End <= 5 && a.Last <= Math.Max(sentenceEnd, quotation.End + 1));
        var capital = char.IsUpper(text[quotation.Start]) || text[quotation.Start] == '[';
        var before = here.LastOrDefault(a => a.End <= quotation.Start && a.Start >= sentenceStart);
        if (behind is not null && (before is null || !Introduces(before, quotation)) && (!ended || text[quotation.End - 1] is '?' or '!' || char.IsLower(text[behind.First]))) return Said(quotation, behind, Certainty.High);
        if (before is not null) return Said(quotation, before, Introduces(before, quotation) ? Certainty.High : Certainty.Medium);
        if (behind is not null && !ended) return Said(quotation, behind, Certainty.Medium);
        // "Her deputy, Ada Roe, was more careful: “…”"
        if (text.AsSpan(block.Start, quotation.Start - block.Start).TrimEnd("“\" ‘«„").EndsWith(":") && Subject(quotation.Block, sentenceStart, quotation.Start) is { } subject)
            return new(quotation.Start, quotation.End, true, Resolved(subject, quotation.Block), null, null, null, Certainty.Medium);
        // “…,” the minister said. “…”
        if (_found.LastOrDefault(s => s.Direct) is { } last && last.Start >= block.Start && quotation.Start - last.End < 200 && !here.Any(a => a.Start > last.End + 60 && a.End < quotation.Start) && StartsSentence(quotation, sentenceStart))
            return new(quotation.Start, quotation.End, true, last.By, last.To, last.Via, last.Verb, Certainty.High);
        if (StartsSentence(quotation, sentenceStart) && here.FirstOrDefault(a => a.First >= quotation.End && a.Last <= sentenceEnd) is { } saidSo) return Said(quotation, saidSo, Certainty.Low);
        if (Words(quotation) < Fragment) return null;
        if (here.LastOrDefault(a => a.End <= quotation.Start) is { } sooner) return Said(quotation, sooner, capital ? Certainty.Medium : Certainty.Low);
        if (here.FirstOrDefault(a => a.First >= quotation.End && a.Last <= sentenceEnd) is { } later) return Said(quotation, later, Certainty.Low);
        return _agents[quotation.Block].LastOrDefault(a => a.End <= quotation.Start && a.Start >= sentenceStart) is { } nearest
            ? new(quotation.Start, quotation.End, true, Resolved(nearest, quotation.Block), null, null, null, Certainty.Low)
            : quotation.Block > 0 && _attributions[quotation.Block - 1].LastOrDefault() is { } above ? Said(quotation, above, Certainty.Low, quotation.Block - 1) : null;
    }

    /// <summary>Who a sentence is most likely about: the first who is named in it, else whoever comes first.</summary>
    private Agent? Subject(int block, int from, int to)
    {
        var here = _agents[block].Where(a => a.Start >= from && a.End <= to && !FindAttributions.IsPossessive(a, _text.Text)).ToList();
        return here.Find(a => a.Kind is AgentKind.Known or AgentKind.Name) ?? here.FirstOrDefault();
    }

    /// <summary>A paragraph that is all quotation: whoever spoke in the paragraph before, else in the one behind.</summary>
    private Statement? Alone(Quotation quotation)
    {
        for (var block = quotation.Block - 1; block >= 0; block--)
        {
            if (!IsBody(block) || _text.Blocks[block].Role == BlockRole.Bullet) continue;
            if (_attributions[block].LastOrDefault() is { } before) return Said(quotation, before, Certainty.Medium, block);
            if (block == quotation.Block - 1 && _subjects[block].FirstOrDefault() is { } subject) return new(quotation.Start, quotation.End, true, Resolved(subject, block), null, null, null, Certainty.Low);
            if (quotation.Block - block > 3) break;
        }
        for (var block = quotation.Block + 1; block < Math.Min(_text.Blocks.Length, quotation.Block + 3); block++)
            if (IsBody(block) && _attributions[block].FirstOrDefault() is { } behind) return Said(quotation, behind, Certainty.Low, block);
        return null;
    }

    /// <summary>Reported speech: the words behind the verb, to the end of the sentence or up to a quotation.</summary>
    private void AddReported(int block)
    {
        var text = _text.Text;
        foreach (var attribution in _attributions[block])
        {
            if (attribution.Verb == "according to" || attribution.By.Start > attribution.Start) continue;
            var (_, end) = SplitSentences.Of(text, _text.Blocks[block].Start, _text.Blocks[block].End).First(s => attribution.Start < s.End);
            var start = attribution.To is { } to && to.Start >= attribution.End ? to.End : attribution.End;
            var that = text.AsSpan(start, end - start).IndexOf("that ");
            if (that is < 0 or > 25)
            {
                // Without "that" only where a new sentence begins behind the verb: "said the two discussed plans".
                if (attribution.Verb.ToLowerInvariant() is not ("said" or "says" or "told" or "stated" or "announced" or "claimed" or "added" or "reported" or "warned" or "declared") || text[start] != ' ' || text[start + 1] is '“' or '"' or ',') continue;
                start++;
            }
            else start += that + 5;
            foreach (var next in _attributions[block].Where(a => a.Start > attribution.Start && a.Start > start && a.Start < end && a.Verb.EndsWith("ing", StringComparison.Ordinal))) end = Math.Min(end, next.Start);
            while (end > start && text[end - 1] is '.' or ',' or ' ' or ';' or '!' or '”' or '"') end--;
            if (_quotations.Any(q => q.Start < end && start < q.End) || text.AsSpan(start, Math.Max(0, end - start)).Count(' ') < 3) continue;
            _found.Add(Statement(start, end, direct: false, attribution, Certainty.Medium, block));
        }
    }

    private Statement Said(Quotation quotation, Attribution attribution, Certainty cert, int? block = null) => Statement(quotation.Start, quotation.End, direct: true, attribution, cert, block ?? quotation.Block);

    private Statement Statement(int start, int end, bool direct, Attribution attribution, Certainty cert, int block)
    {
        var by = Resolved(attribution.By, block);
        var to = attribution.To is { } other && !other.Is(by) && other.Kind != AgentKind.Pronoun ? other : null;
        var publisher = to?.Known?.Kind == Kind.Source;
        if (attribution.By.Kind == AgentKind.Pronoun && cert == Certainty.High) cert = Certainty.Medium;
        return new(start, end, direct, by, publisher ? null : to, publisher ? to : null, attribution.Verb, cert);
    }

    /// <summary>Who most likely acts in each sentence of a block, in order: the first whom no preposition governs.</summary>
    private List<Agent> SubjectsOf(Block block, List<Agent> agents)
    {
        var text = _text.Text;
        var words = Word.Of(text, block.Start, block.End);
        return [.. SplitSentences.Of(text, block.Start, block.End)
            .Select(s => agents.Find(a => a.Start >= s.Start && a.End <= s.End && a.Kind != AgentKind.Pronoun && !FindAttributions.IsPossessive(a, text) && !FindAttributions.IsGoverned(a, words)))
            .OfType<Agent>()];
    }

    /// <summary>Whom a pronoun, a description or "the official" means: somebody who was named before, and rather somebody who spoke or acted.</summary>
    private Agent Resolved(Agent agent, int block, int depth = 0)
    {
        if (agent.Kind is AgentKind.Known or AgentKind.Name || depth > 3) return agent;
        if (agent.Kind == AgentKind.Pronoun) return Before(agent, block).FirstOrDefault(b => Fits(agent.Text, b)) is { } meant ? Resolved(meant, BlockOf(meant), depth + 1) : agent;
        if (NameBeside(agent, block) is { } named) return named;
        var earlier = Earlier(agent, block).ToList();
        if (!agent.Text.StartsWith("the ", StringComparison.OrdinalIgnoreCase)) return agent;
        foreach (var before in earlier)
        {
            if (before.Kind == AgentKind.Description && before.Head == agent.Head && IsShortFor(agent.Text, before.Text)) return Resolved(before, BlockOf(before), depth + 1);
            if (before.Kind != AgentKind.Description && (IsTitled(before, agent.Head) || (before.IsBody && IsWordForBody(agent.Head)))) return before;
        }
        // "An insider said …," the source said. — The singer …, the 29-year-old said.
        if (agent.Head is "source" or "insider" or "official" or "aide" or "diplomat") return earlier.Find(b => b.Kind == AgentKind.Description && (b.Text.StartsWith("a ", StringComparison.OrdinalIgnoreCase) || b.Text.StartsWith("an ", StringComparison.OrdinalIgnoreCase) || b.Text.StartsWith("one ", StringComparison.OrdinalIgnoreCase))) ?? agent;
        return !FindAgents.IsHead(agent.Head) && !IsWordForBody(agent.Head) && Before(agent, block).FirstOrDefault(b => b is { IsBody: false, Kind: AgentKind.Known or AgentKind.Name }) is { } person ? person : agent;
    }

    private int BlockOf(Agent agent) => _text.BlockAt(agent.Start);

    private static bool Fits(string pronoun, Agent agent) => pronoun switch
    {
        "he" or "she" => !agent.IsBody && !(agent.Kind == AgentKind.Description && (agent.Head.EndsWith('s') || IsWordForBody(agent.Head) || !(FindAgents.IsHead(agent.Head) || agent.Text.StartsWith("a ", StringComparison.OrdinalIgnoreCase)))),
        "it" => agent is not { Kind: AgentKind.Known, IsBody: false } && !(agent.Kind == AgentKind.Description && agent.Head.EndsWith('s')),
        _ => agent is not { Kind: AgentKind.Name, IsBody: false },
    };

    /// <summary>"Qatar’s prime minister, Ada Roe," — the name that says who a description is.</summary>
    private Agent? NameBeside(Agent description, int block) =>
        _agents[block].Find(a => a.Kind is AgentKind.Known or AgentKind.Name && a.Start >= description.End && a.Start - description.End <= 2 && _text.Text.AsSpan(description.End, a.Start - description.End).Trim() is "," or "" && a.End < _text.Text.Length && _text.Text[a.End] is ',' or '.' or ' ');

    /// <summary>Whether "the ministry" can be short for "the health ministry": it has no word that the longer one has not.</summary>
    private static bool IsShortFor(string definite, string longer) =>
        definite[4..].Split(' ').All(w => longer.Contains(w, StringComparison.OrdinalIgnoreCase)) && !longer.Equals(definite, StringComparison.OrdinalIgnoreCase) && longer.Length >= definite.Length - 4;

    private IEnumerable<Agent> Earlier(Agent agent, int block)
    {
        for (var b = block; b >= 0; b--)
            foreach (var other in _agents[b].Where(a => a.End <= agent.Start && a.Kind != AgentKind.Pronoun).Reverse()) yield return other;
    }

    /// <summary>Those before an agent, the most likely first: of each block whoever acted in the sentence before, then whoever spoke, then anybody else.</summary>
    private IEnumerable<Agent> Before(Agent agent, int block)
    {
        for (var b = block; b >= Math.Max(0, block - 3); b--)
        {
            var spoke = _attributions[b].Where(a => a.By.End <= agent.Start && a.Start < agent.Start && a.By.Kind != AgentKind.Pronoun).Select(a => a.By);
            foreach (var other in spoke.Concat(_subjects[b].Where(a => a.End <= agent.Start)).OrderByDescending(a => a.Start)) yield return other;
            foreach (var other in _agents[b].Where(a => a.End <= agent.Start && a.Kind is AgentKind.Known or AgentKind.Name).Reverse()) yield return other;
        }
        foreach (var other in Earlier(agent, block)) yield return other;
    }

    /// <summary>Whether a title with this noun stands before a name.</summary>
    private bool IsTitled(Agent agent, string noun)
    {
        var before = _text.Text.AsSpan(Math.Max(0, agent.Start - 40), Math.Min(40, agent.Start));
        return before.TrimEnd().EndsWith(noun, StringComparison.OrdinalIgnoreCase) || _text.Text.AsSpan(agent.Start, agent.End - agent.Start).Contains(noun, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsWordForBody(string noun) => noun is "group" or "organization" or "organisation" or "body" or "agency" or "association" or "party" or "union" or "company" or "ministry" or "council" or "committee" or "movement" or "channel" or "newspaper" or "paper" or "broadcaster" or "outlet" or "website" or "office" or "department" or "watchdog" or "regulator" or "bank" or "firm" or "operator" or "airline" or "maker" or "retailer" or "charity" or "court" or "government" or "commission" or "bloc" or "club";

    private bool Introduces(Attribution attribution, Quotation quotation)
    {
        var between = _text.Text.AsSpan(attribution.Last < quotation.Start ? attribution.Last : attribution.End, quotation.Start - Math.Min(quotation.Start, attribution.Last < quotation.Start ? attribution.Last : attribution.End));
        return between.Count(' ') <= 8;
    }

    private bool StartsSentence(Quotation quotation, int sentenceStart) => quotation.Start - sentenceStart <= 2;

    /// <summary>A few words that all begin with capitals are the name of something.</summary>
    private bool IsTitle(Quotation quotation)
    {
        var words = Word.Of(_text.Text, quotation.Start, quotation.End).Where(w => w.IsWord).ToList();
        return words.Count is > 1 and <= 5 && words.TrueForAll(w => w.IsCapital) && char.IsLetterOrDigit(_text.Text[quotation.End - 1]);
    }

    private int Words(Quotation quotation) => _text.Text.AsSpan(quotation.Start, quotation.End - quotation.Start).Count(' ') + 1;

    /// <summary>From the start of the sentence in which a quotation begins to the end of the one in which it ends.</summary>
    private (int Start, int End) SentenceOf(Quotation quotation, Block block)
    {
        var sentences = SplitSentences.Of(_text.Text, block.Start, block.End);
        var first = sentences.FindLast(s => s.Start <= quotation.Start);
        var last = sentences.Find(s => s.End >= quotation.End);
        var end = last == default ? block.End : last.End;
        // “Is it so?” the minister asked.
        if (end <= quotation.End + 1 && sentences.Find(s => s.Start >= end) is var next && next != default && char.IsLower(_text.Text[next.Start])) end = next.End;
        return (first.Start, end);
    }
}
