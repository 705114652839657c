using Generator.Modules;
using Model;

namespace Tests;

/// <summary>What is made once and kept within bounds is always what was asked for.</summary>
public sealed class HeldTests
{
    [Fact]
    public void What_is_made_of_many_things_is_right_whatever_is_forgotten_on_the_way()
    {
        var (once, made) = (new Once<string>(things: 1_000, new(articles: 0, records: 1), most: 50), 0);
        Parallel.For(0, 20_000, i => Assert.Equal($"thing {i % 1_000}", once.Of(i % 1_000, i % 1_000, n =>
        {
            Interlocked.Increment(ref made);
            return $"thing {n}";
        })));
        Assert.True(made > 1_000, "nothing was forgotten");
        Assert.Same(once.Of(7, 7, n => $"thing {n}"), once.Of(7, 7, _ => throw new InvalidOperationException("it was kept")));
    }

    [Fact]
    public void Something_large_is_made_once_while_somebody_holds_it_and_again_after_that()
    {
        var made = 0;
        var large = new Held<int[]>(() => [++made]);
        WhileHeld();
        GC.Collect();
        Assert.Equal(2, large.Value[0]);

        // By itself, so that nothing of what is held stays in a register or on the stack.
        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        void WhileHeld()
        {
            var held = large.Value;
            GC.Collect();
            Assert.Same(held, large.Value);
            GC.KeepAlive(held);
            Assert.Equal(1, made);
        }
    }
}
