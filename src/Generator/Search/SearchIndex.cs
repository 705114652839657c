using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Generator.Bytes;
using Generator.Modules;
using Model;

namespace Generator.Search;

/// <summary>
/// The index of the search page: static files below <see cref="Folder"/>, cut so that a query loads only what it needs. <c>catalog.json</c> says how the words are cut into files and which articles are of
/// which year; <c>records.json</c> names the records; <c>sources</c>, <c>topics</c> and <c>actors</c> say of each article which records it has and who of them speaks, <c>speakers</c> of each quotation who said it
/// and in which article; <see cref="TermFiles"/> writes the words. Articles are numbered from 0, oldest first; records as they stand in <c>records.json</c>.
/// </summary>
public sealed class SearchIndex
{
    public const string Folder = "search/index/";

    private readonly Archive _archive;
    private readonly ImmutableArray<Article> _articles;
    private readonly ImmutableArray<Ref> _records;
    private readonly FrozenDictionary<Ref, int> _numbers;
    private readonly TermFiles _terms;
    private readonly Dictionary<string, Func<byte[]>> _files = new(StringComparer.Ordinal);

    private SearchIndex(Archive archive)
    {
        _archive = archive;
        _articles = [.. archive.Articles.Reverse()];
        // The most frequent first, because small numbers take few bytes.
        _records = [.. archive.AllRecords().Where(r => r.Kind != Kind.Article).OrderByDescending(r => archive.About(r).Count).ThenBy(r => r)];
        _numbers = _records.Select((r, i) => (r, i)).ToFrozenDictionary(r => r.r, r => r.i);
        _terms = new(ReadTerms());
        var count = TermFiles.CountFor(_articles.Length);
        var (words, places) = _terms.Write(count);
        for (var i = 0; i < count; i++)
        {
            var (inWords, inPlaces) = (words[i], places[i]);
            (_files[$"words/{i}"], _files[$"places/{i}"]) = (() => inWords, () => inPlaces);
        }
        _files["catalog.json"] = () => JsonBytes.Of(Catalog);
        _files["records.json"] = () => JsonBytes.Of(Records);
        _files["sources"] = () => EachArticle((a, to) => to.Number(_numbers[new(Kind.Source, a.Source.Value)]));
        _files["topics"] = () => EachArticle((a, to) => to.List([.. a.Topics], t => to.Number(_numbers[new(Kind.Topic, t)])));
        _files["actors"] = () => EachArticle((a, to) => to.List(WhoIsIn(a), to.Number));
        _files["speakers"] = () => EachArticle((a, to) => to.List([.. SearchedArticle.QuotationsOf(a)], m => to.Number(_numbers[m.Said!.By])));
    }

    /// <summary>The index of an archive; it is worked out when the first file is asked for.</summary>
    public static IEnumerable<OutputFile> Files(Archive archive)
    {
        var index = new Lazy<SearchIndex>(() => new(archive));
        Action groundwork = () => _ = index.Value;
        string[] single = ["catalog.json", "records.json", "sources", "topics", "actors", "speakers"];
        var terms = Enumerable.Range(0, TermFiles.CountFor(archive.Articles.Length)).SelectMany(i => (string[])[$"words/{i}", $"places/{i}"]);
        return single.Concat(terms).Select(name => new OutputFile(Folder + name, () => archive.ReadAsOne(Whole.Searched, () => index.Value._files[name]())) { Groundwork = groundwork });
    }

    /// <summary>The records that an article can be filtered by as an actor: those it lists, names or quotes.</summary>
    private IEnumerable<Ref> Actors(Article article) => _archive.FeaturesOf(article).Where(r => r.Kind == Kind.Actor);

    /// <summary>Who is in an article, and who speaks in it: three times the number of each, plus 0 for an actor, 1 for an actor who speaks, 2 for somebody who only speaks, such as a source.</summary>
    private ImmutableArray<long> WhoIsIn(Article article)
    {
        var (actors, speakers) = (Actors(article).ToHashSet(), SearchedArticle.QuotationsOf(article).Select(m => m.Said!.By).ToHashSet());
        return [.. actors.Union(speakers).Select(r => (3L * _numbers[r]) + (!speakers.Contains(r) ? 0 : actors.Contains(r) ? 1 : 2)).Order()];
    }

