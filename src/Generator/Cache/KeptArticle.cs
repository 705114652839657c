using System.Collections.Immutable;
using Generator.Bytes;
using Generator.Modules;
using Model;

namespace Generator.Cache;

/// <summary>
/// What is kept of an article that was read without a problem that others have to do with: the article with its fingerprints, what was found in it, the links its editors typed, what its file is warned of, and the bytes of all that.
/// </summary>
public sealed record KeptArticle(Article Article, ArticlePrints Prints, Found Found, ImmutableArray<TypedLink> Links, ImmutableArray<Problem> Warnings, KeptBlobs Blobs)
{
    /// <summary>Keeps an article that was just read, in the store that its text is in, or, when <paramref name="store"/> is null, until there is one.</summary>
    public static KeptArticle Of(Article article, KeptText? text, Found found, ImmutableArray<TypedLink> links, ImmutableArray<Problem> warnings, ArticleStore? store)
    {
        text ??= KeptText.Of(article);
        var mentions = found.Mentions;
        var to = ByteWriter.Lent();
        var filing = ArticleBytes.WriteHead(article, to);
        // The head goes on with fingerprints that the rest gives.
        var head = to.Written.ToArray();
        to.Clear();
        var prints = ArticleBytes.WriteRest(article, filing, text.Print, [.. mentions.Select(ArticlePrints.Of)], to);
        to.List(mentions, mention => Write(mention, to));
        var rest = Kept(to, store);
        to.Clear();
        to.Bytes(head);
        Write(prints, to);
        to.List(links, link => LinkBytes.Write(link, to));
        to.List(warnings, warning => ProblemBytes.Write(warning, to));
        BondBytes.Write(found.Bonds, to);
        return new(article, prints, found, links, warnings, new(Kept(to, store), rest, text));
    }

    private static Blob Kept(ByteWriter written, ArticleStore? store) => store is null ? Blob.Of(written) : store.Put(written);

    /// <summary>The same article with other names found in it.</summary>
    public KeptArticle With(ImmutableArray<Mention> mentions) =>
        mentions.AsSpan().SequenceEqual(Found.Mentions.AsSpan()) ? this : Of(Article, Blobs.Text, new(Bonds.Of(Article, mentions), mentions), Links, Warnings, store: null);

    /// <summary>
    /// Whether its place in the archive is that of <paramref name="before"/>: its seed, how it is filed, where its links lead, and how it stands to other articles.
    /// </summary>
    public bool StandsAs(KeptArticle before) => Article.SeedFile == before.Article.SeedFile && Prints.Filing == before.Prints.Filing
        && LinkedPlace.Of(Links).SequenceEqual(LinkedPlace.Of(before.Links)) && Found.Bonds.BindsArticlesAs(before.Found.Bonds);

    /// <summary>Whether it gives the same to the lists of other records as <paramref name="before"/>, which stands as it does.</summary>
    public bool GivesTheSameAs(KeptArticle before) =>
        Prints.Passages.SequenceEqual(before.Prints.Passages) && Prints.Mentions.SequenceEqual(before.Prints.Mentions) && Found.Bonds.IsSameAs(before.Found.Bonds);

    /// <summary>What the next build finds of it; <paramref name="held"/>: without reading it again.</summary>
    public KeptFile File(bool held) => new(Article.SeedFile, Blobs, held ? this : null);

    /// <summary>Reads what is kept in a store: the head at once, the rest when it is asked for.</summary>
    /// <exception cref="DamagedCacheException">The bytes are not those that were kept; whoever asks for the rest is told the same of that.</exception>
    public static KeptArticle Read(ArticleStore store, KeptBlobs blobs)
    {
        var rest = new Rest(store, blobs.Rest);
        return store.Read(blobs.Head, from =>
        {
            var article = ArticleBytes.ReadHead(from, () => rest.Article, () => blobs.Text.Read(store), annotation => blobs.Text.ReadSentence(store, annotation));
            var prints = new ArticlePrints(from.Whole(), from.Whole(), from.Whole(), from.Whole(), from.Whole(), from.Whole(), from.List(from.Whole), from.List(from.Whole));
            var (links, warnings) = (from.List(() => LinkBytes.Read(from)), from.List(() => ProblemBytes.Read(from)));
            return new KeptArticle(article, prints, new(BondBytes.Read(from), default, () => rest.Mentions), links, warnings, blobs);
        });
    }

    /// <summary>What is read of an article once somebody asks for it.</summary>
    private sealed class Rest(ArticleStore store, Blob blob)
    {
        private sealed record All(Article Article, ImmutableArray<Mention> Mentions);

        private All? _read;

        public Article Article => Read().Article;
        public ImmutableArray<Mention> Mentions => Read().Mentions;

        // Two who ask at the same time may both read it.
        private All Read() => _read ??= store.Read(blob, from => new All(ArticleBytes.ReadRest(from), from.List(() => Mention(from))));
    }

    private static Mention Mention(ByteReader from)
    {
        var (of, start, end, sentence, sentenceEnd, line, anchored) = (from.Ref(), from.Int(), from.Int(), from.Int(), from.Int(), from.Int(), from.Flag());
        // An article's own words for somebody are in no other.
        return new(of, start, end, sentence, sentenceEnd, line, anchored, anchored ? from.Text() : from.SharedText());
    }

    private static void Write(Mention mention, ByteWriter to)
    {
        to.Ref(mention.Of);
        foreach (var offset in (ReadOnlySpan<int>)[mention.Start, mention.End, mention.SentenceStart, mention.SentenceEnd, mention.SeedLine]) to.Number(offset);
        to.Flag(mention.Anchored);
        to.Text(mention.Words);
    }

    private static void Write(ArticlePrints prints, ByteWriter to)
    {
        foreach (var print in (ReadOnlySpan<ulong>)[prints.Filing, prints.Facts, prints.Text, prints.Marks, prints.Searched, prints.Annotations]) to.Whole(print);
        to.List(prints.Passages, to.Whole);
        to.List(prints.Mentions, to.Whole);
    }

    /// <summary>
    /// Whether every record that the article names is still there and still what it was, and every article that it leans on is <paramref name="asItWas"/>, so that reading its file again would find the same and no problem.
    /// </summary>
    public bool StillFits(Func<Ref, bool> exists, IReadOnlyDictionary<Id, Claim> claims, Func<Id, bool> asItWas)
    {
        foreach (var article in Found.Bonds.Leans)
            if (!asItWas(article)) return false;
        foreach (var record in Found.Bonds.Records)
            if (!exists(record)) return false;
        foreach (var old in Article.Was)
            if (exists(old.To(Kind.Article))) return false;
        foreach (var bond in Found.Bonds.Entries)
        {
            if (bond.List is not (Part.Values or Part.Stances)) continue;
            if (!claims.TryGetValue(Found.Bonds.Records[bond.Record].Id, out var claim) || claim.Kind != (bond.List == Part.Values ? ClaimKind.Figure : ClaimKind.Statement)) return false;
        }
        return true;
    }
}
