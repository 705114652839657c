using Generator.Modules;
using Generator.Synthesis;

namespace Generator.Verbs;

/// <summary><c>archive synth</c>: a made-up archive, the same for the same number of articles and seed.</summary>
public static class SynthVerb
{
    public static int Run(int articles, ulong seed, string output, Report report)
    {
        if (articles is < 1 or > 1_000_000) throw new Refusal($"--articles takes a number from 1 to 1000000, and {articles} is none");
        if (Directory.Exists(output) && Directory.EnumerateFileSystemEntries(output).Any()) throw new Refusal($"{output} is not empty; name a new folder");
        var files = new MadeUpArchive(articles, seed).WriteTo(output);
        report.Result($"{Count.Of(articles, "article")} made up, {Count.Of(files, "file")} written to {output}");
        return ExitCode.Done;
    }
}
