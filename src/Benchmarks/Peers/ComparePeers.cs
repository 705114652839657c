using System.Globalization;
using System.Text;
using Generator;
using Generator.Synthesis;

namespace Benchmarks.Peers;

/// <summary>
/// The same made-up archive built by this program, by Hugo and by Eleventy, in turn, several times:
/// <c>dotnet run -c Release --project src/Benchmarks -- peers --articles 1000 [--runs 5] [--folder /dev/shm] [--tool PATH]</c>. Prints medians as a Markdown table. Hugo must be on the path;
/// Eleventy is installed by npm into the user's cache.
/// </summary>
public static class ComparePeers
{
    public static int Run(Options options)
    {
        var (articles, runs, place) = (options.Articles, options.Runs, options.Folder);
        var folder = Directory.CreateDirectory(Path.Combine(place, $"archive-peers-{Environment.ProcessId}")).FullName;
        try
        {
            var tools = Prepare(folder, articles, options);
            var figures = tools.ToDictionary(t => t.Name, _ => new List<Cost>());
            // In turn, so that a slow minute of the machine is everybody's.
            for (var run = 0; run < runs; run++)
                foreach (var tool in tools)
                {
                    foreach (var old in tool.Emptied.Where(Directory.Exists)) Directory.Delete(old, recursive: true);
                    figures[tool.Name].Add(Measure.Run(tool.File, tool.Arguments, tool.Folder));
                }
            Console.WriteLine(Table(articles, runs, place, tools, figures));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<PeerTool> Prepare(string folder, int articles, Options options)
    {
        var root = Path.Combine(folder, "archive");
        new MadeUpArchive(articles, seed: 1).WriteTo(root);
        var archive = new Build(new(root), new Problems(), _ => { }).ReadArchive() ?? throw new InvalidOperationException("the made-up archive has problems");
        var output = Path.Combine(folder, "archive-output");
        var (file, arguments) = options.Archive("build", "--root", root, "--output", output);
        return
        [
            new("Archive", file, arguments, folder, output, [output]),
            HugoSite.Write(archive, Path.Combine(folder, "hugo")),
            EleventySite.Write(archive, Path.Combine(folder, "eleventy")),
            new("copy of our output", "cp", ["-r", output, Path.Combine(folder, "copy")], folder, Path.Combine(folder, "copy"), [Path.Combine(folder, "copy")]),
        ];
    }

    private static string Table(int articles, int runs, string place, List<PeerTool> tools, Dictionary<string, List<Cost>> figures)
    {
        var ours = Median(figures["Archive"], c => c.Wall);
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"{articles:#,0} articles, medians of {runs} runs in turn, written to {place}\n\n");
        table.Append("| | wall s | CPU s | peak MB | files | MB written | our wall time to its |\n|---|--:|--:|--:|--:|--:|--:|\n");
        foreach (var tool in tools)
        {
            var costs = figures[tool.Name];
            var written = Directory.EnumerateFiles(tool.Output, "*", SearchOption.AllDirectories).Where(f => !f.Contains("/.archive/", StringComparison.Ordinal)).Select(f => new FileInfo(f).Length).ToList();
            var wall = Median(costs, c => c.Wall);
            table.Append(CultureInfo.InvariantCulture,
                $"| {tool.Name} | {wall:0.00} ({costs.Min(c => c.Wall):0.00}–{costs.Max(c => c.Wall):0.00}) | {Median(costs, c => c.Cpu):0.0} | {Median(costs, c => c.PeakBytes) / 1e6:#,0} | {written.Count:#,0} | {written.Sum() / 1e6:#,0.0} | {(tool.Name == "Archive" ? "" : (ours / wall).ToString("0.00", CultureInfo.InvariantCulture))} |\n");
        }
        return table.ToString();
    }

    internal static double Median(List<Cost> costs, Func<Cost, double> of)
    {
        var sorted = costs.Select(of).Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
