using System.Collections.Immutable;
using System.Text;
using Generator.Editing;

namespace Generator.Verbs;

/// <summary><c>archive annotate ARTICLE</c>: adds, changes or takes away an annotation in the article's file. What the preview's form does, without the form.</summary>
public static class AnnotateVerb
{
    public static int Run(BuildOptions options, string article, AnnotationChange change, Report report)
    {
        options = options with { Drafts = true };
        try
        {
            var file = AnnotatedFile.Read(options.Root, article);
            var after = Encoding.UTF8.GetBytes(EditAnnotations.Of(file, change));
            var problems = TryEdit.Write(options.Root, file.Path, file.Bytes, after, Check(options), () => Check(options));
            if (problems.Count > 0)
            {
                report.Problems(problems, "so nothing was written");
                return ExitCode.Problems;
            }
            var now = AnnotatedFile.Of(options.Root, file.Path, after)!;
            report.Result($"{file.Path}: {now.Added(file) ?? change.Passage} {(change.Remove ? "is gone" : change.Passage is null ? "is new" : "was changed")}");
            return ExitCode.Done;
        }
        catch (EditRefused refused)
        {
            throw new Refusal(refused.Message, ExitCode.Problems);
        }
    }

    /// <summary>Such as <c>said.by=hamas</c>; a comma stands between several values of a field that takes a list.</summary>
    public static ImmutableDictionary<string, ImmutableArray<string>> Values(IEnumerable<string> set) => set.DistinctBy(s => s.Split('=')[0].Trim()).ToImmutableDictionary(
        s => s.Split('=', 2)[0].Trim(), s => s.Split('=', 2) is [var path, var value] ? EditAnnotations.TakesList(path.Trim()) ? [.. value.Split(',', StringSplitOptions.TrimEntries)] : ImmutableArray.Create(value)
            : throw new Refusal($"--set takes a field and its value, such as --set said.by=some-actor, and \"{s}\" has no ="));

    private static IReadOnlyList<Problem> Check(BuildOptions options)
    {
        var problems = new Problems();
        new Build(options, problems, _ => { }).ReadArchive();
        return problems.Sorted();
    }
}
