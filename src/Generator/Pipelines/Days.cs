using System.Collections.Immutable;
using System.Globalization;
using Generator.Modules;
using Model;

namespace Generator.Pipelines;

/// <summary>The days of the archive: what stands on each, and what was known at its end.</summary>
public static class Days
{
    /// <summary>
    /// An archive whose days times claims are few shows all that was known on each day; a larger one the claims reported last, so that a day costs the same however much came before it.
    /// </summary>
    private const int Few = 10_000, MostClaims = 6, MostHeld = 4, MostArticles = 12;

    /// <summary>What is to be shown of one day: what stands on it, and of what was known at its end the counts and the parts that the page shows, the one reported last at the end.</summary>
    private sealed record Shown(
        Day Day, ImmutableArray<TimelineEntry> Entries, int Articles, ImmutableArray<Article> Newest, int Figures, ImmutableArray<Id> LastFigures, int Statements, ImmutableArray<Id> LastStatements,
        bool All);

    public static IEnumerable<PagePlan> Pages(Archive archive)
    {
        var days = InOrder(archive);
        var index = new Link("Days", archive.Site.Url("/days/"));
        yield return new DaysPage(archive.Site, index.Url, "Days")
        {
            Description = "The days on which something was published or happened, each with what was known at its end.",
            Breadcrumbs = archive.Crumbs(),
            Years = [.. days.GroupBy(d => d.Day.Year).Select(g => new Group<DayEntry>(g.Key.ToString(CultureInfo.InvariantCulture),
                [.. g.Select(d => new DayEntry(LinkTo(archive, d.Day), d.Entries.Count(e => e.Kind == Kind.Article), d.Entries.Count(e => e.Kind == Kind.Event)))]))],
        };
        for (var i = 0; i < days.Count; i++)
        {
            var (shown, earlier, later) = (days[i], i > 0 ? LinkTo(archive, days[i - 1].Day) : null, i + 1 < days.Count ? LinkTo(archive, days[i + 1].Day) : null);
            yield return new(LinkTo(archive, shown.Day).Url, () => PageOf(archive, shown, index) with { Earlier = earlier, Later = later });
        }
    }

    /// <summary>Goes once through time and notes for each day what its page will show.</summary>
    private static List<Shown> InOrder(Archive archive)
    {
        var published = archive.Articles.Reverse().ToLookup(KnownFrom);
        var happened = archive.Records.Events.Values.OrderBy(e => e.Id).Where(e => e.Date?.Value.Machine is { Length: 10 }).ToLookup(e => e.Date!.Value.First);
        var days = published.Select(g => g.Key).Concat(happened.Select(g => g.Key)).Distinct().Order().ToList();
        var all = (long)days.Count * archive.Records.Claims.Count <= Few;
        var (articles, figures, statements) = (new List<Article>(), new List<Id>(), new List<Id>());
        var shown = new List<Shown>();
        foreach (var day in days)
        {
            foreach (var article in published[day])
            {
                articles.Add(article);
                foreach (var annotation in article.Annotations)
                {
                    if (annotation.Figure is { } figure) ToTheEnd(figures, figure.Of);
                    if (annotation.Stance is { } stance) ToTheEnd(statements, stance.On);
                }
            }
            // What is dated before the year 1, or has no last day, has no page; the first is known on all days.
            if (day.Year is <= 0 or >= 10_000) continue;
            shown.Add(new(day, ShowParts.OldestFirst(published[day].Select(archive.Entry).Concat(happened[day].Select(archive.Entry).OfType<TimelineEntry>())),
                articles.Count, [.. articles.TakeLast(MostArticles)], figures.Count, [.. figures.TakeLast(all ? figures.Count : MostClaims)],
                statements.Count, [.. statements.TakeLast(all ? statements.Count : MostClaims)], all));
        }
        return shown;
    }

    private static void ToTheEnd(List<Id> claims, Id claim)
    {
        claims.Remove(claim);
        claims.Add(claim);
    }

    /// <summary>The day from which an article counts as published: the last that its date can mean.</summary>
    private static Day KnownFrom(Article article) => article.Published.Value.Last;

    private static string Iso(Day day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.DayOfMonth:00}");

    private static Link LinkTo(Archive archive, Day day) => new(DateWords.Of(Edtf.Parse(Iso(day))), archive.Site.Url($"/days/{Iso(day)}/"));

    private static DayPage PageOf(Archive archive, Shown shown, Link index)
    {
        var self = LinkTo(archive, shown.Day);
        bool Known(Article article) => KnownFrom(article).CompareTo(shown.Day) <= 0;
        return new(archive.Site, self.Url, self.Text)
        {
            Day = Edtf.Parse(Iso(shown.Day)),
            Description = $"What was known at the end of {self.Text}, from {Count.Of(shown.Articles, "article")} published by then.",
            Breadcrumbs = archive.Crumbs(index),
            OnThisDay = shown.Entries,
            PublishedByThen = shown.Articles,
            Published = archive.NewestFirst(shown.Newest),
            KnownFigures = shown.Figures,
            Values = [.. ByWords(archive, shown.LastFigures).Select(id => KnownValue(archive, id, Known))],
            KnownStatements = shown.Statements,
            Positions = [.. ByWords(archive, shown.LastStatements).Select(id => KnownPositions(archive, id, Known, shown.All ? int.MaxValue : MostHeld))],
        };
    }

    private static IEnumerable<Id> ByWords(Archive archive, IEnumerable<Id> claims) => claims.OrderBy(id => archive.Records.Claims[id].Text, StringComparer.Ordinal).ThenBy(id => id);

    private static KnownValue KnownValue(Archive archive, Id claim, Func<Article, bool> known)
    {
        var values = archive.ValuesOf(claim);
        var then = values.Where(p => known(p.Article)).ToList();
        // A value that had been corrected by that day was not what was known at its end.
        var standing = then.Where(p => archive.CorrectionOf(p.Ref) is not { } by || !known(archive.Records.Articles[by.Article])).ToList();
        var latest = (standing.Count > 0 ? standing : then).MaxBy(Ledgers.InTime)!;
        var later = values.LastOrDefault(p => !known(p.Article));
        return new(archive.Link(new(Kind.Claim, claim)), archive.Row(latest),
            archive.CorrectionOf(latest.Ref) is { } correction && !known(archive.Records.Articles[correction.Article]) ? archive.PassageLink(correction) : null, later is null ? null : archive.Row(later));
    }

    private static KnownPositions KnownPositions(Archive archive, Id claim, Func<Article, bool> known, int most)
    {
        var held = new Dictionary<Ref, Passage>();
        foreach (var passage in archive.StancesOn(claim))
            if (known(passage.Article)) held[passage.Annotation.Said!.By] = passage;
        var shown = held.Count <= most ? held.Values : held.Values.OrderByDescending(p => p.Article.Published.Value).ThenBy(p => p.Article.Id).ThenBy(p => p.Annotation.Anchor.Start).Take(most);
        return new(archive.Link(new(Kind.Claim, claim)),
            [.. shown.OrderBy(p => archive.SortNameOf(p.Annotation.Said!.By), StringComparer.Ordinal).ThenBy(p => p.Annotation.Said!.By)
                .Select(p => new PositionKnown(archive.Link(p.Annotation.Said!.By), p.Annotation.Stance!.Is, archive.PassageLink(p.Ref), archive.Card(p.Article)))], held.Count);
    }
}
