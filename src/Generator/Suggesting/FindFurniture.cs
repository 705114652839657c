using System.Text.RegularExpressions;
using Model;

namespace Generator.Suggesting;

/// <summary>A line that readers of an article do not need, and what it is.</summary>
public sealed record Furniture(TextLine Line, string Why, Certainty Cert);

/// <summary>Finds the lines of a seed that came with the page and not with the article: advertisements, polls, navigation, requests to subscribe, lines that stand there twice.</summary>
public static partial class FindFurniture
{
    [GeneratedRegex(@"^(read (more|also|next|the full|full)|also read|more (from|on|stories|news|in)\b|click (here|to)|tap here|see also|you (may|might) also|recommended( for you| stories)?|related( articles| stories| posts| news| topics)?:?$|related:|popular (posts|stories|now)|recent (posts|stories|comments)|latest (news|stories|posts|headlines)|top stories|trending( now)?|most (read|viewed|popular)|editor'?s.? (picks?|choice)|don'?t miss|up next|next( article| post| story)?$|previous( article| post| story)?$|back to top|skip to|jump to|continue reading|load more|show more|view (all|comments|gallery)|home$|menu$|search$|watch( live|:| now)|listen( to this article|:| now)|play video|video:|gallery:|in this (article|story):?$|table of contents|on this page|explore more|more on this|more headlines|more top stories|reuse this content|republish this|this (article|story) is available in|manage (your )?preferences|jump to comments|share this)|^[^.|]{1,40}( \| [^.|]{1,40}){2,}$|^\d+ min( read)?$|^[-+ A]{4,6}$|\(opens in (a )?new (window|tab)\)$", RegexOptions.IgnoreCase)]
    private static partial Regex Navigation();

    [GeneratedRegex(@"^(subscribe|sign up|sign in|log ?in|register|join (our|us|the)|follow (us|our|the|@)|get (our|the) (newsletter|app|latest)|newsletter|download (our|the) app|support (our|us|independent)|donate|become a (member|subscriber)|already a (member|subscriber)|enter your email|your email|stay (informed|up to date|connected)|share( this| on| via|:|$)|tweet$|e?-?mail$|print$|whatsapp$|facebook$|telegram$|twitter$|x$|linkedin$|copy link|leave a (reply|comment)|post a comment|add a comment|comments?( \(\d+\))?$|\d+ comments?$|no comments|reply$|loading|like this:?|report (this|an error)|send us|get it$|get [^.]{3,60} by email|become a member|(you )?appreciate our|bookmark$|story saved$|you can find this story|summari[sz]e this|we want our comments|follow \S+$|submit (a|your) (letter|story|tip|photo)|get (alerts|the best of|updates|breaking)|do you have a (story|tip)|got a (story|tip)|newsletter:|some content could not load|click to (share|email|print))|\bsubscribe from\b|\bbecome a member\b|\b(sign up( here| now| today)?|subscribe( now| here| today)?)\.?$|\bin your inbox\b", RegexOptions.IgnoreCase)]
    private static partial Regex Request();

    [GeneratedRegex(@"^(advertisement|advertising|sponsored|promoted|paid (content|post|partner)|partner content|ad$|ads by|story continues below|article continues)|\b(promo|discount|coupon) code\b|\bwith code \p{Lu}|\bsave \d+ ?%|\b\d+ ?% off\b|\b(buy|shop|order) now\b|\bfree shipping\b|\blimited[- ]time offer\b", RegexOptions.IgnoreCase)]
    private static partial Regex Advertisement();

    [GeneratedRegex(@"^(copyright|©|\(c\) ?\d{4}|all rights reserved|terms (of|and)|privacy (policy|notice)|cookie|this (site|website|page) uses|we use cookies|accept (all )?cookies|by (completing|clicking|signing|subscribing|continuing|submitting|entering|using|providing)\b.*\b(agree|consent|accept)|this (article|story) (was|is) (originally|first) published)|\ball rights reserved\b", RegexOptions.IgnoreCase)]
    private static partial Regex Terms();

    [GeneratedRegex(@"^(take (our|the|this) poll|(quick |reader )?poll:|vote( now|:|$)|quiz:|what do you think|have your say|do you (think|agree|believe|support|approve|trust|want)|should \w+.* vote|would you (vote|support|like|trust)|are you (a|an|worried|ready|concerned)|tell us)", RegexOptions.IgnoreCase)]
    private static partial Regex Poll();

    [GeneratedRegex(@"^(sign up (for|to) (the|our)|subscribe to (the|our)|get (the|our) )\b.*\b(newsletter|inbox|briefing|e-?mail)", RegexOptions.IgnoreCase)]
    private static partial Regex SignUp();

