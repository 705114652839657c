using System.Diagnostics;
using System.Globalization;
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
        var (site, written) = report.Watch<(BuiltSite?, Written?)>(show =>
        {
            void Phase(string name)
            {
                phases.Add((name, clock.Elapsed));
                show(name);
            }
            if (new Build(options, problems, Phase).Run() is not { } built) return (null, null);
            Phase("Rendering and writing");
            return (built, WriteOut(output, built, clean, report));
        });
        report.Problems(problems.Sorted(), site is null ? "nothing written" : "the build goes on");
        if (site is null || written is null) return ExitCode.Problems;
        if (timings) Timed(phases, clock.Elapsed, report);
        report.Result(string.Create(CultureInfo.InvariantCulture,
            $"{Count.Of(site.Plans.Length, "page")}; {Count.Of(written.New, "file")} written, {written.Unchanged:#,0} unchanged, {written.Removed:#,0} removed; {clock.Elapsed.TotalSeconds:0.00} s"));
        return ExitCode.Done;
    }

    /// <summary>Writes a finished site.</summary>
    public static Written WriteOut(string output, BuiltSite site, bool all, Report report)
    {
        try
        {
            return WriteFiles.To(output, site.Files, all, () => report.Note($"another build is writing into {output}; waiting for it"));
        }
        catch (ForeignFileException foreign)
        {
            throw new Refusal(foreign.Message);
        }
    }

    private static void Timed(List<(string Name, TimeSpan At)> phases, TimeSpan end, Report report)
    {
        for (var i = 0; i < phases.Count; i++)
        {
            var took = (i + 1 < phases.Count ? phases[i + 1].At : end) - phases[i].At;
            report.Result(string.Create(CultureInfo.InvariantCulture, $"{took.TotalMilliseconds,8:0} ms  {phases[i].Name}"));
        }
    }
}
