using System.Text;
using Generator.Cache;
using Generator.Modules;
using Generator.Record;
using Model;

namespace Generator.Verbs;

/// <summary><c>archive confirm ARTICLE</c>: takes the mark <c># suggested</c> from what an editor has read, and leaves every other character as it is.</summary>
public static class ConfirmVerb
{
    public static int Run(BuildOptions options, string id, Certainty atLeast, Report report)
    {
        var articles = SourceFiles.Below(options.Root, drafts: true).Record.Where(f => f.Path is var p && (p == $"input/articles/{f.Name}" || p == $"input/drafts/{f.Name}") && p.EndsWith(".yaml", StringComparison.Ordinal)).ToList();
        if (articles.Where(f => f.Name == id + ".yaml").ToList() is not [var article, ..])
            throw new Refusal($"no article is called \"{id}\"" + (Nearest.To(id, articles.Select(f => f.Name[..^5])) is { } near ? $"; did you mean \"{near}\"?" : ""));
        foreach (var path in new[] { article.Path, $"input/actors/{id}.yaml" })
        {
            var full = Path.Combine(options.Root, path);
            if (!File.Exists(full)) continue;
            if (!DecodeText.TryDecode(File.ReadAllBytes(full), out var text, out _)) throw new Refusal($"{path} is not UTF-8; nothing was changed in it");
            var (rest, confirmed, left) = SuggestedMarks.Confirmed(text, atLeast);
            if (confirmed > 0) ReplaceFile.With(full, Encoding.UTF8.GetBytes(rest));
            report.Result($"{path}: {confirmed} confirmed, {left} left");
        }
        return ExitCode.Done;
    }
}
