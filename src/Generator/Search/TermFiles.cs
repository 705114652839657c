using System.Text;
using Generator.Bytes;

namespace Generator.Search;

/// <summary>
/// Puts the words of an archive into files of a few kilobytes, so that a query loads little. The words are cut, in their order, into stretches of at most <see cref="Most"/> bytes wherever the first
/// letters differ that make them too many; so the cuts depend on the words near them alone, and an edit changes the files of its own words. The first word of a stretch says by its hash which of the
/// files it goes into: how many files there are depends on the number of articles alone.
/// </summary>
public sealed class TermFiles
{
    private const int Most = 2048;

    private readonly string[] _terms;
    private readonly IPosting[] _postings;
    private readonly List<int> _cuts = [];
    private readonly List<int>[] _stretches;

    /// <summary>Cuts the words, given in order.</summary>
    public TermFiles((string[] Terms, IPosting[] Postings) words, int files)
    {
        (_terms, _postings) = words;
        if (_terms.Length > 0) Cut(0, _terms.Length, 0);
        _stretches = [.. Enumerable.Range(0, files).Select(_ => new List<int>())];
        for (var i = 0; i < _cuts.Count; i++) _stretches[FileOf(_terms[_cuts[i]], files)].Add(i);
    }

    /// <summary>Puts words into the order of their UTF-16 code units.</summary>
    public static (string[] Terms, IPosting[] Postings) InOrder(IReadOnlyDictionary<string, Posting> words)
    {
        var (terms, postings) = ((string[])[.. words.Keys], (IPosting[])[.. words.Values]);
        Array.Sort(terms, postings, StringComparer.Ordinal);
        return (terms, postings);
    }

    public static string WordsPath(int file) => $"words/{file}";

    public static string PlacesPath(int file) => $"places/{file}";

    /// <summary>How many files the words of so many articles are put into: about 8 articles a file.</summary>
    public static int CountFor(int articles) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, articles / 8));

    /// <summary>The first word of each stretch, in order.</summary>
    public IEnumerable<string> Cuts => _cuts.Select(c => _terms[c]);

    /// <summary>The file of the stretch that begins with a word: FNV-1a (32 bits) over its UTF-16 code units, modulo the number of files.</summary>
    public static int FileOf(string cut, int files)
    {
        var hash = 2166136261u;
        foreach (var c in cut) hash = (hash ^ c) * 16777619u;
        return (int)(hash % (uint)files);
    }

    /// <summary>
    /// The bytes of a file of words: for each word the number of letters it shares with the one before, the rest of it as text, the counts of articles and of quotations, the lengths in bytes of both, and both. See
    /// <see cref="IPosting"/>.
    /// </summary>
    public byte[] Words(int file)
    {
        // With room for all of them from the start: a few bytes for each number of a word, and its letters.
        var (to, before) = (new ByteWriter(Inside(file).Sum(i => 32 + _terms[i].Length + _postings[i].Articles.Length + _postings[i].Quotations.Length)), "");
        foreach (var i in Inside(file))
        {
            var (term, posting) = (_terms[i], _postings[i]);
            var shared = Shared(before, term);
            to.Number(shared);
            to.Blob(Encoding.UTF8.GetBytes(term[shared..]));
            foreach (var number in (ReadOnlySpan<int>)[posting.ArticleCount, posting.QuotationCount, posting.Articles.Length, posting.Quotations.Length]) to.Number(number);
            to.Bytes(posting.Articles);
            to.Bytes(posting.Quotations);
            before = term;
        }
        return to.Written.ToArray();
    }

    /// <summary>The bytes of the file of their places: for each word, in the same order, the length in bytes and the places.</summary>
    public byte[] Places(int file)
    {
        var to = new ByteWriter(Inside(file).Sum(i => 8 + _postings[i].Places.Length));
        foreach (var i in Inside(file)) to.Blob(_postings[i].Places);
        return to.Written.ToArray();
    }

    /// <summary>Whether the file holds what the one of the same number of an earlier index holds, which had so many words.</summary>
    public bool IsAsBefore(int file, int words)
    {
        var count = 0;
        foreach (var i in Inside(file))
            if (_postings[i] is not EarlierPosting posting || posting.Index != count++ || posting.File != file) return false;
        return count == words;
    }

    private IEnumerable<int> Inside(int file)
    {
        foreach (var stretch in _stretches[file])
            for (var i = _cuts[stretch]; i < (stretch + 1 < _cuts.Count ? _cuts[stretch + 1] : _terms.Length); i++) yield return i;
    }

    /// <summary>Cuts the words from one up to another, which have their first letters in common.</summary>
    private void Cut(int from, int to, int letters)
    {
        if (Bytes(from, to) <= Most || to - from == 1)
        {
            _cuts.Add(from);
            return;
        }
        // Neighbours whose next letters differ stay together as long as they are few.
        for (int start = from, end; start < to; start = end)
        {
            end = SameLetter(start, to, letters);
            if (Bytes(start, end) > Most && end - start > 1)
            {
                Cut(start, end, letters + 1);
                continue;
            }
            for (int next; end < to && Bytes(start, next = SameLetter(end, to, letters)) <= Most; end = next) { }
            _cuts.Add(start);
        }
    }

    /// <summary>The end of the words that have the same letter as the one at <paramref name="start"/> after so many first letters; one that ends there is alone.</summary>
    private int SameLetter(int start, int to, int letters)
    {
        var term = _terms[start];
        var end = start + 1;
        if (term.Length <= letters) return end;
        while (end < to && _terms[end].Length > letters && _terms[end][letters] == term[letters]) end++;
        return end;
    }

    private int Bytes(int from, int to)
    {
        var bytes = 0;
        for (var i = from; i < to && bytes <= Most; i++) bytes += _terms[i].Length + 6 + _postings[i].Articles.Length + _postings[i].Quotations.Length;
        return bytes;
    }

    private static int Shared(string a, string b)
    {
        var shared = 0;
        while (shared < a.Length && shared < b.Length && a[shared] == b[shared]) shared++;
        // Half a character could not be written as UTF-8.
        return shared > 0 && char.IsHighSurrogate(b[shared - 1]) ? shared - 1 : shared;
    }
}
