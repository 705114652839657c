using Generator.Bytes;

namespace Generator.Search;

/// <summary>
/// Where a word stands, as the files of the index have it. <see cref="Articles"/>: for each article <c>8 × its distance from the one before + how well it fits</c>. <see cref="Quotations"/>: for each quotation
/// <c>8 × the distance of its article from that of the one before + which of its article's it is</c>, from 0; of the eighth and those after it 7, and behind it how many places after the eighth it is.
/// <see cref="Places"/>: for each article the distances of its places from each other, each more than 0, then 0. The first of each is counted from -1. As whole numbers in as few bytes as they need (LEB128).
/// </summary>
public interface IPosting
{
    int ArticleCount { get; }

    int QuotationCount { get; }

    ReadOnlySpan<byte> Articles { get; }

    ReadOnlySpan<byte> Quotations { get; }

    ReadOnlySpan<byte> Places { get; }
}

/// <summary>Where a word stands, as it is found out: articles and quotations in the order of their numbers.</summary>
public sealed class Posting : IPosting
{
    /// <summary>How many steps of fitting there are.</summary>
    public const int Steps = 8;

    /// <summary>How many quotations of an article are told apart in the number that says which article it is; the last of them and those after it need another.</summary>
    public const int Near = 8;

    // The usual constants of BM25F; the mean length of a text is a constant too, so that what is kept of an article depends on the article alone.
    private const double Saturation = 1.2, LengthMatters = 0.75, MeanLength = 500;

    private readonly ByteWriter _articles = new(0), _quotations = new(0), _places = new(0);
    private int _current = -1, _lastArticle = -1, _lastPlace = -1;
    private (int Article, int Number) _lastQuotation = (-1, -1);
    private int _inText;
    private double _elsewhere;

    public ReadOnlySpan<byte> Articles => _articles.Written;

    public ReadOnlySpan<byte> Quotations => _quotations.Written;

    public ReadOnlySpan<byte> Places => _places.Written;

    public int ArticleCount { get; private set; }

    public int QuotationCount { get; private set; }

    /// <summary>Begins with an article.</summary>
    public void Begin(int article) => (_current, _inText, _elsewhere, _lastPlace) = (article, 0, 0, -1);

    public void Count(SearchField field)
    {
        if (field == SearchField.Text) _inText++;
        else _elsewhere += field switch { SearchField.Headline => 5, SearchField.Names => 2, _ => 1.5 };
    }

    public void AddPlace(int place)
    {
        _places.Number(place - _lastPlace);
        _lastPlace = place;
    }

    /// <summary>Ends with the article that was begun, whose text has so many words.</summary>
    public void End(int words)
    {
        var often = _elsewhere + (_inText / (1 - LengthMatters + (LengthMatters * words / MeanLength)));
        var fits = Math.Min(Steps - 1, (int)(Steps * often / (often + Saturation)));
        Add(_current, fits, [0]);
    }

    /// <summary>Adds an article as another posting has it.</summary>
    public void Add(int article, int fits, ReadOnlySpan<byte> places)
    {
        _articles.Number(((long)(article - _lastArticle) * Steps) + fits);
        _places.Bytes(places);
        _lastArticle = article;
        ArticleCount++;
    }

    /// <summary>Adds a quotation of an article, by its number among those of the article; nothing when it is the one that was added last.</summary>
    public void AddQuotation(int article, int number)
    {
        if (_lastQuotation == (article, number)) return;
        _quotations.Number(((long)(article - _lastQuotation.Article) * Near) + Math.Min(number, Near - 1));
        if (number >= Near - 1) _quotations.Number(number - (Near - 1));
        _lastQuotation = (article, number);
        QuotationCount++;
    }

    /// <summary>Appends what a table of articles that follow has of the same word.</summary>
    public void Append(Posting later)
    {
        // Room for just that: much the most of an index is put together here, and would take a third more.
        foreach (var (own, others) in (ReadOnlySpan<(ByteWriter, ByteWriter)>)[(_articles, later._articles), (_quotations, later._quotations), (_places, later._places)]) own.MakeRoom(others.Length);
        // Both count from -1, so the first number of the later ones says which article it is.
        if (later.ArticleCount > 0) Append(_articles, later.Articles, (_lastArticle + 1L) * Steps);
        if (later.QuotationCount > 0) Append(_quotations, later.Quotations, (_lastQuotation.Article + 1L) * Near);
        _places.Bytes(later.Places);
        (ArticleCount, QuotationCount) = (ArticleCount + later.ArticleCount, QuotationCount + later.QuotationCount);
        _lastArticle = Math.Max(_lastArticle, later._lastArticle);
        if (later.QuotationCount > 0) _lastQuotation = later._lastQuotation;
    }

    private static void Append(ByteWriter numbers, ReadOnlySpan<byte> later, long less)
    {
        var first = ByteReader.Number(later, out var length);
        numbers.Number(first - less);
        numbers.Bytes(later[length..]);
    }
}
