using System.Text.RegularExpressions;
using Generator;
using Generator.Cache;
using Generator.Verbs;

namespace Tests;

/// <summary>While an article is being worked on its file is warned of at every build. Nothing more is read for that.</summary>
public sealed class WarningsTests
{
    private const string Unpinned = "input/articles/a000030.yaml", Suggested = "input/articles/a000031.yaml", Other = "input/articles/a000020.yaml";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_warning_is_told_at_each_build_though_its_file_is_not_read_again(bool remembers)
    {
        using var site = SiteTest.MadeUp(110, seed: 7);
        using var memory = remembers ? new BuildMemory() : null;
        var pin = Regex.Match(File.ReadAllText(Path.Combine(site.Root, Unpinned)), ", sha256: [0-9a-f]+").Value;
        site.With(Unpinned, pin, "");
        var note = Regex.Match(File.ReadAllText(Path.Combine(site.Root, Suggested)), @"(?m)^    note: .*$").Value;
        site.With(Suggested, note, note + " # suggested low");
        string pinned = $"{Unpinned}:1 A203", suggested = $"{Suggested}:{LineOf(Suggested, "# suggested")} A116";
        Assert.Equal([pinned, suggested], Build().Told);

        Assert.Equal((0, false), (Build(pinned, suggested).Made, Build(pinned, suggested).ReadsAll));
        foreach (var _ in (ReadOnlySpan<int>)[1, 2])
        {
            site.With(Other, "    note: ", "    note: Again ");
            Assert.Equal((1, false), Build(pinned, suggested) is var other ? (other.Made, other.ReadsAll) : default);
        }
        // In the file that is warned of, now two lines further down.
        site.With(Unpinned, "seed: ", "# One.\n# Two.\nseed: ").With(Unpinned, "    note: ", "    note: Again ");
        pinned = $"{Unpinned}:3 A203";
        Assert.Equal((1, false), Build(pinned, suggested) is var moved ? (moved.Made, moved.ReadsAll) : default);
        site.With(Unpinned, ".txt }", $".txt{pin} }}");
        Assert.False(Build(suggested).ReadsAll);
        Assert.Equal(0, Build(suggested).Made);
        // What reads every other record again repeats it as well.
        site.With("input/topics/from-000000.yaml", "name: ", "name: Again ");
        Assert.True(Build(suggested).ReadsAll);
        site.With(Unpinned, pin, "");
        Assert.False(Build(pinned, suggested).ReadsAll);

        Assert.Null(Write(new(site.Root, Strict: true), [], out var told).Files);
        Assert.Equal([pinned, suggested], told);
        site.With(Other, "    note: ", "    note: Again ");
        Assert.Null(Write(new(site.Root, Strict: true), [], out _).Files);
        IncrementalTests.Same(new(site.Root), Path.Combine(site.Root, "output"), "at the end", memory);

        (int Made, bool ReadsAll, string[] Told) Build(params string[] expected)
        {
            var phases = new List<string>();
            var written = Write(new(site.Root), phases, out var told);
            Assert.True(written.Files is not null, string.Join("; ", told));
            if (expected.Length > 0) Assert.Equal(expected, told);
            return (written.Made, phases.Contains("Checking the record"), told);
        }

        SiteWritten Write(BuildOptions options, List<string> phases, out string[] told)
        {
            var problems = new Problems();
            var written = WriteSite.To(Path.Combine(site.Root, "output"), options, clean: false, problems, phases.Add, IncrementalTests.Quiet, memory: memory);
            told = [.. problems.Sorted().Select(p => $"{p.Place.File}:{p.Place.Line} {p.Code.Code}")];
            return written;
        }

        int LineOf(string file, string words) => Array.FindIndex(File.ReadAllLines(Path.Combine(site.Root, file)), line => line.Contains(words, StringComparison.Ordinal)) + 1;
    }
}
