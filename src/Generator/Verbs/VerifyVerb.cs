using Generator.Modules;
using Generator.Pipelines;

namespace Generator.Verbs;

/// <summary><c>archive verify SITE</c>: a built site against the seeds and the record, without a network.</summary>
public static class VerifyVerb
{
    public static int Run(BuildOptions options, string site, Report report)
    {
        var home = Path.Combine(site, "index.html");
        if (!File.Exists(home)) throw new Refusal($"{site} is not a built site: it has no index.html");
        // The site may be built for another address than the one the record names.
        var address = ReadSite.Page(File.ReadAllBytes(home)).Canonical is { } canonical ? Settings.NormalBaseUrl(canonical) : null;
        if (address is null) throw new Refusal($"{home} does not say which address the site is for, so it is not the home page of an archive");
        var problems = new Problems();
        var built = report.Watch(phase => new Build(options with { BaseUrl = address }, problems, phase).Run());
        if (built is null)
        {
            report.Problems(problems.Sorted(), "so the site cannot be checked against the record");
            return ExitCode.Problems;
        }
        var found = new Problems();
        var seen = CheckSite.Against(options.Root, site, Shown(options.Root, site), built.Archive, built.Files, found);
        report.Problems(found.Sorted(), "so the site is not what the record and the seeds say");
        report.Result($"{Count.Of(built.Files.Length, "file")}: {seen.FilesAsBuilt:#,0} as the record builds them; {Count.Of(seen.Words, "passage")} at the lines of the seeds that their pages name; "
            + $"{Count.Of(seen.Seeds, "seed")} shown as {(seen.Seeds == 1 ? "it is" : "they are")}");
        return found.Stop(options.Strict) ? ExitCode.Problems : ExitCode.Done;
    }

    /// <summary>Relative to the root where the site lies below it.</summary>
    private static string Shown(string root, string site)
    {
        var relative = Path.GetRelativePath(root, site).Replace('\\', '/');
        return relative.StartsWith("..", StringComparison.Ordinal) ? site : relative;
    }
}
