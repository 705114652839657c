using System.Collections.Immutable;
using System.Globalization;
using Generator.Modules;
using Model;

namespace Generator.Pipelines;

/// <summary>The days of the archive: what stands on each, and what was known at its end.</summary>
public static class Days
{
    public static IEnumerable<Page> Pages(Archive archive)
    {
        var published = archive.Articles.ToLookup(KnownFrom);
        var happened = archive.Records.Events.Values.Where(e => e.Date?.Value.Machine is { Length: 10 }).ToLookup(e => e.Date!.Value.First);
        var days = published.Select(g => g.Key).Concat(happened.Select(g => g.Key)).Where(d => d.Year is > 0 and < 10_000).Distinct().Order().ToList();
        var index = new Link("Days", archive.Site.Url("/days/"));
        yield return new DaysPage(archive.Site, index.Url, "Days")
        {
            Description = "The days on which something was published or happened, each with what was known at its end.",
            Breadcrumbs = archive.Crumbs(),
            Years = [.. days.GroupBy(d => d.Year).Select(g => new Group<DayEntry>(g.Key.ToString(CultureInfo.InvariantCulture),
                [.. g.Select(d => new DayEntry(LinkTo(archive, d), published[d].Count(), happened[d].Count()))]))],
        };
        for (var i = 0; i < days.Count; i++)
        {
            yield return PageOf(archive, days[i], published, happened, index,
                i > 0 ? LinkTo(archive, days[i - 1]) : null, i + 1 < days.Count ? LinkTo(archive, days[i + 1]) : null);
        }
    }

    /// <summary>The day from which an article counts as published: the last that its date can mean.</summary>
    private static Day KnownFrom(Article article) => article.Published.Value.Last;

    private static string Iso(Day day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.DayOfMonth:00}");

    private static Link LinkTo(Archive archive, Day day) => new(DateWords.Of(Edtf.Parse(Iso(day))), archive.Site.Url($"/days/{Iso(day)}/"));

    private static DayPage PageOf(Archive archive, Day day, ILookup<Day, Article> published, ILookup<Day, Event> happened, Link index, Link? earlier, Link? later)
    {
        var known = archive.Articles.Where(a => KnownFrom(a).CompareTo(day) <= 0).ToList();
        var ids = known.Select(a => a.Id).ToHashSet();
        var self = LinkTo(archive, day);
        return new(archive.Site, self.Url, self.Text)
        {
            Day = Edtf.Parse(Iso(day)),
            Description = $"What was known at the end of {self.Text}, from {Count.Of(known.Count, "article")} published by then.",
            Breadcrumbs = archive.Crumbs(index),
            OnThisDay = ShowParts.OldestFirst(published[day].Select(archive.Entry).Concat(happened[day].Select(archive.Entry).OfType<TimelineEntry>())),
            Published = archive.NewestFirst(known),
            Values = [.. archive.Records.Claims.Values.Where(c => c.Kind == ClaimKind.Figure).OrderBy(c => c.Text, StringComparer.Ordinal).ThenBy(c => c.Id).Select(c => KnownValue(archive, c, ids)).OfType<KnownValue>()],
            Positions = [.. archive.Records.Claims.Values.Where(c => c.Kind == ClaimKind.Statement).OrderBy(c => c.Text, StringComparer.Ordinal).ThenBy(c => c.Id).Select(c => KnownPositions(archive, c, ids)).OfType<KnownPositions>()],
            Earlier = earlier,
            Later = later,
        };
    }

    private static KnownValue? KnownValue(Archive archive, Claim claim, HashSet<Id> known)
    {
        var byTime = archive.ValuesOf(claim.Id)
            .OrderBy(p => (p.Annotation.Figure!.AsOf ?? p.Article.Published).Value).ThenBy(p => p.Article.Published.Value).ThenBy(p => p.Annotation.Anchor.Start).ToList();
        var then = byTime.Where(p => known.Contains(p.Article.Id)).ToList();
        // A value that had been corrected by that day was not what was known at its end.
        var latest = then.LastOrDefault(p => archive.CorrectionOf(p.Ref) is not { } by || !known.Contains(by.Article)) ?? then.LastOrDefault();
        if (latest is null) return null;
        var after = byTime.LastOrDefault(p => !known.Contains(p.Article.Id));
        return new(archive.Link(claim.Ref), archive.Row(latest),
            archive.CorrectionOf(latest.Ref) is { } correction && !known.Contains(correction.Article) ? archive.PassageLink(correction) : null,
            after is null ? null : archive.Row(after));
    }

    private static KnownPositions? KnownPositions(Archive archive, Claim claim, HashSet<Id> known)
    {
        var held = archive.StancesOn(claim.Id).Where(p => known.Contains(p.Article.Id))
            .GroupBy(p => p.Annotation.Said!.By)
            .OrderBy(g => archive.SortNameOf(g.Key), StringComparer.Ordinal).ThenBy(g => g.Key)
            .Select(g => new PositionKnown(archive.Link(g.Key), g.Last().Annotation.Stance!.Is, archive.PassageLink(g.Last().Ref), archive.Card(g.Last().Article))).ToImmutableArray();
        return held.Length == 0 ? null : new(archive.Link(claim.Ref), held);
    }
}
