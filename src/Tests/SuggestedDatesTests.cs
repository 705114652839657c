using Generator.Suggesting;
using Model;

namespace Tests;

/// <summary>When <c>new article</c> takes a text to be published: the day, or an interval that holds it, with the words it rests on.</summary>
public sealed class SuggestedDatesTests
{
    private static readonly DateOnly Today = new(2031, 6, 1);

    [Theory]
    [InlineData("Published: May 10, 2031", "2031-05-10 high")]
    [InlineData("Published: Saturday, May 10, 2031", "2031-05-10 high")]
    [InlineData("Updated 10 May 2031 at 14:00", "2031-05-10 high")]
    [InlineData("Published 25/05/2031", "2031-05-25 high")]
    [InlineData("Published 04/05/2031", "../2031-06-01 low")]
    [InlineData("By Ada Roe, 2031-05-10", "2031-05-10 high")]
    [InlineData("From the November 2030 issue", "2030-11 high")]
    [InlineData("PORT ROE, May 10, 2031 (HW) — The crews went home.", "2031-05-10 high")]
    [InlineData("PORT ROE (May 10): The crews went home. The port was closed in January 2031.", "2031-05-10 medium")]
    [InlineData("PORT ROE, Dec. 30 (HW) - The crews went home. The port was closed in November 2030.", "2030-12-30 medium")]
    [InlineData("Published: Monday, May 10, 2031", "2031-05-03/2031-05-17 low")]
    [InlineData("Published: February 29, 2028", "2028-02-29 high")]
    public void A_line_or_a_dateline_that_says_so_gives_the_day(string line, string expected) => Assert.Equal(expected, Of(line));

    [Theory]
    [InlineData("On Monday, May 12, the crews went home.", "2031-05-12/2031-06-01 low")]
    [InlineData("On Tuesday, May 12, the crews went home.", "2026-05-12/2027-01-31 low")]
    [InlineData("The port was closed in January 2031. The crews went home on Monday, May 12.", "2031-05-12/2031-06-01 medium")]
    [InlineData("In 1968 the port was closed. On Thursday, April 4, the crews went home.", "1968-04-04/2031-06-01 low")]
    [InlineData("On Monday, May 12, the crews went home. The port was closed in January 2031.", "2031-05-12/2031-06-01 medium")]
    [InlineData("The crews went home on Monday night, 12 May. The port was closed in January 2031.", "2031-05-12/2031-06-01 medium")]
    [InlineData("The crews went home on Thursday, February 29. It was closed this week.", "2024-02-29/2024-03-31 low")]
    [InlineData("The crews went home on Tuesday, February 29. The port was built in 2020.", "2028-02-29/2029-01-31 low")]
    [InlineData("The port was closed on Thursday, May 12. It was built in 2015.", "2016-05-12/2023-01-31 low")]
    [InlineData("The port burned on Monday, May 12. The works were due to end in 2035, and had begun in 2024.", "../2031-06-01 low")]
    [InlineData("On Monday, May 12, the crews went home. The minister said on Tuesday that it was late.", "2031-05-12/2031-06-01 low")]
    public void A_weekday_and_a_day_of_the_month_tell_the_year(string line, string expected) => Assert.Equal(expected, Of(line));

    [Theory]
    [InlineData("The crews went home on December 20. The port was closed in November 2030.", "2030-12-20/2031-04-20 low")]
    [InlineData("The port was closed on January 3, 2031. The crews had gone home on December 20, and were told to wait.", "2031-01-03/2031-06-01 low")]
    [InlineData("The port will be closed on June 20. It was opened on March 3, 2031.", "2031-03-03/2031-06-01 low")]
    [InlineData("The port will be closed on January 5. It was opened on December 12, 2030, and it was late.", "2030-12-12/2031-01-05 medium")]
    [InlineData("The crews went home on August 11. The port was closed on May 3, 2030.", "2030-08-11/2031-01-31 low")]
    [InlineData("The port was closed on November 3, 2030. The crews went home on January 11.", "2031-01-11/2031-06-01 low")]
    [InlineData("In 1968 the port was closed. On April 4 the crews went home.", "1968-04-04/2031-06-01 low")]
    [InlineData("The port was closed in the attack on October 7, the ministry said. It was built in 2030.", "2030-01-01/2031-06-01 low")]
    public void A_day_without_a_year_is_of_the_same_year_or_of_the_months_before(string line, string expected) => Assert.Equal(expected, Of(line));

