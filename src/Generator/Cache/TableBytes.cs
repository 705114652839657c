using System.Runtime.InteropServices;
using Generator.Bytes;
using Model;

namespace Generator.Cache;

/// <summary>Writes the tables of an archive as bytes and reads them again: numbers as they stand in memory (32 bits, of this machine's order), each list behind its length, since they are most of it and read whole.</summary>
public static class TableBytes
{
    /// <summary>Writes tables, and gives the fingerprint of what was written.</summary>
    public static ulong Write(ArchiveTables tables, Stream to)
    {
        var print = new Fingerprint();
        void Bytes(ReadOnlySpan<byte> bytes)
        {
            print.Add(bytes);
            to.Write(bytes);
        }
        void Array<T>(T[] values) where T : unmanaged
        {
            Bytes(MemoryMarshal.AsBytes<int>([values.Length]));
            Bytes(MemoryMarshal.AsBytes(values.AsSpan()));
        }
        Array(tables.Articles);
        var dates = tables.Listed.Select(l => l.Published.Text).Distinct().ToArray();
        var numbers = dates.Select((date, i) => (date, i)).ToDictionary(d => d.date, d => d.i, StringComparer.Ordinal);
        Array(System.Array.ConvertAll(tables.Listed, l => numbers[l.Published.Text]));
        Array(System.Array.ConvertAll(tables.Listed, l => (byte)l.Publish));
        Array(tables.Sources);
        Array(tables.Annotations);
        Array(tables.Deadlines);
        Array(tables.Inferred);
        Array(tables.Inferring);
        Array(tables.Leanings);
        foreach (var lists in (ReadOnlySpan<NumberLists>)[tables.Topics, tables.Features, tables.Speakers])
        {
            Array(lists.Starts);
            Array(lists.Numbers);
        }
        Bytes(MemoryMarshal.AsBytes<int>([tables.Lists.Starts.Length]));
        for (var part = 0; part < tables.Lists.Starts.Length; part++)
        {
            Array(tables.Lists.Starts[part]);
            Array(tables.Lists.Entries[part]);
        }
        var rest = new ByteWriter();
        rest.List([.. dates], rest.Text);
        rest.List(tables.Relations, r =>
        {
            foreach (var number in (ReadOnlySpan<int>)[r.From, (int)r.Verb, r.To]) rest.Number(number);
            rest.Text(r.On?.Value);
        });
        rest.List(tables.Corrections, c =>
        {
            foreach (var passage in (ReadOnlySpan<PassageRef>)[c.Corrected, c.By])
            {
                rest.Id(passage.Article);
                rest.Text(passage.Annotation);
            }
        });
        Array(rest.Written.ToArray());
        return print.Value;
    }

    /// <summary>The tables that <see cref="Write"/> wrote.</summary>
    /// <exception cref="DamagedCacheException">They have another fingerprint than <paramref name="right"/>.</exception>
    public static ArchiveTables Read(Stream from, ulong right)
    {
        var print = new Fingerprint();
        void Bytes(Span<byte> bytes)
        {
            from.ReadExactly(bytes);
            print.Add(bytes);
        }
        int Number()
        {
            Span<int> number = stackalloc int[1];
            Bytes(MemoryMarshal.AsBytes(number));
            return number[0];
        }
        T[] Array<T>() where T : unmanaged
        {
            var length = Number();
            if (length < 0 || (long)length * Marshal.SizeOf<T>() > from.Length - from.Position) throw new DamagedCacheException();
            var values = GC.AllocateUninitializedArray<T>(length);
            Bytes(MemoryMarshal.AsBytes(values.AsSpan()));
            return values;
        }
        try
        {
            var (articles, published, publish) = (Array<int>(), Array<int>(), Array<byte>());
            var sources = Array<int>();
            var (annotations, deadlines, inferred, inferring, leanings) = (Array<int>(), Array<Entry>(), Array<Entry>(), Array<int>(), Array<Leaning>());
            NumberLists Lists() => new(Array<int>(), Array<int>());
            var (topics, features, speakers) = (Lists(), Lists(), Lists());
            var parts = Number();
            if (parts is < 0 or > byte.MaxValue) throw new DamagedCacheException();
            var (starts, entries) = (new int[parts][], new Entry[parts][]);
            for (var part = 0; part < parts; part++) (starts[part], entries[part]) = (Array<int>(), Array<Entry>());
            var rest = new ByteReader(Array<byte>());
            if (print.Value != right || from.Position != from.Length) throw new DamagedCacheException();
            var dates = rest.List(rest.Date);
            return new()
            {
                Articles = articles,
                Listed = [.. published.Select((date, i) => new ListedAs(dates[date], (Publication)publish[i]))],
                Topics = topics,
                Sources = sources,
                Annotations = annotations,
                Deadlines = deadlines,
                Inferred = inferred,
                Inferring = inferring,
                Leanings = leanings,
                Features = features,
                Speakers = speakers,
                Lists = new(starts, entries),
                Relations = rest.List(() => new RelationBond(rest.Int(), (RelationVerb)rest.Int(), rest.Int(), rest.MaybeId())),
                Corrections = rest.List(() => (new PassageRef(rest.Id(), rest.Text()), new PassageRef(rest.Id(), rest.Text()))),
            };
        }
        catch (EndOfStreamException)
        {
            throw new DamagedCacheException();
        }
    }
}