    [GeneratedRegex(@"\b(vote now|take (our|the) poll|vote below|cast your vote)[.!]?$", RegexOptions.IgnoreCase)]
    private static partial Regex PollCall();

    // What stands above a list of other articles.
    [GeneratedRegex(@"^(most (read|viewed|popular)|related( articles| stories| posts| news)?|recommended( for you| stories)?|popular (posts|stories)|recent posts|latest (news|stories|headlines)|top stories|more (from|on|stories|headlines|news|in)|trending|editor'?s.? (picks?|choice)|you may also like|read (next|also)|don'?t miss)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ListHead();

    [GeneratedRegex(@"^(https?://\S+|www\.\S+|\S+@\S+\.\w+|[\W_]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    /// <summary>In the order of the seed. A line that is quoted speech, or that begins as one of these and goes on for a whole paragraph, is none.</summary>
    public static List<Furniture> In(IReadOnlyList<TextLine> lines)
    {
        var found = lines.Skip(1).Select(l => Why(l) is var (why, cert) && why is not null ? new Furniture(l, why, cert) : null).OfType<Furniture>().ToList();
        // Behind "Most read" stand the headlines of other articles.
        for (var i = 1; i < lines.Count - 1; i++)
            if (lines[i].Words <= 6 && !lines[i].IsSentence && ListHead().IsMatch(lines[i].Text.Replace('’', '\'')) && found.Exists(f => f.Line == lines[i]))
                for (var next = i + 1; next < lines.Count && lines[next] is { IsSentence: false, Words: <= 18 } item && !FindLineRoles.IsByline(item) && !FindLineRoles.IsCaption(item); next++)
                    if (found.TrueForAll(f => f.Line.Text != item.Text)) found.Add(new(item, "another article", Certainty.Medium));
        // Behind the question of a poll stand its answers.
        for (var i = 1; i < lines.Count - 1; i++)
            if (found.Exists(f => f.Line == lines[i] && f.Why == "poll"))
                for (var next = i + 1; next < lines.Count && lines[next] is { IsSentence: false, Words: <= 4 } answer; next++)
                    if (found.TrueForAll(f => f.Line.Text != answer.Text)) found.Add(new(answer, "poll", Certainty.Medium));
        // A line that stands there twice is the page's, not the writer's.
        foreach (var twice in lines.GroupBy(l => l.Text, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.First()))
            if (twice.Words <= 25 && !twice.Text.ContainsAny(['“', '"']) && found.TrueForAll(f => f.Line.Text != twice.Text) && twice != lines[0]) found.Add(new(twice, "repeated line", Certainty.Medium));
        // Behind the last paragraph only furniture is as short as this.
        var last = lines.ToList().FindLastIndex(l => l.Words >= 12 && l.IsSentence && found.TrueForAll(f => f.Line != l));
        for (var i = last + 1; last >= 0 && i < lines.Count; i++)
            if (lines[i] is { IsSentence: false, Words: <= 4 } line && !line.Text.StartsWith('(') && !line.Text.StartsWith('—') && !line.Text.StartsWith('–') && !FindLineRoles.IsByline(line) && !FindLineRoles.IsCaption(line) && found.TrueForAll(f => f.Line.Text != line.Text))
                found.Add(new(line, "navigation", Certainty.Medium));
        return [.. found.DistinctBy(f => f.Line.Text).OrderBy(f => f.Line.Number)];
    }

    private static (string? Why, Certainty Cert) Why(TextLine line)
    {
        var text = line.Text.TrimStart('>', '»', '•', '-', '*', '[', ' ', '→', '▶').Replace('’', '\'');
        var quoted = text.ContainsAny(['“', '"', '”']);
        if (Address().IsMatch(text)) return ("navigation", Certainty.High);
        if (Advertisement().IsMatch(text) && line.Words <= 30 && !(quoted && line.IsSentence)) return ("advertisement", line.IsSentence ? Certainty.Medium : Certainty.High);
        if (quoted && line.Words > 6) return default;
        if (Terms().IsMatch(text)) return ("terms", Certainty.High);
        if (Poll().IsMatch(text) && line.Words <= 30 && (text.EndsWith('?') || PollCall().IsMatch(text))) return ("poll", Certainty.High);
        if (line.Words > (SignUp().IsMatch(text) ? 40 : 20)) return default;
        if (Request().IsMatch(text) && !(line.IsSentence && line.Words > 14 && !SignUp().IsMatch(text))) return ("request to readers", line.IsSentence ? Certainty.Medium : Certainty.High);
        if (Navigation().IsMatch(text) && !(line.IsSentence && line.Words > 8)) return ("navigation", line.IsSentence ? Certainty.Medium : Certainty.High);
        return default;
    }
}
