using System.Diagnostics;
using System.Globalization;
using Generator;
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
        Write(files[0], output);
        Parallel.ForEach(files.Skip(1), file => Write(file, output));
        var seconds = clock.Elapsed.TotalSeconds;
        Volatile.Write(ref done, true);
        watch.Join();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds} {peak - before}"));
        return 0;
    }

    private static void Write(Generator.Modules.OutputFile file, string output) => File.WriteAllBytes(Path.Combine(output, file.Path), file.Make());
}
