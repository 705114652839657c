using System.CommandLine;
using System.Globalization;
using Generator;
using Generator.Verbs;

// Whatever the machine speaks, the site is the same.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

try
{
    var root = CommandLine.Root();
    var parsed = root.Parse(CommandLine.WithVerb(args, root));
    if (parsed.Errors.Count > 0)
    {
        foreach (var problem in parsed.Errors) Console.Error.WriteLine(problem.Message);
        Console.Error.WriteLine("archive --help says what there is");
        return ExitCode.WrongCommandLine;
    }
    return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Stopped; what was published before stays as it was.");
    return ExitCode.Interrupted;
}
catch (Refusal refusal)
{
    Console.Error.WriteLine(refusal.Message);
    return refusal.ExitCode;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"{e.Message}\nThe machine did not allow it; what was published before stays as it was.");
    return ExitCode.Machine;
}
catch (Exception bug)
{
    Console.Error.WriteLine($"This is a mistake in archive itself, not in your record. Please report it with these lines:\n{bug}");
    return ExitCode.Bug;
}
