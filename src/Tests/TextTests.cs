using Generator;
using Generator.Modules;
using Generator.Record;
using FsCheck;
using FsCheck.Fluent;
using Model;

namespace Tests;

/// <summary>From the seed to the reading text, to anchors, sentences and mentions.</summary>
public sealed class TextTests
{
    private static readonly Generator.Place Here = Generator.Place.Of("x.yaml");

    private static TextNode Typed(string text) => new(Here, text, Plain: true, Comment: null);

    private static ReadingText Clean(string seed, params RepairRule[] repairs) =>
        CleanText.Of(new("x.txt", "", true, seed), new(null, [], [.. repairs], []), new Problems());

    [Theory]
    [InlineData("One.\n\n  Two   words.\t\n", "One.\nTwo words.")]
    [InlineData("One.\r\nTwo.\rThree.", "One.\nTwo.\nThree.")]
    [InlineData("\u00A0Caf\u0065\u0301\u00A0\u2003closed", "Café closed")]
    [InlineData("", "")]
    [InlineData(" \n \n", "")]
    public void Lines_become_paragraphs_with_folded_space(string seed, string text) => Assert.Equal(text, Clean(seed).Text);

    [Fact]
    public void The_longest_repair_wins() =>
        Assert.Equal("Israel’s “plan”", Clean("Israelâs âplanâ", new(Typed("Israelâs"), "Israel’s"), new(Typed("â"), "?"), new(Typed("âplanâ"), "“plan”")).Text);

    private static readonly Gen<string> SeedTexts = Gen.ArrayOf(Gen.Elements(
            "a", "b ", " ", "\n", "\r\n", "\t", "é", "e\u0301", "“", "”", "'", "â", ". ", "Word", "\u00A0", "\U0001F600", "א", "ب\u064B", "한", "ᄒ\u1161"))
        .Select(parts => string.Concat(parts));

    [Fact]
    public void Every_character_leads_back_to_its_place_in_the_seed() => Prop.ForAll(Arb.From(SeedTexts), seed =>
    {
        var text = Clean(seed, new RepairRule(Typed("â"), "’"));
        for (var i = 0; i < text.Text.Length; i++)
        {
            if (text.Text[i] == '\n') continue;
            var (start, end) = text.InSeed(i, i + 1);
            var origin = seed[start..end];
            var same = text.Text[i] switch { ' ' => string.IsNullOrWhiteSpace(origin), '’' => origin == "â", _ => origin.Contains(text.Text[i]) || Generator.Unicode.Nfc.Of(origin).Contains(text.Text[i]) };
            if (!same) return false;
        }
        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Every_quote_of_a_text_is_found_where_it_was_taken_from() => Prop.ForAll(Arb.From(SeedTexts), Arb.From(Gen.Two(Gen.Choose(0, 1000))), (seed, cut) =>
    {
        var text = Clean(seed);
        if (text.Text.Trim().Length == 0) return true;
        var start = cut.Item1 % text.Text.Length;
        var end = start + 1 + cut.Item2 % (text.Text.Length - start);
        var quote = text.Text[start..end];
        if (quote.Trim() != quote || Generator.Unicode.Nfc.Of(quote) != quote) return true;
        var problems = new Problems();
        var anchors = new AnchorQuotes(new("x.txt", "", true, seed), text);
        var before = FoldText.Fold(text.Text)[..start];
        var folded = FoldText.Fold(quote);
        var nth = Enumerable.Range(0, start + 1).Count(i => string.CompareOrdinal(FoldText.Fold(text.Text), i, folded, 0, folded.Length) == 0);
        var found = anchors.Find(new(Typed(quote.Replace('”', '"').Replace(" ", "\n ")), null, null, Typed(nth.ToString(System.Globalization.CultureInfo.InvariantCulture))), problems);
        return found is { } anchor && anchor.Start == start && anchor.End == end && !problems.HasErrors;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData("He left. She stayed.", "He left.|She stayed.")]
    [InlineData("“Stop!” he said. “Why?” She ran.", "“Stop!” he said.|“Why?”|She ran.")]
    [InlineData("The U.S. envoy met Dr. Doro. J.D. and No. 4 left.", "The U.S. envoy met Dr. Doro.|J.D. and No. 4 left.")]
    [InlineData("It cost 4.5 million. Then 3 left.", "It cost 4.5 million.|Then 3 left.")]
    [InlineData("It was over.” Then… nothing. ", "It was over.”|Then… nothing.")]
    [InlineData("So am I. You too.", "So am I.|You too.")]
    [InlineData("No end", "No end")]
    public void Sentences_end_where_readers_end_them(string text, string sentences) =>
        Assert.Equal(sentences, string.Join('|', SplitSentences.Of(text, 0, text.TrimEnd().Length).Select(s => text[s.Start..s.End])));

    [Theory]
    [InlineData("Doro’s plan, Doro-led; Dorot and PreDoro.", "Doro|Doro")]
    [InlineData("Prime Minister Ilan Doro met Ilan Doro.", "Prime Minister Ilan Doro|Ilan Doro")]
    [InlineData("doro DORO", "")]
    [InlineData("Doro's 'Doro' \"Doro\"", "Doro|Doro|Doro")]
    [InlineData("O’Dell met O'Dell.", "O’Dell|O'Dell")]
    [InlineData("Ilan\nDoro", "Doro")]
    public void Names_are_found_as_whole_words_the_longest_first(string seed, string found)
    {
        var names = new[] { "Doro", "Ilan Doro", "Prime Minister Ilan Doro", "O'Dell" }.Select(n => new KnownName(n, new(Kind.Actor, new("doro")), Here));
        var text = Clean(seed);
        var mentions = FindMentions.Prepare(names, new Problems()).In(text, []);
        Assert.Equal(found, string.Join('|', mentions.Select(m => text.Text[m.Start..m.End])));
    }

    [Theory]
    [InlineData("harbor", "harbour|haven", "harbour")]
    [InlineData("hrabor", "harbor", "harbor")]
    [InlineData("xyz", "harbor", null)]
    [InlineData("a", "b", "b")]
    public void The_nearest_name_is_suggested(string word, string candidates, string? near) => Assert.Equal(near, Nearest.To(word, candidates.Split('|')));

    [Theory]
    [InlineData("We will not sign", "we-will-not-sign")]
    [InlineData("  “Ça va” — l’été!", "ca-va-lete")]
    [InlineData("עברית", "")]
    [InlineData("one two three four", "one-two-three")]
    public void Words_become_an_address(string text, string slug) => Assert.Equal(slug, Slug.Of(text, words: 3 + (text.StartsWith('W') ? 1 : 0)));

    [Theory]
    [InlineData("https://example.org/a?b=c#d", true)]
    [InlineData("http://example.org", true)]
    [InlineData("mailto:a@example.org", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("JaVaScRiPt:alert(1)", false)]
    [InlineData("java\nscript:alert(1)", false)]
    [InlineData("java\tscript:alert(1)", false)]
    [InlineData("\u0001javascript:alert(1)", false)]
    [InlineData(" https://example.org", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("vbscript:x", false)]
    [InlineData("//example.org", false)]
    [InlineData("https:\\\\example.org", false)]
    [InlineData("https://user:pass@example.org", false)]
    [InlineData("https://", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/actors/", false)]
    public void Only_addresses_that_are_safe_to_follow_get_through(string text, bool safe) => Assert.Equal(safe, WebAddress.TryParse(text, out _));
}
