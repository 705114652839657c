using System.Collections.Immutable;
using Generator.Modules;
using Model;

namespace Generator.Cache;

/// <summary>
/// What is kept of an article that was read without a problem: the file of its seed relative to the root, the article as <see cref="ArticleBytes"/> writes it with its
/// fingerprints, the names found in it, and the links its editors typed.
/// </summary>
public sealed record KeptArticle(string SeedFile, ReadOnlyMemory<byte> Bytes, ArticlePrints Prints, ImmutableArray<Mention> Mentions, ImmutableArray<TypedLink> Links)
{
    private Article? _article;

    /// <summary>What was read before.</summary>
    public Article Article => _article ??= ArticleBytes.Read(new(Bytes));

    /// <summary>Whether every record that an article refers to is still there and still what it was, so that reading its file again would find the same and no problem.</summary>
    public static bool StillFits(Article article, Func<Ref, bool> exists, IReadOnlyDictionary<Id, Claim> claims)
    {
        foreach (var record in Referred(article))
            if (!exists(record)) return false;
        foreach (var old in article.Was)
            if (exists(new(Kind.Article, old))) return false;
        foreach (var annotation in article.Annotations)
        {
            if (annotation.Figure is { } figure && claims[figure.Of].Kind != ClaimKind.Figure) return false;
            if (annotation.Stance is { } stance && claims[stance.On].Kind != ClaimKind.Statement) return false;
        }
        return true;
    }

    private static IEnumerable<Ref> Referred(Article article)
    {
        yield return new(Kind.Source, article.Source.Value);
        if (article.Origin is { } origin) yield return new(Kind.Source, origin.Value);
        if (article.Located is { } located) yield return new(Kind.Place, located.Value);
        foreach (var id in article.Topics) yield return new(Kind.Topic, id);
        foreach (var id in article.Events) yield return new(Kind.Event, id);
        foreach (var id in article.Places) yield return new(Kind.Place, id);
        foreach (var present in article.Actors) yield return new(Kind.Actor, present.Actor);
        foreach (var relation in article.Relations)
        {
            yield return new(Kind.Article, relation.Article);
            if (relation.On is { } claim) yield return new(Kind.Claim, claim);
        }
        foreach (var annotation in article.Annotations)
        {
            foreach (var record in annotation.Identifies) yield return record;
            if (annotation.Figure is { } figure) yield return new(Kind.Claim, figure.Of);
            if (annotation.Stance is { } stance) yield return new(Kind.Claim, stance.On);
            if (annotation.Said is not { } said) continue;
            yield return said.By;
            foreach (var record in said.To) yield return record;
            foreach (var record in said.Via) yield return record;
        }
    }
}
