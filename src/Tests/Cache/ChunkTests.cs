using Generator.Cache;

namespace Tests;

/// <summary>Files of values that are written and read a chunk at a time.</summary>
public sealed class ChunkTests
{
    private const int Values = 300_000;

    private static readonly byte[] File = Written();

    [Fact]
    public void Values_of_several_chunks_are_read_as_they_were_written()
    {
        Assert.True(File.Length > 2 << 20, "the file has at least three chunks");
        Assert.Equal(Enumerable.Range(0, Values).Select(Value), Read(File));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(ChunkWriter.Piece / sizeof(long))]
    [InlineData(Values)]
    public void A_column_is_read_as_it_was_written_between_other_values(int count)
    {
        var (stream, column) = (new MemoryStream(), Enumerable.Range(0, count).Select(i => (long)i << 40).ToArray());
        var to = new ChunkWriter(stream);
        to.Values.Text("before");
        to.Column<long>(column);
        to.Column<byte>([1, 2, 3]);
        to.Values.Text("after");
        to.End();
        var from = new ChunkReader(new MemoryStream(stream.ToArray()));
        Assert.Equal("before", from.Values.Text());
        Assert.Equal(column, from.Column<long>());
        Assert.Equal([1, 2, 3], from.Column<byte>());
        Assert.Equal("after", from.Values.Text());
        from.End();
    }

    [Fact]
    public void A_file_without_values_is_read()
    {
        var stream = new MemoryStream();
        new ChunkWriter(stream).End();
        new ChunkReader(new MemoryStream(stream.ToArray())).End();
    }

    [Fact]
    public void A_changed_byte_is_noticed_wherever_it_is()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var damaged = File.ToArray();
            // Lengths and fingerprints stand at both ends too.
            var at = i < 20 ? i : i < 40 ? damaged.Length - 1 - (i - 20) : random.Next(damaged.Length);
            damaged[at] ^= (byte)(1 << random.Next(8));
            Assert.Throws<DamagedCacheException>(() => Read(damaged));
        }
    }

    [Fact]
    public void What_is_cut_off_or_added_is_noticed()
    {
        var random = new Random(8);
        for (var i = 0; i < 100; i++) Assert.Throws<DamagedCacheException>(() => Read(File[..(i < 30 ? File.Length - 1 - i : random.Next(File.Length))]));
        Assert.Throws<DamagedCacheException>(() => Read([.. File, 0]));
        Assert.Throws<DamagedCacheException>(() => Read([.. File, .. File]));
    }

    private static string Value(int i) => $"value {i}";

    private static byte[] Written()
    {
        var stream = new MemoryStream();
        var to = new ChunkWriter(stream);
        for (var i = 0; i < Values; i++)
        {
            to.Values.Text(Value(i));
            to.MayEnd();
        }
        to.End();
        return stream.ToArray();
    }

    private static List<string> Read(byte[] file)
    {
        var (from, read) = (new ChunkReader(new MemoryStream(file)), new List<string>());
        for (var i = 0; i < Values; i++)
        {
            read.Add(from.Values.Text());
            from.MayEnd();
        }
        from.End();
        return read;
    }
}
