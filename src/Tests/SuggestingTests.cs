using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Generator.Editing;
using Generator;
using Generator.Modules;
using Generator.Record;
using Generator.Suggesting;
using Model;

namespace Tests;

/// <summary>What <c>new article</c> reads out of a text, piece by piece, and the whole way from a text to a clean check.</summary>
public sealed class SuggestingTests
{
    [Theory]
    [InlineData("“It is late,” Ada Roe said.", "It is late: Ada Roe")]
    [InlineData("“It is late,” said Ada Roe, who leads the port.", "It is late: Ada Roe")]
    [InlineData("“Is it late?” asked Ada Roe.", "Is it late?: Ada Roe")]
    [InlineData("Ada Roe said: “It is late.”", "It is late.: Ada Roe")]
    [InlineData("Ada Roe told reporters that the offer was “far too late” for the crews.", "far too late: Ada Roe")]
    [InlineData("According to Ada Roe, the offer was “far too late”.", "far too late: Ada Roe")]
    [InlineData("“It is late,” Ada Roe said. “We will go home.”", "It is late: Ada Roe | We will go home.: Ada Roe")]
    [InlineData("Ada Roe spoke first. “It is late,” she said.", "It is late: Ada Roe")]
    [InlineData("“It is late,” said a senior port official.", "It is late: a senior port official")]
    [InlineData("“It is late,” whispered a retired welder in the crowd.", "It is late: a retired welder")]
    [InlineData("A spokesman for the port, Ivo Brandt, said the offer was “generous by any measure”.", "generous by any measure: Ivo Brandt")]
    [InlineData("The Harbor Ministry, which had been silent, said it was “not amused” by the delay.", "not amused: Harbor Ministry")]
    [InlineData("Her deputy, Ivo Brandt, was more careful: “It is late.”", "It is late.: Ivo Brandt")]
    [InlineData("Ada Roe called the plan “irresponsible” and left.", "irresponsible: Ada Roe")]
    [InlineData("The plan, as described by Ada Roe, was “ready to go”.", "ready to go: Ada Roe")]
    [InlineData("The ship left on Monday during the “Quiet Harbor” exercise.", "")]
    [InlineData("Ada Roe met Ivo Brandt.\n“We have come a very long way since the spring of that year.”", "We have come a very long way since the spring of that year.: Ada Roe")]
    [InlineData("Transport Minister Ada Roe closed the port. “It is late,” the minister said.", "It is late: Ada Roe")]
    [InlineData("Kestria’s foreign minister, Ada Roe, left. “It is late,” the minister said.", "It is late: Ada Roe")]
    [InlineData("The agency quoted Ada Roe as saying it was “far too late”.", "far too late: Ada Roe")]
    [InlineData("A port official spoke of delays. “It is late,” the official said.", "It is late: A port official")]
    [InlineData("Quay Lines denied it. “The ship was sound,” it said in a statement.", "The ship was sound: Quay Lines")]
    [InlineData("In Ostrava Street, Ada Roe waited. “It is late,” she said.", "It is late: Ada Roe")]
    [InlineData("Ada Roe told the crowd it was late.\n“We have come a very long way since the spring of that year.”", "We have come a very long way since the spring of that year.: Ada Roe")]
    [InlineData("Ada Roe said “it's late”. 'Nothing of the kind,' said Ivo Brandt.", "it's late: Ada Roe")]
    [InlineData("Ada Roe said ‘it’s late’ to all.", "it’s late: Ada Roe")]
    public void Quotations_have_the_speaker_that_the_words_around_them_name(string text, string expected) =>
        Assert.Equal(expected, string.Join(" | ", Statements(text).Where(s => s.Direct).Select(s => $"{text[s.Start..s.End]}: {s.By.Text}")));

    [Theory]
    [InlineData("Ada Roe said that the crews would go home on Friday.", "the crews would go home on Friday: Ada Roe")]
    [InlineData("The Harbor Ministry announced it would pay the crews in full.", "it would pay the crews in full: Harbor Ministry")]
    [InlineData("Ada Roe went home.", "")]
    public void Reported_statements_are_found(string text, string expected) =>
        Assert.Equal(expected, string.Join(" | ", Statements(text).Where(s => !s.Direct).Select(s => $"{text[s.Start..s.End]}: {s.By.Text}")));

