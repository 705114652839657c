using System.Collections.Immutable;
using System.Globalization;
using Generator.Record;
using Model;

namespace Generator.Modules;

/// <summary>Turns what the archive knows into the values that pages show: cards, excerpts, chains, ledger rows.</summary>
public static class ShowParts
{
    public static Link Link(this Archive archive, Ref record) => archive.Once.Links.Of(archive.NumberOf(record), (archive, record), static from => new(from.archive.NameOf(from.record), from.archive.UrlOf(from.record))
    {
        IsSupplied = from.record.Kind == Kind.Article && from.archive.Records.Articles[from.record.Id].Headline.Provenance?.Evidence == Evidence.Conjecture,
    });

    public static ImmutableArray<Link> Links(this Archive archive, Kind kind, IEnumerable<Id> ids) => [.. ids.Select(id => archive.Link(id.To(kind)))];

    public static ArticleCard Card(this Archive archive, Article article) => archive.Once.Cards.Of(article.Number, (archive, article), static from => new(
        from.archive.Link(from.article.Ref), from.article.Language, from.article.Published, from.archive.Link(from.article.Source.Value.To(Kind.Source)), from.article.Summary, from.article.Genre?.Value));

    /// <summary>Newest first, as given by the archive oldest first.</summary>
    public static ImmutableArray<ArticleCard> NewestFirst(this Archive archive, IEnumerable<Article> articles) =>
        [.. articles.OrderByDescending(a => a.Published.Value).ThenBy(a => a.Id).Select(archive.Card)];

    /// <summary>A passage in its sentence.</summary>
    public static Reference Reference(this Archive archive, Passage passage) =>
        archive.Once.References.Of(passage.Number, (archive, passage), static from => Made(from.archive, from.passage));

    private static Reference Made(Archive archive, Passage passage)
    {
        var (article, anchor) = (passage.Article, passage.Annotation.Anchor);
        return new(Excerpt(article, () => SentenceAt(article, passage.Index, anchor)), archive.Card(article), archive.UrlOf(article, passage.Annotation.Id), SeedLine(article, anchor.SeedLine));
    }

    private static InSentence SentenceAt(Article article, int annotation, Anchor anchor) => article.SentenceOf(annotation) ?? SplitSentences.Around(article.Text, anchor);

    /// <summary>Where a passage stands on the site: at its words, or the article of which no words may be shown.</summary>
    private static Url UrlOf(this Archive archive, Article article, string passage)
    {
        var page = archive.UrlOf(article);
        return article.Publish == Publication.Metadata ? page : page.At(passage);
    }

    /// <summary>A mention in its sentence.</summary>
    public static Reference Reference(this Archive archive, MentionIn mention)
    {
        var (article, m) = (mention.Article, mention.Mention);
        return new(Excerpt(article, () => InSentence.Of(article.Text, m.SentenceStart, m.Start, m.End, m.SentenceEnd)), archive.Card(article), archive.UrlOf(mention), SeedLine(mention));
    }

    /// <summary>Where a mention stands on the site: the passage there when an annotation anchors it, else its paragraph where the text is shown, else the article.</summary>
    public static Url UrlOf(this Archive archive, MentionIn mention)
    {
        foreach (var mark in mention.Article.Marks)
            if (mark.Anchor.Start <= mention.Mention.Start && mention.Mention.End <= mark.Anchor.End) return archive.UrlOf(mention.Article, mark.Id);
        var page = archive.UrlOf(mention.Article);
        return mention.Article.Publish == Publication.Full && mention.Article.Text.ParagraphAt(mention.Mention.Start) is { } number ? page.AtParagraph(number) : page;
    }

    /// <summary>The line of the seed that a mention begins on; null when the site does not show it.</summary>
    public static int? SeedLine(MentionIn mention) => SeedLine(mention.Article, mention.Mention.SeedLine);

    private static int? SeedLine(Article article, int line) => article.Publish == Publication.Full ? line : null;

    public static Reference Reference(this Archive archive, Outcome outcome)
    {
        var article = archive.Records.Articles[outcome.Article];
        var page = archive.UrlOf(article);
        return new(Excerpt(article, () => SplitSentences.Around(article.Text, outcome.Anchor)), archive.Card(article),
            article.Publish == Publication.Full ? page.AtSeedLine(outcome.Anchor.SeedLine) : page, SeedLine(article, outcome.Anchor.SeedLine));
    }

