using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Generator;
using Generator.Editing;
using Generator.Modules;
using Generator.Record;
using Tests.Editing;

namespace Tests;

/// <summary>The house form of the record: what it looks like, and that nothing is lost on the way.</summary>
public sealed class FormatTests
{
    private static readonly KeyOrder Order = new(["seed", "headline", "file", "quote", "prefix", "said", "by", "via", "figure", "of", "value", "note"], _ => Order!);

    private static string? Show(Node? node) => node switch
    {
        null => null,
        TextNode text => $"'{text.Text}'",
        ListNode list => $"[{string.Join(", ", list.Items.Select(Show))}]",
        MapNode map => $"{{{string.Join(", ", map.Entries.OrderBy(e => e.Key.Text, StringComparer.Ordinal).Select(e => $"{e.Key.Text}: {Show(e.Value)}"))}}}",
        _ => throw new InvalidOperationException(),
    };

    private static (string? Tree, string Problems) Read(string text)
    {
        var problems = new Problems();
        var tree = Show(ReadYaml.Read("x.yaml", Encoding.UTF8.GetBytes(text), problems));
        return (tree, string.Join('\n', problems.Sorted().Where(p => p.Code != Codes.Unconfirmed).Select(p => p.Code.ToString())));
    }

    /// <summary>Null when all is as it should be.</summary>
    private static string? Fault(int seed, ref int read)
    {
        var made = new MadeUpYaml(new Random(seed));
        var text = made.Document();
        var before = Read(text);
        if (before.Tree is null) return null;
        read++;
        if (FormatRecord.Of(text, Order) is not { } written) return $"{seed}: not written\n{text}";
        var after = Read(written);
        string Report(string what) => $"{seed}: {what}\n---- before\n{text}\n---- after\n{written}";
        if (after != before) return Report($"means something else\n{before}\n{after}");
        foreach (var comment in made.Comments)
            if (written.Split(comment).Length != 2) return Report($"has {comment} {written.Split(comment).Length - 1} times");
        if (FormatRecord.Of(written, Order) is not { } again || again != written) return Report($"is not left as it is\n{FormatRecord.Of(written, Order)}");
        if (written.Contains('\r') || written.Contains("\n\n\n", StringComparison.Ordinal) && !text.Contains('|') && !text.Contains('>')) return Report("has lines that nobody needs");
        return null;
    }

    [Fact]
    public void Of_made_up_files_no_comment_and_no_meaning_is_lost()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("DOCUMENTS") ?? "20000", System.Globalization.CultureInfo.InvariantCulture);
        var (read, tried, faults) = (0, 0, new List<string>());
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed =>
        {
            tried++;
            if (Fault(seed, ref read) is { } fault) faults.Add(fault);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(count));
        Assert.True(faults.Count == 0, $"{faults.Count} of {tried}; the shortest:\n{string.Join("\n\n", faults.OrderBy(f => f.Length).Take(3))}");
        Assert.True(read > tried * 0.8, $"only {read} of {tried} could be read");
    }
}
