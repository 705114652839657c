using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Benchmarks.Peers;
using Generator.Synthesis;

namespace Benchmarks;

/// <summary>
/// What an edit of a made-up archive costs, as a share of a cold build: <c>dotnet run -c Release --project src/Benchmarks -- edits --articles 10000 [--runs 5] [--folder /dev/shm] [--tool PATH]</c>.
/// Each run builds cold, then again after each edit, in turn; prints medians as a Markdown table. The last line compares the site with a cold build of the same record.
/// </summary>
public static partial class EditCosts
{
    public static int Run(Options options)
    {
        var folder = Directory.CreateDirectory(Path.Combine(options.Folder, $"archive-edits-{Environment.ProcessId}")).FullName;
        try
        {
            var (root, output) = (Path.Combine(folder, "archive"), Path.Combine(folder, "output"));
            new MadeUpArchive(options.Articles, seed: 1).WriteTo(root);
            var (article, actors) = (Path.Combine(root, "input/articles", $"a{options.Articles / 2:000000}.yaml"), Directory.EnumerateFiles(Path.Combine(root, "input/actors")).Order(StringComparer.Ordinal).First());
            (string Name, Action<int> Edit)[] steps =
            [
                ("cold", _ => Forget(output)),
                ("nothing changed", _ => { }),
                ("an article touched", _ => File.SetLastWriteTimeUtc(article, DateTime.UtcNow)),
                ("a note edited", run => Replace(article, "    note: ", $"    note: Again {run}, ")),
                ("a value edited", run => Edit(article, "(?<=value: )[0-9]+", $"{run + 1}")),
                ("a value given to another claim", run => Edit(article, "(?<=of: )claim-[0-9]+", $"claim-{run + 1}")),
                ("a headline edited", run => Replace(article, "headline: \"", $"headline: \"Again {run} ")),
                ("a newest article added", run => Add(root, article, $"newest{run}", published: "2025-12-31")),
                ("an article of years ago added", run => Add(root, article, $"old{run}", published: null)),
                ("a hub actor renamed", run => Replace(actors, "type: Organization, name: ", $"type: Organization, name: Again {run} ")),
            ];
            var (costs, written) = (steps.ToDictionary(s => s.Name, _ => new List<Cost>()), new Dictionary<string, string>());
            for (var run = 0; run < options.Runs; run++)
            {
                foreach (var (name, edit) in steps)
                {
                    edit(run);
                    var (file, arguments) = options.Archive("build", "--root", root, "--output", output);
                    var cost = Measure.Run(file, arguments, folder);
                    costs[name].Add(cost);
                    written[name] = FilesWritten().Match(cost.Said).Value;
                }
            }
            Console.WriteLine(Table(options, steps.Select(s => s.Name), costs, written));
            var (tool, clean) = options.Archive("build", "--root", root, "--output", Path.Combine(folder, "clean"));
            Measure.Run(tool, clean, folder);
            Console.WriteLine(Differences(output, Path.Combine(folder, "clean")) is 0 ? "After all edits the site is byte for byte that of a clean build." : throw new InvalidOperationException("the site differs from that of a clean build"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex("[0-9,]+ files? written")]
    private static partial Regex FilesWritten();

    private static void Forget(string output)
    {
        if (Directory.Exists(output)) Directory.Delete(output, recursive: true);
    }

    private static void Replace(string file, string old, string replacement) => Edit(file, Regex.Escape(old), replacement);

    private static void Edit(string file, string pattern, string replacement)
    {
        var text = File.ReadAllText(file);
        if (Regex.Match(text, pattern) is not { Success: true } first) throw new InvalidOperationException($"{file} has no \"{pattern}\"");
        File.WriteAllText(file, text[..first.Index] + replacement + text[(first.Index + first.Length)..]);
    }

    /// <summary>Adds an article that names whom another names, on another day or on the same.</summary>
    private static void Add(string root, string like, string id, string? published)
    {
        var seed = Encoding.UTF8.GetBytes($"{File.ReadAllText(Path.Combine(root, "seeds", Path.GetFileNameWithoutExtension(like) + ".txt"))}\nIn other words, {id}.\n");
        File.WriteAllBytes(Path.Combine(root, "seeds", id + ".txt"), seed);
        var record = Regex.Replace(File.ReadAllText(like), "(?m)^seed: .*$", $"seed: {{ file: {id}.txt, sha256: {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(seed))} }}");
        if (published is not null) record = Regex.Replace(record, "(?m)^published: .*$", $"published: {published}");
        File.WriteAllText(Path.Combine(root, "input/articles", id + ".yaml"), record);
    }

    private static string Table(Options options, IEnumerable<string> steps, Dictionary<string, List<Cost>> costs, Dictionary<string, string> written)
    {
        var cold = ComparePeers.Median(costs["cold"], c => c.Wall);
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"{options.Articles:#,0} articles, medians of {options.Runs} runs, written to {options.Folder}\n\n");
        table.Append("| | wall s | CPU s | peak MB | share of cold | written |\n|---|--:|--:|--:|--:|--:|\n");
        foreach (var name in steps)
        {
            var wall = ComparePeers.Median(costs[name], c => c.Wall);
            table.Append(CultureInfo.InvariantCulture,
                $"| {name} | {wall:0.00} ({costs[name].Min(c => c.Wall):0.00}–{costs[name].Max(c => c.Wall):0.00}) | {ComparePeers.Median(costs[name], c => c.Cpu):0.0} | {ComparePeers.Median(costs[name], c => c.PeakBytes) / 1e6:#,0} | {wall / cold:0.0 %} | {written[name]} |\n");
        }
        return table.ToString();
    }

    private static int Differences(string a, string b)
    {
        Dictionary<string, string> Tree(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).AsParallel()
            .Where(f => !f.Contains("/.archive/", StringComparison.Ordinal))
            .ToDictionary(f => Path.GetRelativePath(folder, f), f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))));
        var (one, other) = (Tree(a), Tree(b));
        return one.Keys.Union(other.Keys).Count(f => one.GetValueOrDefault(f) != other.GetValueOrDefault(f));
    }
}
