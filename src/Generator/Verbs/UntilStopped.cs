namespace Generator.Verbs;

/// <summary>Lets a verb go on until somebody stops it with Ctrl+C.</summary>
public static class UntilStopped
{
    public static async Task<int> Wait(CancellationToken stop)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, stop);
        }
        catch (OperationCanceledException)
        {
        }
        return ExitCode.Interrupted;
    }
}
