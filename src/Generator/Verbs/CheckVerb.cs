using Generator.Modules;
using Generator.Serving;

namespace Generator.Verbs;

/// <summary><c>archive check</c>: everything that a build checks, nothing written.</summary>
public static class CheckVerb
{
    /// <summary>Checks again after every change of the seeds or the record, until it is stopped.</summary>
    public static async Task<int> Watch(BuildOptions options, Report report)
    {
        var gate = new Lock();
        void Again()
        {
            lock (gate)
            {
                report.Result($"-- {DateTime.Now:HH:mm:ss}");
                try
                {
                    Run(options, report);
                }
                catch (OperationCanceledException) when (options.Stop.IsCancellationRequested)
                {
                    // Whoever waits below hears of it too.
                }
            }
        }
        using var watcher = new WatchSources(options.Root, Again);
        Again();
        return await UntilStopped.Wait(options.Stop);
    }

    public static int Run(BuildOptions options, Report report)
    {
        var problems = new Problems();
        var site = report.Watch(phase => new Build(options, problems, phase).Run());
        var found = problems.Sorted();
        report.Problems(found, site is null ? "to be mended before a build" : "a build would go on");
        if (site is null) return ExitCode.Problems;
        var archive = site.Archive;
        report.Result($"{Count.Of(archive.Articles.Length, "article")}, {Count.Of(archive.Articles.Sum(a => a.Annotations.Length), "annotation")}, {Count.Of(site.Plans.Length, "page")}: "
            + (found.Count == 0 ? "no problems" : Report.Counted(found)));
        return ExitCode.Done;
    }
}
