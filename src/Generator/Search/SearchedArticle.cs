using System.Collections.Immutable;
using Generator.Modules;
using Model;

namespace Generator.Search;

/// <summary>Somebody's words in an article: their passage, and the part of the article's text from one place up to another.</summary>
public sealed record SearchedQuotation(Mark Mark, string Text)
{
    public Ref By => Mark.Speaker!;

    public ReadOnlySpan<char> Words => Text.AsSpan(Mark.Anchor.Start, Mark.Anchor.End - Mark.Anchor.Start);
}

/// <summary>A paragraph of an article: the part of a text from one place up to another.</summary>
public sealed record SearchedParagraph(string Text, int Start, int End)
{
    public ReadOnlySpan<char> Words => Text.AsSpan(Start, End - Start);
}

/// <summary>What of an article can be found: no more than its page shows. <paramref name="Paragraphs"/> are those of its text, without the headline; <paramref name="Quotations"/> in their order.</summary>
public sealed record SearchedArticle(Article Article, ImmutableArray<SearchedParagraph> Paragraphs, ImmutableArray<SearchedQuotation> Quotations)
{
    public static SearchedArticle Of(Archive archive, Article article)
    {
        var text = article.Publish == Publication.Metadata ? "" : article.Text.Text;
        return new(article, Shown(archive, article, text),
            [.. QuotationsOf(article).Select(m => new SearchedQuotation(m, text))]);
    }

    /// <summary>The passages that can be found as quotations.</summary>
    private static IEnumerable<Mark> QuotationsOf(Article article) => article.Publish == Publication.Metadata ? [] : article.Marks.Where(m => m.Speaker is not null);

    private static ImmutableArray<SearchedParagraph> Shown(Archive archive, Article article, string text) => article.Publish switch
    {
        Publication.Full => InFull(article.Text),
        _ => [.. new ShowText(archive, article).Paragraphs().Select(p => new SearchedParagraph(p.Text, 0, p.Text.Length))],
    };

    // A loop, because what a query makes of values would be compiled at each start.
    private static ImmutableArray<SearchedParagraph> InFull(ReadingText text)
    {
        var paragraphs = ImmutableArray.CreateBuilder<SearchedParagraph>(text.Blocks.Length);
        foreach (var block in text.Blocks)
            if (block.Role != BlockRole.Headline) paragraphs.Add(new(text.Text, block.Start, block.End));
        return paragraphs.ToImmutable();
    }
}
