using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Generator.Modules;

namespace Tests;

/// <summary>The writer of pages gives the bytes of its text, however that was cut into pieces.</summary>
public sealed class Utf8WriterTests
{
    private static readonly Gen<string[]> Pieces = Gen.ArrayOf(Gen.Elements("", "a", "é", "\r", "\n", "\r\n", "“", "\uD83D", "\uDE00", "\U0001F600", "א\r", "long words and more"));

    [Fact]
    public void Pieces_give_the_bytes_of_the_whole_with_every_line_end_a_line_feed() => Prop.ForAll(Arb.From(Pieces), pieces =>
    {
        var whole = string.Concat(pieces);
        // Half a character at the very end cannot be written until its other half comes.
        if (whole.Length > 0 && char.IsHighSurrogate(whole[^1])) whole = whole[..^1];
        var writer = new Utf8Writer();
        foreach (var piece in pieces)
            if (piece.Length == 1) writer.Write(piece[0]); else writer.Write(piece);

        Assert.Equal(Encoding.UTF8.GetBytes(whole.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')), writer.Take());
        Assert.Empty(writer.Take());
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void It_grows_and_begins_anew()
    {
        var writer = new Utf8Writer();
        var text = string.Concat(Enumerable.Repeat("“fünf” \U0001F600 ", 60_000));

        writer.Write(text.ToCharArray(), 0, text.Length);
        var first = writer.Take();
        writer.Write("x");

        Assert.Equal(Encoding.UTF8.GetBytes(text), first);
        Assert.Equal("x"u8.ToArray(), writer.Take());
    }
}
