using System.Globalization;
using Benchmarks.Peers;
using Generator;
using Generator.Synthesis;
using Microsoft.Playwright;
using Model;

namespace Benchmarks.Search;

/// <summary>
/// The archive's own search and Pagefind's over the same made-up articles: <c>dotnet run -c Release --project src/Benchmarks -- search --articles 1000 [--runs 3] [--folder /dev/shm] [--tool PATH]</c>.
/// Prints what indexing costs, what a first search with a filter loads, how often a sentence finds its article, and how long results take. Needs Chromium (<c>ARCHIVE_CHROMIUM</c> or
/// <c>/usr/bin/chromium</c>) and npm. The index is made by this program itself: published as the tool is (<c>dotnet publish src/Benchmarks -c Release -r linux-x64
/// --self-contained -p:PublishSingleFile=true -p:PublishReadyToRunComposite=true -p:PublishReadyToRunCrossgen2ExtraArgs=--instruction-set:x86-64-v3 -o FOLDER</c>, then <c>FOLDER/Benchmarks search … --tool PATH</c>)
/// it is compiled before it runs.
/// </summary>
public static class CompareSearch
{
    private const int Queries = 50, Sentences = 200;

    public static async Task<int> Run(Options options)
    {
        var folder = Directory.CreateDirectory(Path.Combine(options.Folder, $"archive-search-{Environment.ProcessId}")).FullName;
        try
        {
            var (root, ours, theirs) = (Path.Combine(folder, "root"), Path.Combine(folder, "site"), Path.Combine(folder, "pagefind"));
            new MadeUpArchive(options.Articles, seed: 1).WriteTo(root);
            var archive = new Build(new(root), new Problems(), _ => { }).ReadArchive() ?? throw new InvalidOperationException("the made-up archive has problems");
            PagefindSite.Write(archive, theirs);
            Console.WriteLine($"{options.Articles:#,0} articles, medians of {options.Runs} runs in turn\n");
            Indexing(options, root, ours, theirs, folder);
            var (file, arguments) = options.Archive("build", "--root", root, "--output", ours);
            Measure.Run(file, arguments, folder);
            await Searching(archive, ours, theirs);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Indexing(Options options, string root, string ours, string theirs, string folder)
    {
        var pagefind = PagefindSite.Install();
        var itself = Environment.ProcessPath!;
        var (indexer, before) = Path.GetFileNameWithoutExtension(itself) == "dotnet" ? (itself, [Path.Combine(AppContext.BaseDirectory, "Benchmarks.dll")]) : (itself, Array.Empty<string>());
        var (our, their) = (new List<Cost>(), new List<Cost>());
        for (var run = 0; run < options.Runs; run++)
        {
            if (Directory.Exists(ours)) Directory.Delete(ours, recursive: true);
            var said = Measure.Run(indexer, [.. before, "index", root, ours], folder).Said.Split(' ');
            our.Add(new(double.Parse(said[0], CultureInfo.InvariantCulture), 0, double.Parse(said[1], CultureInfo.InvariantCulture), ""));
            var index = Path.Combine(theirs, "pagefind");
            if (Directory.Exists(index)) Directory.Delete(index, recursive: true);
            their.Add(Measure.Run(pagefind, ["--site", theirs], folder));
        }
        Directory.Delete(ours, recursive: true);
        Row("indexing, s", ComparePeers.Median(our, c => c.Wall), ComparePeers.Median(their, c => c.Wall), "0.00");
        Row("memory for it, MB", ComparePeers.Median(our, c => c.PeakBytes) / 1e6, ComparePeers.Median(their, c => c.PeakBytes) / 1e6, "0");
    }

    private static async Task Searching(Archive archive, string ours, string theirs)
    {
        File.WriteAllText(Path.Combine(theirs, "index.html"), "<!doctype html><html lang=\"en\"><title>Pagefind</title>");
        await using var ourServer = await SiteServer.Start(ours);
        await using var theirServer = await SiteServer.Start(theirs);
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await Chromium.Launch(playwright);
        var (our, their) = (new OurSearch(chromium, ourServer.Address), new PagefindSearch(chromium, theirServer.Address));
        var queries = SearchQueries.WithFilters(archive, Queries);
        var (ourLoads, ourOpen, theirLoads) = (new List<double>(), new List<double>(), new List<double>());
        foreach (var (words, id, topic) in queries)
        {
            ourLoads.Add(await our.FirstSearch(words, id, everyGroup: false));
            ourOpen.Add(await our.FirstSearch(words, id, everyGroup: true));
            theirLoads.Add(await their.FirstSearch(words, topic));
        }
        Row("a first search with a filter loads, kB, median", Median(ourLoads) / 1e3, Median(theirLoads) / 1e3, "0");
        Row("  the worst of 50", ourLoads.Max() / 1e3, theirLoads.Max() / 1e3, "0");
        Row("  its ratio query by query, the worst", ourLoads.Zip(theirLoads, (a, b) => a / b).Max(), 1, "0.00");
        Row("with every group of filters open, median", Median(ourOpen) / 1e3, Median(theirLoads) / 1e3, "0");
        Row("  the worst of 50", ourOpen.Max() / 1e3, theirLoads.Max() / 1e3, "0");
        Row("  its ratio query by query, the worst", ourOpen.Zip(theirLoads, (a, b) => a / b).Max(), 1, "0.00");

        var sentences = SearchQueries.OfSentences(archive, Sentences);
        var (ourRanks, ourTimes) = await our.Known(sentences);
        Row($"of {Sentences} sentences, the article is among the first three", ourRanks, await their.Known(sentences), "0");
        Console.WriteLine($"| from the last key to results, ms: median {Median(ourTimes):0}, nineteen of twenty {ourTimes.Order().ElementAt(ourTimes.Count * 19 / 20):0}, worst of {ourTimes.Count} {ourTimes.Max():0} | | | |");
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static void Row(string what, double ours, double theirs, string format) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {ours.ToString(format, CultureInfo.InvariantCulture)} | {theirs.ToString(format, CultureInfo.InvariantCulture)} | {ours / theirs:0.00} |"));
}
