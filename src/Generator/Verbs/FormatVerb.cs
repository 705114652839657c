using System.Text;
using Generator.Cache;
using Generator.Editing;
using Generator.Modules;
using Generator.Schemas;

namespace Generator.Verbs;

/// <summary><c>archive fmt</c>: the record in the house form. Files that cannot be read, or not be written so without losing something, stay as they are.</summary>
public static class FormatVerb
{
    /// <summary>Writes what is not in the house form; with <paramref name="check"/> only says so, and that is then a problem.</summary>
    public static int Run(BuildOptions options, bool check, Report report)
    {
        var (problems, changed, fine, left) = (new Problems(), 0, 0, 0);
        foreach (var file in SourceFiles.Below(options.Root, drafts: true).Record)
        {
            if (RecordShapes.Of(file.Path["input/".Length..]) is not { } shape) continue;
            var before = File.ReadAllBytes(file.FullPath);
            var errors = new Problems();
            if (ReadYaml.Read(file.Path, before, errors) is null || !DecodeText.TryDecode(before, out var text, out _))
            {
                foreach (var problem in errors.Sorted()) problems.Add(problem.Place, problem.Code, problem.Message, problem.Hint);
                left++;
                continue;
            }
            if (FormatRecord.Of(text, shape) is not { } written)
            {
                report.Result($"{file.Path}: left as it is; it is written in a way that cannot be put in order safely");
                left++;
            }
            else if (written == text) fine++;
            else
            {
                if (!check) ReplaceFile.With(file.FullPath, Encoding.UTF8.GetBytes(written));
                report.Result($"{file.Path}: {(check ? "is not in the house form; archive fmt writes it so" : "written anew")}");
                changed++;
            }
        }
        report.Problems(problems.Sorted(), "these files stay as they are");
        report.Result($"{Count.Of(changed, "file")} {(check ? "to be put" : "put")} in order, {fine} in order already" + (left > 0 ? $", {left} left" : ""));
        return left > 0 && problems.HasErrors || check && changed > 0 ? ExitCode.Problems : ExitCode.Done;
    }
}
