using Generator;
using Generator.Synthesis;

namespace Tests;

/// <summary>The made-up archive: the same each time, without problems, and of the shape it promises.</summary>
public sealed class SynthTests
{
    [Fact]
    public void The_same_number_and_seed_give_the_same_bytes_and_another_seed_does_not()
    {
        var first = new MadeUpArchive(25, seed: 1).Files().ToList();

        Assert.Equal(first, new MadeUpArchive(25, seed: 1).Files());
        Assert.NotEqual(first, new MadeUpArchive(25, seed: 2).Files());
    }

    [Fact]
    public void It_has_no_problems_and_the_shape_of_a_real_archive()
    {
        using var folder = new Folder();

        var made = Tool.Run(folder.Path, "synth", "--articles", "60", "--output", "made-up");
        var problems = new Problems();
        var archive = new Build(new(Path.Combine(folder.Path, "made-up")), problems, _ => { }).ReadArchive();

        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        Assert.Empty(problems.Sorted());
        Assert.Equal(60, archive!.Articles.Length);
        Assert.All(archive.Articles, a => Assert.Equal((9, 3, 2), (a.Annotations.Length, a.Annotations.Count(n => n.Said is not null && n.Figure is null), a.Annotations.Count(n => n.Figure is not null))));
        Assert.InRange(archive.Articles.Average(a => a.Text.Text.Split(' ').Length), 450, 650);
        Assert.Contains(archive.Articles, a => a.Language != "en");
    }

    [Fact]
    public void Each_hub_is_in_a_fifth_of_all_articles_and_no_other_actor_in_more()
    {
        const int count = 3_000;
        var articles = new MadeUpArchive(count, seed: 1).Files().Where(f => f.Path.StartsWith("input/articles/", StringComparison.Ordinal))
            .Select(f => f.Text.Split('\n').Single(line => line.StartsWith("actors: ", StringComparison.Ordinal))["actors: [".Length..^1].Split(", "));

        var shares = articles.SelectMany(actors => actors).CountBy(actor => actor).ToDictionary(a => a.Key, a => a.Value / (double)count);

        Assert.All(Enumerable.Range(0, 5), hub => Assert.InRange(shares[$"actor-{hub}"], 0.18, 0.22));
        Assert.All(shares, actor => Assert.True(actor.Value < 0.22, $"{actor.Key} is in {actor.Value:0.00} of all articles"));
    }

    [Fact]
    public void A_folder_with_something_in_it_is_refused_and_stays_as_it_is()
    {
        using var folder = new Folder();
        File.WriteAllText(Path.Combine(folder.Path, "mine.txt"), "mine");

        var refused = Tool.Run(folder.Path, "synth", "--articles", "3", "--output", folder.Path);

        Assert.Equal((2, $"{folder.Path} is not empty; name a new folder\n"), (refused.ExitCode, refused.Error));
        Assert.Equal(["mine.txt"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("archive-synth-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
