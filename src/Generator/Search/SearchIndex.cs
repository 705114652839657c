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

    private static readonly (string Name, Func<SearchPart, ByteWriter> Of)[] Lists = [("sources", p => p.Sources), ("topics", p => p.Topics), ("actors", p => p.Actors), ("speakers", p => p.Speakers)];

    private readonly Archive _archive;
    private readonly ImmutableArray<Article> _articles;
    private readonly ImmutableArray<Ref> _records;
    private readonly TermFiles _terms;
    private readonly Dictionary<string, Func<byte[]>> _files = new(StringComparer.Ordinal);

    private SearchIndex(Archive archive)
    {
        _archive = archive;
        _articles = [.. archive.Articles.Reverse()];
        // The most frequent first, because small numbers take few bytes.
        _records = [.. archive.AllRecords().Where(r => r.Kind != Kind.Article).OrderByDescending(r => archive.About(r).Count).ThenBy(r => r)];
        var parts = ReadParts(_records.Select((r, i) => (r, i)).ToFrozenDictionary(r => r.r, r => r.i));
        foreach (var (name, of) in Lists)
        {
            var list = EachPart(parts, of);
            _files[name] = () => list;
        }
        // The parts are let go here: what is made of the words next takes as much again.
        var count = TermFiles.CountFor(_articles.Length);
        var terms = _terms = new(TermsOf(parts), count);
        for (var i = 0; i < count; i++)
        {
            var file = i;
            (_files[$"words/{i}"], _files[$"places/{i}"]) = (() => terms.Words(file), () => terms.Places(file));
        }
        _files["catalog.json"] = () => JsonBytes.Of(Catalog);
        _files["records.json"] = () => JsonBytes.Of(Records);
    }

    /// <summary>The index of an archive; it is worked out when the first file is asked for, and held by who holds the groundwork of its files.</summary>
    public static IEnumerable<OutputFile> Files(Archive archive)
    {
        var index = new Held<SearchIndex>(() => new(archive));
        Func<object> groundwork = () => index.Value;
        string[] single = ["catalog.json", "records.json", .. Lists.Select(l => l.Name)];
        var terms = Enumerable.Range(0, TermFiles.CountFor(archive.Articles.Length)).SelectMany(i => (string[])[$"words/{i}", $"places/{i}"]);
        return single.Concat(terms).Select(name => new OutputFile(Folder + name, () => archive.ReadAsOne(Whole.Searched, () => index.Value._files[name]())) { Groundwork = groundwork });
    }

    private SearchPart[] ReadParts(FrozenDictionary<Ref, int> numbers)
    {
        var quotations = new int[_articles.Length + 1];
        for (var i = 0; i < _articles.Length; i++) quotations[i + 1] = quotations[i] + SearchedArticle.QuotationsOf(_articles[i]).Count();
        var parts = new SearchPart[Math.Max(1, Math.Min(Environment.ProcessorCount, _articles.Length / 64))];
        InParallel.Each(parts.Length, part =>
        {
            var (from, to) = (_articles.Length * part / parts.Length, _articles.Length * (part + 1) / parts.Length);
            parts[part] = new(_archive, numbers, _articles.AsSpan()[from..to], from, quotations[from]);
        });
        return parts;
    }

    /// <summary>The words of all parts, of which the first takes them; how many parts there were does not show.</summary>
    private static Dictionary<string, Posting> TermsOf(SearchPart[] parts)
    {
        var all = parts[0].Terms;
        foreach (var part in parts.Skip(1))
            foreach (var (term, posting) in part.Terms)
                if (all.TryGetValue(term, out var before)) before.Append(posting);
                else all.Add(term, posting);
        return all;
    }

    private static byte[] EachPart(SearchPart[] parts, Func<SearchPart, ByteWriter> of)
    {
        var all = new ByteWriter();
        foreach (var part in parts) all.Bytes(of(part).Written);
        return all.Written.ToArray();
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