    [Theory]
    [InlineData("The port was closed on May 10, 2031, and the crews went home.", "2031-05-10/2031-06-01")]
    [InlineData("The port will be closed until May 30, 2031; it was built in 1998.", "1998-01-01/2031-05-30")]
    [InlineData("The port will replace the law that was passed on May 3, 2030.", "../2031-06-01")]
    [InlineData("He said in January 2019 that the port will open by May 1, 2020.", "2019-01-01/2031-06-01")]
    [InlineData("It will report for the quarter ended March 31, 2031.", "2031-03-31/2031-06-01")]
    [InlineData("The crews go home today, May 10, 2031.", "2031-05-10")]
    [InlineData("The crews went home yesterday (May 10, 2031).", "2031-05-11")]
    [InlineData("“We go home today, May 10, 2029,” she said.", "2029-05-10/2031-06-01")]
    [InlineData("The crews went home on Friday.", "../2031-06-01")]
    [InlineData("They may 10 times go home, and the port was closed on February 30, 2031.", "../2031-06-01")]
    [InlineData("On Tuesday, May 10, 2030, the port was closed.", "2030-05-03/2031-06-01")]
    [InlineData("On Monday, May 12, 2031, the port was closed. The minister said on Tuesday that it was late.", "2031-05-12/2031-06-01")]
    [InlineData("On Monday, May 13, 2030, the port was closed. The minister said on Tuesday that it was late.", "2030-05-13/2030-06-13")]
    public void Days_that_are_told_of_are_bounds(string line, string expected) => Assert.Equal(expected, Of(line).Split(' ')[0]);

    [Fact]
    public void What_the_page_is_signed_with_and_what_the_file_is_called_are_bounds()
    {
        Assert.Equal("2030-03-03/2030-12-31", Suggested("The port was closed on March 3, 2030.", around: "© 2026-2030 The Port").Date);
        Assert.Equal("2030-03-03/2030-04-05", Suggested("The port was closed on March 3, 2030.", file: "port-2030-04-05.txt").Date);
        Assert.Equal("2030-03-03/2031-06-01", Suggested("The port was closed on March 3, 2030.", file: "000_1c2030942282c13c.txt").Date);
        Assert.Equal("2030", Suggested("The port was closed on August 11. It was built in 2030.", file: "port-2030.txt").Date);
    }

    [Fact]
    public void The_words_the_rule_and_what_else_limits_it_are_told()
    {
        var date = Suggested("The port was closed on March 3, 2031. It will open on May 30, 2031.");
        Assert.Equal(new("2031-03-03/2031-05-30", Evidence.Internal, "March 3, 2031", "The text tells of that day, so it was published on it or later.", Certainty.Low, "“May 30, 2031”: That day is still to come in the text."), date);
        Assert.Equal(new("../2031-06-01", Evidence.Conjecture, null, "It was published before it was added.", Certainty.Low, "The text gives no date with a year."), Suggested("The crews went home."));
        Assert.Equal("It was published before it was added. The latest year that fits is taken; earlier ones fit as well.", Suggested("On Monday, May 12, the crews went home.").Why);
    }

    [Theory]
    [InlineData("The crews were there in the Long Strike of the Port.", "2029-02-01/2031-06-01")]
    [InlineData("The crews speak of the “Long Strike” of the port.", "2029-02-01/2031-06-01")]
    [InlineData("The minister and the crews signed the port accord on March 4.", "2030-03-04/2031-01-31")]
    [InlineData("The minister and the crews signed the port accord last March.", "2030-03-04/2031-03-31")]
    [InlineData("The minister and the crews will sign the port accord on March 4.", "2029-11-04/2030-03-04")]
    [InlineData("The minister and the crews signed the port accord on March 5.", "../2031-06-01")]
    [InlineData("The minister and the crews signed the port accord on Monday.", "../2031-06-01")]
    [InlineData("The minister and the crews signed the port accord on Monday. In Lund the ferry captains met, and the grain ships came to Roe.", "2030-03-04/2030-03-11")]
    public void Events_that_the_archive_knows_tell_the_year(string line, string expected) => Assert.Equal(expected, Of(line).Split(' ')[0]);

    [Fact]
    public void A_weekday_that_may_be_that_of_an_event_is_a_hint_and_no_date() => Assert.Equal(
        "“on Monday” may be 2030-03-04, the day of accord; then it was published within a week of it.",
        Suggested("The minister and the crews signed the port accord on Monday.").Why);

    private static string Of(string line) => Suggested(line) is var date ? $"{date.Date} {date.Cert.ToString().ToLowerInvariant()}" : "";

    private static SuggestedDate Suggested(string line, string? around = null, string file = "port.txt")
    {
        Event[] events =
        [
            new() { Id = new("long-strike"), Name = "Long Strike of the Port", Date = new(Edtf.Parse("2029-02-01/2029-05-01")) },
            new() { Id = new("accord"), Name = "Signing of the port accord by minister and crews", Date = new(Edtf.Parse("2030-03-04")) },
            new() { Id = new("captains"), Name = "Meeting of ferry captains in Lund", Date = new(Edtf.Parse("2030-03-03")) },
            new() { Id = new("grain"), Name = "Grain ships in Roe", Date = new(Edtf.Parse("2030-03-05~")) },
        ];
        var body = TextLine.Of($"A headline\n{line}", []);
        var found = FindPublished.Of(body, around is null ? [] : TextLine.Of(around, []), file, new FindEvents(events).In(body), Today);
        Assert.Equal(found.Date, Edtf.Parse(found.Date).Text);
        return found;
    }
}
