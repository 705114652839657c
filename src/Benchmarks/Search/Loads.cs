using Microsoft.Playwright;

namespace Benchmarks.Search;

/// <summary>Counts what a page loads, as it comes over the wire.</summary>
public sealed class Loads
{
    private readonly List<IRequest> _requests = [];

    public Loads(IPage page, Func<string, bool> counted) => page.RequestFinished += (_, request) =>
    {
        if (counted(request.Url)) lock (_requests) _requests.Add(request);
    };

    /// <summary>The bytes of all bodies so far.</summary>
    public async Task<double> Bytes()
    {
        var bytes = 0.0;
        foreach (var request in _requests.ToArray()) bytes += (await request.SizesAsync()).ResponseBodySize;
        return bytes;
    }
}
