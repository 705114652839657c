using Generator;
using Generator.Modules;
using Model;

namespace Tests;

/// <summary>What the sources call a record: how often each uses a name, and the lines of the first articles that have it.</summary>
public sealed class NamingTests
{
    [Fact]
    public void Each_publisher_is_given_its_uses_its_articles_and_the_lines_of_the_first_three()
    {
        using var site = SiteTest.MadeUp(120, seed: 9);
        var archive = site.Build().Archive;
        var several = 0;
        foreach (var record in archive.AllRecords().Where(r => r.Kind is Kind.Actor or Kind.Place))
        {
            if (CompareNames.Of(archive, record) is not { } naming) continue;
            var all = archive.MentionsOf(record).ToList();
            foreach (var row in naming.Rows)
                for (var i = 0; i < row.Uses.Length; i++)
                {
                    var uses = all.Where(m => string.Equals(m.Mention.Words, row.Words, StringComparison.OrdinalIgnoreCase) && archive.NameOf(archive.SourceOf(m.Article)) == naming.Sources[i].Text).ToList();
                    var articles = uses.GroupBy(m => m.Article.Id).ToList();
                    Assert.Equal((uses.Count, articles.Count), (row.Uses[i].Count, row.Uses[i].Articles));
                    Assert.Equal(articles.Take(3).Select(a => string.Join(' ', a.Select(m => m.Mention.SeedLine).Distinct())), row.Uses[i].First.Select(a => string.Join(' ', a.Lines.Select(l => l.Line))));
                    Assert.All(row.Uses[i].First.Zip(articles), a => Assert.All(a.First.Lines, l => Assert.Equal($"/articles/{a.Second.Key}/#seed.{l.Line}", l.Url.Href)));
                    if (articles.Count > 3) several++;
                }
        }
        Assert.True(several > 5);
    }

    [Fact]
    public void Of_one_article_no_more_than_twelve_lines_are_given_and_those_of_a_speaker_apart()
    {
        var text = "Doro\n\n" + string.Join("\n\n", Enumerable.Range(0, 14).Select(i => $"Doro came, and Doro went. “Doro is {i} hours late,” he said.")) + "\n\nThe mayor came too.\n";
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
        using var site = new SiteTest().With("seeds/doro.txt", text).With("input/articles/doro.yaml", $$"""
            seed: { file: doro.txt, sha256: {{hash}} }
            headline: Doro
            source: harbor-ledger
            published: 2031-05-20
            annotations:
              - { quote: Doro is 0 hours late, said: { by: kestria-government, direct: yes } }
              - { quote: The mayor, actor: ilan-doro }
            """);
        var archive = site.Build().Archive;

        var use = CompareNames.Of(archive, new Id("ilan-doro").To(Kind.Actor))!.Rows[0].Uses.Single(u => u.Count > 0);
        Assert.Equal((1, true), (use.Articles, use.First[0].HasMore));
        Assert.Equal(["1", "3", "3 quoted", "5"], use.First[0].Lines.Take(4).Select(l => l.Line + (l.Quoted ? " quoted" : "")));
        Assert.Equal(12, use.First[0].Lines.Length);
    }
}
