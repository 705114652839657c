using System.Collections.Immutable;
using Generator.Record;
using Model;

namespace Generator.Cache;

/// <summary>
/// The articles of an earlier build of which none is filed otherwise than it was. Most of an edit is not about most of them, so each is read when something of it is asked for.
/// </summary>
/// <param name="earlier">The earlier build, which kept them all.</param>
/// <param name="others">All other records, which are as they were.</param>
/// <param name="changed">The articles that say something else now, by their places among those of the earlier build.</param>
public sealed class StandingArticles(EarlierBuild earlier, KeptRecords others, ImmutableArray<(int At, KeptArticle Article)> changed)
{
    private readonly Dictionary<Id, KeptArticle> _changed = changed.ToDictionary(c => c.Article.Article.Id, c => c.Article);

    /// <summary>The archive that they all make, by what their bonds make now.</summary>
    public Archive Archive(Site site, ArchiveTables tables)
    {
        var records = earlier.Records;
        // The articles have numbers one after another; in the order of these, that of their ids, a table has them soonest.
        var (articles, first) = (new KeyValuePair<Id, Article>[tables.Articles.Length], tables.Articles.Length == 0 ? 0 : tables.Articles.Min());
        Modules.InParallel.Each(articles.Length, i =>
        {
            var id = records[tables.Articles[i]].Id;
            articles[tables.Articles[i] - first] = new(id, _changed.TryGetValue(id, out var kept) ? kept.Article : Standing(id, tables.Listed[i]));
        });
        return new(site, others.Records.With(articles), records, number => FileOf(earlier.Records[number]), tables, article => Kept(article.Id).Found.Mentions);
    }

    private Article Standing(Id id, ListedAs listed)
    {
        Func<Article> kept = () => Kept(id).Article.Apart();
        ArticleText Text()
        {
            var article = kept();
            return new(article.Seed, article.Text);
        }
        return Article.Unread with { Id = id, Listed = listed, Head = kept, Rest = kept, Later = Text, Sentences = annotation => kept().SentenceOf(annotation) };
    }

    private KeptArticle Kept(Id id) => _changed.TryGetValue(id, out var kept) ? kept : earlier.Article(earlier.Articles.NumberOf(FileOf(id.To(Kind.Article))));

    private string FileOf(Ref record)
    {
        if (record.Kind != Kind.Article) return others.Files[record];
        var file = RecordFiles.FileOf(record.Id, draft: false);
        return earlier.Articles.NumberOf(file) >= 0 ? file : RecordFiles.FileOf(record.Id, draft: true);
    }
}
