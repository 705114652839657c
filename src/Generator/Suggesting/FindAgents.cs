using System.Collections.Frozen;
using System.Collections.Immutable;
using Model;

namespace Generator.Suggesting;

/// <summary>
/// Finds in a reading text whoever can speak: names of records, capitalised names that no record has, descriptions of people and bodies, pronouns. A later short form (a surname, <c>the official</c>)
/// is brought back to what it is short for.
/// </summary>
public sealed class FindAgents
{
    private static readonly FrozenSet<string> Titles = WordSet.Of("president prime minister premier secretary senator sen governor gov mr mrs ms dr prof professor sir king queen prince sheikh chancellor ambassador envoy general gen colonel col major maj captain lieutenant admiral chief director spokesman spokeswoman spokesperson chairman chairwoman judge justice mayor rep representative congressman congresswoman deputy vice former special foreign defense defence interior finance justice health adviser advisor commissioner pope rabbi imam father lord baroness leader commander national security state strategic affairs");

    private static readonly FrozenSet<string> Heads = WordSet.Of("official officials source sources spokesman spokeswoman spokesperson spokespeople minister ministers leader leaders mediator mediators diplomat diplomats expert experts analyst analysts lawyer lawyers group groups lawmaker lawmakers critic critics aide aides adviser advisers advisor advisors resident residents witness witnesses doctor doctors medic medics officer officers commander commanders envoy envoys president premier secretary ministry government army military police media report reports statement agency agencies newspaper newspapers channel broadcaster outlet scholars authorities family families relatives activists activist protesters prosecutors prosecutor judge engineer engineers insider insiders court parliament council committee commission office administration delegation negotiator negotiators senator senators mayor governor representative representatives chief head director founder owner author researcher researchers scientist scientists economist economists survivors survivor soldier soldiers villagers farmers farmer worker workers union organisation organization organizers organisers campaigners campaigner company party opposition paper website station readout document memo letter poll survey study team coalition alliance movement factions faction rebels militants villager teacher teachers nurse driver neighbour neighbor neighbours neighbors mother father son daughter wife husband brother sister man woman people person student students pilot captain coach manager chairman chairwoman speaker");

    private static readonly FrozenSet<string> Determiners = WordSet.Of("a an the some several many most few one two three four five six both other another this that these those his her its their our my all any");

    // Words that end a description when one goes back from its last word.
    private static readonly FrozenSet<string> Outside = WordSet.Of("of with to by from in on at for about against than between after before over under as that which who whom whose when while where and or but because if though although since until into through during without within among per via is are was were be been being has have had do does did will would can could may might should must not said says say told tells tell also then however meanwhile later earlier still just only even so yet according despite amid include includes included including");

    private static readonly FrozenSet<string> NotNames = WordSet.Of("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december the a an in on at but and or if by for from with as after before during while when where what who why how this that these those he she it they we you i his her its their our my there here however meanwhile despite although though since not no yes all some several many most last next earlier later also still yet so then now today yesterday tomorrow according speaking asked amid among under over into onto about against between both each every either neither such another other one two three four five six seven eight nine ten hundreds thousands dozens critics experts officials sources recent more read click let don do does did is are was were be been being will would can could may might should must hours days weeks months years ceasefire war peace talks mr mrs ms dr to of");

    private static readonly FrozenSet<string> BeforeCapitals = WordSet.Of("senior former top unnamed prominent leading influential veteran unidentified anonymous high-ranking retired young local ex acting");

    private static readonly FrozenSet<string> Bodies = WordSet.Of("chamber college school ministry association party agency council committee university office force forces army group bank union news times channel court parliament department organization organisation institute foundation company corporation federation front movement authority service house nations post journal tribune commission board center centre network society");

    // A name that ends so is a place.
    private static readonly FrozenSet<string> Places = WordSet.Of("street road avenue lane highway square bridge river lake bay mountain valley park airport harbor harbour port district province county island islands sea strait peninsula");

