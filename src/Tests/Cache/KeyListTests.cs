using FsCheck;
using FsCheck.Fluent;
using Generator.Cache;

namespace Tests;

/// <summary>Keys that are kept as bytes are those that were given, in order.</summary>
public sealed class KeyListTests
{
    [Fact]
    public void Keys_are_given_back_in_order_and_looked_up_in_a_set() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, 300).ArrayOf()), Arb.From(Gen.Choose(0, 300).ArrayOf()), (keys, others) =>
        {
            var (list, set) = (KeyList.Of([.. keys]), new ulong[301 / 64 + 1]);
            foreach (var key in others) set[key / 64] |= 1ul << (key % 64);

            Assert.Equal(keys.Order(), list.ToArray());
            Assert.Equal(keys.All(others.Contains), list.AreIn(set));
            foreach (var key in keys) set[key / 64] |= 1ul << (key % 64);
            Assert.True(list.AreIn(set));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Keys_far_apart_are_given_back_too() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue).ArrayOf()), keys => Assert.Equal(keys.Order(), KeyList.Of([.. keys]).ToArray())).QuickCheckThrowOnFailure();
}
