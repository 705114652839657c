using Generator.Modules;

namespace Tests;

/// <summary>What writing does to the output folder, and what it never does.</summary>
public sealed class OutputTests : OutputFolderTest
{
    [Fact]
    public void Only_what_differs_is_written()
    {
        Write(("a.html", "1"), ("b/index.html", "2"));

        Assert.Equal(new Written(1, 1, 0), Write(("a.html", "1"), ("b/index.html", "3")));
        Assert.Equal(new Written(0, 2, 0), Write(("a.html", "1"), ("b/index.html", "3")));
        Assert.Equal("3", Read("b/index.html"));
    }

    [Fact]
    public void What_several_files_are_made_from_is_there_once_before_any_of_them()
    {
        var laid = 0;
        Func<object> groundwork = () => Interlocked.Increment(ref laid);
        OutputFile Standing(string path) => new(path, () => System.Text.Encoding.UTF8.GetBytes($"{path} on {laid}")) { Groundwork = groundwork };
        List<OutputFile> files = [.. Enumerable.Range(0, 50).SelectMany(i => (OutputFile[])[Standing($"a{i}"), new($"b{i}", [1])])];

        Assert.Equal(new Written(100, 0, 0), WriteInto(Output, files));
        Assert.Equal(1, laid);
        Assert.All(Enumerable.Range(0, 50), i => Assert.Equal($"a{i} on 1", Read($"a{i}")));
    }