    private static readonly FrozenSet<string> Pronouns = WordSet.Of("he she they it He She They It");

    private readonly string _text;
    private readonly ImmutableArray<Mention> _mentions;
    private readonly Func<Ref, string> _nameOf;
    private readonly Func<Ref, bool> _isBody;
    private readonly Dictionary<string, Ref> _surnames;
    private readonly Dictionary<string, string> _full = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inside = new(StringComparer.Ordinal);

    /// <param name="mentions">The names of records in the text.</param>
    /// <param name="nameOf">The name of a record.</param>
    /// <param name="isBody">Whether a record is of a body and not of a person.</param>
    public FindAgents(ReadingText text, ImmutableArray<Mention> mentions, Func<Ref, string> nameOf, Func<Ref, bool> isBody)
    {
        (_text, _nameOf, _isBody) = (text.Text, nameOf, isBody);
        _mentions = [.. mentions.Where(m => m.Of.Kind is Kind.Actor or Kind.Source)];
        _surnames = _mentions.Select(m => m.Of).Distinct().GroupBy(r => LastWord(nameOf(r)), StringComparer.Ordinal).Where(g => g.Count() == 1 && g.Key.Length > 2).ToDictionary(g => g.Key, g => g.Single(), StringComparer.Ordinal);
        foreach (var block in text.Blocks.Where(b => b.Role is not (BlockRole.Headline or BlockRole.Heading)))
            foreach (var (start, end) in Modules.SplitSentences.Of(_text, block.Start, block.End))
                foreach (var word in Word.Of(_text, start, end).Where(w => w.IsWord).Skip(1)) _inside.Add(word.Text);
    }

    /// <summary>Those of one block, in order, none inside another; pronouns only stand for themselves.</summary>
    public List<Agent> In(Block block)
    {
        var words = Word.Of(_text, block.Start, block.End);
        var found = new List<Agent>();
        foreach (var mention in _mentions.Where(m => m.Start >= block.Start && m.End <= block.End)) found.Add(Known(mention.Start, mention.End, mention.Of));
        for (var i = 0; i < words.Count; i++)
        {
            if (IsIn(found, words[i].Start)) continue;
            if (NameAt(words, i, found, out var next) is { } name) found.Add(name);
            i = next - 1;
        }
        for (var i = 0; i < words.Count; i++)
        {
            if (Pronouns.Contains(words[i].Text) || (words[i].Lower == "them" && i > 1 && words[i - 1].Lower == "of")) found.Add(new(words[i].Start, words[i].End, AgentKind.Pronoun, words[i].Lower));
            else if (words[i].Lower is "one" or "another" && i + 1 < words.Count && SpeechVerbs.Has(words[i + 1].Lower)) found.Add(new(words[i].Start, words[i].End, AgentKind.Pronoun, "they"));
            else if (BeginsPhrase(words, i) && PhraseAt(_text, words, i) is { } subject && !found.Any(a => a.Start < subject.End && subject.Start < a.End) && DescriptionIn(words, i, subject.End) is null) found.Add(subject);
            else if (DescriptionAt(words, i) is { } description)
            {
                // "the U.S. envoy Ada Roe" is Ada Roe.
                if (found.Any(a => a.Start == description.End + 1 && a.Kind is AgentKind.Known or AgentKind.Name)) continue;
                // "the Prime Minister's Office" is a name that ends so.
                if (found.Any(a => a.End == description.End && a.Kind == AgentKind.Known)) continue;
                // "White House officials" are meant, and not the White House; of "Prime Minister Ivo Brandt" it is the name.
                if (found.Any(a => a.Start >= description.Start && a.Start < description.End && a.End > description.End) || found.Any(a => a.Start <= description.Start && a.End >= description.End)) continue;
                found.RemoveAll(a => a.Start >= description.Start && a.End <= description.End);
                found.Add(description);
            }
        }
        return [.. found.OrderBy(a => a.Start).ThenByDescending(a => a.End)];
    }

