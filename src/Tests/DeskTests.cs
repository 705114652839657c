using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Generator;
using Generator.Serving;

namespace Tests;

/// <summary>Annotating in the preview: what is written, and who may write.</summary>
public sealed partial class DeskTests : IAsyncLifetime
{
    private const string File = "input/articles/harbor-ledger-2031-05-14.yaml";
    private const string Article = "harbor-ledger-2031-05-14";

    private readonly SiteTest _site = new();
    private readonly HttpClient _http = new();
    private LiveSite _live = null!;
    private PreviewServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        var report = new Report(_site.Root, Format.Text, TextWriter.Null, TextWriter.Null);
        _live = new(new(_site.Root), Path.Combine(_site.Root, "output"), report);
        _live.Rebuild();
        _server = await PreviewServer.Start(Path.Combine(_site.Root, "output"), port: 0, _live, new(_site.Root, _live, report));
        _http.BaseAddress = new(_server.Address);
        var page = await _http.GetStringAsync($"/articles/{Article}/", Cancel);
        _http.DefaultRequestHeaders.Add("X-Archive-Token", Token().Match(page).Groups[1].Value);
        _http.DefaultRequestHeaders.Add("Origin", _server.Address.TrimEnd('/'));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _live.Dispose();
        _http.Dispose();
        _site.Dispose();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [GeneratedRegex("data-token=\"([0-9a-f]{64})\"")]
    private static partial Regex Token();

    private string Written => System.IO.File.ReadAllText(Path.Combine(_site.Root, File));

    private async Task<JsonElement> State() => await _http.GetFromJsonAsync<JsonElement>($"/_archive/desk/articles/{Article}", Cancel);

