using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Generator.Modules;

namespace Generator.Verbs;

/// <summary><c>archive build</c>: the whole site, or nothing.</summary>
public static class BuildVerb
{
    public static int Run(BuildOptions options, string output, bool clean, bool timings, Report report)
    {
        if (OutputFolder.Refusal(options.Root, output) is { } refusal) throw new Refusal(refusal);
        var clock = Stopwatch.StartNew();
        var phases = new List<(string Name, TimeSpan At)>();
        var problems = new Problems();
        var (pages, written, made) = report.Watch(show => WriteSite.To(output, options, clean, problems, name =>
        {
            phases.Add((name, clock.Elapsed));
            show(name);
        }, report));
        report.Problems(problems.Sorted(), written is null ? "nothing written" : "the build goes on");
        if (written is null) return ExitCode.Problems;
        if (timings) Timed(phases, clock.Elapsed, made, report);
        report.Result(string.Create(CultureInfo.InvariantCulture,
            $"{Count.Of(pages, "page")}; {Count.Of(written.New, "file")} written, {written.Unchanged:#,0} unchanged, {written.Removed:#,0} removed; {clock.Elapsed.TotalSeconds:0.00} s"));
        return ExitCode.Done;
    }

    private static void Timed(List<(string Name, TimeSpan At)> phases, TimeSpan end, int made, Report report)
    {
        for (var i = 0; i < phases.Count; i++)
        {
            var took = (i + 1 < phases.Count ? phases[i + 1].At : end) - phases[i].At;
            report.Result(string.Create(CultureInfo.InvariantCulture, $"{took.TotalMilliseconds,8:0} ms  {phases[i].Name}"));
        }
        // Beside the work, on other threads; of a program that was compiled ahead of time what it could not foresee, and what was worth compiling better.
        report.Result(string.Create(CultureInfo.InvariantCulture, $"{JitInfo.GetCompilationTime().TotalMilliseconds,8:0} ms  Compiling {JitInfo.GetCompiledMethodCount():#,0} methods, meanwhile"));
        report.Result(string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalPauseDuration().TotalMilliseconds,8:0} ms  Waiting for {Count.Of(GC.CollectionCount(0), "collection")} of garbage, {GC.CollectionCount(2):#,0} of them of all that is held"));
        report.Result(string.Create(CultureInfo.InvariantCulture, $"{made,8:#,0} {(made == 1 ? "file" : "files")} made; the others cannot have changed"));
    }
}
