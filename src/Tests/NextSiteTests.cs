using Generator.Modules;

namespace Tests;

/// <summary>A site takes the place of the one before at one instant, and what others keep in the folder comes along.</summary>
public sealed class NextSiteTests : OutputFolderTest
{
    [Fact]
    public void What_the_machine_does_not_allow_while_the_site_is_put_together_is_told_as_that_and_leaves_nothing()
    {
        Write(("a.html", "1"), ("b.html", "2"));
        using var compared = new ManualResetEventSlim();
        var same = new OutputFile("a.html", () =>
        {
            compared.Set();
            return System.Text.Encoding.UTF8.GetBytes("1");
        }) { Groundwork = () => "" };
        // Somebody deletes a file that has not changed, after it was compared and before it takes its second name.
        var late = new OutputFile("b.html", () =>
        {
            compared.Wait();
            Thread.Sleep(200);
            File.Delete(Path.Combine(Output, "a.html"));
            return System.Text.Encoding.UTF8.GetBytes("3");
        });

        Assert.ThrowsAny<IOException>(() => WriteInto(Output, [same, late]));
        Assert.False(Directory.Exists(Next));
        Assert.Equal("2", Read("b.html"));
    }

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(5_000, 1, true)]
    [InlineData(5_001, 78, false)]
    [InlineData(5_001, 79, true)]
    [InlineData(330_980, 5_171, false)]
    [InlineData(330_980, 5_172, true)]
    public void Few_files_of_a_large_site_are_no_reason_to_exchange_it(int files, int changed, bool exchanged) => Assert.Equal(exchanged, WriteFiles.IsExchanged(files, changed));

    [Fact]
    public void What_others_keep_in_the_folder_stays_as_it_is()
    {
        Write(("a.html", "1"), ("old/index.html", "2"));
        Directory.CreateDirectory(Path.Combine(Output, ".git", "refs", "tags"));
        File.WriteAllText(Path.Combine(Output, ".git", "HEAD"), "ref: refs/heads/pages");
        File.WriteAllText(Path.Combine(Output, "old", "mine.txt"), "mine");

        Assert.Equal(new Written(1, 0, 1), Write(("a.html", "3")));
        Assert.Equal("3", Read("a.html"));
        Assert.Equal("ref: refs/heads/pages", Read(".git/HEAD"));
        Assert.True(Directory.Exists(Path.Combine(Output, ".git", "refs", "tags")));
        Assert.Equal(["mine.txt"], Directory.EnumerateFileSystemEntries(Path.Combine(Output, "old")).Select(Path.GetFileName));
        Assert.False(Directory.Exists(Next));
    }

    [Theory]
    [InlineData(new string[0], false)]
    [InlineData(new[] { ".archive/manifest", "a/b/c.html" }, false)]
    [InlineData(new[] { "theirs.txt" }, true)]
    public void A_next_site_that_a_killed_build_left_is_removed_and_the_folder_of_another_stays(string[] files, bool stays)
    {
        Write(("a.html", "1"));
        var next = Directory.CreateDirectory(Next).FullName;
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(next, file))!);
            File.WriteAllText(Path.Combine(next, file), "left");
        }

        Assert.Equal(1, Write(("a.html", "2")).New);
        Assert.Equal("2", Read("a.html"));
        Assert.Equal(stays, Directory.Exists(next));
        if (stays) Assert.Equal("left", File.ReadAllText(Path.Combine(next, files[0])));
    }

    [Fact]
    public void A_folder_with_links_in_it_is_written_file_by_file()
    {
        Write(("a.html", "1"));
        var elsewhere = Directory.CreateDirectory(Path.Combine(Folder, "elsewhere")).FullName;
        File.WriteAllText(Path.Combine(elsewhere, "mine.txt"), "mine");
        Directory.CreateSymbolicLink(Path.Combine(Output, "linked"), elsewhere);

        Assert.Equal(new Written(1, 0, 0), Write(("a.html", "2")));
        Assert.Equal("2", Read("a.html"));
        Assert.Equal(elsewhere, new DirectoryInfo(Path.Combine(Output, "linked")).LinkTarget);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(elsewhere, "mine.txt")));
    }

    [Fact]
    public void A_folder_of_the_site_that_somebody_moved_and_linked_is_written_where_it_is()
    {
        Write(("a.html", "1"), ("b/index.html", "2"), ("b/c/index.html", "3"));
        var elsewhere = Path.Combine(Folder, "elsewhere");
        Directory.Move(Path.Combine(Output, "b"), elsewhere);
        Directory.CreateSymbolicLink(Path.Combine(Output, "b"), elsewhere);

        Assert.Equal(new Written(1, 2, 0), Write(("a.html", "1"), ("b/index.html", "4"), ("b/c/index.html", "3")));
        Assert.Equal(elsewhere, new DirectoryInfo(Path.Combine(Output, "b")).LinkTarget);
        Assert.Equal("4", File.ReadAllText(Path.Combine(elsewhere, "index.html")));
        Assert.Equal("3", File.ReadAllText(Path.Combine(elsewhere, "c", "index.html")));
        Assert.False(Directory.Exists(Next));
    }

    [Fact]
    public void What_is_put_there_while_the_next_site_is_written_moves_into_it()
    {
        Write(("a.html", "1"), ("b/index.html", "2"));
        OutputFile Slow(string path, string text) => new(path, () =>
        {
            Directory.CreateDirectory(Path.Combine(Output, "b", "new"));
            File.WriteAllText(Path.Combine(Output, "b", "new", "theirs.txt"), "theirs");
            Directory.CreateDirectory(Path.Combine(Output, "empty"));
            if (!Path.Exists(Path.Combine(Output, "link"))) Directory.CreateSymbolicLink(Path.Combine(Output, "link"), Folder);
            return System.Text.Encoding.UTF8.GetBytes(text);
        });

        Assert.Equal(2, WriteInto(Output, [Slow("a.html", "3"), Slow("b/index.html", "4")]).New);
        Assert.Equal(("3", "4", "theirs"), (Read("a.html"), Read("b/index.html"), Read("b/new/theirs.txt")));
        Assert.True(Directory.Exists(Path.Combine(Output, "empty")));
        Assert.Equal(Folder, new DirectoryInfo(Path.Combine(Output, "link")).LinkTarget);
        Assert.False(Directory.Exists(Next));
    }

    [Fact]
    public void A_folder_of_the_site_that_somebody_deleted_is_made_again()
    {
        Write(("a.html", "1"), ("b/index.html", "2"), ("b/c/index.html", "3"));
        Directory.Delete(Path.Combine(Output, "b"), recursive: true);

        Assert.Equal(2, Write(("a.html", "1"), ("b/index.html", "2"), ("b/c/index.html", "3")).New);
        Assert.Equal("3", Read("b/c/index.html"));
        Directory.Delete(Path.Combine(Output, "b"), recursive: true);
        Assert.Equal(new Written(1, 0, 0), Write(("a.html", "4")));
        Assert.False(Directory.Exists(Path.Combine(Output, "b")));
        Assert.False(Directory.Exists(Next));
    }
}
