using System.Collections.Immutable;
using Generator.Bytes;
using Generator.Modules;
using Model;

namespace Generator.Cache;

/// <summary>
/// What is kept of an article that was read without a problem: the article with its fingerprints, the names found in it, the links its editors typed, and the bytes of all that, its text
/// apart.
/// </summary>
public sealed record KeptArticle(Article Article, ArticlePrints Prints, ImmutableArray<Mention> Mentions, ImmutableArray<TypedLink> Links, Blob Bytes, KeptText Text)
{
    /// <summary>Keeps an article that was just read, in the store that its text is in, or, when <paramref name="store"/> is null, until there is one.</summary>
    public static KeptArticle Of(Article article, KeptText? text, ImmutableArray<Mention> mentions, ImmutableArray<TypedLink> links, ArticleStore? store)
    {
        text ??= KeptText.Of(article);
        var to = ByteWriter.Lent();
        var prints = ArticleBytes.Write(article, text, to);
        Rest(prints, mentions, links, to);
        return new(article, prints, mentions, links, store is null ? Blob.Of(to) : store.Put(to), text);
    }

    /// <summary>The same article after other names were found in it.</summary>
    public KeptArticle With(ImmutableArray<Mention> mentions)
    {
        if (mentions == Mentions || mentions.AsSpan().SequenceEqual(Mentions.AsSpan())) return this;
        var to = ByteWriter.Lent();
        ArticleBytes.Write(Article, Text, to);
        Rest(Prints, mentions, Links, to);
        return this with { Mentions = mentions, Bytes = Blob.Of(to) };
    }

    /// <summary>Reads what is kept in a store.</summary>
    /// <exception cref="DamagedCacheException">The bytes are not those that were kept.</exception>
    public static KeptArticle Read(ArticleStore store, Blob bytes, KeptText text)
    {
        var from = store.Read(bytes);
        var article = ArticleBytes.Read(from, () => text.Read(store));
        var prints = new ArticlePrints(from.Whole(), from.Whole(), from.Whole(), from.Whole(), from.Whole(), from.List(from.Whole));
        var mentions = from.List(() => Mention(from));
        var links = from.List(() => new TypedLink(new(from.Text(), from.Int(), from.Int(), from.Int(), from.Int()), new(from.Text(), from.Text(), from.MaybeText())));
        return new(article, prints, mentions, links, bytes, text);
    }

    private static Mention Mention(ByteReader from)
    {
        var (of, start, end, sentence, sentenceEnd, line, anchored) = (from.Ref(), from.Int(), from.Int(), from.Int(), from.Int(), from.Int(), from.Flag());
        // An article's own words for somebody are in no other.
        return new(of, start, end, sentence, sentenceEnd, line, anchored, anchored ? from.Text() : from.SharedText());
    }

    private static void Rest(ArticlePrints prints, ImmutableArray<Mention> mentions, ImmutableArray<TypedLink> links, ByteWriter to)
    {
        foreach (var print in (ReadOnlySpan<ulong>)[prints.Filing, prints.Facts, prints.Text, prints.Marks, prints.Annotations]) to.Whole(print);
        to.List(prints.Passages, to.Whole);
        to.List(mentions, mention =>
        {
            to.Ref(mention.Of);
            foreach (var offset in (ReadOnlySpan<int>)[mention.Start, mention.End, mention.SentenceStart, mention.SentenceEnd, mention.SeedLine]) to.Number(offset);
            to.Flag(mention.Anchored);
            to.Text(mention.Words);
        });
        to.List(links, l =>
        {
            to.Text(l.Place.File);
            foreach (var number in (ReadOnlySpan<int>)[l.Place.Line, l.Place.Column, l.Place.EndLine, l.Place.EndColumn]) to.Number(number);
            to.Text(l.To.BasePath);
            to.Text(l.To.Path);
            to.Text(l.To.Fragment);
        });
    }

    /// <summary>Whether every record that an article refers to is still there and still what it was, so that reading its file again would find the same and no problem.</summary>
    public static bool StillFits(Article article, Func<Ref, bool> exists, IReadOnlyDictionary<Id, Claim> claims)
    {
        foreach (var record in Referred(article))
            if (!exists(record)) return false;
        foreach (var old in article.Was)
            if (exists(old.To(Kind.Article))) return false;
        foreach (var annotation in article.Annotations)
        {
            if (annotation.Figure is { } figure && claims[figure.Of].Kind != ClaimKind.Figure) return false;
            if (annotation.Stance is { } stance && claims[stance.On].Kind != ClaimKind.Statement) return false;
        }
        return true;
    }

    private static IEnumerable<Ref> Referred(Article article)
    {
        yield return article.Source.Value.To(Kind.Source);
        if (article.Origin is { } origin) yield return origin.Value.To(Kind.Source);
        if (article.Located is { } located) yield return located.Value.To(Kind.Place);
        foreach (var id in article.Topics) yield return id.To(Kind.Topic);
        foreach (var id in article.Events) yield return id.To(Kind.Event);
        foreach (var id in article.Places) yield return id.To(Kind.Place);
        foreach (var present in article.Actors) yield return present.Actor.To(Kind.Actor);
        foreach (var relation in article.Relations)
        {
            yield return relation.Article.To(Kind.Article);
            if (relation.On is { } claim) yield return claim.To(Kind.Claim);
        }
        foreach (var annotation in article.Annotations)
        {
            foreach (var record in annotation.Identifies) yield return record;
            if (annotation.Figure is { } figure) yield return figure.Of.To(Kind.Claim);
            if (annotation.Stance is { } stance) yield return stance.On.To(Kind.Claim);
            if (annotation.Said is not { } said) continue;
            yield return said.By;
            foreach (var record in said.To) yield return record;
            foreach (var record in said.Via) yield return record;
        }
    }
}