    private static Excerpt Excerpt(Article article, Func<InSentence> read)
    {
        // Of some texts only the annotated words may be quoted, of others none, and these are not read.
        if (article.Publish == Publication.Metadata) return new("", Model.Excerpt.Withheld, "", article.Language);
        var (before, words, after) = read();
        return article.Publish == Publication.Full ? new(before, words, after, article.Language) : new("", words, "", article.Language);
    }

    /// <summary>The way of a passage's words from speaker to reader; null when nobody is said to have said them.</summary>
    public static Chain? Chain(this Archive archive, Passage passage) =>
        passage.Annotation.Said is null ? null : archive.Once.Chains.Of(passage.Number, (archive, passage), static from => Chain(from.archive, from.passage, from.passage.Annotation.Said!));

    private static Chain Chain(Archive archive, Passage passage, Said said)
    {
        var links = new List<Ref> { said.By };
        Ref[] origin = passage.Article.Origin is { } from ? [from.Value.To(Kind.Source)] : [];
        foreach (var link in (IEnumerable<Ref>)[.. said.Via, .. origin, passage.Article.Source.Value.To(Kind.Source)])
            if (links[^1] != link) links.Add(link);
        // A publisher that speaks for itself is both ends of the chain.
        if (links.Count == 1) links.Add(links[0]);
        return new([.. links.Select(r => new ChainLink(archive.Link(r), archive.IsUnnamed(r)))], [.. said.To.Select(archive.Link)], said.Direct, said.Verb, said.Cert);
    }

    public static Utterance? Utterance(this Archive archive, Passage passage) =>
        passage.Annotation.Said is null ? null : archive.Once.Utterances.Of(passage.Number, (archive, passage), static from => new(from.archive.Reference(from.passage), from.archive.Chain(from.passage)!));

    public static ImmutableArray<Utterance> Utterances(this Archive archive, IEnumerable<Passage> passages) =>
        [.. passages.Select(archive.Utterance).OfType<Utterance>()];

    public static ReportedValue Value(this Archive archive, Figure figure) =>
        new(ValueWords(figure, archive.Records.Claims[figure.Of].Unit), figure.AsOf, figure.Rank);

    /// <summary>Such as <c>48 people</c>, <c>at least 400 people</c>, <c>10 to 12 percent</c>, <c>50 ± 5</c>.</summary>
    public static string ValueWords(Figure figure, string? unit)
    {
        static string Number(decimal? n) => n!.Value.ToString("#,0.############", CultureInfo.InvariantCulture);
        var words = figure switch
        {
            { Value: not null, Margin: not null } => $"{Number(figure.Value)} ± {Number(figure.Margin)}",
            { Value: not null } => Number(figure.Value),
            { Min: not null, Max: not null } => $"{Number(figure.Min)} to {Number(figure.Max)}",
            { Min: not null } => $"at least {Number(figure.Min)}",
            _ => $"at most {Number(figure.Max)}",
        };
        // The unit stands in the plural, which "1" cannot take.
        return unit is null ? words : unit == "percent" ? words + "%" : figure is { Value: 1, Margin: null } ? $"{words} ({unit})" : $"{words} {unit}";
    }

    /// <summary>The value that a passage reports, in its ledger.</summary>
    public static LedgerRow Row(this Archive archive, Passage passage) => archive.Once.Rows.Of(passage.Number, (archive, passage), static from => MadeRow(from.archive, from.passage));

    private static LedgerRow MadeRow(Archive archive, Passage passage)
    {
        var figure = passage.Annotation.Figure!;
        return new(archive.Value(figure), archive.Chain(passage), archive.Reference(passage),
            figure.Corrects is { } corrected ? archive.PassageLink(corrected) : null,
            archive.CorrectionOf(passage.Ref) is { } by ? archive.PassageLink(by) : null);
    }

    /// <summary>The words at a passage, leading there.</summary>
    public static Link PassageLink(this Archive archive, PassageRef passage)
    {
        var article = archive.Records.Articles[passage.Article];
        return new(article.Publish == Publication.Metadata ? Model.Excerpt.Withheld : WordsOf(article, passage.Annotation), archive.UrlOf(article, passage.Annotation));
    }

    private static string WordsOf(Article article, string annotation)
    {
        var marks = article.Marks;
        var at = Array.FindIndex([.. marks], m => m.Id == annotation);
        return SentenceAt(article, at, marks[at].Anchor).Words;
    }