    private Dictionary<string, Posting> ReadTerms()
    {
        var quotations = new int[_articles.Length + 1];
        for (var i = 0; i < _articles.Length; i++) quotations[i + 1] = quotations[i] + SearchedArticle.QuotationsOf(_articles[i]).Count();
        var parts = Math.Max(1, Math.Min(Environment.ProcessorCount, _articles.Length / 64));
        var tables = new TermTable[parts];
        InParallel.Each(parts, part =>
        {
            var (from, to) = (_articles.Length * part / parts, _articles.Length * (part + 1) / parts);
            var table = tables[part] = new TermTable(from, quotations[from]);
            for (var i = from; i < to; i++) Add(SearchedArticle.Of(_archive, _articles[i]), table);
        });
        // How many parts there were must not show in the result.
        var all = new Dictionary<string, Posting>(tables[0].Terms, StringComparer.Ordinal);
        foreach (var table in tables.Skip(1))
            foreach (var (term, posting) in table.Terms)
                if (all.TryGetValue(term, out var before)) before.Append(posting);
                else all.Add(term, posting);
        return all;
    }

    private void Add(SearchedArticle searched, TermTable table)
    {
        var article = searched.Article;
        table.Add(SearchField.Headline, article.Headline.Value);
        foreach (var paragraph in searched.Paragraphs) table.Add(SearchField.Text, paragraph.Words);
        if (article.Summary is { } summary) table.Add(SearchField.Summary, summary);
        var source = new Ref(Kind.Source, article.Source.Value);
        foreach (var record in _archive.FeaturesOf(article).Where(r => r.Kind != Kind.Claim).Append(source)) table.Add(SearchField.Names, _archive.NameOf(record));
        table.Add(Property("source", source));
        foreach (var topic in article.Topics) table.Add(Property("topic", new(Kind.Topic, topic)));
        foreach (var actor in Actors(article)) table.Add(Property("actor", actor));
        foreach (var quotation in searched.Quotations)
        {
            table.Add(Property("speaker", quotation.By));
            table.AddQuotation(quotation.Words, Property("speaker", quotation.By));
        }
        table.EndArticle();
    }

    // No word of a text begins so.
    private static string Property(string name, Ref record) => $"~{name}:{record.Id}";

    private byte[] EachArticle(Action<Article, ByteWriter> write)
    {
        var to = new ByteWriter();
        foreach (var article in _articles) write(article, to);
        return to.Written.ToArray();
    }

    private void Catalog(Utf8JsonWriter to)
    {
        to.WriteStartObject();
        to.WriteNumber("articles", _articles.Length);
        to.WriteNumber("files", TermFiles.CountFor(_articles.Length));
        to.WriteStartArray("years");
        var before = "";
        for (var i = 0; i < _articles.Length; i++)
        {
            var year = DateWords.Year(_articles[i].Published.Value);
            if (year == before) continue;
            to.WriteStartArray();
            to.WriteStringValue(before = year);
            to.WriteNumberValue(i);
            to.WriteEndArray();
        }
        to.WriteEndArray();
        to.WriteStartArray("cuts");
        foreach (var cut in _terms.Cuts) to.WriteStringValue(cut);
        to.WriteEndArray();
        to.WriteEndObject();
    }

    /// <summary>A list for each record: its path, its name, in how many articles it is, its other names.</summary>
    private void Records(Utf8JsonWriter to)
    {
        to.WriteStartArray();
        foreach (var record in _records)
        {
            to.WriteStartArray();
            to.WriteStringValue(record.Path);
            to.WriteStringValue(_archive.NameOf(record));
            to.WriteNumberValue(_archive.About(record).Count);
            foreach (var name in OtherNames(record)) to.WriteStringValue(name);
            to.WriteEndArray();
        }
        to.WriteEndArray();
    }

    private IEnumerable<string> OtherNames(Ref record)
    {
        var records = _archive.Records;
        return record.Kind switch
        {
            Kind.Actor when records.Actors[record.Id] is var actor => [.. actor.Alias, .. actor.WeakAlias, .. actor.PreviousName],
            Kind.Topic => records.Topics[record.Id].Alias,
            Kind.Place when records.Places[record.Id] is var place => [.. place.Alias, .. place.WeakAlias],
            Kind.Source => records.Sources[record.Id].Alias,
            _ => [],
        };
    }
}
