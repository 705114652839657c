using System.Text;
using Generator.Modules;

namespace Generator;

/// <summary>Problems as annotations of GitHub Actions, and all of them as a table in the summary of the step.</summary>
public static class GithubReport
{
    /// <summary>GitHub shows no more annotations of one step than this.</summary>
    private const int Most = 10;

    /// <summary>Writes them; in a pull request those of its own files first, since only some can be shown at their lines. A checkout of a pull request is its merge into the branch it is for.</summary>
    public static void Write(string root, IReadOnlyList<Problem> problems, TextWriter error)
    {
        if (Environment.GetEnvironmentVariable("GITHUB_EVENT_NAME") == "pull_request" && problems.Count > Most && GitHistory.LastChanged(root) is { Count: > 0 } changed)
            problems = [.. problems.OrderBy(p => changed.Contains(p.Place.File) ? 0 : 1)];
        for (var i = 0; i < Math.Min(Most, problems.Count); i++)
        {
            var left = problems.Count - Most;
            var more = i == Most - 1 && left > 0 ? $" (and {Count.Of(left, "more problem")}: see the summary of this step)" : "";
            error.WriteLine(Annotation(problems[i], more));
        }
        if (Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY") is { Length: > 0 } summary) File.AppendAllText(summary, Table(problems));
    }

    private static string Annotation(Problem problem, string more)
    {
        var (place, hint) = (problem.Place, problem.Hint is null ? "" : "\n" + problem.Hint);
        var severity = problem.Severity == Severity.Error ? "error" : "warning";
        return $"::{severity} file={Property(place.File)},line={place.Line},col={place.Column},endLine={place.EndLine},endColumn={place.EndColumn},title={problem.Code.Code} {Property(problem.Code.Name)}::{Data(problem.Message + hint + more)}";
    }

    private static string Table(IReadOnlyList<Problem> problems)
    {
        var table = new StringBuilder($"### {Report.Counted(problems)}\n\n| place | code | problem | what to do |\n|---|---|---|---|\n");
        foreach (var p in problems)
            table.Append($"| {Cell(p.Place.File)}:{p.Place.Line}:{p.Place.Column} | {p.Code.Code} | {Cell(p.Message)} | {Cell(p.Hint ?? "")} |\n");
        return table.Append('\n').ToString();
    }

    private static string Data(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");

    private static string Cell(string text)
    {
        var cell = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\n' or '\r') cell.Append(' ');
            else if (c is '|' or '<' or '>' or '[' or ']' or '`' or '*' or '_' or '\\' or '@' or '#') cell.Append('\\').Append(c);
            else cell.Append(c);
        }
        return cell.ToString();
    }
}
