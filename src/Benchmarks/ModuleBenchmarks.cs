using BenchmarkDotNet.Attributes;
using Generator;
using Generator.Modules;
using Model;

namespace Benchmarks;

/// <summary>
/// The steps of a build, each alone, on the archive of this checkout: <c>dotnet run -c Release --project src/Benchmarks -- --filter *</c> from its root.
/// </summary>
[MemoryDiagnoser]
public class ModuleBenchmarks
{
    private string _root = "";
    private byte[] _yaml = [];
    private Article _article = null!;
    private Page _page = null!;

    [GlobalSetup]
    public void Setup()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Archive.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("not below a checkout");
        _root = folder.FullName;
        var site = new Build(new(_root), new Problems(), _ => { }).Run() ?? throw new InvalidOperationException("the record has problems");
        _article = site.Archive.Articles[0];
        _page = site.Pages.Single(p => p.Url.Path == _article.Ref.Path);
        _yaml = File.ReadAllBytes(Path.Combine(_root, site.Archive.FileOf(_article.Ref)!));
    }

    [Benchmark]
    public object? ReadYamlOfAnArticle() => ReadYaml.Read("article.yaml", _yaml, new Problems());

    [Benchmark]
    public int SplitAnArticleIntoSentences() => _article.Text.Blocks.Sum(b => SplitSentences.Of(_article.Text.Text, b.Start, b.End).Count);

    [Benchmark]
    public int RenderAnArticlePage() => new RenderPages().ToHtml(_page).Length;

    [Benchmark]
    public BuiltSite? TheWholeSite() => new Build(new(_root), new Problems(), _ => { }).Run();
}
