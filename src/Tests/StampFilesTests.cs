using System.Text;
using Generator;
using Generator.Modules;

namespace Tests;

/// <summary>What the file system says of many files of a folder.</summary>
public sealed class StampFilesTests : IDisposable
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("a-rather-long-name-of-a-folder/", 20)) + "file";

    private readonly string _folder = Directory.CreateTempSubdirectory("archive-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("file")]
    [InlineData("a/b/é中.txt")]
    [InlineData("is-long")]
    public void A_file_has_the_stamp_that_it_has_alone(string path)
    {
        if (path == "is-long") path = Long;
        Put(path, "some words");
        foreach (var follow in new[] { true, false })
        {
            Assert.Equal(FileStamp.Of(Full(path)), Of(path, follow));
            Assert.Equal(10, Of(path, follow)!.Value.Size);
        }
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("file/below")]
    [InlineData("folder")]
    public void What_is_no_file_has_none(string path)
    {
        Put("file", "");
        Put("folder/file", "");
        foreach (var follow in new[] { true, false }) Assert.Null(Of(path, follow));
    }

    [Fact]
    public void A_link_counts_as_what_it_leads_to_or_as_itself()
    {
        Put("file", "some words");
        File.SetLastWriteTimeUtc(Full("file"), new(2020, 5, 1, 0, 0, 0, DateTimeKind.Utc));
        File.CreateSymbolicLink(Full("link"), "file");
        File.CreateSymbolicLink(Full("second"), "link");
        File.CreateSymbolicLink(Full("leads-nowhere"), "missing");
        foreach (var link in new[] { "link", "second" })
        {
            Assert.Equal(FileStamp.Of(Full("file")), Of(link, follow: true));
            Assert.Equal(FileStamp.Of(Full(link)), Of(link, follow: false));
            Assert.NotEqual(Of(link, follow: true), Of(link, follow: false));
        }
        Assert.Null(Of("leads-nowhere", follow: true));
    }

    [Fact]
    public void A_folder_that_is_not_there_has_no_files()
    {
        using var none = StampFiles.Below(Full("missing"), follow: true);
        Assert.Null(none.Of("file"));
    }

    /// <summary>The stamp, asked for in both ways.</summary>
    private FileStamp? Of(string path, bool follow)
    {
        using var stamps = StampFiles.Below(_folder, follow);
        var stamp = stamps.Of(path);
        Assert.Equal(stamp, stamps.Of(Encoding.UTF8.GetBytes(path + "\0").AsSpan()));
        return stamp;
    }

    private string Full(string path) => Path.Combine(_folder, path);

    private void Put(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), text);
    }
}
