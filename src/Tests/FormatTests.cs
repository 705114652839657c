using System.Text;
using Generator;
using Generator.Editing;
using Generator.Modules;
using Generator.Record;
using Generator.Schemas;
using Tests.Editing;

namespace Tests;

/// <summary>The house form of the record: what it looks like, and that nothing is lost on the way.</summary>
public sealed class FormatTests
{
    private static readonly Shape Order = Enumerable.Range(0, 6).Aggregate((Shape)new TextShape(), (inner, _) => new MapShape(
        [.. new[] { "seed", "headline", "file", "quote", "prefix", "said", "by", "via", "figure", "of", "value", "note" }.Select(key => new FieldShape(key, inner, ""))]));

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

    /// <summary>As <see cref="MadeUpYaml.Each"/> asks for it.</summary>
    private static string? Fault(int seed)
    {
        var made = new MadeUpYaml(new Random(seed));
        var text = made.Document();
        var before = Read(text);
        if (before.Tree is null) return null;
        if (FormatRecord.Of(text, Order) is not { } written) return $"{seed}: not written\n{text}";
        var after = Read(written);
        string Report(string what) => $"{seed}: {what}\n---- before\n{text}\n---- after\n{written}";
        if (after != before) return Report($"means something else\n{before}\n{after}");
        foreach (var comment in made.Comments)
            if (written.Split(comment).Length != 2) return Report($"has {comment} {written.Split(comment).Length - 1} times");
        if (FormatRecord.Of(written, Order) is not { } again || again != written) return Report($"is not left as it is\n{FormatRecord.Of(written, Order)}");
        if (written.Contains('\r') || written.Contains("\n\n\n", StringComparison.Ordinal) && !text.Contains('|') && !text.Contains('>')) return Report("has lines that nobody needs");
        return "";
    }

    [Fact]
    public void Of_made_up_files_no_comment_and_no_meaning_is_lost()
    {
        MadeUpYaml.Each(share: 0.8, Fault);
    }

    [Fact]
    public void An_article_in_the_house_form()
    {
        const string before = """
            # About this article.

            # Which text it is.
            headline:    'A truce is near'
            seed: {sha256: ab12,   file: "one.txt"} # as it came
            published: "2025-08-11"


            source: selma-times
            annotations:
            - said:
                 direct: yes   # his own words
                 by: "ilan-doro"
              # What he said first.
              quote: 'We will wait, he said'
              note: |
                 Two lines,
                   one further in.
              # Nothing more.
            -   quote: 'It’s over'
                figure: {value: '48', of: hostages}
            # The end.
            """;
        const string after = """
            # About this article.

            seed: { file: one.txt, sha256: ab12 } # as it came

            # Which text it is.
            headline: A truce is near

            source: selma-times
            published: "2025-08-11"
            annotations:
              # What he said first.
              - quote: "We will wait, he said"
                said:
                  by: ilan-doro
                  direct: yes # his own words
                note: |
                  Two lines,
                    one further in.
                # Nothing more.
              - quote: It’s over
                figure: { of: hostages, value: "48" }
            # The end.

            """;
        Assert.Equal(after, FormatRecord.Of(before + "\n", RecordShapes.Of("articles/one.yaml")));
    }

    [Theory]
    [InlineData("? a\n: b\n")]
    [InlineData("a: !t b\n")]
    [InlineData("a: &x b\nc: *x\n")]
    public void What_the_record_does_not_use_is_left_alone(string text) => Assert.Null(FormatRecord.Of(text, null));

    [Fact]
    public void The_record_of_this_archive_is_in_the_house_form()
    {
        var said = Tool.Run(SiteTest.Checkout, "fmt", "--check");
        Assert.True(said.ExitCode == 0, said.Output + said.Error);
    }

    [Fact]
    public void Fmt_writes_what_is_not_in_order_and_leaves_what_it_cannot_read()
    {
        using var site = new SiteTest();
        site.With("input/actors/more.yaml", "# Somebody.\nmara-lind:\n    name: 'Mara Lind'\n    type: Person # a person\n");
        site.With("input/topics/broken.yaml", "talks: { name: [ }\n");

        var check = Tool.Run(site.Root, "fmt", "--check");
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("input/actors/more.yaml: is not in the house form; archive fmt writes it so", check.Output, StringComparison.Ordinal);

        var written = Tool.Run(site.Root, "fmt");
        Assert.Equal(1, written.ExitCode);
        Assert.Contains("input/topics/broken.yaml:1:", written.Error, StringComparison.Ordinal);
        Assert.Equal("# Somebody.\nmara-lind:\n  type: Person # a person\n  name: Mara Lind\n", File.ReadAllText(Path.Combine(site.Root, "input/actors/more.yaml")));
        Assert.Equal("talks: { name: [ }\n", File.ReadAllText(Path.Combine(site.Root, "input/topics/broken.yaml")));
    }
}
