using FsCheck;
using FsCheck.Fluent;
using Model;

namespace Tests;

/// <summary>Dates of the Extended Date/Time Format.</summary>
public sealed class EdtfTests
{
    [Theory]
    // Level 0
    [InlineData("1985-04-12", "12 April 1985")]
    [InlineData("1985-04", "April 1985")]
    [InlineData("1985", "1985")]
    [InlineData("1985-04-12T23:20:30", "12 April 1985, 23:20")]
    [InlineData("1985-04-12T23:20:30Z", "12 April 1985, 23:20 UTC")]
    [InlineData("1985-04-12T23:20:30+05:45", "12 April 1985, 23:20 UTC+05:45")]
    [InlineData("1964/2008", "1964 to 2008")]
    [InlineData("2004-06/2006-08", "June 2004 to August 2006")]
    [InlineData("2025-12-20/2025-12-26", "20–26 December 2025")]
    [InlineData("2025-11-28/2025-12-03", "28 November to 3 December 2025")]
    [InlineData("2024-12-31/2025-01-02", "31 December 2024 to 2 January 2025")]
    // Level 1
    [InlineData("1984?", "1984 (uncertain)")]
    [InlineData("2004-06~", "about June 2004")]
    [InlineData("2004-06-11%", "about 11 June 2004 (uncertain)")]
    [InlineData("201X", "the 2010s")]
    [InlineData("20XX", "the 2000s")]
    [InlineData("2004-XX", "2004, month unknown")]
    [InlineData("1985-04-XX", "April 1985, day unknown")]
    [InlineData("1985-XX-XX", "1985, month unknown")]
    [InlineData("1985-04-12/..", "since 12 April 1985")]
    [InlineData("../1985-04", "until April 1985")]
    [InlineData("1985/", "from 1985, end unknown")]
    [InlineData("/1985", "until 1985, start unknown")]
    [InlineData("2001-21", "spring 2001")]
    [InlineData("2001-24", "winter 2001")]
    [InlineData("-1985", "1986 BC")]
    [InlineData("0000", "1 BC")]
    [InlineData("Y170000002", "170000002")]
    [InlineData("Y-17000", "17001 BC")]
    public void A_date_is_read_and_put_into_words(string text, string words) => Assert.Equal(words, DateWords.Of(Edtf.Parse(text)));

    [Theory]
    [InlineData("2025-04-31", "April 2025 has 30 days, so there is no day 31")]
    [InlineData("2025-02-29", "February 2025 has 28 days, so there is no day 29")]
    [InlineData("2025-13", "there is no month 13: months are 01 to 12, and 21 to 24 are spring, summer, autumn and winter")]
    [InlineData("2025-21-01", "a season has no day")]
    [InlineData("201X-04", "a month needs its whole year")]
    [InlineData("2004-XX-12", "a day needs its month: write XX for the day too, or give the month")]
    [InlineData("2026/2025", "the interval ends before it starts")]
    [InlineData("../..", "an interval needs a date on at least one side")]
    [InlineData("/", "an interval needs a date on at least one side")]
    [InlineData("XXXX", "a year needs at least its first two digits")]
    [InlineData("-0000", "there is no year -0000")]
    public void What_is_no_date_is_refused_with_its_reason(string text, string reason)
    {
        Assert.False(Edtf.TryParse(text, out _, out var said));
        Assert.Equal(reason, said);
    }

    [Theory]
    [InlineData("")]
    [InlineData("11 August 2025")]
    [InlineData("2025-8-11")]
    [InlineData("2025/08/11")]
    [InlineData("20250811")]
    [InlineData("2025-08-11T25:00:00")]
    [InlineData("2025-08-11\n")]
    [InlineData("٢٠٢٥")]
    [InlineData("Y2025")]
    public void What_looks_like_no_date_at_all_is_refused_with_examples(string text)
    {
        Assert.False(Edtf.TryParse(text, out _, out var said));
        Assert.StartsWith("dates are written like 2025-08-11", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-08-11", "2025-08-11")]
    [InlineData("2025-08", "2025-08")]
    [InlineData("2025-08-11~", null)]
    [InlineData("2025-08-11/2025-08-12", null)]
    [InlineData("2001-21", null)]
    [InlineData("-0044", null)]
    public void Machines_get_no_false_precision(string text, string? machine) => Assert.Equal(machine, Edtf.Parse(text).Machine);

    [Fact]
    public void Dates_sort_by_what_they_can_mean()
    {
        string[] sorted = ["../2020", "-0044", "201X", "2018-24", "2019", "2019-04", "2024-02-29", "2025", "2025-08-11", "2025-08-11T10:00:00Z", "2025-08-11/2025-08-14", "2025-08-12~", "2025-08-12/.."];

        Assert.Equal(sorted, sorted.Reverse().Select(Edtf.Parse).Order().Select(e => e.Text));
    }

    private static readonly Gen<Edtf> Dates =
        from year in Gen.Choose(-50, 2100)
        from month in Gen.Choose(1, 12)
        from day in Gen.Choose(1, 28)
        from form in Gen.Choose(0, 9)
        from later in Gen.Choose(0, 3)
        let y = year < 0 ? $"-{-year:0000}" : $"{year:0000}"
        let text = form switch
        {
            0 => y == "-0000" ? "0000" : y,
            1 => $"{Math.Abs(year):0000}"[..3] + "X",
            2 => $"{Math.Abs(year):0000}-{month:00}",
            3 => $"{Math.Abs(year):0000}-{month:00}-{day:00}",
            4 => $"{Math.Abs(year):0000}-{month:00}-{day:00}~",
            5 => $"{Math.Abs(year):0000}-{month:00}-{day:00}/{Math.Abs(year) + later:0000}-12",
            6 => $"{Math.Abs(year):0000}-{month:00}/..",
            7 => $"../{Math.Abs(year):0000}-{month:00}",
            8 => $"{Math.Abs(year):0000}-{20 + (month % 4) + 1}",
            _ => $"{Math.Abs(year):0000}-{month:00}-{day:00}T10:00:00Z",
        }
        select Edtf.Parse(text);

    [Fact]
    public void The_order_of_dates_is_total() => Prop.ForAll(Arb.From(Gen.Three(Dates)), three =>
    {
        var (a, b, c) = three;
        var antisymmetric = Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a));
        var equal = (a.CompareTo(b) == 0) == a.Equals(b);
        var transitive = a.CompareTo(b) > 0 || b.CompareTo(c) > 0 || a.CompareTo(c) <= 0;
        return antisymmetric && equal && transitive;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
}
