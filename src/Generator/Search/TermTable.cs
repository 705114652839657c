namespace Generator.Search;

/// <summary>
/// Where of an article a word stands; the first four count, each differently, towards how well the article fits it (BM25F). A property counts nothing, and what is said is found by quotations, not by articles.
/// </summary>
public enum SearchField : byte { Text, Headline, Names, Summary, Property, Quotation }

/// <summary>
/// The words of some articles, and where each stands. Articles are numbered through the whole archive, oldest first, and the quotations of each in their order, both from 0; they come in this order. See
/// <see cref="IPosting"/> for what is kept of a word.
/// </summary>
public sealed class TermTable
{
    // Writing each word into its posting as it comes waits for memory at every word, for postings are many and far apart. So what is found is put into the order of the postings
    // first: at least so many at once, and as many as there are words, for each time all words are gone through.
    private const int LeastAtOnce = 1 << 16;

    private readonly WordNumbers _numbers = new();
    private readonly List<Posting> _postings = [];

    // The articles whose words are not yet written: their numbers, and how many words their texts have.
    private readonly List<(int Number, int Words)> _articles = [];
    private Occurrence[] _found = new Occurrence[1024], _ordered = [];
    private int _count, _article, _quotation, _position, _words;

    /// <summary>A word that was found: its number, its article's place among those not yet written, its place in the text or -1; of a word of a quotation the number of the quotation.</summary>
    private readonly record struct Occurrence(int Term, int In, int Place, SearchField Field);

    /// <summary>The words and properties that were found, in no order.</summary>
    public Dictionary<string, Posting> Terms()
    {
        Write();
        var terms = new Dictionary<string, Posting>(_postings.Count, StringComparer.Ordinal);
        // Some were only numbered.
        for (var number = 0; number < _postings.Count; number++)
            if (_postings[number] is { ArticleCount: > 0 } or { QuotationCount: > 0 }) terms.Add(_numbers[number].ToString(), _postings[number]);
        return terms;
    }

    /// <summary>Begins with an article, by its number.</summary>
    public void BeginArticle(int number) => (_article, _quotation, _position, _words) = (number, 0, 0, 0);

    /// <summary>Notes the words of a field; of the headline and the text also in which place they stand, in the order in which they are given.</summary>
    public void Add(SearchField field, ReadOnlySpan<char> text)
    {
        var placed = field is SearchField.Text or SearchField.Headline;
        for (var words = new WordScanner(text); words.Next();)
        {
            Find(_numbers.Of(words.Word), _articles.Count, placed ? _position++ : -1, field);
            if (field == SearchField.Text) _words++;
        }
        // A phrase does not go on from one paragraph into the next.
        _position++;
    }

    /// <summary>Notes words that were numbered before, in any field but the headline and the text.</summary>
    public void Add(SearchField field, ReadOnlySpan<int> words)
    {
        foreach (var word in words) Find(word, _articles.Count, -1, field);
    }

    /// <summary>Notes that the article has a property that can be asked for, such as <c>~topic:hostages</c>, by its number.</summary>
    public void AddProperty(int property) => Find(property, _articles.Count, -1, SearchField.Property);

    /// <summary>Notes the words of the article's next quotation, and who said them, by the number of that property.</summary>
    public void AddQuotation(ReadOnlySpan<char> text, int speaker)
    {
        for (var words = new WordScanner(text); words.Next();) Find(_numbers.Of(words.Word), _articles.Count, _quotation, SearchField.Quotation);
        Find(speaker, _articles.Count, _quotation++, SearchField.Quotation);
    }

    /// <summary>The number of a property.</summary>
    public int NumberOf(string property) => _numbers.Of(property);

    /// <summary>The numbers of the words of a text.</summary>
    public int[] NumbersOf(string text)
    {
        var numbers = new List<int>();
        for (var words = new WordScanner(text); words.Next();) numbers.Add(_numbers.Of(words.Word));
        return [.. numbers];
    }

    /// <summary>The article is complete.</summary>
    public void EndArticle()
    {
        _articles.Add((_article, _words));
        if (_count > Math.Max(LeastAtOnce, _numbers.Count)) Write();
    }

    private void Find(int term, int where, int place, SearchField field)
    {
        if (_count == _found.Length) Array.Resize(ref _found, _count * 2);
        _found[_count++] = new(term, where, place, field);
    }

    /// <summary>Writes what was found since the last time into the postings.</summary>
    private void Write()
    {
        while (_postings.Count < _numbers.Count) _postings.Add(new());
        if (_ordered.Length < _count) _ordered = new Occurrence[_found.Length];
        var found = _found.AsSpan(0, _count);
        var ends = new int[_numbers.Count + 1];
        foreach (ref readonly var one in found) ends[one.Term + 1]++;
        for (var term = 1; term < ends.Length; term++) ends[term] += ends[term - 1];
        foreach (ref readonly var one in found) _ordered[ends[one.Term]++] = one;
        for (int term = 0, from = 0; term < _postings.Count; from = ends[term++])
            if (ends[term] > from) Write(_postings[term], _ordered.AsSpan(from, ends[term] - from));
        _count = 0;
        _articles.Clear();
    }

    private void Write(Posting posting, ReadOnlySpan<Occurrence> found)
    {
        var article = -1;
        foreach (ref readonly var one in found)
        {
            if (one.Field == SearchField.Quotation)
            {
                posting.AddQuotation(_articles[one.In].Number, one.Place);
                continue;
            }
            if (one.In != article)
            {
                if (article >= 0) posting.End(_articles[article].Words);
                posting.Begin(_articles[article = one.In].Number);
            }
            if (one.Field != SearchField.Property) posting.Count(one.Field);
            if (one.Place >= 0) posting.AddPlace(one.Place);
        }
        if (article >= 0) posting.End(_articles[article].Words);
    }
}
