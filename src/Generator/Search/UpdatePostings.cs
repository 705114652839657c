using Generator.Bytes;
using Generator.Modules;

namespace Generator.Search;

/// <summary>Brings what an earlier index has of words up to date: articles that are read anew go out of it, the others get the numbers of today.</summary>
/// <param name="articles">By the number of an article then: its number now, or -1 when it is gone or was read anew. Those that stay are in the same order.</param>
internal sealed class UpdatePostings(int[] articles)
{
    private const int LeastOfStretch = 256;

    /// <summary>Puts the words of then and those that were read anew into one order, both given in order.</summary>
    public (string[] Terms, IPosting[] Postings) Merge(List<(string Term, EarlierPosting Posting)> before, string[] readTerms, IPosting[] readPostings)
    {
        // In stretches of the words of then; what was read and comes before the first word of a stretch belongs to the one before.
        var count = Math.Clamp(before.Count / LeastOfStretch, 1, Environment.ProcessorCount);
        var (starts, readStarts) = (new int[count + 1], new int[count + 1]);
        (starts[count], readStarts[count]) = (before.Count, readTerms.Length);
        for (var i = 1; i < count; i++)
        {
            starts[i] = (int)((long)before.Count * i / count);
            var at = Array.BinarySearch(readTerms, before[starts[i]].Term, StringComparer.Ordinal);
            readStarts[i] = at < 0 ? ~at : at;
        }
        var stretches = InParallel.Each([.. Enumerable.Range(0, count)], i => Merge(before, starts[i]..starts[i + 1], readTerms, readPostings, readStarts[i]..readStarts[i + 1]));
        return ([.. stretches.SelectMany(s => s.Terms)], [.. stretches.SelectMany(s => s.Postings)]);
    }

    private (List<string> Terms, List<IPosting> Postings) Merge(List<(string Term, EarlierPosting Posting)> before, Range inBefore, string[] readTerms, IPosting[] readPostings, Range inRead)
    {
        var (from, end, readEnd) = (inBefore.Start.Value, inBefore.End.Value, inRead.End.Value);
        var (terms, postings) = (new List<string>(end - from + readEnd - inRead.Start.Value), new List<IPosting>(end - from + readEnd - inRead.Start.Value));
        for (int b = from, r = inRead.Start.Value; b < end || r < readEnd;)
        {
            var order = b == end ? 1 : r == readEnd ? -1 : string.CompareOrdinal(before[b].Term, readTerms[r]);
            var term = order <= 0 ? before[b].Term : readTerms[r];
            var posting = Now(order <= 0 ? before[b++].Posting : null, order >= 0 ? readPostings[r++] : null);
            if (posting is { ArticleCount: 0, QuotationCount: 0 }) continue;
            terms.Add(term);
            postings.Add(posting);
        }
        return (terms, postings);
    }

    private IPosting Now(IPosting? before, IPosting? read)
    {
        if (before is null) return read!;
        if (Stays(before, read)) return before;
        var now = new Posting();
        Merge(now, ArticlesOf(before, articles), read is null ? default : ArticlesOf(read, null));
        Merge(now, new QuotationCursor(before.Quotations, articles), read is null ? default : new QuotationCursor(read.Quotations, null));
        return now;
    }

    // The places are in a file of their own, which need not be read for a word that no article has which was read anew.
    private bool Stays(IPosting before, IPosting? read) =>
        Stays(new ArticleCursor(before.Articles, read is null ? default : before.Places, null), read is null ? default : ArticlesOf(read, null))
        && Stays(new QuotationCursor(before.Quotations, null), read is null ? default : new QuotationCursor(read.Quotations, null));

    /// <summary>Whether nothing has another number, and what was read anew is what it was.</summary>
    private bool Stays<T>(T old, T anew) where T : ICursor<T>, allows ref struct
    {
        while (old.Next())
        {
            if (articles[old.Article] == old.Article) continue;
            if (articles[old.Article] >= 0 || !anew.Next() || anew.Article != old.Article || !anew.SaysTheSameAs(old)) return false;
        }
        return !anew.Next();
    }

    /// <summary>Adds what two have, in the order of the articles; none is in both.</summary>
    private static void Merge<T>(Posting to, T old, T added) where T : ICursor<T>, allows ref struct
    {
        for (var (more, another) = (old.Next(), added.Next()); more || another;)
        {
            if (more && (!another || old.Article < added.Article))
            {
                old.AddTo(to);
                more = old.Next();
            }
            else
            {
                added.AddTo(to);
                another = added.Next();
            }
        }
    }

    private static ArticleCursor ArticlesOf(IPosting posting, int[]? now) => new(posting.Articles, posting.Places, now);

    private static long Next(ref ReadOnlySpan<byte> rest)
    {
        var number = ByteReader.Number(rest, out var length);
        rest = rest[length..];
        return number;
    }

    /// <summary>Goes through what a posting has, in its order.</summary>
    private interface ICursor<T> where T : ICursor<T>, allows ref struct
    {
        int Article { get; }

        bool Next();

        /// <summary>Whether both have the same of their articles.</summary>
        bool SaysTheSameAs(T other);

        void AddTo(Posting to);
    }

    /// <summary>Goes through the articles of a posting that are there now, by their numbers of now; without their places when it is given none.</summary>
    private ref struct ArticleCursor(ReadOnlySpan<byte> articles, ReadOnlySpan<byte> places, int[]? now) : ICursor<ArticleCursor>
    {
        private ReadOnlySpan<byte> _articles = articles, _places = places;
        private int _then = -1;

        public int Article { get; private set; }

        public int Fits { get; private set; }

        /// <summary>With the 0 at their end, which is the only byte of that value.</summary>
        public ReadOnlySpan<byte> Places { get; private set; }

        public readonly bool SaysTheSameAs(ArticleCursor other) => Fits == other.Fits && Places.SequenceEqual(other.Places);

        public readonly void AddTo(Posting to) => to.Add(Article, Fits, Places);

        public bool Next()
        {
            while (!_articles.IsEmpty)
            {
                var number = UpdatePostings.Next(ref _articles);
                _then += (int)(number / Posting.Steps);
                var end = _places.IndexOf((byte)0) + 1;
                (Article, Fits) = (now is null ? _then : now[_then], (int)(number % Posting.Steps));
                Places = _places[..end];
                _places = _places[end..];
                if (Article >= 0) return true;
            }
            return false;
        }
    }

    /// <summary>Goes through the quotations of a posting whose articles are there now, by the numbers of these of now.</summary>
    private ref struct QuotationCursor(ReadOnlySpan<byte> quotations, int[]? now) : ICursor<QuotationCursor>
    {
        private ReadOnlySpan<byte> _quotations = quotations;
        private int _then = -1;

        public int Article { get; private set; }

        /// <summary>Its number among those of its article.</summary>
        public int Number { get; private set; }

        public readonly bool SaysTheSameAs(QuotationCursor other) => Number == other.Number;

        public readonly void AddTo(Posting to) => to.AddQuotation(Article, Number);

        public bool Next()
        {
            while (!_quotations.IsEmpty)
            {
                var number = UpdatePostings.Next(ref _quotations);
                _then += (int)(number / Posting.Near);
                (Article, Number) = (now is null ? _then : now[_then], (int)(number % Posting.Near));
                if (Number == Posting.Near - 1) Number += (int)UpdatePostings.Next(ref _quotations);
                if (Article >= 0) return true;
            }
            return false;
        }
    }
}
