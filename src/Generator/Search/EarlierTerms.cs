using System.Text;
using Generator.Bytes;
using Generator.Cache;

namespace Generator.Search;

/// <summary>A file of words that an earlier build wrote (<see cref="TermFiles"/>). The places of its words are read when they are asked for.</summary>
internal sealed class EarlierTermFile
{
    private readonly List<(string Term, EarlierPosting Posting)> _words = [];
    private readonly Lazy<ReadOnlyMemory<byte>[]> _places;

    /// <param name="number">Its number.</param>
    /// <param name="read">Reads a file of the index.</param>
    public EarlierTermFile(int number, Func<string, byte[]> read)
    {
        var (from, before) = (new ByteReader(read(TermFiles.WordsPath(number))), "");
        for (; !from.IsAtEnd;)
        {
            var shared = from.Int();
            var term = string.Concat(before.AsSpan(0, shared), Encoding.UTF8.GetString(from.Blob().Span));
            var (articleCount, quotationCount, articles, quotations) = (from.Int(), from.Int(), from.Int(), from.Int());
            _words.Add((term, new(this, number, _words.Count, articleCount, quotationCount, from.Bytes(articles), from.Bytes(quotations))));
            before = term;
        }
        _places = new(() => EarlierIndex.Guarded(() => Places(new(read(TermFiles.PlacesPath(number))))));
    }

    public int Count => _words.Count;

    /// <summary>The words in the order of the file, which is that of words within a stretch.</summary>
    public IReadOnlyList<(string Term, EarlierPosting Posting)> Words => _words;

    /// <exception cref="DamagedCacheException">The file of places does not belong to these words.</exception>
    public ReadOnlySpan<byte> PlacesOf(int index) => _places.Value[index].Span;

    private ReadOnlyMemory<byte>[] Places(ByteReader from)
    {
        var places = new ReadOnlyMemory<byte>[Count];
        for (var i = 0; i < places.Length; i++) places[i] = from.Blob();
        return from.IsAtEnd ? places : throw new DamagedCacheException();
    }
}

/// <summary>Where a word stood, as the index of an earlier build has it.</summary>
internal sealed class EarlierPosting(EarlierTermFile from, int file, int index, int articleCount, int quotationCount, ReadOnlyMemory<byte> articles, ReadOnlyMemory<byte> quotations) : IPosting
{
    /// <summary>The number of its file, and its place in it, from 0.</summary>
    public int File => file;

    public int Index => index;

    public int ArticleCount => articleCount;

    public int QuotationCount => quotationCount;

    public ReadOnlySpan<byte> Articles => articles.Span;

    public ReadOnlySpan<byte> Quotations => quotations.Span;

    public ReadOnlySpan<byte> Places => from.PlacesOf(index);
}