    /// <summary>A capitalised name that begins at a word; null when none does.</summary>
    private Agent? NameAt(List<Word> words, int i, List<Agent> found, out int next)
    {
        next = i + 1;
        if (!words[i].IsWord || !words[i].IsCapital || !IsNameWord(words, i)) return null;
        while (next < words.Count && !words[next - 1].Possessive && words[next].Start == words[next - 1].End + 1 && !IsIn(found, words[next].Start)
               && (IsPartOfName(words[next]) || OfFollows(words, i, next) || (words[next].IsWord && words[next].Lower is "al" or "bin" or "de" or "von" or "van" or "der" or "del" or "da" or "ibn" && next + 1 < words.Count && words[next + 1].IsCapital))) next++;
        var (from, to) = (i, next);
        var title = Enumerable.Range(from, to - from).LastOrDefault(n => Titles.Contains(words[n].Lower), -1);
        // A title at the end makes a description ("Israeli Prime Minister"), which is found as one.
        if (title == to - 1)
        {
            next = i + 1;
            return null;
        }
        if (title >= 0 && words[title + 1].IsCapital) from = title + 1;
        if (Places.Contains(words[to - 1].Text) && to - from > 1) return null;
        var text = string.Join(' ', Enumerable.Range(from, to - from).Select(n => words[n].Text));
        if (to - from == 1)
        {
            if (_surnames.TryGetValue(text, out var known)) return Known(words[i].Start, words[to - 1].End, known);
            if (_full.TryGetValue(text, out var full)) text = full;
            else if (title < 0 && text.Length < 3) return null;
        }
        else
        {
            _full.TryAdd(LastWord(text), text);
            if (to - from == 2) _full.TryAdd(words[from].Text, text);
        }
        return new(words[i].Start, words[to - 1].End, AgentKind.Name, text, IsBody: IsBodyName(text));
    }

    /// <summary>Whether a word begins a name and not only a sentence.</summary>
    private bool IsNameWord(List<Word> words, int i)
    {
        if (NotNames.Contains(words[i].Lower) || words[i].Text.AsSpan().IndexOfAny('’', '\'') == 1) return false;
        var first = i == 0 || !words[i - 1].IsWord;
        return !first || _inside.Contains(words[i].Text) || (i + 1 < words.Count && words[i + 1].IsCapital && words[i + 1].IsWord);
    }

    /// <summary>"Chamber of Shipping", "Ministry for the Interior": whether the name of a body goes on with such a word.</summary>
    private static bool OfFollows(List<Word> words, int first, int at)
    {
        if (words[at].Lower is "the") return words[at - 1].Lower is "of" or "for" && at + 1 < words.Count && words[at + 1].IsCapital;
        return words[at].Lower is "of" or "for" && at + 1 < words.Count && Enumerable.Range(first, at - first).Any(n => Bodies.Contains(words[n].Text)) && (words[at + 1].IsCapital || (words[at + 1].Lower == "the" && at + 2 < words.Count && words[at + 2].IsCapital));
    }

    private static bool IsPartOfName(Word word) => word.IsWord && ((word.IsCapital && !NotNames.Contains(word.Lower)) || word.Text.StartsWith("al-", StringComparison.Ordinal) || word.Text.StartsWith("el-", StringComparison.Ordinal));

