using System.Diagnostics;
using System.Globalization;
using Generator;
using Generator.Modules;
using Generator.Pipelines;

namespace Benchmarks.Search;

/// <summary>
/// What the search index of an archive costs by itself, in a process of its own: reads the archive, then makes and writes the files of the index, and prints the seconds of the second step and by how many bytes
/// the process grew in it.
/// </summary>
public static class IndexCosts
{
    public static int Run(string root, string output)
    {
        var archive = new Build(new(root), new Problems(), _ => { }).ReadArchive() ?? throw new InvalidOperationException("the archive has problems");
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        var (before, peak, done) = (process.WorkingSet64, process.WorkingSet64, false);
        var watch = new Thread(() =>
        {
            while (!Volatile.Read(ref done))
            {
                using var now = Process.GetCurrentProcess();
                peak = Math.Max(peak, now.WorkingSet64);
                Thread.Sleep(5);
            }
        });
        watch.Start();
        var clock = Stopwatch.StartNew();
        var files = SearchPages.Files(archive).ToList();
        foreach (var folder in files.Select(f => Path.GetDirectoryName(f.Path)!).Distinct()) Directory.CreateDirectory(Path.Combine(output, folder));
        // As a build does it: what all files of the index are made from beside the texts, which do without.
        var (texts, index) = (files.Where(f => f.Groundwork is null).ToList(), files.Where(f => f.Groundwork is not null).ToList());
        object? held = null;
        InParallel.Each([() => held = index[0].Groundwork!(), () => InParallel.Each(texts.Count, i => Write(texts[i], output))]);
        InParallel.Each(index.Count, i => Write(index[i], output));
        GC.KeepAlive(held);
        var seconds = clock.Elapsed.TotalSeconds;
        Volatile.Write(ref done, true);
        watch.Join();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds} {peak - before}"));
        return 0;
    }

    private static void Write(OutputFile file, string output) => File.WriteAllBytes(Path.Combine(output, file.Path), file.Lend().Span);
}
