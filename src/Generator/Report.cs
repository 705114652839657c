using System.Globalization;
using System.Text;
using Generator.Modules;
using Spectre.Console;

namespace Generator;

/// <summary>How problems are printed: for people, for GitHub Actions, or an object a line.</summary>
public enum Format { Text, Github, Json }

/// <summary>
/// What a run says: problems with their excerpts on stderr, results on stdout, progress on a console that somebody watches. The only file that
/// knows Spectre.Console.
/// </summary>
public sealed class Report(string root, Format format, TextWriter output, TextWriter error)
{
    private readonly IAnsiConsole _error = ConsoleFor(error, Console.IsErrorRedirected || !ReferenceEquals(error, Console.Error));

    /// <summary>The format asked for or, without one, GitHub's inside GitHub Actions and text elsewhere.</summary>
    public static Format Choose(Format? asked) =>
        asked ?? (Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true" ? Format.Github : Format.Text);

    /// <summary>One line on stdout.</summary>
    public void Result(string line) => output.WriteLine(line);

    /// <summary>One line on stderr for something that is not a problem of the record.</summary>
    public void Note(string line) => error.WriteLine(line);

    /// <summary>Runs <paramref name="work"/>, showing the name of each phase while somebody watches.</summary>
    public T Watch<T>(Func<Action<string>, T> work)
    {
        if (!_error.Profile.Capabilities.Interactive || format != Format.Text) return work(_ => { });
        T result = default!;
        _error.Status().Start("Starting", status => result = work(phase => status.Status(Markup.Escape(phase))));
        return result;
    }

    /// <summary>Every problem, then a line that counts them and ends with <paramref name="consequence"/>, such as <c>nothing written</c>.</summary>
    public void Problems(IReadOnlyList<Problem> problems, string consequence)
    {
        if (problems.Count == 0) return;
        if (format == Format.Json)
        {
            foreach (var problem in problems) error.WriteLine(Json(problem));
            return;
        }
        var sources = new SourceLines(root);
        foreach (var problem in problems) Print(problem, sources);
        if (format == Format.Github) GithubReport.Write(root, problems, error);
        error.WriteLine($"{Counted(problems)}, {consequence}");
    }

    /// <summary><c>3 problems</c>, <c>1 problem and 2 warnings</c>.</summary>
    public static string Counted(IReadOnlyList<Problem> problems)
    {
        var errors = problems.Count(p => p.Severity == Severity.Error);
        var warnings = problems.Count - errors;
        return warnings == 0 ? Count.Of(errors, "problem") : errors == 0 ? Count.Of(warnings, "warning")
            : $"{Count.Of(errors, "problem")} and {Count.Of(warnings, "warning")}";
    }

    /// <summary>A problem in plain text: the line editors click on, the excerpt, the caret and the hint.</summary>
    public static string Plain(Problem problem, SourceLines sources)
    {
        var place = problem.Place;
        var severity = problem.Severity.ToString().ToLowerInvariant();
        var head = $"{place.File}:{place.Line}:{place.Column}: {severity} {problem.Code.Code}: {problem.Message}";
        var hint = problem.Hint is null ? "" : " " + problem.Hint;
        if (sources.Line(place.File, place.Line) is not { Length: > 0 } line)
            return hint.Length == 0 ? head : $"{head}\n     |{hint}";
        var (shown, column, length) = Excerpt(line, place);
        var number = place.Line.ToString(CultureInfo.InvariantCulture).PadLeft(4);
        return $"{head}\n{number} | {shown}\n     | {new string(' ', column)}{new string('^', length)}{hint}";
    }

    private void Print(Problem problem, SourceLines sources)
    {
        var lines = Plain(problem, sources).Split('\n');
        var colour = problem.Severity == Severity.Error ? "red" : "yellow";
        _error.MarkupLine($"[bold {colour}]{Markup.Escape(Visible(lines[0]))}[/]");
        foreach (var line in lines.Skip(1))
        {
            var caret = line.IndexOf('^');
            if (line.StartsWith("     |", StringComparison.Ordinal) && caret >= 0) _error.MarkupLine($"[{colour}]{Markup.Escape(Visible(line))}[/]");
            else _error.MarkupLine(Markup.Escape(Visible(line)));
        }
    }

    // Text of a file must not be able to command a terminal.
    private static string Visible(string line) => string.Concat(line.Select(c => char.IsControl(c) ? '�' : c));

    /// <summary>The part of a line around a place that fits a screen, the column of the caret in it and how many there are.</summary>
    private static (string Shown, int Column, int Length) Excerpt(string line, Place place)
    {
        const int most = 100;
        var column = Math.Clamp(place.Column - 1, 0, line.Length);
        var end = place.EndLine == place.Line ? Math.Clamp(place.EndColumn - 1, column, line.Length) : line.Length;
        var start = column > most - 20 ? column - 20 : 0;
        var shown = line[start..Math.Min(line.Length, start + most)];
        if (start > 0) shown = "…" + shown[1..];
        if (start + most < line.Length) shown = shown[..^1] + "…";
        return (Visible(shown.Replace('\t', ' ')), column - start, Math.Clamp(end - column, 1, Math.Max(1, shown.Length - (column - start))));
    }

    private static string Json(Problem problem) => Encoding.UTF8.GetString(JsonBytes.Of(to =>
    {
        to.WriteStartObject();
        to.WriteString("file", problem.Place.File);
        to.WriteNumber("line", problem.Place.Line);
        to.WriteNumber("column", problem.Place.Column);
        to.WriteNumber("endLine", problem.Place.EndLine);
        to.WriteNumber("endColumn", problem.Place.EndColumn);
        to.WriteString("severity", problem.Severity.ToString().ToLowerInvariant());
        to.WriteString("code", problem.Code.Code);
        to.WriteString("message", problem.Message);
        to.WriteString("hint", problem.Hint);
        to.WriteEndObject();
    }));

    private static IAnsiConsole ConsoleFor(TextWriter writer, bool redirected)
    {
        var plain = redirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        // The terminal breaks long lines itself; broken here, they could not be copied or clicked.
        console.Profile.Width = 100_000;
        return console;
    }
}
