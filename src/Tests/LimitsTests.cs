using System.Diagnostics;
using System.Globalization;
using System.Text;
using Generator;
using Generator.Modules;

namespace Tests;

/// <summary>Files that are damaged or meant to hurt: each is one plain problem, and soon.</summary>
public sealed class LimitsTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(0.2);

    private static readonly Dictionary<string, byte[]> Records = new()
    {
        ["20 kB of ["] = Utf8(new string('[', 20_000)),
        ["100,000 [ in lines"] = Utf8("broader: " + Repeated("[[[[[[[[[[\n  ", 10_000)),
        ["100,000 [ in one line"] = Utf8("broader: " + new string('[', 100_000)),
        ["900,000 quotation marks"] = Utf8("name: " + new string('"', 900_000)),
        ["keys behind keys"] = Utf8(Repeated("a: ", 100_000)),
        ["lists in lists"] = Utf8(Repeated("- ", 9_000)),
        ["a bomb of aliases"] = Utf8("a: &a [x, x, x]\n" + string.Concat(Enumerable.Range('b', 24).Select(c => $"{(char)c}: &{(char)c} [*{(char)(c - 1)}, *{(char)(c - 1)}, *{(char)(c - 1)}]\n"))),
        ["a bomb of merges"] = Utf8("a:\n  <<: {x: 1}\n" + string.Concat(Enumerable.Range('b', 24).Select(c => $"{(char)c}:\n  <<: [*{(char)(c - 1)}, *{(char)(c - 1)}]\n"))),
        ["2 MB"] = Utf8(Repeated("a-record: { name: A record }\n", 70_000)),
        ["a key twice"] = Utf8("conflict: { name: Conflict }\ncaptives: { name: Captives }\nconflict: { name: Strife }\n"),
        ["Latin-1"] = [.. Utf8("captives: { name: Captives }\ncafe: { name: Caf"), 0xE9, .. Utf8(" }\n")],
        ["half a character"] = [.. Utf8("name: Caf"), 0xC3],
    };

    private static readonly Dictionary<string, string> Texts = new()
    {
        ["[a]( 30,000 times"] = Repeated("[a](", 30_000),
        ["[a]( 16,000 times"] = Repeated("[a](", 16_000),
        ["pictures in pictures"] = Repeated("![", 400) + "a" + Repeated("](/assets/a.svg)", 400),
        ["a table of 3,000 columns"] = Repeated("a|", 3_000) + "\n" + Repeated("-|", 3_000) + "\n" + Repeated("b|\n", 15_000),
        ["lists in lists"] = string.Concat(Enumerable.Range(0, 40).Select(n => new string(' ', 2 * n) + "- a\n")),
    };

    [Theory]
    [InlineData("20 kB of [", "1:33 A006 lists and maps are nested more than 32 deep")]
    [InlineData("100,000 [ in lines", "4:4 A006 lists and maps are nested more than 32 deep")]
    [InlineData("100,000 [ in one line", "1:1 A001 the line has 100,009 characters, and 20,000 are allowed")]
    [InlineData("900,000 quotation marks", "1:1 A001 the line has 900,006 characters, and 20,000 are allowed")]
    [InlineData("keys behind keys", "1:1 A001 the line has 300,000 characters, and 20,000 are allowed")]
    [InlineData("lists in lists", "1:65 A006 lists and maps are nested more than 32 deep")]
    [InlineData("a bomb of aliases", "1:4 A007 an anchor: &a")]
    [InlineData("a bomb of merges", "2:3 A007 a merge key: <<")]
    [InlineData("2 MB", "1:1 A001 the file has 2,030,000 bytes, and 1,000,000 are allowed")]
    [InlineData("a key twice", "3:1 A011 \"conflict\" stands twice in this map")]
    [InlineData("Latin-1", "2:18 A002 byte 47 of the file (0xE9) is not UTF-8")]
    [InlineData("half a character", "1:10 A002 byte 10 of the file (0xC3) is not UTF-8")]
    public void A_hostile_record_is_one_problem_and_soon(string record, string problem) =>
        Assert.Equal(problem, ProblemOf(problems => ReadYaml.Read("input/topics/x.yaml", Records[record], problems)));

    [Theory]
    [InlineData("[a]( 30,000 times", "4:1 A603 this Markdown has more than 64 kB")]
    [InlineData("[a]( 16,000 times", "4:1 A603 this Markdown has more than 2,000 brackets or bars")]
    [InlineData("pictures in pictures", "4:1 A603 the marks in this Markdown are nested too deeply")]
    [InlineData("a table of 3,000 columns", "4:1 A603 this Markdown has more than 2,000 brackets or bars")]
    [InlineData("lists in lists", "19:31 A603 lists and quotations are nested more than 32 deep here")]
    public void Hostile_Markdown_is_one_problem_and_soon(string text, string problem) =>
        Assert.Equal(problem, ProblemOf(problems => new ReadMarkdown("").PageToHtml(Texts[text], "input/pages/x.md", firstLine: 4, problems)));

    [Fact]
    public void A_text_that_was_refused_does_not_spoil_the_next()
    {
        var reading = new ReadMarkdown("");
        reading.PageToHtml(Texts["pictures in pictures"], "input/pages/x.md", 1, new());

        Assert.Equal("<p><a href=\"/actors/x/\">x</a></p>", reading.PageToHtml("[x](/actors/x/)", "input/pages/y.md", 1, new()).Markup);
    }

    [Fact]
    public void Many_equal_headings_get_places_of_their_own_and_soon()
    {
        var html = "";

        var problem = ProblemOf(problems => html = new ReadMarkdown("").PageToHtml(Repeated("# Why?\n", 1_000), "input/pages/x.md", 1, problems).Markup);

        Assert.Equal("", problem);
        Assert.StartsWith("<h2 id=\"why\">Why?</h2>\n<h2 id=\"why-1\">Why?</h2>\n", html, StringComparison.Ordinal);
        Assert.EndsWith("<h2 id=\"why-999\">Why?</h2>", html, StringComparison.Ordinal);
    }

    /// <summary>The problems that <paramref name="read"/> adds, after a call that loads the code; the fastest of three calls must be fast enough.</summary>
    private static string ProblemOf(Action<Problems> read)
    {
        read(new());
        var found = new Problems();
        var fastest = TimeSpan.MaxValue;
        for (var call = 0; call < 3; call++)
        {
            found = new();
            var watch = Stopwatch.StartNew();
            read(found);
            if (watch.Elapsed < fastest) fastest = watch.Elapsed;
        }
        Assert.True(fastest < Soon, $"it took {fastest.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)} ms");
        return string.Join('\n', found.Sorted().Select(p => $"{p.Place.Line}:{p.Place.Column} {p.Code.Code} {p.Message}"));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Repeated(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
