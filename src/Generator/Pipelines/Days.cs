using System.Collections.Immutable;
using System.Globalization;
using Generator.Modules;
using Model;

namespace Generator.Pipelines;

/// <summary>The days of the archive: what stands on each, and what was known at its end.</summary>
public static class Days
{
    /// <summary>
    /// An archive whose days times claims are few shows all that was known on each day; a larger one what the day added, so that a day costs the same however much came before it.
    /// </summary>
    private const int Few = 10_000, MostArticles = 12;

    /// <summary>
    /// What is to be shown of one day: what stands on it, and of what was known at its end the counts and the parts that the page shows; <paramref name="All"/>: that is all of it.
    /// </summary>
    private sealed record Shown(
        Day Day, ImmutableArray<Id> Published, ImmutableArray<Id> Happened, int Articles, ImmutableArray<Id> Newest, int Figures, ImmutableArray<Id> ShownFigures,
        int Statements, ImmutableArray<Id> ShownStatements, bool All)
    {
        public Day? Earlier { get; init; }
        public Day? Later { get; init; }

        public ulong Print()
        {
            var print = new Fingerprint();
            foreach (var ids in (ImmutableArray<Id>[])[Published, Happened, Newest, ShownFigures, ShownStatements])
            {
                print.Add((ulong)ids.Length);
                foreach (var id in ids) print.Add(id.Value);
            }
            foreach (var number in (ReadOnlySpan<int>)[Articles, Figures, Statements, All ? 1 : 0]) print.Add((ulong)number);
            foreach (var day in (ReadOnlySpan<Day?>)[Earlier, Later]) print.Add(day is { } next ? (ulong)((((next.Year * 12L) + next.Month) * 31) + next.DayOfMonth) : 0);
            return print.Value;
        }
    }

    public static IEnumerable<PagePlan> Pages(Archive archive)
    {
        var index = new Link("Days", archive.Site.Url("/days/"));
        yield return new(index.Url, () => IndexOf(archive, index));
        var days = InOrder(archive);
        for (var i = 0; i < days.Count; i++)
        {
            var shown = days[i] with { Earlier = i > 0 ? days[i - 1].Day : null, Later = i + 1 < days.Count ? days[i + 1].Day : null };
            yield return new(UrlOf(archive, shown.Day), () => PageOf(archive, shown, index)) { Own = shown.Print(), Time = $"{shown.Day.Year:0000}-{shown.Day.Month:00}" };
        }
    }

    private static DaysPage IndexOf(Archive archive, Link index) => new(archive.Site, index.Url, "Days")
    {
        Description = "The days on which something was published or happened, each with what was known at its end.",
        Breadcrumbs = archive.Crumbs(),
        Groups = [.. Standing(archive).Where(d => HasPage(d.Day)).GroupBy(d => d.Day.Year).Select(g => new Group<DayEntry>(g.Key.ToString(CultureInfo.InvariantCulture),
            [.. g.Select(d => new DayEntry(LinkTo(archive, d.Day), d.Published.Count, d.Happened.Count))]))],
    };

    /// <summary>What stands on each day of the archive, in the order of time.</summary>
    private static List<(Day Day, List<Article> Published, List<Event> Happened)> Standing(Archive archive)
    {
        var days = new Dictionary<Day, (List<Article> Published, List<Event> Happened)>();
        (List<Article> Published, List<Event> Happened) On(Day day) => days.TryGetValue(day, out var there) ? there : days[day] = ([], []);
        foreach (var article in archive.Articles.Reverse()) On(KnownFrom(article)).Published.Add(article);
        foreach (var happening in archive.Records.Events.Values)
            if (happening.Date?.Value is { Machine.Length: 10 } date) On(date.First).Happened.Add(happening);
        return [.. days.OrderBy(d => d.Key).Select(d => (d.Key, d.Value.Published, d.Value.Happened))];
    }

    // What is dated before the year 1, or has no last day, has no page; the first is known on all days.
    private static bool HasPage(Day day) => day.Year is > 0 and < 10_000;

    /// <summary>Goes once through time and notes for each day what its page will show.</summary>
    private static List<Shown> InOrder(Archive archive)
    {
        var days = Standing(archive);
        var all = (long)days.Count * archive.Records.Claims.Count <= Few;
        var articles = new List<Id>();
        var reported = archive.Records.Claims.Keys.Select(claim => (Claim: archive.NumberOf(claim.To(Kind.Claim)), On: archive.ArticlesOn(claim))).ToList();
        var (figures, statements) = (new KnownClaims(archive, reported.Select(r => (r.Claim, r.On.Values))), new KnownClaims(archive, reported.Select(r => (r.Claim, r.On.Positions))));
        var shown = new List<Shown>();
        foreach (var (day, published, happened) in days)
        {
            articles.AddRange(published.Select(a => a.Id));
            var (newFigures, newStatements) = (figures.Take(published), statements.Take(published));
            if (!HasPage(day)) continue;
            shown.Add(new(day, [.. published.Select(a => a.Id)], [.. happened.Select(e => e.Id)], articles.Count, all ? [.. articles.TakeLast(MostArticles)] : [],
                figures.Count, all ? figures.All : newFigures, statements.Count, all ? statements.All : newStatements, all));
        }
        return shown;
    }

    /// <summary>The claims that some articles report on, found from the claims' ledgers: the articles need not be read for it.</summary>
    private sealed class KnownClaims
    {
        private readonly ImmutableArray<Ref> _records;
        private readonly Archive _archive;

        // Claims by their places among all records, which is the order of their ids: those of each article, by its ordinal; and whether each is known.
        private readonly List<int>?[] _claims;
        private readonly bool[] _known;

