using Benchmarks.Peers;
using Benchmarks.Search;
using Generator;
using Model;

namespace Benchmarks;

/// <summary>The archive of the checkout that this runs in, built into a temporary folder and served on loopback until it is disposed.</summary>
public sealed class ServedCheckout : IAsyncDisposable
{
    private readonly SiteServer _server;

    private ServedCheckout(string folder, Archive archive, SiteServer server) => (Folder, Archive, _server) = (folder, archive, server);

    public string Folder { get; }

    public Archive Archive { get; }

    public string Address => _server.Address;

    public static async Task<ServedCheckout> Start(Options options)
    {
        var folder = Directory.CreateTempSubdirectory("archive-checkout-").FullName;
        var archive = new Build(new(options.Checkout), new Problems(), _ => { }).ReadArchive() ?? throw new InvalidOperationException("the record has problems");
        var (file, arguments) = options.Archive("build", "--root", options.Checkout, "--output", folder);
        Measure.Run(file, arguments, folder);
        return new(folder, archive, await SiteServer.Start(folder));
    }

    /// <summary>The page of the record of a kind that has most of something.</summary>
    public string Most(Kind kind, Func<Ref, int> of) => Archive.AllRecords().Where(r => r.Kind == kind).MaxBy(of)!.Path;

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
