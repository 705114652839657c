using System.Globalization;
using Generator.Modules;
using Model;

namespace Generator.Verbs;

/// <summary><c>archive stats</c>: what the archive holds, how large its site is, and how much of the limits of GitHub Pages that takes.</summary>
public static class StatsVerb
{
    /// <summary>A published GitHub Pages site may be at most 1 GB.</summary>
    private const long PagesLimit = 1_000_000_000;

    public static int Run(BuildOptions options, Report report)
    {
        var problems = new Problems();
        var site = report.Watch(phase => new Build(options, problems, phase).Run());
        if (site is null)
        {
            report.Problems(problems.Sorted(), "so there is nothing to count yet");
            return ExitCode.Problems;
        }
        var archive = site.Archive;
        var annotations = archive.Articles.SelectMany(a => a.Annotations).ToList();
        Line("articles", archive.Articles.Length);
        Line("words", archive.Articles.Sum(a => a.Text.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length));
        Line("annotations", annotations.Count);
        Line("  direct quotations", annotations.Count(a => a.Said is { Direct: true }));
        Line("  reported statements", annotations.Count(a => a.Said is { Direct: false }));
        Line("  figures", annotations.Count(a => a.Figure is not null));
        Line("  positions", annotations.Count(a => a.Stance is not null));
        Line("  deadlines", annotations.Count(a => a.Deadline is not null));
        Line("mentions", archive.Articles.Sum(a => archive.MentionsIn(a).Length));
        foreach (var kind in Enum.GetValues<Kind>().Where(k => k != Kind.Article)) Line(Ref.Folder(kind), archive.AllRecords().Count(r => r.Kind == kind));
        Line("pages", site.Plans.Length);
        Line("files", site.Files.Length);
        var held = site.Files.Select(f => f.Groundwork).OfType<Func<object>>().Distinct().Select(groundwork => groundwork()).ToList();
        var sizes = InParallel.Each(site.Files, f => (f.Path, Bytes: (long)f.Make().Length));
        GC.KeepAlive(held);
        var bytes = sizes.Sum(f => f.Bytes);
        Line("bytes", bytes);
        var largest = sizes.MaxBy(f => f.Bytes);
        report.Result(string.Create(CultureInfo.InvariantCulture, $"{"largest file",-22}{largest.Bytes,12:#,0}  {largest.Path}"));
        report.Result(string.Create(CultureInfo.InvariantCulture, $"{"of GitHub Pages' 1 GB",-22}{bytes * 100.0 / PagesLimit,11:0.00}%"));
        return ExitCode.Done;

        void Line(string what, long count) => report.Result(string.Create(CultureInfo.InvariantCulture, $"{what,-22}{count,12:#,0}"));
    }
}
