using Generator.Modules;

namespace Tests;

/// <summary>An output folder into which single files are written.</summary>
public abstract class OutputFolderTest : IDisposable
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("archive-output-").FullName;

    protected string Output => Path.Combine(Folder, "site");

    protected string Next => Path.Combine(Folder, ".site.next");

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected Written Write(params (string Path, string Text)[] files) =>
        WriteInto(Output, [.. files.Select(f => new OutputFile(f.Path, System.Text.Encoding.UTF8.GetBytes(f.Text)))]);

    protected static Written WriteInto(string folder, IReadOnlyList<OutputFile> files)
    {
        using var writing = WriteFiles.Into(folder, () => { }, TestContext.Current.CancellationToken);
        return writing.Write(files, all: false, stop: TestContext.Current.CancellationToken);
    }

    protected string Read(string path) => File.ReadAllText(Path.Combine(Output, path));
}
