using Model;
using Theme.Parts;

namespace Tests;

public sealed class TimeAxisTests
{
    private static TimeAxis? Of(params string[] dates) => TimeAxis.Of(dates.Select(Edtf.Parse));

    [Theory]
    [InlineData("2025-08-11", "2025-08-30", "August 2025", "1 Aug|8 Aug|15 Aug|22 Aug|29 Aug")]
    [InlineData("2025-08-11", "2025-10", "August to October 2025", "Aug|Sep|Oct")]
    [InlineData("2025-11-30", "2026-01-01/..", "November 2025 to January 2026", "Nov 2025|Dec|Jan 2026")]
    [InlineData("2019-01-05", "2026-06-01", "January 2019 to June 2026", "2019|2020|2021|2022|2023|2024|2025|2026")]
    public void It_spans_whole_months_and_has_as_many_lines_as_there_is_room_for(string one, string other, string words, string ticks)
    {
        var axis = Of(one, other)!;
        Assert.Equal(words, axis.Words);
        Assert.Equal(ticks, string.Join('|', axis.Ticks().Select(t => t.Label)));
        Assert.Equal(axis.Ticks().Select(t => t.X).Order(), axis.Ticks().Select(t => t.X));
    }

    [Fact]
    public void Days_outside_lie_at_its_ends()
    {
        var axis = Of("2025-08-11", "2025-08-30")!;
        Assert.Equal(axis.Start, axis.X(new(2025, 7, 31)));
        Assert.Equal(axis.Start, axis.X(Day.Earliest));
        Assert.Equal(axis.End, axis.X(new(2025, 9, 1)));
        Assert.Equal(axis.End, axis.X(Day.Latest));
        Assert.InRange(axis.X(new(2025, 8, 16)), axis.Start + 1, axis.End - 1);
    }

    [Theory]
    [InlineData("-0044-03-15")]
    [InlineData("Y170000002")]
    [InlineData("9999-12")]
    public void What_no_calendar_has_is_not_drawn(string date) => Assert.Null(Of(date));

    [Fact]
    public void A_year_has_its_twelve_months() =>
        Assert.Equal(["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], TimeAxis.OfYear(2025).Ticks().Select(t => t.Label));
}
