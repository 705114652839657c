using System.Collections.Immutable;
using System.Globalization;
using Generator.Modules;
using Model;

namespace Generator.Pipelines;

/// <summary>The days of the archive: what stands on each, and what was known at its end. Goes once through time, so that a day costs what it shows.</summary>
public static class Days
{
    /// <summary>
    /// An archive whose days times claims are few shows all that was known on each day; a larger one the claims reported last, so that a day costs the same however much came before it.
    /// </summary>
    private const int Few = 10_000, MostOfMany = 12, MostArticles = 12;

    public static IEnumerable<Page> Pages(Archive archive)
    {
        var published = archive.Articles.Reverse().ToLookup(KnownFrom);
        var happened = archive.Records.Events.Values.OrderBy(e => e.Id).Where(e => e.Date?.Value.Machine is { Length: 10 }).ToLookup(e => e.Date!.Value.First);
        var days = published.Select(g => g.Key).Concat(happened.Select(g => g.Key)).Where(d => d.Year is > 0 and < 10_000).Distinct().Order().ToList();
        var index = new Link("Days", archive.Site.Url("/days/"));
        yield return new DaysPage(archive.Site, index.Url, "Days")
        {
            Description = "The days on which something was published or happened, each with what was known at its end.",
            Breadcrumbs = archive.Crumbs(),
            Years = [.. days.GroupBy(d => d.Year).Select(g => new Group<DayEntry>(g.Key.ToString(CultureInfo.InvariantCulture),
                [.. g.Select(d => new DayEntry(LinkTo(archive, d), published[d].Count(), happened[d].Count()))]))],
        };
        var most = (long)days.Count * archive.Records.Claims.Count <= Few ? int.MaxValue : MostOfMany;
        var known = new Knowledge(archive);
        // What was published before every day that can have a page was known on the first of them.
        foreach (var before in published.Where(g => g.Key.Year <= 0).OrderBy(g => g.Key).SelectMany(g => g)) known.Learn(before);
        for (var i = 0; i < days.Count; i++)
        {
            foreach (var article in published[days[i]]) known.Learn(article);
            yield return PageOf(archive, known, most, days[i], [.. published[days[i]].Select(archive.Entry), .. happened[days[i]].Select(archive.Entry).OfType<TimelineEntry>()], index) with
            {
                Earlier = i > 0 ? LinkTo(archive, days[i - 1]) : null,
                Later = i + 1 < days.Count ? LinkTo(archive, days[i + 1]) : null,
            };
        }
    }

    /// <summary>The day from which an article counts as published: the last that its date can mean.</summary>
    private static Day KnownFrom(Article article) => article.Published.Value.Last;

    private static string Iso(Day day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.DayOfMonth:00}");

    private static Link LinkTo(Archive archive, Day day) => new(DateWords.Of(Edtf.Parse(Iso(day))), archive.Site.Url($"/days/{Iso(day)}/"));

    private static DayPage PageOf(Archive archive, Knowledge known, int most, Day day, IEnumerable<TimelineEntry> onThisDay, Link index)
    {
        var self = LinkTo(archive, day);
        return new(archive.Site, self.Url, self.Text)
        {
            Day = Edtf.Parse(Iso(day)),
            Description = $"What was known at the end of {self.Text}, from {Count.Of(known.Articles.Count, "article")} published by then.",
            Breadcrumbs = archive.Crumbs(index),
            OnThisDay = ShowParts.OldestFirst(onThisDay),
            PublishedByThen = known.Articles.Count,
            Published = archive.NewestFirst(known.Articles.TakeLast(MostArticles)),
            KnownFigures = known.Figures.Count,
            Values = [.. InOrder(archive, known.Figures, most).Select(id => KnownValue(archive, known, id))],
            KnownStatements = known.Statements.Count,
            Positions = [.. InOrder(archive, known.Statements, most).Select(id => KnownPositions(archive, known.LatestPositions(id), most, id))],
        };
    }

    /// <summary>The claims to show, by their words.</summary>
    private static IEnumerable<Id> InOrder(Archive archive, IReadOnlyList<Id> claims, int most) => claims.TakeLast(most)
        .OrderBy(id => archive.Records.Claims[id].Text, StringComparer.Ordinal).ThenBy(id => id);

    private static KnownValue KnownValue(Archive archive, Knowledge known, Id claim)
    {
        var latest = known.LatestValue(claim);
        var correction = archive.CorrectionOf(latest.Ref);
        var later = Newest(archive.ValuesOf(claim).Where(p => !known.Has(p.Article.Id)));
        return new(archive.Link(new(Kind.Claim, claim)), archive.Row(latest),
            correction is { } by && !known.Has(by.Article) ? archive.PassageLink(by) : null, later is null ? null : archive.Row(later));
    }

    private static KnownPositions KnownPositions(Archive archive, IReadOnlyCollection<Passage> held, int most, Id claim) => new(archive.Link(new(Kind.Claim, claim)),
        [.. (held.Count <= most ? held : held.OrderByDescending(p => p.Article.Published.Value).ThenBy(p => p.Article.Id).ThenBy(p => p.Annotation.Anchor.Start).Take(most))
            .OrderBy(p => archive.SortNameOf(p.Annotation.Said!.By), StringComparer.Ordinal).ThenBy(p => p.Annotation.Said!.By)
            .Select(p => new PositionKnown(archive.Link(p.Annotation.Said!.By), p.Annotation.Stance!.Is, archive.PassageLink(p.Ref), archive.Card(p.Article)))], held.Count);

    private static Passage? Newest(IEnumerable<Passage> values)
    {
        Passage? newest = null;
        foreach (var value in values)
            if (newest is null || Knowledge.InTime.Compare(newest, value) <= 0) newest = value;
        return newest;
    }
}
