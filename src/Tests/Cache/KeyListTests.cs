using FsCheck;
using FsCheck.Fluent;
using Generator.Cache;

namespace Tests;

/// <summary>Keys that are kept as bytes are those that were given, in order.</summary>
public sealed class KeyListTests
{
    [Fact]
    public void Keys_are_given_back_in_order_and_looked_through_up_to_the_first_that_is_not_so() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue).ArrayOf()), Arb.From(Gen.Choose(0, int.MaxValue)), (keys, limit) =>
        {
            int[] sorted = [.. keys.Order()];
            var (list, seen) = (KeyList.Of([.. keys]), new List<int>());

            Assert.Equal(sorted, list.ToArray());
            Assert.Equal(sorted.All(k => k < limit), list.All(seen, (seen, key) =>
            {
                seen.Add(key);
                return key < limit;
            }));
            Assert.Equal(sorted.TakeWhile(k => k < limit).Concat(sorted.SkipWhile(k => k < limit).Take(1)), seen);
        }).QuickCheckThrowOnFailure();
}
