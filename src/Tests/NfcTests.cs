using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Generator.Unicode;

namespace Tests;

/// <summary>Unicode Normalization Form C.</summary>
public sealed class NfcTests
{
    [Theory]
    [InlineData("e\u0301", "é")]
    [InlineData("\u212B", "Å")]
    [InlineData("a\u0323\u0302", "ậ")]
    [InlineData("a\u0302\u0323", "ậ")]
    [InlineData("\u1100\u1161\u11A8", "각")]
    [InlineData("\u0627\u0653", "آ")]
    [InlineData("\u05E9\u05BC\u05C1", "\u05E9\u05BC\u05C1")]
    [InlineData("\uFB2A", "\u05E9\u05C1")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("\u0344", "\u0308\u0301")]
    [InlineData("\U0001D15E", "\U0001D157\U0001D165")]
    [InlineData("“plain” text’s", "“plain” text’s")]
    public void A_text_is_brought_to_form_C(string text, string composed) => Assert.Equal(composed, Nfc.Of(text));

    [Fact]
    public void Form_C_is_stable_and_does_not_depend_on_the_form_it_began_in() => Prop.ForAll(
        Arb.From(Gen.Choose(0, 6).SelectMany(n => Gen.ArrayOf(Gen.Elements("aeionqAÅéạ각ㄱ\u0301\u0302\u0307\u0308\u0323\u0327\u05C1\u05BC\u0653ا가각".ToCharArray()), n)), _ => []),
        chars =>
        {
            var composed = Nfc.Of(new string(chars));
            return Nfc.Of(composed) == composed && Nfc.Of(Decomposed(composed)) == composed;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    private static string Decomposed(string text)
    {
        var result = new StringBuilder();
        foreach (var c in text) result.Append(c switch { 'é' => "e\u0301", 'Å' => "A\u030A", 'ạ' => "a\u0323", _ => c.ToString() });
        return result.ToString();
    }

    [Theory]
    [InlineData('é', 'e')]
    [InlineData('ậ', 'a')]
    [InlineData('x', 'x')]
    public void A_letter_without_its_accents(char letter, char plain) => Assert.Equal(plain, Nfc.BaseLetter(letter));
}
