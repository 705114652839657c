using Generator.Serving;

namespace Generator.Verbs;

/// <summary><c>archive serve</c>: the site on loopback, rebuilt on every change of the seeds or the record.</summary>
public static class ServeVerb
{
    public static async Task<int> Run(BuildOptions options, string output, int port, Report report)
    {
        if (port is < 0 or > 65535) throw new Refusal($"--port takes a number from 0 to 65535, and {port} is none");
        if (Modules.OutputFolder.Refusal(options.Root, output) is { } refusal) throw new Refusal(refusal);
        using var site = new LiveSite(options, output, report);
        site.Rebuild();
        await using var server = await PreviewServer.Start(output, port, site, new(options.Root, site, report));
        report.Result($"serving {server.Address} (Ctrl+C stops)");
        using var watcher = new WatchSources(options.Root, site.Rebuild);
        return await UntilStopped.Wait(options.Stop);
    }
}