    /// <summary>The values or positions that stand in a claim's ledger, and how they stand to each other.</summary>
    public static ClaimCard ClaimCard(this Archive archive, Id id) => archive.ReadAsOne(Part.Summary, id.To(Kind.Claim),
        () => archive.Once.ClaimCards.Of(archive.NumberOf(id.To(Kind.Claim)), (archive, id), static from => MadeCard(from.archive, from.id)));

    private static ClaimCard MadeCard(Archive archive, Id id)
    {
        var claim = archive.Records.Claims[id];
        if (claim.Kind == ClaimKind.Figure)
        {
            var passages = archive.ValuesOf(id);
            var values = StandingValues(archive, id);
            return new(archive.Link(claim.Ref), claim.Kind, values.Length > Model.ClaimCard.MostValues ? [values[0], values[^1]] : values, values.Length, passages.Select(p => p.Article.Id).Distinct().Count(), archive.AgreementOn(claim));
        }
        var stances = archive.StancesOn(id);
        var positions = stances.Select(p => p.Annotation.Stance!.Is).Distinct().Order().ToList();
        return new(archive.Link(claim.Ref), claim.Kind, [.. positions.Select(p => Words.Spaced(p.ToString()))], positions.Count,
            stances.Select(p => p.Article.Id).Distinct().Count(), archive.AgreementOn(claim));
    }

    /// <summary>The different values of a figure, the smallest first.</summary>
    public static ImmutableArray<string> StandingValues(this Archive archive, Id claim)
    {
        var unit = archive.Records.Claims[claim].Unit;
        return [.. archive.StandingValuesOf(claim)
            .OrderBy(p => p.Annotation.Figure!.Value ?? p.Annotation.Figure.Min ?? p.Annotation.Figure.Max)
            .Select(p => ValueWords(p.Annotation.Figure!, unit)).Distinct()];
    }

    /// <summary>How often each record occurs, most first, then by sort name.</summary>
    public static Tallied Tallies(this Archive archive, IEnumerable<Ref> records, int most = Tallied.Shown) => archive.Tallies(records.CountBy(r => r).Select(c => (c.Key, c.Value)), most);

    /// <summary>How many of these articles each record of a kind is in, most first, then by sort name.</summary>
    public static Tallied Tallies(this Archive archive, IEnumerable<Article> articles, Kind kind, int most = Tallied.Shown) => archive.Tallies(archive.CountFeatures(articles, kind), most);

    /// <summary>The same of what was counted already.</summary>
    public static Tallied Tallies(this Archive archive, IEnumerable<(Ref Record, int Count)> counts, int most = Tallied.Shown)
    {
        var all = counts.ToList();
        // A hub stands beside thousands: those that cannot be shown need not be put in order by their names.
        var least = all.Count > most ? all.Select(c => c.Count).OrderDescending().ElementAt(most - 1) : 0;
        return new([.. all.Where(c => c.Count >= least).OrderByDescending(c => c.Count).ThenBy(c => archive.SortNameOf(c.Record), StringComparer.Ordinal).ThenBy(c => c.Record)
            .Take(most).Select(c => new Tally(archive.Link(c.Record), c.Count))], all.Count);
    }

    public static ImmutableArray<Link> Crumbs(this Archive archive, params ReadOnlySpan<Link> below) =>
        [new("Home", archive.Site.Url("/")), .. below];

    /// <summary>What stands on an article's date, such as an event or an article, in a told story.</summary>
    public static TimelineEntry Entry(this Archive archive, Article article) =>
        new(article.Published, Kind.Article, archive.Link(article.Ref), archive.NameOf(article.Source.Value.To(Kind.Source)));

    /// <summary>An event on a timeline; null without a date.</summary>
    public static TimelineEntry? Entry(this Archive archive, Event happening) => happening.Date is { } date
        ? new(date, Kind.Event, archive.Link(happening.Ref), happening.Place is { } place ? archive.NameOf(place.Value.To(Kind.Place)) : null) : null;

    /// <summary>Oldest first; of one date events before articles, then by name.</summary>
    public static ImmutableArray<TimelineEntry> OldestFirst(IEnumerable<TimelineEntry> entries) =>
        [.. entries.OrderBy(e => e.Date.Value).ThenByDescending(e => e.Kind).ThenBy(e => e.To.Url.Path, StringComparer.Ordinal)];
}
