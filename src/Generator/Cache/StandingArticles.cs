using System.Collections.Immutable;
using Generator.Record;
using Model;

namespace Generator.Cache;

/// <summary>
/// The articles of an earlier build of which none is filed or bound otherwise than it was. Most of an edit is not about most of them, so each is read when something of it is asked for.
/// </summary>
/// <param name="earlier">The earlier build, which kept them all.</param>
/// <param name="files">The file of each record, in the order of the records.</param>
/// <param name="changed">The articles that say something else now, by their places among those of the earlier build.</param>
public sealed class StandingArticles(EarlierBuild earlier, string[] files, ImmutableArray<(int At, KeptArticle Article)> changed)
{
    private readonly Dictionary<Id, KeptArticle> _changed = changed.ToDictionary(c => c.Article.Article.Id, c => c.Article);

    /// <summary>The archive that they make with these other records.</summary>
    public Archive Archive(Site site, OtherRecords others)
    {
        var (records, tables) = (earlier.Records, earlier.Tables());
        var articles = new KeyValuePair<Id, Article>[tables.Articles.Length];
        Modules.InParallel.Each(articles.Length, i =>
        {
            var id = records[tables.Articles[i]].Id;
            articles[i] = new(id, _changed.TryGetValue(id, out var kept) ? kept.Article : Standing(id, tables.Articles[i], tables.Listed[i]));
        });
        return new(site, others.With(articles), records, files, tables, article => Kept(article.Id, article.Number).Found.Mentions);
    }

    private Article Standing(Id id, int number, ListedAs listed)
    {
        Func<Article> kept = () => Kept(id, number).Article.Apart();
        ArticleText Text()
        {
            var article = kept();
            return new(article.Seed, article.Text);
        }
        return Article.Unread with { Id = id, Listed = listed, Head = kept, Rest = kept, Later = Text };
    }

    private KeptArticle Kept(Id id, int number) => _changed.TryGetValue(id, out var kept) ? kept : earlier.Article(earlier.Articles.NumberOf(files[number]));
}
