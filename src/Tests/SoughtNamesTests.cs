using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Generator;
using Generator.Modules;
using Model;

namespace Tests;

/// <summary>Which texts are looked through again after names changed.</summary>
public sealed class SoughtNamesTests
{
    private static readonly Gen<string> Name = Gen.Elements(
        "Doro", "Ilan Doro", "Prime Minister Ilan Doro", "Minister", "O'Dell", "O'Dell's office", "the \"Blue\" Front", "Blue", "Blue Front", "Été", "Été Doro", "平和", "平和会");

    private static readonly Gen<string> Text = Gen.Elements(
        "Doro", "Ilan", "Prime", "Minister", "O’Dell", "O'Dell’s office", "the “Blue” Front", "Blue", "Front", "Été", "平和会", "said", "\n").ListOf().Select(words => string.Join(' ', words));

    /// <summary>Each name with the number of the record that has it; no name has two.</summary>
    private static readonly Gen<Dictionary<string, int>> Names = Name.Zip(Gen.Choose(1, 3)).ListOf().Select(all => all.GroupBy(n => n.Item1).ToDictionary(g => g.Key, g => g.First().Item2));

    [Fact]
    public void A_text_without_the_words_of_changed_names_has_the_same_names_as_before() =>
        Prop.ForAll(Arb.From(Names), Arb.From(Names), Arb.From(Text), (before, now, text) =>
        {
            var (was, sought) = (Finder(before), Finder(now));
            var words = sought.Sought.WordsOfChanged(was.Sought)!;
            var seed = new Seed("x.txt", "", true, text);
            var reading = CleanText.Of(seed, new(null, [], [], []), new());
            var bytes = Encoding.UTF8.GetBytes(reading.Text);

            return words.Any(word => bytes.AsSpan().IndexOf(word) >= 0) || sought.In(reading, [], seed).SequenceEqual(was.In(reading, [], seed));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void Only_the_longest_word_of_a_name_that_changed_is_asked_for()
    {
        var (before, now) = (Finder(new() { ["Ilan Doro"] = 1, ["O'Dell"] = 2, ["Blue"] = 1 }), Finder(new() { ["Ilan Doro"] = 1, ["O’Dell’s"] = 2, ["Blue"] = 3 }));

        Assert.Equal(["Blue", "Dell"], now.Sought.WordsOfChanged(before.Sought)!.Select(Encoding.UTF8.GetString).Order(StringComparer.Ordinal));
        Assert.Empty(now.Sought.WordsOfChanged(now.Sought)!);
    }

    [Fact]
    public void After_many_changes_every_text_is_looked_through() =>
        Assert.Null(Finder(Enumerable.Range(0, 40).ToDictionary(i => $"Name{i}", _ => 1)).Sought.WordsOfChanged(Finder([]).Sought));

    private static FindMentions Finder(Dictionary<string, int> names) => FindMentions.Prepare(names.Select(n => new KnownName(n.Key, new(Kind.Actor, new($"actor-{n.Value}")), default)), new Problems());
}
