using System.Runtime.InteropServices;

namespace Generator.Search;

/// <summary>What a field of an article counts towards how well the article fits a word (BM25F).</summary>
public enum SearchField { Text, Headline, Names, Summary }

/// <summary>
/// The words of articles that follow each other, and where each stands. Articles and quotations are numbered through the whole archive, oldest first, from 0. See <see cref="Posting"/> for what is
/// kept of a word.
/// </summary>
public sealed class TermTable(int firstArticle, int firstQuotation)
{
    private readonly Dictionary<string, Posting> _terms = new(StringComparer.Ordinal);
    private readonly List<Posting> _inArticle = [];
    private int _article = firstArticle, _quotation = firstQuotation, _position, _words;

    /// <summary>The words, in no order.</summary>
    public IReadOnlyDictionary<string, Posting> Terms => _terms;

    /// <summary>Notes the words of a field; of the headline and the text also in which place they stand, in the order in which they are given.</summary>
    public void Add(SearchField field, ReadOnlySpan<char> text)
    {
        var placed = field is SearchField.Text or SearchField.Headline;
        var known = _terms.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var words = new WordScanner(text); words.Next();)
        {
            ref var posting = ref CollectionsMarshal.GetValueRefOrAddDefault(known, words.Word, out _);
            posting ??= new();
            if (posting.Begin(_article)) _inArticle.Add(posting);
            posting.Count(field);
            if (field == SearchField.Text) _words++;
            if (placed) posting.AddPlace(_position++);
        }
        // A phrase does not go on from one paragraph into the next.
        _position++;
    }

    /// <summary>Notes that the article has a property that can be asked for, such as <c>~topic:hostages</c>.</summary>
    public void Add(string property)
    {
        ref var posting = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms, property, out _);
        posting ??= new();
        if (posting.Begin(_article)) _inArticle.Add(posting);
    }

    /// <summary>Notes the words of the article's next quotation, and who said them.</summary>
    public void AddQuotation(ReadOnlySpan<char> text, string speaker)
    {
        var known = _terms.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var words = new WordScanner(text); words.Next();)
        {
            ref var posting = ref CollectionsMarshal.GetValueRefOrAddDefault(known, words.Word, out _);
            (posting ??= new()).AddQuotation(_quotation);
        }
        ref var said = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms, speaker, out _);
        (said ??= new()).AddQuotation(_quotation++);
    }

    /// <summary>The article is complete; the next one follows.</summary>
    public void EndArticle()
    {
        foreach (var posting in _inArticle) posting.End(_words);
        _inArticle.Clear();
        _article++;
        (_position, _words) = (0, 0);
    }
}
