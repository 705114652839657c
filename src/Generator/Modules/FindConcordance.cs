using System.Collections.Immutable;
using Model;

namespace Generator.Modules;

/// <summary>Makes the keyword-in-context lines of an actor.</summary>
public static class FindConcordance
{
    /// <summary>So many characters stand before and after the keyword, then up to the nearest space.</summary>
    private const int Around = 44;

    /// <summary>The address of an actor's concordance.</summary>
    public static Url UrlOf(Archive archive, Ref actor) => archive.Site.Url(actor.Path + "concordance/");

    /// <summary>The pages of an actor's concordance: those of its years and months in which a text names it that may be shown in full; null when none does at all.</summary>
    public static ByTime? Pages(Archive archive, Ref actor) => archive.ReadAsOne(Part.Pages, actor, () => Cut(archive, actor));

    private static ByTime? Cut(Archive archive, Ref actor)
    {
        var (all, mentions) = (ByTime.Of(archive.About(actor)), archive.MentionsOf(actor));
        if (all.Years.IsEmpty) return mentions.Any(InFull) ? all : null;
        var named = all.Years.Where(year => mentions.Of(year.Heading).Any(InFull))
            .Select(year => year with { Months = [.. year.Months.Where(month => mentions.Of(new Period(year.Heading, month)).Any(InFull))] }).ToImmutableArray();
        return named.IsEmpty ? null : all with { Years = named };
    }

    /// <summary>The mentions of an actor where it speaks in the sentence, and those where it is only named; each oldest first.</summary>
    public static (ImmutableArray<ConcordanceLine> Speech, ImmutableArray<ConcordanceLine> Mention) Of(Archive archive, Ref actor, ByTime part)
    {
        var said = archive.SaidBy(actor);
        var bySpeech = part.All(said).ToLookup(p => p.Article, p => p.Annotation.Anchor, ReferenceEqualityComparer.Instance);
        var (speech, mention) = (ImmutableArray.CreateBuilder<ConcordanceLine>(), ImmutableArray.CreateBuilder<ConcordanceLine>());
        foreach (var named in part.Cut(archive.MentionsOf(actor), InFull)) (Speaks(named) ? speech : mention).Add(Line(archive, named));
        return (speech.ToImmutable(), mention.ToImmutable());

        bool Speaks(MentionIn m)
        {
            foreach (var anchor in bySpeech[m.Article])
                if (anchor.Touches(m.Mention.SentenceStart, m.Mention.SentenceEnd)) return true;
            return false;
        }
    }

    private static bool InFull(MentionIn mention) => mention.Article.Listed.Publish == Publication.Full;

    private static ConcordanceLine Line(Archive archive, MentionIn mention)
    {
        var (text, m) = (mention.Article.Text.Text, mention.Mention);
        var block = mention.Article.Text.Blocks[mention.Article.Text.BlockAt(m.Start)];
        var (from, to) = (m.Start - Around, m.End + Around);
        while (from > block.Start && text[from - 1] != ' ') from--;
        while (to < block.End && text[to] != ' ') to++;
        var (before, after) = (text[Math.Max(block.Start, from)..m.Start], text[m.End..Math.Max(m.End, Math.Min(block.End, to))]);
        return new((from > block.Start ? "… " : "") + before, m.Words, after + (to < block.End ? " …" : ""),
            archive.Card(mention.Article), archive.UrlOf(mention), ShowParts.SeedLine(mention));
    }
}
