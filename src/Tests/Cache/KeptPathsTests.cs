using FsCheck;
using FsCheck.Fluent;
using Generator.Cache;

namespace Tests;

/// <summary>Paths as the cache keeps them.</summary>
public sealed class KeptPathsTests
{
    // Letters whose order in UTF-8 is another than that of .NET are among them.
    private static readonly Gen<string> Path = Gen.Elements("a", "b", "-", ".", "/", "é", "ﷺ", "\U0001F4F0", "中").ArrayOf().Select(string.Concat);

    [Fact]
    public void Each_path_is_found_at_its_place_and_no_other_is()
    {
        Prop.ForAll(Arb.From(Path.ArrayOf()), Arb.From(Path), (some, other) =>
        {
            string[] sorted = [.. some.Distinct().Order(StringComparer.Ordinal)];
            var paths = KeptPaths.Of(sorted);
            Assert.Equal(sorted, paths.All);
            for (var i = 0; i < sorted.Length; i++)
            {
                Assert.Equal(i, paths.NumberOf(sorted[i]));
                Assert.True(paths.Is(i, sorted[i]));
                Assert.Equal(sorted[i] == other, paths.Is(i, other));
            }
            Assert.Equal(sorted.Contains(other), paths.NumberOf(other) >= 0);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_very_long_path_is_found_too()
    {
        string[] sorted = [new string('a', 300), new string('a', 300) + "b", new string('é', 400)];
        var paths = KeptPaths.Of(sorted);
        for (var i = 0; i < sorted.Length; i++) Assert.Equal(i, paths.NumberOf(sorted[i]));
        Assert.True(paths.NumberOf(new string('a', 299)) < 0);
    }

    [Fact]
    public void A_path_ends_with_a_zero() => Assert.Equal("b/é\0"u8, KeptPaths.Of(["a", "b/é"]).ZeroEnded(1));
}
