using Generator;
using Generator.Modules;
using Generator.Record;
using Model;

namespace Tests;

/// <summary>The mark <c># suggested</c>: what it keeps out of the archive, and how it is taken away.</summary>
public sealed class SuggestedMarksTests
{
    [Fact]
    public void A_mark_takes_away_the_entry_or_the_item_that_begins_on_its_line_and_nothing_else()
    {
        var problems = new Problems();
        var map = (MapNode)ReadYaml.ReadText("a.yaml", """
            one: kept
            two: gone # suggested high
            three: # suggested low: with a remark
              four: gone too
            five:
              - kept
              - gone # suggested
              - six: gone # suggested medium
                seven: gone with it
            eight:
              - gone, and so is its list # suggested
            nine: "not a mark # suggested"
            """, 1, problems)!;

        Assert.Equal(["one", "five", "nine"], map.Entries.Select(e => e.Key.Text));
        Assert.Equal(["two", "three", "eight"], map.Suggested.Select(s => s.Text));
        Assert.Single(((ListNode)map["five"]!).Items);
        Assert.Equal(["A116"], problems.Sorted().Select(p => p.Code.Code));
        Assert.StartsWith("5 suggestions", problems.Sorted()[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Confirming_takes_the_marks_that_are_as_sure_and_changes_no_other_character()
    {
        const string Before = "# notes # here\r\na: b # suggested high\r\nc: d   # suggested medium\nsource: \"\" # suggested low: write it\ne: f # another comment\n";
        Assert.Equal((Before.Replace(" # suggested high", ""), 1, 2), SuggestedMarks.Confirmed(Before, Certainty.High));
        Assert.Equal((Before.Replace(" # suggested high", "").Replace("   # suggested medium", ""), 2, 1), SuggestedMarks.Confirmed(Before, Certainty.Low));
    }

    [Theory]
    [InlineData("nine: \"not a mark # suggested high\"\n")]
    [InlineData("nine: 'not a mark # suggested high'\n")]
    [InlineData("- \"a \\\" and # suggested high\"\n")]
    [InlineData("a: { b: \"c # suggested high\" }\n")]
    public void Words_in_quotation_marks_are_no_mark(string text) => Assert.Equal((text, 0, 0), SuggestedMarks.Confirmed(text, Certainty.Low));

    [Theory]
    [InlineData("a: \"b: c\" # suggested high\n", "a: \"b: c\"\n")]
    [InlineData("a: it's late # suggested high\n", "a: it's late\n")]
    [InlineData("- from: \"\\\"x\" # suggested high\n", "- from: \"\\\"x\"\n")]
    public void A_mark_behind_quotation_marks_is_one(string text, string confirmed) => Assert.Equal((confirmed, 1, 0), SuggestedMarks.Confirmed(text, Certainty.Low));
}
