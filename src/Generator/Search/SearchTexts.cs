using System.Globalization;
using System.Text.Json;
using Generator.Modules;
using Model;

namespace Generator.Search;

/// <summary>What the search page needs of an article to show it as a result, a file each: <c>texts/NUMBER.json</c>, numbered from 0, oldest first.</summary>
public static class SearchTexts
{
    public static IEnumerable<OutputFile> Files(Archive archive)
    {
        var ids = archive.Articles.Reverse().Select(a => a.Id).ToArray();
        return ids.Select((id, i) => new OutputFile($"{SearchIndex.Folder}texts/{i.ToString(CultureInfo.InvariantCulture)}.json", () => Make(archive, archive.Records.Articles[id])) { Own = Fingerprint.Of([id.Value]) });
    }

    private static ReadOnlyMemory<byte> Make(Archive archive, Article article)
    {
        var searched = SearchedArticle.Of(archive, article);
        return JsonBytes.Lend(to =>
        {
            to.WriteStartObject();
            to.WriteString("path", article.Ref.Path);
            to.WriteString("headline", article.Headline.Value);
            if (article.Headline.Provenance?.Evidence == Evidence.Conjecture) to.WriteBoolean("supplied", true);
            to.WriteString("language", article.Language);
            to.WriteString("date", DateWords.Of(article.Published.Value));
            to.WriteString("source", archive.NameOf(article.Source.Value.To(Kind.Source)));
            if (article.Summary is { } summary) to.WriteString("summary", summary);
            Sentences(to, searched);
            Quotations(archive, to, searched);
            to.WriteEndObject();
        });
    }

    /// <summary>The sentences of each paragraph.</summary>
    private static void Sentences(Utf8JsonWriter to, SearchedArticle searched)
    {
        to.WriteStartArray("paragraphs");
        foreach (var paragraph in searched.Paragraphs)
        {
            to.WriteStartArray();
            foreach (var (start, end) in SplitSentences.Of(paragraph.Text, paragraph.Start, paragraph.End)) to.WriteStringValue(paragraph.Text.AsSpan(start, end - start));
            to.WriteEndArray();
        }
        to.WriteEndArray();
    }

    /// <summary>A list for each: the id of its passage, its words, who said them, and 1 when they are given as the speaker's own.</summary>
    private static void Quotations(Archive archive, Utf8JsonWriter to, SearchedArticle searched)
    {
        to.WriteStartArray("quotations");
        foreach (var quotation in searched.Quotations)
        {
            to.WriteStartArray();
            to.WriteStringValue(quotation.Mark.Id);
            to.WriteStringValue(quotation.Words.ToString().Replace('\n', ' '));
            to.WriteStringValue(archive.NameOf(quotation.By));
            to.WriteNumberValue(quotation.Mark.IsDirect ? 1 : 0);
            to.WriteEndArray();
        }
        to.WriteEndArray();
    }
}
