using Model;

namespace Tests;

/// <summary>A reference has in each archive the number of its record there, whoever asked before.</summary>
public sealed class NumberTests
{
    [Fact]
    public void Two_archives_that_share_references_each_give_their_own_numbers()
    {
        using var one = SiteTest.MadeUp(30, seed: 3);
        using var other = SiteTest.MadeUp(50, seed: 4);
        var archives = new[] { one.Build().Archive, other.Build().Archive };
        Parallel.For(0, 40, turn =>
        {
            var archive = archives[turn % 2];
            var all = archive.AllRecords();
            for (var i = 0; i < all.Length; i++)
            {
                Assert.Equal(i, archive.NumberOf(all[i]));
                Assert.Equal(i, archive.NumberOf(Id.Shared(all[i].Id.Value).To(all[i].Kind)));
                Assert.Equal(i, archive.NumberOf(new(all[i].Kind, new(all[i].Id.Value))));
            }
        });
        Assert.Contains(archives[0].AllRecords(), r => archives[1].AllRecords().Contains(r) && archives[0].NumberOf(r) != archives[1].NumberOf(r));
    }

    [Fact]
    public void What_no_archive_has_has_no_number()
    {
        using var site = new SiteTest();
        var archive = site.Build().Archive;
        Assert.Throws<KeyNotFoundException>(() => archive.NumberOf(new Id("nobody").To(Kind.Actor)));
        Assert.Null(archive.FileOf(new Id("nobody").To(Kind.Actor)));
        Assert.Empty(archive.SaidBy(new Id("nobody").To(Kind.Actor)));
        Assert.Empty(archive.EventsOf(new Id("nobody").To(Kind.Actor)));
    }
}
