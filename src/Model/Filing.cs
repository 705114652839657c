namespace Model;

/// <summary>How editors filed articles, as the tables of an archive say it: who goes through very many need not read them for it.</summary>
public static class Filing
{
    /// <summary>The topics that editors name for an article, in their order.</summary>
    public static IEnumerable<Ref> TopicsOf(this Archive archive, Article article)
    {
        ReadLog.Note(Part.Filing, article.Number);
        return archive.Tables.Topics[article.Ordinal].Select(archive.RecordAt);
    }

    /// <summary>Who published an article.</summary>
    public static Ref SourceOf(this Archive archive, Article article)
    {
        ReadLog.Note(Part.Filing, article.Number);
        return archive.RecordAt(archive.Tables.Sources[article.Ordinal]);
    }
}
