using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Generator.Modules;
using Generator.Verbs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Generator.Serving;

/// <summary>
/// Serves the output folder on loopback as the published host would, with two additions: pages carry a script that reloads them, and
/// <c>/_archive/</c> has what that script needs. Answers only requests that name loopback as their host, so that no foreign page can read it.
/// </summary>
public sealed class PreviewServer : IAsyncDisposable
{
    /// <summary>Of a change that the form sends, in bytes.</summary>
    private const int LargestRequest = 256 * 1024;

    private readonly WebApplication _app;

    private PreviewServer(WebApplication app) => _app = app;

    /// <summary>Such as <c>http://127.0.0.1:5080/</c>.</summary>
    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/";

    /// <summary>Starts to listen. Port 0 takes any free one.</summary>
    /// <exception cref="Refusal">The port is taken.</exception>
    public static async Task<PreviewServer> Start(string output, int port, LiveSite site, AnnotationDesk desk)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        var app = builder.Build();
        app.Use(OnlyLoopback);
        app.MapGet("/_archive/events", (HttpContext http) => Events(http, site, app.Lifetime.ApplicationStopping));
        app.MapGet("/_archive/problems", () => Results.Text(site.Problems));
        app.MapGet("/_archive/live.js", () => Resource("live.js", "text/javascript"));
        app.MapGet("/_archive/live.css", () => Resource("live.css", "text/css"));
        app.MapGet("/_archive/desk.js", () => Resource("desk.js", "text/javascript"));
        app.MapGet("/_archive/desk.css", () => Resource("desk.css", "text/css"));
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        DeskEndpoints.Map(app, desk, token);
        app.MapFallback("{*path}", (HttpContext http) => File(http, output, site, token));
        try
        {
            await app.StartAsync();
        }
        catch (IOException) when (port != 0)
        {
            throw new Refusal($"port {port} is taken; choose another with --port", ExitCode.Machine);
        }
        return new(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static Task OnlyLoopback(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Host.Host is "127.0.0.1" or "localhost" or "[::1]") return next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return http.Response.WriteAsync("This preview answers only on this machine.");
    }

    private static async Task Events(HttpContext http, LiveSite site, CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        var changes = site.Listen();
        try
        {
            await http.Response.WriteAsync(": listening\n\n", ended.Token);
            await http.Response.Body.FlushAsync(ended.Token);
            // The page was made before, or by another server.
            if (long.TryParse(http.Request.Query["build"], CultureInfo.InvariantCulture, out var build) && build != site.Version) await Send(http, "reload", ended.Token);
            await foreach (var change in changes.ReadAllAsync(ended.Token))
                await Send(http, change, ended.Token);
        }
        catch (OperationCanceledException)
        {
        }
        finally
        {
            site.Forget(changes);
        }
    }

    private static async Task Send(HttpContext http, string change, CancellationToken stop)
    {
        await http.Response.WriteAsync($"event: {change}\ndata: {change}\n\n", stop);
        await http.Response.Body.FlushAsync(stop);
    }

    private static async Task File(HttpContext http, string output, LiveSite site, string token)
    {
        if (http.Request.Method is not ("GET" or "HEAD"))
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }
        // Asked before the page is made: one that is older than it says would not be loaded again.
        var version = site.Version;
        var path = http.Request.Path.Value ?? "/";
        if (site.Make((path.EndsWith('/') ? path + "index.html" : path).TrimStart('/')) is { } fresh)
        {
            http.Response.Headers.CacheControl = "no-store";
            if (path.EndsWith('/') || path.EndsWith(".html", StringComparison.Ordinal)) await Page(http, Encoding.UTF8.GetString(fresh), token, version);
            else
            {
                http.Response.ContentType = TypeOf(path);
                await http.Response.Body.WriteAsync(fresh);
            }
            return;
        }
        var file = FileFor(output, path.EndsWith('/') ? path + "index.html" : path);
        if (file is null && FileFor(output, path + "/index.html") is not null)
        {
            http.Response.Redirect(path + "/");
            return;
        }
        if (file is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            file = FileFor(output, "/404.html");
        }
        http.Response.Headers.CacheControl = "no-store";
        if (file is null)
        {
            await Page(http, "<!doctype html><title>No site yet</title><body>", token, version);
            return;
        }
        if (file.EndsWith(".html", StringComparison.Ordinal)) await Page(http, await System.IO.File.ReadAllTextAsync(file), token, version);
        else
        {
            http.Response.ContentType = TypeOf(file);
            await http.Response.SendFileAsync(file);
        }
    }

    private static string TypeOf(string file) => new FileExtensionContentTypeProvider().TryGetContentType(file, out var type) ? type : "application/octet-stream";

    /// <summary>A page with what the preview adds to it. The token stands in the page, which no page of another origin can read.</summary>
    private static Task Page(HttpContext http, string html, string token, long version)
    {
        var live = string.Create(CultureInfo.InvariantCulture, $"<link rel=\"stylesheet\" href=\"/_archive/live.css\"><script src=\"/_archive/live.js\" data-build=\"{version}\" defer></script>")
            + (http.Request.Path.StartsWithSegments("/articles") ? $"<link rel=\"stylesheet\" href=\"/_archive/desk.css\"><script type=\"module\" src=\"/_archive/desk.js\" data-token=\"{token}\" id=\"archive-desk-script\"></script>" : "");
        var end = html.LastIndexOf("</body>", StringComparison.Ordinal);
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        http.Response.Headers.XFrameOptions = "DENY";
        return http.Response.WriteAsync(end < 0 ? html + live : html.Insert(end, live), Encoding.UTF8);
    }

    /// <summary>A file of the site; null for what is not there, lies outside the folder or is the generator's own.</summary>
    private static string? FileFor(string output, string path)
    {
        if (path.Contains("/" + WriteFiles.OwnFolder, StringComparison.Ordinal) || path.Contains('\0')) return null;
        var full = Path.GetFullPath(Path.Combine(output, path.TrimStart('/')));
        return full.StartsWith(Path.GetFullPath(output) + Path.DirectorySeparatorChar, StringComparison.Ordinal) && System.IO.File.Exists(full) ? full : null;
    }

    private static IResult Resource(string name, string type)
    {
        using var stream = typeof(PreviewServer).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return Results.Text(reader.ReadToEnd(), type, Encoding.UTF8);
    }
}
