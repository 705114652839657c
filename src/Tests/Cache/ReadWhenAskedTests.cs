using System.Runtime.CompilerServices;
using Generator;
using Generator.Verbs;

namespace Tests;

/// <summary>An edit reads no more than it needs, and pages hold no more than they show.</summary>
public sealed class ReadWhenAskedTests
{
    private const string Edited = "a000050";

    [Fact]
    public void A_note_is_edited_without_a_look_at_what_distant_articles_say()
    {
        using var site = SiteTest.MadeUp(110, seed: 7);
        var all = Build(site).Made;
        Spoil($"Made-up article {NumberOf(DistantFrom(Edited, site))}.", site);
        site.With($"input/articles/{Edited}.yaml", "note: Note *1*", "note: Another note *1*");
        Assert.InRange(Build(site).Made, 1, 2);
        Assert.Contains("Another note", File.ReadAllText(Path.Combine(site.Root, "output", "articles", Edited, "index.html")), StringComparison.Ordinal);

        // Who looks at it finds the damage, and everything is made again.
        site.With($"input/articles/{Edited}.yaml", "headline: \"", "headline: \"Other ");
        site.With("input/site.yaml", File.ReadAllText(Path.Combine(site.Root, "input/site.yaml")) + "\n");
        Assert.True(Build(site).Made >= all);
    }

    [Fact]
    public void The_files_of_a_site_hold_on_neither_to_the_build_that_planned_them_nor_to_what_bound_the_articles()
    {
        using var site = SiteTest.MadeUp(5, seed: 7);
        var (built, build, bonds) = Planned(site);
        GC.Collect();
        Assert.False(build.IsAlive);
        Assert.False(bonds.IsAlive);
        GC.KeepAlive(built);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (BuiltSite Site, WeakReference Build, WeakReference Bonds) Planned(SiteTest site)
    {
        var build = new Build(new(site.Root), site.Problems, _ => { });
        var built = build.Run()!;
        return (built, new(build), new(build.Readings(built.Archive).Kept[0].Read!.Found.Bonds));
    }

    private static SiteWritten Build(SiteTest site) =>
        WriteSite.To(Path.Combine(site.Root, "output"), new(site.Root), clean: false, site.Problems, _ => { }, new(site.Root, Format.Text, TextWriter.Null, TextWriter.Null));

    /// <summary>An article that the page of another does not lead to, nor the feed, which is made anew each time.</summary>
    private static string DistantFrom(string article, SiteTest site)
    {
        var shown = File.ReadAllText(Path.Combine(site.Root, "output", "articles", article, "index.html")) + File.ReadAllText(Path.Combine(site.Root, "output", "feed.xml"));
        return Directory.EnumerateFiles(Path.Combine(site.Root, "input/articles")).Select(Path.GetFileNameWithoutExtension).First(id => !shown.Contains(id!, StringComparison.Ordinal))!;
    }

    private static int NumberOf(string article) => int.Parse(article[1..], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Changes a byte of words that the cache keeps.</summary>
    private static void Spoil(string words, SiteTest site)
    {
        var path = Path.Combine(site.Root, "output", ".archive", "cache", "articles");
        var bytes = File.ReadAllBytes(path);
        var at = bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(words));
        Assert.True(at >= 0);
        bytes[at] ^= 1;
        File.WriteAllBytes(path, bytes);
    }
}
