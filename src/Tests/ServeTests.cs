using System.Net;
using System.Net.Sockets;
using System.Text;
using Generator;
using Generator.Serving;

namespace Tests;

/// <summary>The preview: what it serves, to whom, and what it tells.</summary>
public sealed class ServeTests : IAsyncLifetime
{
    private readonly SiteTest _site = new();
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false });
    private LiveSite _live = null!;
    private PreviewServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        var output = Path.Combine(_site.Root, "output");
        _live = new(new(_site.Root), output, new Report(_site.Root, Format.Text, TextWriter.Null, TextWriter.Null));
        _live.Rebuild();
        _server = await PreviewServer.Start(output, port: 0, _live, new(_site.Root, _live, new Report(_site.Root, Format.Text, TextWriter.Null, TextWriter.Null)));
        _http.BaseAddress = new(_server.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _live.Dispose();
        _http.Dispose();
        _site.Dispose();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_are_served_as_the_host_would()
    {
        var page = await _http.GetAsync("/actors/ilan-doro/", Cancel);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        Assert.Contains("/_archive/live.js", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        var withoutSlash = await _http.GetAsync("/actors/ilan-doro", Cancel);
        Assert.Equal((HttpStatusCode.Redirect, "/actors/ilan-doro/"), (withoutSlash.StatusCode, withoutSlash.Headers.Location!.ToString()));

        Assert.Equal("text/css", (await _http.GetAsync("/assets/site.css", Cancel)).Content.Headers.ContentType!.MediaType);
        var missing = await _http.GetAsync("/deep/below/nothing/", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("<h1", await missing.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/.archive/manifest")]
    [InlineData("/../input/site.yaml")]
    [InlineData("/..%2finput/site.yaml")]
    [InlineData("/%2e%2e/input/site.yaml")]
    [InlineData("/actors/..%2f..%2finput/site.yaml")]
    public async Task Nothing_but_the_site_is_served(string path)
    {
        // HttpClient tidies such paths, so the request is written by hand.
        var address = new Uri(_server.Address);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, Cancel);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"), Cancel);
        var answer = await new StreamReader(client.GetStream()).ReadToEndAsync(Cancel);
        Assert.Matches("^HTTP/1.1 40[04] ", answer);
        Assert.DoesNotContain("base_url", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_host_name_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";
        Assert.Equal(HttpStatusCode.Forbidden, (await _http.SendAsync(request, Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_change_is_told_and_a_mistake_keeps_the_last_good_site()
    {
        using var stream = await _http.GetStreamAsync("/_archive/events", Cancel);
        using var events = new StreamReader(stream);
        Assert.Equal(": listening", await events.ReadLineAsync(Cancel));
        using var watcher = new WatchSources(_site.Root, _live.Rebuild);

        _site.With("input/site.yaml", "The Selma archive", "The archive of Selma");
        Assert.Equal("reload", await NextEvent(events));
        Assert.Contains("The archive of Selma", await _http.GetStringAsync("/", Cancel), StringComparison.Ordinal);

        _site.With("input/site.yaml", "title:", "titel:");
        Assert.Equal("problems", await NextEvent(events));
        Assert.Contains("did you mean \"title\"?", await _http.GetStringAsync("/_archive/problems", Cancel), StringComparison.Ordinal);
        Assert.Contains("The archive of Selma", await _http.GetStringAsync("/", Cancel), StringComparison.Ordinal);

        _site.With("input/site.yaml", "titel:", "title:");
        Assert.Equal("reload", await NextEvent(events));
        Assert.Equal("", await _http.GetStringAsync("/_archive/problems", Cancel));
    }

    [Fact]
    public async Task A_file_that_goes_while_it_is_read_does_not_stop_the_preview()
    {
        var gone = Path.Combine(_site.Root, "input/actors/gone.yaml");
        File.CreateSymbolicLink(gone, Path.Combine(_site.Root, "nowhere.yaml"));
        _live.Rebuild();
        Assert.Contains("gone.yaml", await _http.GetStringAsync("/_archive/problems", Cancel), StringComparison.Ordinal);

        File.Delete(gone);
        _live.Rebuild();
        Assert.Equal("", await _http.GetStringAsync("/_archive/problems", Cancel));
    }

    [Fact]
    public async Task A_page_that_was_made_before_the_last_build_hears_so_when_it_begins_to_listen()
    {
        var before = BuildOf(await _http.GetStringAsync("/", Cancel));
        Assert.Equal("nothing", await FirstEvent(before));

        _site.With("input/site.yaml", "The Selma archive", "The archive of Selma");
        _live.Rebuild();
        Assert.Equal("reload", await FirstEvent(before));
        Assert.Equal("nothing", await FirstEvent(BuildOf(await _http.GetStringAsync("/", Cancel))));

        static string BuildOf(string page) => System.Text.RegularExpressions.Regex.Match(page, "data-build=\"(\\d+)\"").Groups[1].Value;

        async Task<string> FirstEvent(string build)
        {
            using var stream = await _http.GetStreamAsync($"/_archive/events?build={build}", Cancel);
            using var events = new StreamReader(stream);
            try
            {
                return await NextEvent(events, TimeSpan.FromMilliseconds(700));
            }
            catch (TimeoutException)
            {
                return "nothing";
            }
        }
    }

    private static async Task<string> NextEvent(StreamReader events, TimeSpan? patience = null)
    {
        while (true)
        {
            var line = await events.ReadLineAsync(Cancel).AsTask().WaitAsync(patience ?? TimeSpan.FromSeconds(30), Cancel);
            if (line!.StartsWith("event: ", StringComparison.Ordinal)) return line[7..];
        }
    }
}