    [Theory]
    [InlineData("It â€™s here", "â€™ -> ’")]
    [InlineData("cafÃ©", "Ã© -> é")]
    [InlineData("The portâs chief said, âGo now,â and left.", "portâs -> port’s; âGo -> “Go; now,â -> now,”")]
    [InlineData("The port\u00e2\u0080\u0099s chief", "\u00e2\u0080\u0099 -> ’")]
    [InlineData("le château de l'âge", "")]
    [InlineData("Straße, Übung, naïve", "")]
    [InlineData("the port\uFFFDs chief", "port\uFFFDs -> port’s")]
    public void Damaged_letters_are_found_with_what_they_were(string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", FindDamage.In(text).Select(r => $"{r.From} -> {r.To}")));

    [Theory]
    [InlineData("Read More: PORT DESK", "navigation")]
    [InlineData("Leave a Reply", "request to readers")]
    [InlineData("ADVERTISEMENT", "advertisement")]
    [InlineData("Harbor soap by Soap Bros - Save 20% with code SOAP", "advertisement")]
    [InlineData("Do you think the port should close?", "poll")]
    [InlineData("By clicking the button, you agree to our terms.", "terms")]
    [InlineData("https://example.org/port", "navigation")]
    [InlineData("Will the port close?", "")]
    [InlineData("“Read more books,” the mayor told the pupils.", "")]
    [InlineData("Read more books, the mayor told the pupils of the harbor school when she opened the new library on the pier last Friday.", "")]
    [InlineData("Why the offer failed", "")]
    public void Lines_that_came_with_the_page_are_to_be_skipped_and_no_others(string line, string expected)
    {
        var lines = TextLine.Of($"A headline of some words\n{line}\nThe crews of the port went home after a long day of talks with the ministry.", []);
        Assert.Equal(expected, string.Concat(FindFurniture.In(lines).Select(f => f.Why)));
    }

    [Fact]
    public void The_headlines_of_other_articles_and_the_answers_of_a_poll_are_to_be_skipped()
    {
        var lines = TextLine.Of("A headline of some words\nThe crews of the port went home after a long day of talks.\nMost read\nStar seen at spa\nGolf ace deletes pictures\nThe ministry said nothing of it on the day after the talks.\nQuick poll: Do you go by ship?\nYes, often\nNever\nThe talks go on after the weekend, the ministry said in a statement.", []);
        Assert.Equal(["Most read: navigation", "Star seen at spa: another article", "Golf ace deletes pictures: another article", "Quick poll: Do you go by ship?: poll", "Yes, often: poll", "Never: poll"], FindFurniture.In(lines).Select(f => $"{f.Line.Text}: {f.Why}"));
    }

    [Theory]
    [InlineData("Port closed for a second week\nThe crews went home.", "Port closed for a second week", 0)]
    [InlineData("ANALYSIS\nWhy the port stays closed\nThe crews went home.", "Why the port stays closed", 1)]
    [InlineData("Israel & the Region\nWhy the port stays closed\nThe crews went home.", "Why the port stays closed", 1)]
    [InlineData("• Why the port stays closed\n• Who pays\nThe crews went home.", null, 0)]
    [InlineData("The crews of the port went home after a long day of talks with the ministry.\nThe talks go on.", null, 0)]
    public void The_headline_is_the_first_line_that_can_be_one(string text, string? headline, int above) =>
        Assert.Equal((headline, above), FindLineRoles.Headline(TextLine.Of(text, [])) is var found ? (found.Headline?.Text, found.Above) : default);

    [Theory]
    [InlineData("Oliver Pannell", BlockRole.Byline)]
    [InlineData("Mira Castellanos in London and Jonas Eklund in Stockholm", BlockRole.Byline)]
    [InlineData("Published Tue 14 Apr 2026 06.00 BST", BlockRole.Byline)]
    [InlineData("The port in May. (Ada Roe/Quay Pictures)", BlockRole.Caption)]
    [InlineData("“We have been patient for eleven months, and patience does not pay.”", BlockRole.PullQuote)]
    [InlineData("Why the offer failed", BlockRole.Heading)]
    public void A_line_has_the_role_that_its_form_gives_it(string line, BlockRole role) =>
        Assert.Equal([role], FindLineRoles.In(TextLine.Of($"{line}\nThe crews of the port went home after a long day of talks with the ministry on the pier.", []), hasHeadline: true).Select(r => r.Role));

    [Fact]
    public void A_line_that_stands_there_twice_is_to_be_skipped_and_short_ones_behind_the_end()
    {
        var lines = TextLine.Of("A headline\nThe best of the week\nThe crews of the port went home after a long day of talks with the ministry.\nThe best of the week\n(HD Staff)\nMore ships", []);
        Assert.Equal(["The best of the week: repeated line", "More ships: navigation"], FindFurniture.In(lines).Select(f => $"{f.Line.Text}: {f.Why}"));
    }

    [Theory]
    [InlineData("Opinion\nThe port is ours\nThe crews went home.", "Opinion High")]
    [InlineData("The port is ours | Opinion\nThe crews went home.", "Opinion High")]
    [InlineData("ANALYSIS\nWhy the port stays closed\nThe crews went home.", "Analysis High")]
    [InlineData("ANALYSIS\nWhy the port stays closed\nThe views expressed in this article are the author’s own.", "Analysis Medium")]
    [InlineData("Why the port stays closed\nAnalysis by Ada Roe\nThe crews went home.", "Analysis High")]
    [InlineData("Explainer: Who pays for the port\nThe crews went home.", "Background High")]
    [InlineData("What we know about the port\nThe crews went home.", "Background Medium")]
    [InlineData("The port is ours\nThe crews went home.\nThe opinions expressed here are the writer’s own.", "Opinion Medium")]
    [InlineData("The port is ours\nI believe the crews are right. We must go home, and I will.", "Opinion Low")]
    [InlineData("The port is ours\n“I believe the crews are right,” he said. “We must go home, and I will.”", null)]
    [InlineData("The port is closed\nPORT ROE (HW) — The crews went home.", "Reportage Medium")]
    [InlineData("The port is closed\nThe crews went home.", null)]
    public void The_genre_is_what_the_text_is_called_or_signed_with(string text, string? expected) =>
        Assert.Equal(expected, FindGenre.Of(TextLine.Of(text, []), "port.txt") is var genre && genre is { } found ? $"{found.Value} {found.Cert}" : null);

    [Theory]
    [InlineData("The crews of the port went home and the ministry said that it was late.", "en")]
    [InlineData("Les dockers du port ont dit que la situation est critique et que les négociations sont dans une impasse.", "fr")]
    [InlineData("هذا نص باللغة العربية عن الميناء", "ar")]
    [InlineData("48 21 7", null)]
    public void The_language_is_guessed(string text, string? expected) => Assert.Equal(expected, GuessLanguage.Of(text));

    [Theory]
    [InlineData("The union said 48 crew members were still held in the port.", "crew-held 48..48")]
    [InlineData("More than 1,200 crew members are held in the port, it said.", "crew-held 1200..")]
    [InlineData("They handed over 20 crew members held in the port.", "crew-held 20..20")]
    [InlineData("Up to forty-five crew members are held in the port.", "crew-held ..45")]
    [InlineData("The port is closed to 80–90% of the grain.", "grain-share 80..90")]
    [InlineData("The port is closed to 40 percent of the grain.", "grain-share 40..40")]
    [InlineData("A 60-day truce at the port was offered.", "truce 60..60")]
    [InlineData("About two million people live there.", "")]
    [InlineData("On December 29 the crew members held in the port met.", "")]
    [InlineData("The crew of the Ada went home after 12 hours.", "")]
    public void Numbers_that_look_like_values_of_a_claim_are_found(string text, string expected)
    {
        Claim[] claims =
        [
            new() { Id = new("crew-held"), Text = "Crew members held in the port", Kind = ClaimKind.Figure, Unit = "people" },
            new() { Id = new("grain-share"), Text = "Share of grain that the port is closed to", Kind = ClaimKind.Figure, Unit = "percent" },
            new() { Id = new("truce"), Text = "Length of the truce", Kind = ClaimKind.Figure, Unit = "days" },
            new() { Id = new("wage"), Text = "The wage offer covers rising costs", Kind = ClaimKind.Statement },
        ];
        var reading = new ReadingText(text, [new(BlockRole.Paragraph, 0, text.Length)], [], []);
        Assert.Equal(expected, string.Join(" | ", new FindFigures(claims).In(reading).Select(f => $"{f.Claim} {f.Min ?? f.Value}..{f.Max ?? f.Value}")));
    }

    [Fact]
    public void Every_line_of_text_is_written_as_the_YAML_that_reads_as_it() => Prop.ForAll(
        Gen.Elements("a ’“”:#-,[]{}&*!|>'\"%@`\\?=~.0é—\tü ".ToCharArray()).ArrayOf().Select(c => Generator.Unicode.Nfc.Of(new string(c))).ToArbitrary(),
        text => Read($"key: {YamlWords.Of(text)}\n") is MapNode map && map["key"] is TextNode value && value.Text == text && value.Comment is null).QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_becomes_an_article_with_a_clean_check_in_two_edits_by_hand()
    {
        using var site = new SiteTest();
        site.With("seeds/port.txt", """
            Dock workers reject offer as port closure enters second week

            By Mara Ellison
            Published: May 20, 2025

            PORT ROE (HW) — Dock workers at the second-largest port voted to reject a wage offer, saying the proposal "does not come close" to covering rising costs.

            "We have been patient for eleven months," said Yael Shorer, who chairs the Harbor Workers Union. "Patience does not pay the rent."

            The Transport Ministry said it would return to mediation on Thursday. A spokesman for the ministry, Oren Tal, told reporters that the offer was "generous by any measure".

            ADVERTISEMENT

            Why it matters

            Two importers, who spoke on condition of anonymity because they were not allowed to talk, said they had begun to divert vessels.

            "If this lasts another ten days, you will see it in the bread price," one of them said.

            Sign up for our morning newsletter
            """);

        var run = Tool.Run(site.Root, "new", "article", "--seed", "port.txt", "--id", "port-strike");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var file = Path.Combine(site.Root, "input/articles/port-strike.yaml");
        SitesTests.Compare(Path.Combine(SiteTest.Sites, "..", "Suggesting", "port-strike.yaml"), File.ReadAllText(file).Replace(DateTime.Now.ToString("yyyy-MM-dd"), "2031-06-01", StringComparison.Ordinal));
        var checkedBefore = Tool.Run(site.Root, "check");
        Assert.Equal(1, checkedBefore.ExitCode);
        Assert.Contains("error A117: \"source\" is needed and only suggested", checkedBefore.Error, StringComparison.Ordinal);

        // The two edits: the publisher, and what the draft got wrong.
        site.With("input/articles/port-strike.yaml", "source: \"\" # suggested low: the id of the publisher; nothing in the text tells it", "source: selma-wire");
        Assert.Equal(0, Tool.Run(site.Root, "confirm", "port-strike", "--at-least", "low").ExitCode);
        var run2 = Tool.Run(site.Root, "check", "--strict");

        Assert.Equal((0, ""), (run2.ExitCode, run2.Error));
        Assert.DoesNotContain("# suggested ", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_in_the_archive_already_is_pointed_out()
    {
        using var site = new SiteTest();
        File.WriteAllText(Path.Combine(site.Root, "seeds/again.txt"), File.ReadAllText(Path.Combine(site.Root, "seeds/selma-wire-2031-05-10.txt")) + "\n");

        var run = Tool.Run(site.Root, "new", "article", "--seed", "seeds/again.txt", "--id", "again");

        Assert.Contains("100 % of the text stands in selma-wire-2031-05-10 too", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("selma-wire-2031-05-10.txt", "seeds/selma-wire-2031-05-10.txt is already the text of input/articles/selma-wire-2031-05-10.yaml; nothing was written\n")]
    [InlineData("again.txt", "seeds/again.txt has the bytes of seeds/selma-wire-2031-05-10.txt, the text of input/articles/selma-wire-2031-05-10.yaml; nothing was written\n")]
    [InlineData("moved.txt", "seeds/moved.txt has the bytes of seeds/gone.txt, the text of input/articles/moved.yaml; nothing was written\n")]
    [InlineData("port.txt", "seeds/port.txt is already the text of input/articles/port-strike.yaml; nothing was written\n")]
    public void A_text_that_an_article_has_is_refused_also_where_that_is_only_suggested(string seed, string expected)
    {
        using var site = new SiteTest();
        File.Copy(Path.Combine(site.Root, "seeds/selma-wire-2031-05-10.txt"), Path.Combine(site.Root, "seeds/again.txt"));
        site.With("seeds/port.txt", "Port closed\n\nThe crews went home.\n").With("seeds/moved.txt", "Port open\n");
        site.With("input/articles/moved.yaml", $"seed: {{ file: gone.txt, sha256: {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("Port open\n"u8))} }}\nheadline: Port open # suggested high\n");
        Assert.Equal(0, Tool.Run(site.Root, "new", "article", "--seed", "port.txt", "--id", "port-strike").ExitCode);
        var before = Tool.Tree(site.Root);

        var run = Tool.Run(site.Root, "new", "article", "--seed", seed, "--id", "other");

        Assert.Equal((1, expected), (run.ExitCode, run.Error));
        Assert.Equal(before, Tool.Tree(site.Root));
    }

    [Theory]
    [InlineData("there is no text prot.txt in", "new", "article", "--seed", "prot.txt")]
    [InlineData("\"Port Strike\" is not an id: lower-case letters a-z, digits and hyphens, such as \"port-strike\"", "new", "article", "--seed", "selma-wire-2031-05-10.txt", "--id", "Port Strike")]
    [InlineData("the id \"ilan-doro\" is taken: input/actors/", "new", "actor", "ilan-doro", "--name", "Ilan Doro")]
    [InlineData("no article is called \"selma-wire-2031-05-11\"; did you mean \"selma-wire-2031-05-10\"?", "confirm", "selma-wire-2031-05-11")]
    public void A_mistake_on_the_command_line_is_told_and_writes_nothing(string expected, params string[] arguments)
    {
        using var site = new SiteTest();
        var before = Tool.Tree(site.Root);

        var run = Tool.Run(site.Root, arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Equal(before, Tool.Tree(site.Root));
    }

    [Fact]
    public void A_new_record_is_appended_to_the_file_of_its_folder_and_nothing_else_changes()
    {
        using var site = new SiteTest();
        var before = Directory.EnumerateFiles(site.Root, "*", SearchOption.AllDirectories).ToDictionary(f => f, File.ReadAllText);

        var run = Tool.Run(site.Root, "new", "topic", "bread-prices", "--name", "Bread: prices");

        Assert.Equal(0, run.ExitCode);
        var changed = Assert.Single(before, f => File.ReadAllText(f.Key) != f.Value);
        Assert.Equal(changed.Value + "bread-prices:\n  name: \"Bread: prices\"\n", File.ReadAllText(changed.Key));
        Assert.Equal(0, Tool.Run(site.Root, "check").ExitCode);
    }

    private static Node? Read(string yaml) => ReadYaml.ReadText("a.yaml", yaml, 1, new());

    private static ImmutableArray<Statement> Statements(string text)
    {
        var blocks = text.Split('\n').Aggregate((At: 0, Blocks: ImmutableArray<Block>.Empty), (a, line) => (a.At + line.Length + 1, a.Blocks.Add(new(BlockRole.Paragraph, a.At, a.At + line.Length)))).Blocks;
        var reading = new ReadingText(text, blocks, [], []);
        return FindStatements.In(reading, new(reading, [], r => r.Id.Value, _ => false));
    }
}
