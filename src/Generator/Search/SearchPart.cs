using System.Collections.Frozen;
using System.Collections.Immutable;
using Model;

namespace Generator.Search;

/// <summary>An article to read for the index, and its number in it.</summary>
internal readonly record struct NumberedArticle(Article Article, int Number);

/// <summary>What the index has of some articles, oldest first: their words, and for each of them which records it has and who speaks in it, as <see cref="SearchIndex"/> writes it.</summary>
internal sealed class SearchPart
{
    private readonly Archive _archive;
    private readonly FrozenDictionary<Ref, int> _records;
    private readonly TermTable _table = new();
    private readonly Dictionary<Ref, Known> _known = [];

    /// <summary>A record: its number, the words of its name, and the properties that an article has which has it or in which it speaks.</summary>
    private sealed class Known(int number, int[] name, int property, int speaker)
    {
        public int Number { get; } = number;

        public int[] Name { get; } = name;

        public int Property { get; } = property;

        public int Speaker { get; } = speaker;
    }

    /// <summary>Reads the articles. <paramref name="records"/>: the number of each record.</summary>
    public SearchPart(Archive archive, FrozenDictionary<Ref, int> records, ReadOnlySpan<NumberedArticle> articles)
    {
        (_archive, _records) = (archive, records);
        foreach (var article in articles) Add(article);
        Terms = _table.Terms();
    }

    /// <summary>The words, in no order.</summary>
    public Dictionary<string, Posting> Terms { get; }

    public SearchLists Lists { get; } = new();

    private void Add(NumberedArticle numbered)
    {
        var article = numbered.Article;
        var searched = SearchedArticle.Of(_archive, article);
        _table.BeginArticle(numbered.Number);
        _table.Add(SearchField.Headline, article.Headline.Value);
        foreach (var paragraph in searched.Paragraphs) _table.Add(SearchField.Text, paragraph.Words);
        if (article.Summary is { } summary) _table.Add(SearchField.Summary, summary);

        var source = KnownAs(article.Source.Value.To(Kind.Source));
        var topics = article.Topics.Select(t => KnownAs(t.To(Kind.Topic))).ToImmutableArray();
        var features = _archive.FeaturesOf(article).Where(r => r.Kind != Kind.Claim).ToList();
        var actors = features.Where(r => r.Kind == Kind.Actor).Select(KnownAs).ToImmutableArray();
        foreach (var feature in features) _table.Add(SearchField.Names, KnownAs(feature).Name);
        _table.Add(SearchField.Names, source.Name);
        foreach (var record in (IEnumerable<Known>)[source, .. topics, .. actors]) _table.AddProperty(record.Property);
        var speakers = searched.Quotations.Select(q => KnownAs(q.By)).ToImmutableArray();
        for (var i = 0; i < speakers.Length; i++)
        {
            _table.AddProperty(speakers[i].Speaker);
            _table.AddQuotation(searched.Quotations[i].Words, speakers[i].Speaker);
        }
        _table.EndArticle();

        Lists.Add(new(source.Number, [.. topics.Select(t => t.Number)], WhoIsIn(actors, speakers), [.. speakers.Select(s => s.Number)]));
    }

    private static int[] WhoIsIn(ImmutableArray<Known> actors, ImmutableArray<Known> speakers)
    {
        var (are, speak) = (actors.ToHashSet(), speakers.ToHashSet());
        int[] all = [.. are.Union(speak).Select(who => (3 * who.Number) + (!speak.Contains(who) ? 0 : are.Contains(who) ? 1 : 2))];
        Array.Sort(all);
        return all;
    }

    private Known KnownAs(Ref record)
    {
        if (_known.TryGetValue(record, out var known)) return known;
        known = new(_records[record], _table.NumbersOf(_archive.NameOf(record)), Property(record.Kind.ToString().ToLowerInvariant(), record), Property("speaker", record));
        _known.Add(record, known);
        return known;
    }

    // No word of a text begins so.
    private int Property(string name, Ref record) => _table.NumberOf($"~{name}:{record.Id}");
}
