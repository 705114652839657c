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
            var problems = TryEdit.Write(options.Root, file.FilePath, file.Bytes, after, Check(options), () => Check(options));
            if (problems.Count > 0)
            {
                // Their places are those of a text that was not kept.
                foreach (var problem in problems) report.Note($"error {problem.Code.Code}: {problem.InWords}");
                report.Note($"{Report.Counted(problems)}, so nothing was written");
                return ExitCode.Problems;
            }
            var now = AnnotatedFile.Of(options.Root, file.FilePath, after)!;
            report.Result($"{file.FilePath}: {now.Added(file) ?? change.Passage} {(change.Remove ? "is gone" : change.Passage is null ? "is new" : "was changed")}");
            return ExitCode.Done;
        }
        catch (EditRefused refused)
        {
            throw new Refusal(refused.Message);
        }
    }

    /// <summary>Such as <c>said.by=hamas</c>; a comma stands between several values of a field that takes a list.</summary>
    public static ImmutableDictionary<string, ImmutableArray<string>> Values(IEnumerable<string> set)
    {
        var values = ImmutableDictionary<string, ImmutableArray<string>>.Empty;
        foreach (var given in set)
        {
            if (given.Split('=', 2, StringSplitOptions.TrimEntries) is not [var path, var value]) throw new Refusal($"--set takes a field and its value, such as --set said.by=some-actor, and \"{given}\" has no =");
            if (values.ContainsKey(path)) throw new Refusal($"--set gives \"{path}\" twice; a comma stands between several values of a list");
            values = values.Add(path, EditAnnotations.TakesList(path) ? [.. value.Split(',', StringSplitOptions.TrimEntries)] : [value]);
        }
        return values;
    }

    private static IReadOnlyList<Problem> Check(BuildOptions options)
    {
        var problems = new Problems();
        new Build(options, problems, _ => { }).ReadArchive();
        return problems.Sorted();
    }
}
