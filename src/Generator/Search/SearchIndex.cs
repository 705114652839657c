using System.Collections.Immutable;
using System.Text.Json;
using Generator.Modules;
using Model;

namespace Generator.Search;

/// <summary>
/// The index of the search page: static files below <see cref="Folder"/>, cut so that a query loads only what it needs. <c>catalog.json</c> says how the words are cut into files and which articles are of
/// which year; <c>records.json</c> names the records; <c>sources</c>, <c>topics</c> and <c>actors</c> say of each article which records it has and who of them speaks, <c>speakers</c> of each quotation who said it
/// and in which article; <see cref="TermFiles"/> writes the words. Articles are numbered from 0, oldest first, the quotations of each from 0; records as they stand in <c>records.json</c>.
/// </summary>
public sealed class SearchIndex
{
    public const string Folder = "search/index/";

    private readonly Archive _archive;
    private readonly ImmutableArray<Article> _articles;
    private readonly ImmutableArray<Ref> _records;
    private readonly TermFiles _terms;
    private readonly Dictionary<string, Func<byte[]>> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asBefore = new(StringComparer.Ordinal);

    private SearchIndex(Archive archive, EarlierIndex? earlier)
    {
        _archive = archive;
        _articles = [.. archive.Articles.Reverse()];
        // The most frequent first, because small numbers take few bytes.
        _records = [.. archive.AllRecords().Where(r => r.Kind != Kind.Article).OrderByDescending(r => archive.About(r).Count).ThenBy(r => r)];
        var content = earlier is null ? SearchContent.Of(archive, _articles, _records) : EarlierIndex.Guarded(() => SearchContent.Of(archive, _articles, _records, earlier));
        foreach (var (name, of) in SearchLists.Files)
        {
            var list = of(content.Lists).Written.ToArray();
            _files[name] = () => list;
        }
        var count = TermFiles.CountFor(_articles.Length);
        var terms = _terms = new(content.Words, count);
        for (var i = 0; i < count; i++)
        {
            var file = i;
            var (words, places) = (TermFiles.WordsPath(i), TermFiles.PlacesPath(i));
            (_files[words], _files[places]) = (() => terms.Words(file), () => terms.Places(file));
            if (i < content.FileCounts.Length && terms.IsAsBefore(i, content.FileCounts[i])) _asBefore.UnionWith([words, places]);
        }
        _files["catalog.json"] = () => JsonBytes.Of(Catalog);
        _files["records.json"] = () => JsonBytes.Of(Records);
    }

    /// <summary>
    /// The index of an archive; it is worked out when the first file is asked for, with the help of what an <paramref name="earlier"/> build published, if there is something, and held by who holds the
    /// groundwork of its files.
    /// </summary>
    public static IEnumerable<OutputFile> Files(Archive archive, Func<EarlierIndex?>? earlier = null)
    {
        var index = new Held<SearchIndex>(() => new(archive, earlier?.Invoke()));
        Func<object> groundwork = () => index.Value;
        return Paths(archive.Articles.Length).Select(name => new OutputFile(Folder + name, () => archive.ReadAsOne(Whole.Searched, () => index.Value._files[name]()))
        {
            Groundwork = groundwork,
            IsAsBefore = () => archive.ReadAsOne(Whole.Searched, () => index.Value._asBefore.Contains(name)),
        });
    }

    /// <summary>The files of the index of so many articles, below <see cref="Folder"/>.</summary>
    public static IEnumerable<string> Paths(int articles) =>
        ((string[])["catalog.json", "records.json"]).Concat(SearchLists.Files.Select(l => l.Name)).Concat(Enumerable.Range(0, TermFiles.CountFor(articles)).SelectMany(i => (string[])[TermFiles.WordsPath(i), TermFiles.PlacesPath(i)]));

    private void Catalog(Utf8JsonWriter to)
    {
        to.WriteStartObject();
        to.WriteNumber("articles", _articles.Length);
        to.WriteNumber("files", TermFiles.CountFor(_articles.Length));
        to.WriteStartArray("years");
        var before = "";
        for (var i = 0; i < _articles.Length; i++)
        {
            var year = DateWords.Year(_articles[i].Listed.Published);
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
