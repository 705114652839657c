using Generator.Bytes;
using Generator.Modules;
using Model;

namespace Generator.Cache;

/// <summary>Where the text of an article is kept: the text that readers get with all that leads back to the seed, the seed's own text, and the words of each annotation in their sentence.</summary>
public sealed record KeptText(Blob Reading, Blob Seed, Blob Sentences)
{
    /// <summary>The fingerprint of the text and of its seed.</summary>
    public ulong Print
    {
        get
        {
            var print = new Fingerprint();
            print.Add(Reading.Print);
            print.Add(Seed.Print);
            return print.Value;
        }
    }

    /// <summary>The bytes of a text that is not in a store.</summary>
    public static KeptText Of(Article article) => Written(article, Blob.Of);

    /// <summary>Puts a text into a store.</summary>
    public static KeptText Put(Article article, ArticleStore store) => Written(article, store.Put);

    private static KeptText Written(Article article, Func<ByteWriter, Blob> keep)
    {
        var to = ByteWriter.Lent();
        ArticleBytes.WriteReading(article, to);
        var reading = keep(to);
        to = ByteWriter.Lent();
        to.Text(article.Seed.Text);
        var seed = keep(to);
        to = ByteWriter.Lent();
        foreach (var annotation in article.Annotations) ArticleBytes.WriteSentence(SplitSentences.Around(article.Text, annotation.Anchor), to);
        return new(reading, seed, keep(to));
    }

    /// <summary>The text, from the store that it is in.</summary>
    /// <exception cref="DamagedCacheException">It is not what was kept.</exception>
    public ArticleText Read(ArticleStore store) => store.Read(Reading, from => ArticleBytes.ReadText(from, () => store.Read(Seed, seed => seed.Text())));

    /// <summary>The words of the annotation at a place among all, in their sentence.</summary>
    /// <exception cref="DamagedCacheException">They are not what was kept.</exception>
    public InSentence ReadSentence(ArticleStore store, int annotation) => store.Read(Sentences, from => ArticleBytes.ReadSentence(from, annotation));

    /// <summary>Whether any of some <paramref name="words"/>, in UTF-8, may stand in the text that readers get.</summary>
    /// <exception cref="DamagedCacheException">It is not what was kept.</exception>
    public bool MayHaveAny(IReadOnlyList<byte[]> words, ArticleStore store) => store.Read(Reading, from =>
    {
        var bytes = from.Bytes(Reading.Length).Span;
        foreach (var word in words)
            if (bytes.IndexOf(word) >= 0) return true;
        return false;
    });

    /// <summary>The article without its text, which it reads when it is asked for it.</summary>
    public Article LetGo(Article article, ArticleStore store) => article with { Seed = null!, Text = null!, SeedFile = article.SeedFile, Later = () => Read(store), Sentences = annotation => ReadSentence(store, annotation) };
}
