using Generator.Cache;

namespace Tests;

/// <summary>Lists of keys come back from their file as they were put into it, whatever their length and whoever puts them there.</summary>
public sealed class KeyListFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("keys").FullName;

    [Fact]
    public void Lists_of_any_length_come_back()
    {
        using var file = KeyListFile.Begin(_folder);
        byte[][] lists = [.. ((int[])[0, 1, 507, 508, 509, 512, 5_000, 1_000_000, (1 << 20) - 4, 1 << 20, 3_000_000, 2]).Select(length => Filled(length))];
        long[] places = [.. lists.Select(list => file.Add(list))];

        for (var i = 0; i < lists.Length; i++) Assert.True(lists[i].AsSpan().SequenceEqual(file.Read(places[i]).Bytes.Span), $"{lists[i].Length}");
    }

    [Fact]
    public void Many_threads_may_add_and_read_at_the_same_time()
    {
        using var file = KeyListFile.Begin(_folder);
        Parallel.For(0, 20_000, i =>
        {
            var list = Filled(i % 700);
            var place = file.Add(list);
            if (i % 50 == 0) Assert.True(list.AsSpan().SequenceEqual(file.Read(place).Bytes.Span));
        });
    }

    [Fact]
    public void The_file_is_gone_once_it_is_let_go()
    {
        using (var file = KeyListFile.Begin(_folder)) Assert.Single(Directory.EnumerateFiles(_folder));
        Assert.Empty(Directory.EnumerateFiles(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Filled(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
