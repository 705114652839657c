namespace Model;

/// <summary>What stands at an end of an interval: a date, nothing (unknown) or <c>..</c> (open: it goes on).</summary>
public enum EdtfEnd { Date, Unknown, Open }

/// <summary>
/// A date or interval as the Extended Date/Time Format writes it (ISO 8601-2, level 0 and 1): <c>2025-08-11</c>, <c>2025-09-02~</c>,
/// <c>2025-08</c>, <c>201X</c>, <c>2025-12-20/2025-12-26</c>, <c>2029-11/..</c>, <c>2001-21</c>, <c>Y170000002</c>.
/// Values are equal when their texts are. The order is total: by first possible day, then by last possible day, then by time, then by text.
/// </summary>
public sealed class Edtf : IEquatable<Edtf>, IComparable<Edtf>
{
    internal Edtf(string text, EdtfEnd startIs, EdtfDate? start, EdtfEnd endIs, EdtfDate? end, bool interval)
    {
        (Text, StartIs, Start, EndIs, End, IsInterval) = (text, startIs, start, endIs, end, interval);
        First = start?.First ?? (startIs == EdtfEnd.Unknown && end is not null ? end.First : Day.Earliest);
        Last = end?.Last ?? (endIs == EdtfEnd.Unknown && start is not null ? start.Last : Day.Latest);
        FiledUnder = start?.Year ?? (First == Day.Earliest ? null : First.Year);
    }

    /// <summary>As the record writes it.</summary>
    public string Text { get; }

    public bool IsInterval { get; }
    public EdtfEnd StartIs { get; }
    public EdtfEnd EndIs { get; }

    /// <summary>The date, or the start of the interval; null where that is open or unknown.</summary>
    public EdtfDate? Start { get; }

    /// <summary>The date again, or the end of the interval; null where that is open or unknown.</summary>
    public EdtfDate? End { get; }

    /// <summary>The first and the last day it can mean. An unknown end is taken to be at the known one; an open end is endless.</summary>
    public Day First { get; }
    public Day Last { get; }

    /// <summary>What <c>&lt;time datetime&gt;</c> may say without false precision: the text of one exact date of the years 1 to 9999, else null.</summary>
    public string? Machine =>
        !IsInterval && Start is { IsExact: true, IsSeason: false, Year: >= 1 and <= 9999 } && Text[0] != 'Y' ? Text : null;

    /// <summary>The year lists file it under; null when the start is open.</summary>
    public long? FiledUnder { get; }

    /// <summary>The month of that year, 1 to 12; null when it has none, as a season has not.</summary>
    public int? MonthFiledUnder => Start is { IsSeason: false } start ? start.Month : null;

    /// <summary>Reads level 0 and level 1. False, with a reason an editor understands, for anything else.</summary>
    public static bool TryParse(string text, out Edtf edtf, out string reason) => EdtfParser.TryParse(text, out edtf, out reason);

    /// <summary>Reads level 0 and level 1.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is neither.</exception>
    public static Edtf Parse(string text) => TryParse(text, out var edtf, out var reason) ? edtf : throw new FormatException(reason);

    public int CompareTo(Edtf? other)
    {
        if (other is null) return 1;
        var order = First.CompareTo(other.First);
        if (order == 0) order = Last.CompareTo(other.Last);
        if (order == 0) order = string.CompareOrdinal(Start?.Time, other.Start?.Time);
        return order != 0 ? order : string.CompareOrdinal(Text, other.Text);
    }

    public bool Equals(Edtf? other) => other is not null && Text == other.Text;

    public override bool Equals(object? obj) => Equals(obj as Edtf);

    public override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);

    public override string ToString() => Text;
}
