namespace Generator.Verbs;

/// <summary>The exit codes; a contract with scripts.</summary>
public static class ExitCode
{
    public const int Done = 0, Problems = 1, WrongCommandLine = 2, Machine = 3, Bug = 70, Interrupted = 130;
}

/// <summary>Something the user asked for that cannot be done, said in a sentence.</summary>
public sealed class Refusal(string message, int exitCode = ExitCode.WrongCommandLine) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
