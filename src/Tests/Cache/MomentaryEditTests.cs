using Generator.Verbs;

namespace Tests;

/// <summary>A file that is another while a build reads it, and then what it was.</summary>
public sealed class MomentaryEditTests
{
    [Fact]
    public void A_record_that_was_other_for_a_moment_is_read_again()
    {
        using var site = new SiteTest();
        var (output, actors) = (Path.Combine(site.Root, "output"), Path.Combine(site.Root, "input/actors/all.yaml"));
        var before = File.ReadAllText(actors);
        // Long enough ago for its stamp to tell that it is the same.
        File.SetLastWriteTimeUtc(actors, new(2020, 5, 1, 0, 0, 0, DateTimeKind.Utc));
        IncrementalTests.Write(new(site.Root), output, site.Problems);

        File.AppendAllText(Path.Combine(site.Root, "input/topics/all.yaml"), "another: { name: Another topic }\n");
        WriteSite.To(output, new(site.Root), clean: false, site.Problems, phase =>
        {
            if (phase == "Reading the seeds and the record") File.WriteAllText(actors, before.Replace("Ilan Doro", "Ilan of a Moment", StringComparison.Ordinal));
        }, IncrementalTests.Quiet);
        Assert.Contains("Ilan of a Moment", File.ReadAllText(Path.Combine(output, "actors", "ilan-doro", "index.html")), StringComparison.Ordinal);

        File.WriteAllText(actors, before);
        IncrementalTests.Same(new(site.Root), output, "when it is again what it was");
    }
}