        public KnownClaims(Archive archive, IEnumerable<(int Claim, ImmutableArray<Article> Reporting)> claims)
        {
            (_archive, _records) = (archive, archive.AllRecords());
            (_claims, _known) = (new List<int>?[archive.Articles.Length], new bool[_records.Length]);
            foreach (var (claim, reporting) in claims)
                foreach (var article in reporting) (_claims[archive.OrdinalOf(article)] ??= []).Add(claim);
        }

        /// <summary>How many were taken.</summary>
        public int Count { get; private set; }

        /// <summary>All that were taken, in order.</summary>
        public ImmutableArray<Id> All => [.. Enumerable.Range(0, _known.Length).Where(number => _known[number]).Select(number => _records[number].Id)];

        /// <summary>Takes the claims of these articles, and gives them, each once and in order.</summary>
        public ImmutableArray<Id> Take(List<Article> articles)
        {
            int[] taken = [.. articles.SelectMany(a => _claims[_archive.OrdinalOf(a)] ?? []).Distinct().Order()];
            foreach (var number in taken)
            {
                if (_known[number]) continue;
                _known[number] = true;
                Count++;
            }
            return [.. taken.Select(number => _records[number].Id)];
        }
    }

    /// <summary>The day from which an article counts as published: the last that its date can mean.</summary>
    private static Day KnownFrom(Article article) => article.Listed.Published.Last;

    private static string Iso(Day day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.DayOfMonth:00}");

    private static Url UrlOf(Archive archive, Day day) => archive.Site.Url($"/days/{Iso(day)}/");

    private static Link LinkTo(Archive archive, Day day) => new(DateWords.Of(Edtf.Parse(Iso(day))), UrlOf(archive, day));

    private static DayPage PageOf(Archive archive, Shown shown, Link index)
    {
        var self = LinkTo(archive, shown.Day);
        var articles = shown.Published.Select(id => archive.Records.Articles[id]).ToList();
        var said = shown.All || (shown.ShownFigures.IsEmpty && shown.ShownStatements.IsEmpty) ? [] : articles.SelectMany(a => archive.SayingsOf(a)).ToList();
        var (values, stances) = (said.ToLookup(p => p.Annotation.Figure?.Of), said.ToLookup(p => p.Annotation.Stance?.On));
        bool Known(Article article) => KnownFrom(article).CompareTo(shown.Day) <= 0;
        return new(archive.Site, self.Url, self.Text)
        {
            Day = Edtf.Parse(Iso(shown.Day)),
            Description = $"What was known at the end of {self.Text}, from {Count.Of(shown.Articles, "article")} published by then.",
            Breadcrumbs = archive.Crumbs(index),
            All = shown.All,
            OnThisDay = ShowParts.OldestFirst(articles.Select(archive.Entry).Concat(shown.Happened.Select(id => archive.Entry(archive.Records.Events[id])).OfType<TimelineEntry>())),
            PublishedByThen = shown.Articles,
            Published = archive.NewestFirst(shown.Newest.Select(id => archive.Records.Articles[id])),
            KnownFigures = shown.Figures,
            Values = [.. ByWords(archive, shown.ShownFigures).Select(id => shown.All ? KnownValue(archive, id, Known) : ReportedValue(archive, id, values[id]))],
            KnownStatements = shown.Statements,
            Positions = [.. ByWords(archive, shown.ShownStatements).Select(id => KnownPositions(archive, id, shown.All ? archive.StancesOn(id).Where(p => Known(p.Article)) : stances[id]))],
            Earlier = shown.Earlier is { } earlier ? LinkTo(archive, earlier) : null,
            Later = shown.Later is { } later ? LinkTo(archive, later) : null,
        };
    }

    private static IEnumerable<Id> ByWords(Archive archive, IEnumerable<Id> claims) => claims.OrderBy(id => archive.Records.Claims[id].Text, StringComparer.Ordinal).ThenBy(id => id);

    private static KnownValue KnownValue(Archive archive, Id claim, Func<Article, bool> known)
    {
        var values = archive.ValuesOf(claim);
        var then = values.Where(p => known(p.Article)).ToList();
        // A value that had been corrected by that day was not what was known at its end.
        var standing = then.Where(p => archive.CorrectionOf(p.Ref) is not { } by || !known(archive.Records.Articles[by.Article])).ToList();
        var latest = (standing.Count > 0 ? standing : then).MaxBy(Ledgers.InTime);
        var later = values.Where(p => !known(p.Article)).Select(p => (Passage?)p).LastOrDefault();
        return new(archive.Link(claim.To(Kind.Claim)), archive.Row(latest),
            archive.CorrectionOf(latest.Ref) is { } correction && !known(archive.Records.Articles[correction.Article]) ? archive.PassageLink(correction) : null, later is null ? null : archive.Row(later.Value));
    }

    /// <summary>The value that the articles of a day give last; what came later stands in the claim's ledger.</summary>
    private static KnownValue ReportedValue(Archive archive, Id claim, IEnumerable<Passage> values) =>
        new(archive.Link(claim.To(Kind.Claim)), archive.Row(values.MaxBy(Ledgers.InTime)), null, null);

    private static KnownPositions KnownPositions(Archive archive, Id claim, IEnumerable<Passage> taken)
    {
        var held = new Dictionary<Ref, Passage>();
        foreach (var passage in taken) held[passage.Annotation.Said!.By] = passage;
        return new(archive.Link(claim.To(Kind.Claim)),
            [.. held.Values.OrderBy(p => archive.SortNameOf(p.Annotation.Said!.By), StringComparer.Ordinal).ThenBy(p => p.Annotation.Said!.By)
                .Select(p => new PositionKnown(archive.Link(p.Annotation.Said!.By), p.Annotation.Stance!.Is, archive.PassageLink(p.Ref), archive.Card(p.Article)))]);
    }
}
