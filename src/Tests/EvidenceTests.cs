using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Generator.Modules;
using Model;

namespace Tests;

/// <summary>What the pages of evidence hold for any record: charts, origins, coverage, drift.</summary>
public sealed class EvidenceTests
{
    private const string Record = "input/articles/many.yaml";

    private static readonly Gen<string[]> Figures = Gen.ArrayOf(
        from date in Gen.Elements("", "2031-05-14", "2031-05", "2031-05-10/2031-05-20", "2031-05-01~", "2031-06/..", "1999", "2031?")
        from value in Gen.Elements("value: 5", "value: 0", "value: -3.25", "min: 10", "max: 1000000", "min: 1, max: 2", "value: 7, margin: 2", "value: 1000000000000000", "min: 0, max: 0")
        from rank in Gen.Elements("", ", rank: deprecated", ", rank: preferred")
        select $"{{ of: captives-held, {value}{rank}{(date.Length > 0 ? $", as_of: \"{date}\"" : "")} }}", 9);

    [Fact]
    public void Every_mark_of_a_chart_lies_in_its_plot_and_stands_for_a_row_of_the_ledger() => Prop.ForAll(Arb.From(Figures), figures =>
    {
        using var test = WithFigures(figures);
        var page = test.Build().Pages.OfType<ClaimPage>().Single(p => p.Url.Path == "/claims/captives-held/");
        Assert.Equal(page.Values.Length > 1, page.Chart is not null);
        if (page.Chart is not { } chart) return;
        Assert.Equal(page.Values.Length, chart.Marks.Length);
        Assert.All(chart.Marks, m =>
        {
            Assert.InRange(m.X, chart.Left, chart.Right);
            Assert.InRange(m.Y, chart.Top, chart.Bottom);
            Assert.True(m.High <= m.Y && m.Y <= m.Low, $"{m}");
            Assert.True(m.From <= m.To, $"{m}");
            Assert.InRange(m.Source, 0, chart.Sources.Length - 1);
        });
        Assert.All(chart.Days.Concat(chart.Numbers), t => Assert.NotEqual("", t.Label));
        Assert.InRange(chart.Days.Length, 0, 8);
        Assert.InRange(chart.Numbers.Length, 1, 8);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void The_origins_of_a_claim_share_out_its_reports() => Prop.ForAll(Arb.From(Figures), figures =>
    {
        using var test = WithFigures(figures);
        var site = test.Build();
        foreach (var claim in site.Archive.Records.Claims.Keys)
        {
            var reports = site.Archive.ValuesOf(claim).ToList();
            var origins = Origins.Of(site.Archive, reports);
            Assert.Equal(reports.Count, origins.Sum(o => o.Reports.Length));
            Assert.Equal(origins.Length, origins.Select(o => o.Root).Distinct().Count());
            Assert.All(origins, o => Assert.All(o.Reports, r => Assert.Equal(o.Root, Origins.Root(r))));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void Coverage_shares_out_the_sentences_of_the_real_articles()
    {
        var archive = new Generator.Build(new(SiteTest.Checkout), new(), _ => { }).ReadArchive()!;
        foreach (var article in archive.Articles)
        {
            var all = FindUncovered.In(article, archive.MentionsIn(article));
            var bare = FindUncovered.In(article with { Annotations = [], Waivers = [] }, archive.MentionsIn(article));
            Assert.Equal(bare.Checkable, all.Checkable);
            Assert.Equal(bare.Checkable, bare.Uncovered.Length);
            Assert.Empty(all.Uncovered);
            Assert.Empty(all.Idle);
        }
    }

    [Fact]
    public void Related_articles_are_those_that_counting_one_by_one_would_give()
    {
        using var made = SiteTest.MadeUp(80, seed: 3);
        var archive = made.Build().Archive;
        foreach (var article in archive.Articles)
        {
            var counted = archive.Articles.Where(other => other.Id != article.Id)
                .Select(other => (Other: other, Weight: archive.FeaturesOf(article).Where(f => archive.FeaturesOf(other).Contains(f)).Sum(f => (long)Math.Round(1e6 / Math.Log(archive.About(f).Count)))))
                .Where(c => c.Weight > 0).OrderByDescending(c => c.Weight).ThenByDescending(c => c.Other.Published.Value).ThenBy(c => c.Other.Id).Take(8);

            Assert.Equal(counted.Select(c => c.Other.Id), RelatedArticles.Of(archive, article, 8).Select(r => r.Article.Id));
        }
    }

    [Fact]
    public void A_seed_with_lines_put_in_front_moves_every_anchor_and_loses_none() => Prop.ForAll(Arb.From(Gen.Choose(1, 9)), lines =>
    {
        var archive = new Generator.Build(new(SiteTest.Checkout), new(), _ => { }).ReadArchive()!;
        var article = archive.Articles[^1];
        var rules = new TextRules(null, [], [], []);
        AnchorQuotes Quotes(string text)
        {
            var seed = article.Seed with { Text = text };
            return new(seed, CleanText.Of(seed, rules, new()));
        }
        var quotes = article.Annotations.Select(a => new TypedQuote(new(default, article.Text.Text[a.Anchor.Start..a.Anchor.End], Plain: true, Comment: null), null, null,
            new(default, Nth(article, a).ToString(CultureInfo.InvariantCulture), Plain: true, Comment: null)));
        var drift = FindDrift.Of(article.Id, quotes, Quotes(string.Concat(Enumerable.Repeat("Lines that nobody quotes.\n", lines)) + article.Seed.Text), Quotes(article.Seed.Text));

        Assert.All(drift.Anchors, a => Assert.Equal((DriftKind.Moved, a.WasOnLine + lines, (string?)null), (a.Kind, a.IsOnLine, a.NewSentence)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(5));

    /// <summary>Which of the places where its words stand an annotation means, from 1.</summary>
    private static int Nth(Article article, Annotation annotation)
    {
        var (text, words) = (FoldText.Fold(article.Text.Text), FoldText.Fold(article.Text.Text[annotation.Anchor.Start..annotation.Anchor.End]));
        var nth = 1;
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0 && at < annotation.Anchor.Start; at = text.IndexOf(words, at + 1, StringComparison.Ordinal)) nth++;
        return nth;
    }

    private static SiteTest WithFigures(string[] figures)
    {
        var words = figures.Select((_, i) => $"report {i}");
        return new SiteTest()
            .With("seeds/many.txt", "Many reports\n\n" + string.Join(", ", words) + ".\n")
            .With(Record, "seed: { file: many.txt, sha256: " + Hash("Many reports\n\n" + string.Join(", ", words) + ".\n") + " }\nheadline: Many reports\nsource: harbor-ledger\npublished: 2031-05-20\n"
                + (figures.Length == 0 ? "" : "annotations:\n" + string.Concat(figures.Select((f, i) => $"  - {{ quote: report {i}, figure: {f} }}\n"))));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
