using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Peers;

/// <summary>What one run of a command cost: seconds on the wall, seconds of all processors, the most memory it held, in bytes; and what it said on stdout.</summary>
public readonly record struct Cost(double Wall, double Cpu, double PeakBytes, string Said);

/// <summary>Runs a command as a whole process and reads its costs from <c>/proc</c> (Linux).</summary>
public static class Measure
{
    private const double TicksPerSecond = 100;

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="InvalidOperationException">It ended with an exit code other than 0; the message has what it said.</exception>
    public static Cost Run(string file, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var (cpu, peak) = (0.0, 0.0);
        // The kernel forgets a process when it has ended, so the last look before counts: at most 5 ms are missed.
        while (!process.WaitForExit(5))
        {
            cpu = Math.Max(cpu, Cpu(process.Id));
            peak = Math.Max(peak, Peak(process.Id));
        }
        var wall = clock.Elapsed.TotalSeconds;
        return process.ExitCode == 0 ? new(wall, cpu, peak, output.Result) : throw new InvalidOperationException($"{file} ended with {process.ExitCode}: {error.Result}{output.Result}");
    }

    private static double Cpu(int process)
    {
        // After the name in parentheses: state is the first field, utime and stime the 12th and 13th (proc(5)).
        if (Read($"/proc/{process}/stat") is not { } stat) return 0;
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    private static double Peak(int process)
    {
        if (Read($"/proc/{process}/status") is not { } status) return 0;
        var line = status.Split('\n').FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
    }

    private static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
