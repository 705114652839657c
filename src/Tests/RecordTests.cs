using Generator;
using Generator.Modules;
using Generator.Record;
using Model;

namespace Tests;

/// <summary>Mistakes of the generator that were found once, and how reports of one claim are compared.</summary>
public sealed class RecordTests
{
    private static readonly Generator.Place Here = Generator.Place.Of("x.yaml");

    private static RepairRule Repair(string from, string to) => new(new TextNode(Here, from, Plain: true, Comment: null), to);

    [Theory]
    [InlineData("He said  âno.", " â", " “", "He said “no.")]
    [InlineData("One XX two.", "XX", "", "One two.")]
    [InlineData("XX One", "XX", "", "One")]
    public void A_repair_beside_white_space_is_made_and_leaves_one_space(string seed, string from, string to, string text)
    {
        var problems = new Problems();
        var reading = CleanText.Of(new("x.txt", "", true, seed), new(null, [], [Repair(from, to)], []), problems);

        Assert.Empty(problems.Sorted());
        Assert.Equal(text, reading.Text);
    }

    [Fact]
    public void A_record_can_make_its_own_name_weak()
    {
        using var clash = new SiteTest().With("input/places/more.yaml", "orvane-city: { name: Orvane }\n");
        Assert.Null(clash.TryBuild());
        Assert.Contains("error A501", clash.ProblemText(), StringComparison.Ordinal);

        using var weak = new SiteTest().With("input/places/more.yaml", "orvane-city: { name: Orvane, weak_alias: [Orvane] }\n");
        var archive = weak.Build().Archive;
        Assert.Empty(archive.MentionsOf(new(Kind.Place, new("orvane-city"))));
        Assert.NotEmpty(archive.MentionsOf(new(Kind.Actor, new("orvane"))));
    }

    [Fact]
    public void A_correction_of_an_article_with_mistakes_is_not_a_second_mistake()
    {
        using var site = new SiteTest()
            .With("input/articles/harbor-ledger-2031-05-14.yaml", "corrects: f1", "corrects: selma-wire-2031-05-10#ten")
            .With("input/articles/selma-wire-2031-05-10.yaml", "published: 2031-05-10", "published: yesterday");

        Assert.Null(site.TryBuild());
        Assert.Equal("A107", Assert.Single(site.Problems.Sorted()).Code.Code);
    }

    [Fact]
    public void Words_that_a_record_rests_on_are_not_missed_while_a_seed_cannot_be_read()
    {
        using var site = new SiteTest("bad-seed-not-utf-8")
            .With("input/events/more.yaml", "talks-begin:\n  name: Talks begin\n  date:\n    date: 2031-05-10\n    evidence: internal\n    quote: holds ten captives\n    cert: high\n    why: The text says so.\n");

        Assert.Null(site.TryBuild());
        Assert.Equal("A204", Assert.Single(site.Problems.Sorted()).Code.Code);
    }

    [Theory]
    [InlineData("value: 10, as_of: 2031-05-10", "value: 12, as_of: 2031-05-11", Agreement.Vary)]
    [InlineData("value: 10, as_of: 2031-05-10", "value: 12, as_of: 2031-05", Agreement.Rival)]
    [InlineData("value: 10, as_of: 2031-05-10", "min: 9, as_of: 2031-05-10", Agreement.Vary)]
    [InlineData("value: 10, as_of: 2031-05-10", "min: 11, max: 14, as_of: 2031-05-10", Agreement.Rival)]
    [InlineData("value: 10, margin: 2, as_of: 2031-05-10", "value: 12, as_of: 2031-05-10", Agreement.Vary)]
    [InlineData("value: 10, as_of: 2031-05-10", "value: 10, as_of: 2031-06", Agreement.Same)]
    [InlineData("value: 10, as_of: 2031-05-10", "value: 12, rank: deprecated, as_of: 2031-05-10", Agreement.Single)]
    [InlineData("value: 10", "value: 12", Agreement.Rival)]
    public void Values_are_rival_when_they_are_for_the_same_time_and_cannot_both_be_true(string first, string second, Agreement agreement)
    {
        using var site = new SiteTest()
            .With("input/claims/more.yaml", "boats: { text: Boats in the harbour, kind: figure, unit: boats }\n")
            .With("input/articles/selma-wire-2031-05-10.yaml", "{ of: captives-held, value: 10, as_of: 2031-05-10 }", $"{{ of: boats, {first} }}")
            .With("input/articles/selma-wire-2031-05-10.yaml", "{ of: phase-one-days, value: 60 }", $"{{ of: boats, {second} }}");

        var archive = site.Build().Archive;
        Assert.Equal(agreement, archive.AgreementOn(archive.Records.Claims[new("boats")]));
    }

    [Theory]
    [InlineData("2030-24", 2030)]
    [InlineData("202X", 2020)]
    [InlineData("../2030", null)]
    public void A_date_is_filed_under_the_year_it_names(string date, int? year) => Assert.Equal(year, Edtf.Parse(date).FiledUnder);
}