    [Fact]
    public async Task Who_waits_for_another_build_can_stop()
    {
        using var other = WriteFiles.Into(Output, () => { }, TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        var waiting = Task.Run(() => WriteFiles.Into(Output, stop.Cancel, stop.Token), TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<OperationCanceledException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Files_that_cannot_be_made_leave_nothing_behind_and_the_same_build_can_try_again()
    {
        Write(("a.html", "1"), ("b.html", "2"));
        using var writing = WriteFiles.Into(Output, () => { }, TestContext.Current.CancellationToken);

        Assert.Throws<InvalidDataException>(() => writing.Write([new("a.html", [(byte)'3']), new("b.html", () => throw new InvalidDataException())], all: false, stop: TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(Next));
        Assert.Equal("1", Read("a.html"));

        Assert.Equal(new Written(2, 0, 0), writing.Write([new("a.html", [(byte)'3']), new("b.html", [(byte)'4'])], all: false, stop: TestContext.Current.CancellationToken));
        Assert.Equal(("3", "4"), (Read("a.html"), Read("b.html")));
    }

    [Fact]
    public void A_file_that_somebody_changed_is_made_right_again()
    {
        Write(("a.html", "1"));
        File.WriteAllText(Path.Combine(Output, "a.html"), "x");

        Assert.Equal(1, Write(("a.html", "1")).New);
        Assert.Equal("1", Read("a.html"));
    }

    [Fact]
    public void Stale_files_and_their_empty_folders_go()
    {
        Write(("a.html", "1"), ("old/deep/index.html", "2"));

        Assert.Equal(1, Write(("a.html", "1")).Removed);
        Assert.False(Directory.Exists(Path.Combine(Output, "old")));
    }

    [Fact]
    public void A_file_that_is_not_ours_is_never_removed()
    {
        Write(("old/index.html", "1"));
        File.WriteAllText(Path.Combine(Output, "old", "mine.txt"), "mine");

        Write(("a.html", "1"));

        Assert.Equal("mine", Read("old/mine.txt"));
        Assert.False(File.Exists(Path.Combine(Output, "old", "index.html")));
    }

    [Fact]
    public void A_file_that_is_not_ours_is_never_replaced()
    {
        Write(("a.html", "1"));
        File.WriteAllText(Path.Combine(Output, "b.html"), "mine");

        var refused = Assert.Throws<ForeignFileException>(() => Write(("a.html", "2"), ("b.html", "2")));

        Assert.Contains("b.html", refused.Message, StringComparison.Ordinal);
        Assert.Equal(("1", "mine"), (Read("a.html"), Read("b.html")));
    }

    [Fact]
    public void A_build_that_was_killed_while_staging_leaves_the_old_site()
    {
        Write(("a.html", "old"));
        Directory.CreateDirectory(Path.Combine(Output, ".archive", "staging"));
        File.WriteAllText(Path.Combine(Output, ".archive", "staging", "0"), "half");

        Assert.Equal("old", Read("a.html"));
        Write(("a.html", "new"));

        Assert.Equal("new", Read("a.html"));
        Assert.Equal(["lock", "manifest"], Own());
    }

    [Theory]
    [InlineData("place 0 a.html\nplace 1 b.html\n")]
    [InlineData("write a.html\nwrite b.html\n")]
    public void A_build_that_was_killed_while_moving_is_finished_by_the_next(string journal)
    {
        Write(("a.html", "old"), ("b.html", "old"), ("c.html", "old"));
        var own = Path.Combine(Output, ".archive");
        Directory.CreateDirectory(Path.Combine(own, "staging"));
        File.WriteAllText(Path.Combine(own, "journal"), journal + "remove c.html\nkeep a.html\nkeep b.html\n");
        File.WriteAllText(Path.Combine(Output, "a.html"), "new");
        File.WriteAllText(Path.Combine(own, "staging", "1"), "new");

        var written = Write(("a.html", "new"), ("b.html", "new"));

        Assert.Equal(new Written(0, 2, 0), written);
        Assert.Equal(("new", "new", false), (Read("a.html"), Read("b.html"), File.Exists(Path.Combine(Output, "c.html"))));
        Assert.Equal(["lock", "manifest"], Own());
    }

    [Fact]
    public void Two_builds_at_once_leave_one_of_the_two_sites_whole()
    {
        Parallel.For(0, 8, i => Write([.. Enumerable.Range(0, 40).Select(n => ($"{n}.html", $"site {i}"))]));

        Assert.Single(Enumerable.Range(0, 40).Select(n => Read($"{n}.html")).Distinct());
        Assert.Equal(["lock", "manifest"], Own());
    }

    [Theory]
    [InlineData(".", "is the folder of the archive itself")]
    [InlineData("..", "holds the archive")]
    [InlineData("/", "root of the file system")]
    [InlineData("input/out", "lies in input/")]
    [InlineData("seeds", "lies in seeds/")]
    [InlineData("link", "is the folder of the archive itself")]
    [InlineData("notes", "holds files that no build wrote, such as thoughts.txt")]
    [InlineData("file", "is a file")]
    public void An_output_folder_that_could_do_harm_is_refused(string output, string why)
    {
        var root = Path.Combine(Folder, "archive");
        Directory.CreateDirectory(Path.Combine(root, "input"));
        Directory.CreateDirectory(Path.Combine(root, "seeds"));
        Directory.CreateDirectory(Path.Combine(root, "notes"));
        File.WriteAllText(Path.Combine(root, "notes", "thoughts.txt"), "mine");
        File.WriteAllText(Path.Combine(root, "file"), "mine");
        Directory.CreateSymbolicLink(Path.Combine(root, "link"), root);

        Assert.Contains(why, OutputFolder.Refusal(root, Path.GetFullPath(Path.Combine(root, output))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_or_new_output_folder_and_an_earlier_site_are_fine()
    {
        var root = Directory.CreateDirectory(Path.Combine(Folder, "archive")).FullName;
        Assert.Null(OutputFolder.Refusal(root, Path.Combine(root, "output")));
        Assert.Null(OutputFolder.Refusal(root, Directory.CreateDirectory(Path.Combine(Folder, "empty")).FullName));
        Write(("a.html", "1"));
        Assert.Null(OutputFolder.Refusal(root, Output));
    }

    private IEnumerable<string> Own() => Directory.EnumerateFileSystemEntries(Path.Combine(Output, ".archive")).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal);
}