    /// <summary>A description whose last word is the one at <paramref name="i"/>.</summary>
    private Agent? DescriptionAt(List<Word> words, int i)
    {
        if (words[i].Possessive || !Heads.Contains(words[i].Text.ToLowerInvariant())) return null;
        // "prime minister" goes on, "official statement" too.
        if (i + 1 < words.Count && words[i + 1].IsWord && Heads.Contains(words[i + 1].Lower) && words[i + 1].Start == words[i].End + 1) return null;
        var from = i;
        for (var back = i - 1; back >= 0 && i - back <= 6; back--)
        {
            if (!words[back].IsWord || Outside.Contains(words[back].Lower) || (SpeechVerbs.Has(words[back].Lower) && !SpeechVerbs.IsDoubtful(words[back].Lower)) || words[back].End + 1 != words[back + 1].Start) break;
            // "a plan Western lawyers criticise": before a capital only these go on.
            if (words[back + 1].IsCapital && !words[back].IsCapital && !Determiners.Contains(words[back].Lower) && !BeforeCapitals.Contains(words[back].Lower)) break;
            from = back;
            if (Determiners.Contains(words[back].Lower)) break;
        }
        // A single noun without anything ("chief", "report") says nothing of who it is.
        if (from == i && !words[i].Text.EndsWith('s')) return null;
        // "the Commission" is a name, or short for one.
        if (words[i].IsCapital && i == from + 1 && words[from].Lower == "the" && !Titles.Contains(words[i].Lower))
            return new(words[from].Start, words[i].End, AgentKind.Name, _full.GetValueOrDefault(words[i].Text, words[i].Text), IsBody: true);
        // "The Transport Ministry" is a name.
        if (words[i].IsCapital && i > from && words[i - 1].IsCapital && !Determiners.Contains(words[i - 1].Lower) && !Titles.Contains(words[i].Lower))
        {
            if (Determiners.Contains(words[from].Lower)) from++;
            return new(words[from].Start, words[i].End, AgentKind.Name, _text[words[from].Start..words[i].End], IsBody: true);
        }
        return new(words[from].Start, words[i].End, AgentKind.Description, _text[words[from].Start..words[i].End]);
    }

    /// <summary>Where whoever acts is most likely described: at the beginning of a sentence, and behind a comma.</summary>
    private static bool BeginsPhrase(List<Word> words, int i) => words[i].IsCapital ? i == 0 || !words[i - 1].IsWord : i > 0 && words[i - 1].Text == "," && words[i].Lower is "a" or "an" or "one" or "two" or "three" or "several" or "some" or "the";

    private Agent? DescriptionIn(List<Word> words, int from, int end)
    {
        for (var i = from; i < words.Count && words[i].Start < end; i++)
            if (DescriptionAt(words, i) is { } description) return description;
        return null;
    }

    /// <summary>Whoever words describe that begin with an article or a number, whatever the noun: "Two importers, who", "a retired welder in". Null when no such word stands there.</summary>
    public static Agent? PhraseAt(string text, List<Word> words, int i)
    {
        if (!Determiners.Contains(words[i].Lower)) return null;
        var last = i;
        while (last + 1 < words.Count && last - i < 4 && words[last + 1] is { IsWord: true } next && !Outside.Contains(next.Lower) && !SpeechVerbs.Has(next.Lower) && !next.Lower.EndsWith("ly", StringComparison.Ordinal)) last++;
        var beforeMark = last + 1 < words.Count && words[last + 1].Text is "“" or "‘" or "\"" or "«";
        return last == i || words[last].Possessive || beforeMark ? null : new(words[i].Start, words[last].End, AgentKind.Description, text[words[i].Start..words[last].End]);
    }

    /// <summary>Whether a noun by itself says that somebody speaks for something, such as <c>official</c>.</summary>
    public static bool IsHead(string noun) => Heads.Contains(noun);

    /// <summary>Whether a name that no record has is rather that of a body: by one of its words, or because it is all capitals.</summary>
    public static bool IsBodyName(string name) => name.Split(' ') is var words && (words.Any(Bodies.Contains) || (words.Length == 1 && name.All(c => char.IsUpper(c) || !char.IsLetter(c))));

    private Agent Known(int start, int end, Ref record) => new(start, end, AgentKind.Known, _nameOf(record), record, _isBody(record));

    private static bool IsIn(List<Agent> found, int at) => found.Any(a => a.Start <= at && at < a.End);

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];
}
