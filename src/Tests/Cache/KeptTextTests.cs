using Generator.Cache;
using Generator.Modules;
using Model;

namespace Tests;

public sealed class KeptTextTests
{
    [Fact]
    public void The_words_of_an_annotation_come_back_in_their_sentence()
    {
        using var site = SiteTest.MadeUp(40, seed: 3);
        using var store = ArticleStore.Begin(Path.Combine(site.Root, "store"));
        var (archive, passages) = (site.Build().Archive, 0);
        foreach (var article in archive.Articles)
        {
            var (fresh, put) = (KeptText.Of(article), KeptText.Put(article, store));
            for (var i = 0; i < article.Annotations.Length; i++, passages++)
            {
                var sentence = SplitSentences.Around(article.Text, article.Annotations[i].Anchor);
                Assert.Equal(article.Text.Text[article.Annotations[i].Anchor.Start..article.Annotations[i].Anchor.End].Replace('\n', ' '), sentence.Words);
                Assert.Contains(sentence.Before + sentence.Words + sentence.After, article.Text.Text.Replace('\n', ' '), StringComparison.Ordinal);
                Assert.Equal(sentence, fresh.ReadSentence(store, i));
                Assert.Equal(sentence, put.ReadSentence(store, i));
                Assert.Equal(sentence, put.LetGo(article, store).SentenceOf(i));
            }
        }
        Assert.True(passages > 200);
    }

    [Fact]
    public void Of_an_article_that_shows_no_words_none_are_read()
    {
        using var site = SiteTest.MadeUp(20, seed: 3);
        var file = Path.Combine(site.Root, "input/articles/a000005.yaml");
        File.AppendAllText(file, "publish: metadata\n");
        var archive = site.Build().Archive;
        var (article, log) = (archive.Records.Articles[new("a000005")], new ReadLog(archive));
        var mentions = archive.AllRecords().SelectMany(r => archive.MentionsOf(r)).Where(m => m.Article == article).ToList();
        Assert.NotEmpty(mentions);

        var shown = log.During(() => mentions.Select(archive.Reference).Concat(archive.PassagesOf(article).Select(archive.Reference)).ToList(), out var read);

        Assert.All(shown, r => Assert.True(r.Excerpt.IsWithheld));
        Assert.DoesNotContain(archive.Keys.Of(Part.Text, article.Number), read);
    }
}
