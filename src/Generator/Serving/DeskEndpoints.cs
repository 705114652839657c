using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Generator.Editing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Generator.Serving;

/// <summary>What the form of the preview asks for below <c>/_archive/desk/</c>. Only pages of this server are answered.</summary>
public static class DeskEndpoints
{
    /// <summary>Carries the token that pages of this server have and pages of others cannot read.</summary>
    private const string TokenHeader = "X-Archive-Token";

    public static void Map(WebApplication app, AnnotationDesk desk, string token)
    {
        var editing = app.MapGroup("/_archive/desk").AddEndpointFilter((call, next) => IsOurs(call.HttpContext, token) ? next(call) : ValueTask.FromResult<object?>(Results.StatusCode(StatusCodes.Status403Forbidden)));
        editing.MapGet("/records", () => Results.Json(desk.Records(), DeskJson.Default.DeskRecordArray));
        editing.MapGet("/articles/{id}", (string id) => State(desk, id));
        editing.MapPost("/articles/{id}", (string id, HttpContext http) => Change(desk, id, http));
    }

    /// <summary>Whether a page of this server asks: it knows the token, and where a browser says from where the request comes, that is here.</summary>
    private static bool IsOurs(HttpContext http, string token)
    {
        var request = http.Request;
        var here = $"{request.Scheme}://{request.Host}";
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Headers[TokenHeader].ToString()), Encoding.UTF8.GetBytes(token))
            && (request.Headers.Origin.Count == 0 ? HttpMethods.IsGet(request.Method) : request.Headers.Origin == here);
    }

    private static IResult State(AnnotationDesk desk, string id)
    {
        try
        {
            return Results.Json(desk.State(id), DeskJson.Default.DeskState);
        }
        catch (EditRefused refused)
        {
            return Results.Json(new DeskAnswer(null, refused.Message), DeskJson.Default.DeskAnswer, statusCode: StatusCodes.Status404NotFound);
        }
    }

    private static async Task<IResult> Change(AnnotationDesk desk, string id, HttpContext http)
    {
        if (!http.Request.HasJsonContentType()) return Results.StatusCode(StatusCodes.Status400BadRequest);
        try
        {
            var request = await JsonSerializer.DeserializeAsync(http.Request.Body, DeskJson.Default.DeskRequest, http.RequestAborted);
            if (request is not { Do: "annotate" or "undo", Hash: not null }) return Results.StatusCode(StatusCodes.Status400BadRequest);
            var answer = desk.Do(id, request);
            return Results.Json(answer, DeskJson.Default.DeskAnswer, statusCode: answer.Refused is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
        }
        catch (JsonException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }
}
