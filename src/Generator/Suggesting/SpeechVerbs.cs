using System.Collections.Frozen;

namespace Generator.Suggesting;

/// <summary>English verbs that say somebody said something, in all their forms.</summary>
public static class SpeechVerbs
{
    // Base forms; a consonant that is doubled before an ending stands twice here.
    private const string Regular =
        "accuse acknowledge add address admit advise advocate affirm apologise apologize applaud attack agree allege announce answer appeal argue ask assert assess assure blame blast boast brand caution charge cite claim "
        + "comment complain conclude concede condemn confess confirm contend convey counter criticize criticise declare decry defend demand denounce deny describe detail disagree "
        + "disclose dismiss dub echo elaborate emphasize emphasise estimate exclaim explain express fume gush hail hint indicate inform insist interject joke label lament lash list maintain mention "
        + "mutter muse name note object observe opine order outline plead pledge pose post praise predict press proclaim promise pronounce propose protest question quip reaffirm recall "
        + "recommend recount refuse reiterate reject remark remind retort reply report request respond reveal signal shout sigh slam snap sob speculate state stress suggest summarize summarise term testify "
        + "threaten thunder tout urge voice vow warn vent whisper wonder yell";

    private const string Irregular =
        "say says said saying tell tells told telling write writes wrote written writing put puts putting call calls called calling read reads reading speak speaks spoke speaking "
        + "hold holds held swear swears swore swearing admitting admitted quipped quipping slammed slamming tweet tweets tweeted tweeting think thinks cry cries cried crying believe believes believed "
        + "submitted quoted quoting sidestepped feel feels felt characterized characterised characterizing agreed agreeing decreed insisted continued concurred deemed denies denied denying "
        + "testifies testified testifying replies replied replying decries decried decrying";

    private static readonly FrozenSet<string> Forms = Regular.Split(' ').SelectMany(Inflected).Concat(Irregular.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Of these the noun or the other meaning is the more frequent: they count only between who speaks and what is said.
    private static readonly FrozenSet<string> Doubtful = WordSet.Of("report reports claim claims note notes comment comments state states list lists press presses charge charges name names post posts order orders question questions address addresses detail details read reads reading hold holds held put puts putting object objects voice term terms signal signals demand demands request requests promise promises pledge pledges estimate estimates appeal appeals express feel feels felt pose poses praise quip remark remarks vow vows caution agree agreed agreed agreeing continued think thinks speak speaks spoke speaking believe believes believed");

    // What is told to somebody: the one who stands behind them is spoken to.
    private static readonly FrozenSet<string> Addressing = WordSet.Of("tell tells told telling inform informs informed informing assure assures assured assuring remind reminds reminded reminding advise advises advised advising urge urges urged urging ask asks asked asking warn warns warned warning");

    public static bool Has(string word) => Forms.Contains(word);

    /// <summary>Whether the word is one that is as often no verb of speech.</summary>
    public static bool IsDoubtful(string word) => Doubtful.Contains(word);

    public static bool IsAddressing(string word) => Addressing.Contains(word);

    private static IEnumerable<string> Inflected(string verb)
    {
        var stem = verb.EndsWith('e') ? verb[..^1] : verb;
        yield return verb;
        yield return verb.EndsWith("ss", StringComparison.Ordinal) || verb.EndsWith("sh", StringComparison.Ordinal) ? verb + "es" : verb + "s";
        yield return stem + "ed";
        yield return stem + "ing";
    }
}