    private async Task<(HttpStatusCode Code, JsonElement Answer)> Send(object request)
    {
        using var answer = await _http.PostAsJsonAsync($"/_archive/desk/articles/{Article}", request, Cancel);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel));
    }

    private async Task<string> Hash() => (await State()).GetProperty("hash").GetString()!;

    /// <summary>The lines of one text that the other has not.</summary>
    private static string[] Only(string one, string other) => [.. one.Split('\n').Except(other.Split('\n'))];

    [Fact]
    public async Task A_new_annotation_stands_in_the_order_of_the_text_and_nothing_else_changes()
    {
        var before = Written;
        var (code, answer) = await Send(new
        {
            Do = "annotate", Hash = await Hash(), Quote = "the prime minister had misspoken",
            Set = new Dictionary<string, string[]> { ["said.by"] = ["doro-office"], ["said.via"] = ["selma-wire"], ["said.direct"] = ["no"], ["note"] = ["Told: \"later\".\nNot on the record."] },
        });
        Assert.Equal((HttpStatusCode.OK, "the-prime-minister-had-misspoken"), (code, answer.GetProperty("passage").GetString()));
        Assert.Equal(
            ["  - quote: the prime minister had misspoken", "    said: { by: doro-office, via: selma-wire, direct: no }", "    note: \"Told: \\\"later\\\".\\nNot on the record.\""], Only(Written, before));
        Assert.Empty(Only(before, Written));
        Assert.True(Written.IndexOf("had misspoken", StringComparison.Ordinal) < Written.IndexOf("  - id: f4", StringComparison.Ordinal));
        Assert.Contains("id=\"the-prime-minister-had-misspoken\"", await _http.GetStringAsync($"/articles/{Article}/", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_words_that_stand_in_several_places_the_chosen_one_is_told_by_what_stands_before_them()
    {
        var (_, answer) = await Send(new { Do = "annotate", Hash = await Hash(), Quote = "captives", Before = "Kestria truce talks resume; sides differ on ", After = "", Set = new Dictionary<string, string[]> { ["topic"] = ["captives"] } });
        // The later one keeps its address.
        Assert.Equal("captives-2", answer.GetProperty("passage").GetString());
        Assert.Contains("  - id: captives-2\n    quote: captives\n    prefix: on\n    topic: captives\n", Written, StringComparison.Ordinal);
        Assert.Equal(["2"], (await State()).GetProperty("passages").GetProperty("captives").GetProperty("nth").EnumerateArray().Select(v => v.GetString()));

        var before = Written;
        var (code, refused) = await Send(new { Do = "annotate", Hash = await Hash(), Quote = "captives", Set = new Dictionary<string, string[]> { ["note"] = ["Which?"] } });
        Assert.Equal(HttpStatusCode.Conflict, code);
        Assert.StartsWith("the words \"captives\" stand in the text 3 times; they stand in 1: ", refused.GetProperty("refused").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, Written);
    }

    [Fact]
    public async Task Words_may_go_on_in_the_next_paragraph()
    {
        var (_, answer) = await Send(new { Do = "annotate", Hash = await Hash(), Quote = "one of them behind,” he said.\nThe Northern Front", Set = new Dictionary<string, string[]> { ["note"] = ["Two paragraphs."] } });
        Assert.True(answer.GetProperty("refused").ValueKind == JsonValueKind.Null, answer.ToString());
        Assert.Contains("  - quote: \"one of them behind,” he said. The Northern Front\"\n    note: Two paragraphs.\n", Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_leaves_what_the_form_did_not_change()
    {
        var before = Written;
        var (code, _) = await Send(new { Do = "annotate", Hash = await Hash(), Passage = "f4", Set = new Dictionary<string, string[]> { ["figure.value"] = ["10"], ["figure.as_of"] = [], ["said.verb"] = ["told"], ["note"] = ["So it stands."] } });
        Assert.Equal(HttpStatusCode.OK, code);
        Assert.Equal(["    said: { by: doro-office, via: [selma-wire], direct: no, verb: told }", "    figure: { of: captives-held, value: 10, corrects: f1 }", "    note: So it stands."], Only(Written, before));

        // A map on lines of its own, with a date that says where it comes from.
        before = Written;
        await Send(new { Do = "annotate", Hash = await Hash(), Passage = "f2", Set = new Dictionary<string, string[]> { ["figure.value"] = ["8"] } });
        Assert.Equal(["      value: 8"], Only(Written, before));
        Assert.Equal(["2031-05-12"], (await State()).GetProperty("passages").GetProperty("f2").GetProperty("figure.as_of").EnumerateArray().Select(v => v.GetString()));
    }

    [Fact]
    public async Task It_moves_to_other_words_goes_and_comes_back()
    {
        var first = System.IO.File.ReadAllBytes(Path.Combine(_site.Root, File));
        await Send(new { Do = "annotate", Hash = await Hash(), Passage = "captives", Quote = "Families of the captives", Set = new Dictionary<string, string[]>() });
        Assert.Contains("  - quote: Families of the captives\n    topic: captives\n", Written.Replace("                               # the word occurs 3 times; without nth, prefix or suffix the build refuses it\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("nth: 2", Written, StringComparison.Ordinal);

        var (code, _) = await Send(new { Do = "annotate", Hash = await Hash(), Passage = "f1x" });
        Assert.Equal(HttpStatusCode.Conflict, code);
        await Send(new { Do = "annotate", Hash = await Hash(), Passage = "f3", Remove = true });
        Assert.DoesNotContain("id: f3", Written, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await Send(new { Do = "undo", Hash = await Hash() })).Code);
        Assert.Equal(HttpStatusCode.OK, (await Send(new { Do = "undo", Hash = await Hash() })).Code);
        Assert.Equal(first, System.IO.File.ReadAllBytes(Path.Combine(_site.Root, File)));
        Assert.Equal("There is nothing to take back: the file is not as the last change from here left it.", (await Send(new { Do = "undo", Hash = await Hash() })).Answer.GetProperty("refused").GetString());
    }

    [Fact]
    public async Task What_the_archive_does_not_hold_with_is_taken_back_and_said()
    {
        var before = Written;
        var (code, answer) = await Send(new { Do = "annotate", Hash = await Hash(), Quote = "had misspoken", Set = new Dictionary<string, string[]> { ["said.by"] = ["ilan-dori"], ["said.direct"] = ["no"] } });
        Assert.Equal(HttpStatusCode.Conflict, code);
        Assert.StartsWith("no actor or source is called \"ilan-dori\": did you mean \"ilan-doro\"?", answer.GetProperty("refused").GetString(), StringComparison.Ordinal);
        Assert.Equal((before, ""), (Written, _live.Problems));

        Assert.StartsWith("the text does not have the words \"had mispoken\"; nearest words, on line 10 of the seed: \"had misspoken\"",
            (await Send(new { Do = "annotate", Hash = await Hash(), Quote = "had mispoken", Set = new Dictionary<string, string[]>() })).Answer.GetProperty("refused").GetString(), StringComparison.Ordinal);
        Assert.Equal("an annotation has no field \"said.bye\"; did you mean \"said.by\"?",
            (await Send(new { Do = "annotate", Hash = await Hash(), Quote = "had misspoken", Set = new Dictionary<string, string[]> { ["said.bye"] = ["x"] } })).Answer.GetProperty("refused").GetString());
        Assert.Equal(before, Written);
    }

    [Fact]
    public async Task What_somebody_wrote_meanwhile_is_not_lost()
    {
        var hash = await Hash();
        _site.With(File, "genre: reportage", "genre: analysis");
        var (code, answer) = await Send(new { Do = "annotate", Hash = hash, Passage = "f4", Remove = true });
        Assert.Equal(HttpStatusCode.Conflict, code);
        Assert.StartsWith($"{File} was changed meanwhile", answer.GetProperty("refused").GetString(), StringComparison.Ordinal);
        Assert.Contains("genre: analysis", Written, StringComparison.Ordinal);
        Assert.Contains("id: f4", Written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Archive-Token", "0000")]
    [InlineData("X-Archive-Token", null)]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", null)]
    [InlineData("Host", "evil.example")]
    public async Task Nobody_else_may_write(string header, string? value)
    {
        var (before, hash) = (Written, await Hash());
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/_archive/desk/articles/{Article}") { Content = JsonContent.Create(new { Do = "annotate", Hash = hash, Passage = "f4", Remove = true }) };
        if (header == "Host") request.Headers.Host = value;
        else
        {
            _http.DefaultRequestHeaders.Remove(header);
            if (value is not null) request.Headers.Add(header, value);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await _http.SendAsync(request, Cancel)).StatusCode);
        Assert.Equal(before, Written);
    }

    [Theory]
    [InlineData("text/plain", "{}")]
    [InlineData("application/json", "{}")]
    [InlineData("application/json", "{\"do\":\"burn\",\"hash\":\"x\"}")]
    [InlineData("application/json", "[1")]
    public async Task What_the_form_would_not_send_is_refused(string type, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, type);
        Assert.Equal(HttpStatusCode.BadRequest, (await _http.PostAsync($"/_archive/desk/articles/{Article}", content, Cancel)).StatusCode);
    }

    [Fact]
    public void The_command_line_does_the_same()
    {
        var before = Written;
        var added = Tool.Run(_site.Root, "annotate", Article, "--quote", "had misspoken", "--set", "said.by=doro-office", "--set", "said.via=selma-wire, harbor-ledger", "--set", "said.direct=no");
        Assert.Equal((0, $"{File}: had-misspoken is new\n"), (added.ExitCode, added.Output));
        Assert.Equal(["  - quote: had misspoken", "    said: { by: doro-office, via: [selma-wire, harbor-ledger], direct: no }"], Only(Written, before));

        var wrong = Tool.Run(_site.Root, "annotate", Article, "--passage", "had-misspoken", "--set", "said.cert=quite");
        Assert.Equal((1, "error A106: \"quite\" is not one of the words of \"cert\": one of: high, medium, low\n1 problem, so nothing was written\n"), (wrong.ExitCode, wrong.Error));
        var twice = Tool.Run(_site.Root, "annotate", Article, "--passage", "had-misspoken", "--set", "note=a", "--set", "note=b");
        Assert.Equal(2, twice.ExitCode);
        Assert.Contains("--set gives \"note\" twice", twice.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("quite", Written, StringComparison.Ordinal);

        Assert.Equal(0, Tool.Run(_site.Root, "annotate", Article, "--passage", "had-misspoken", "--remove").ExitCode);
        Assert.Equal(before, Written);
    }
}
