namespace Tests;

/// <summary><c>archive rename</c>: every reference, the old address, and there and back again.</summary>
public sealed class RenameTests
{
    public static TheoryData<string, string> Records()
    {
        using var site = new SiteTest();
        var data = new TheoryData<string, string>();
        foreach (var record in site.Build().Archive.AllRecords()) data.Add(record.Kind.ToString().ToLowerInvariant(), record.Id.Value);
        return data;
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void There_and_back_is_where_one_began_and_the_site_between_redirects(string kind, string id)
    {
        using var site = new SiteTest();
        var before = Tool.Tree(site.Root);

        var there = Tool.Run(site.Root, "rename", kind, id, "quite-another-id");
        Assert.Equal((0, ""), (there.ExitCode, there.Error));
        var built = site.Build();
        Assert.Contains(built.Files, f => f.Path.EndsWith($"/{id}/index.html", StringComparison.Ordinal) && System.Text.Encoding.UTF8.GetString(f.Make()).Contains("quite-another-id", StringComparison.Ordinal));
        Assert.DoesNotContain(built.Archive.AllRecords(), r => r.Id.Value == id && r.Kind.ToString().Equals(kind, StringComparison.OrdinalIgnoreCase));

        var back = Tool.Run(site.Root, "rename", kind, "quite-another-id", id);
        Assert.Equal((0, ""), (back.ExitCode, back.Error));
        Assert.Equal(before, Tool.Tree(site.Root));
    }

    [Theory]
    [InlineData("a:\n  name: x\n", "b:\n  name: x\n  was: [a]\n")]
    [InlineData("a: { name: x }\n", "b: { name: x, was: [a] }\n")]
    [InlineData("a: { name: x, alias: [y, z] } # why\n", "b: { name: x, alias: [y, z], was: [a] } # why\n")]
    [InlineData("a:\n  alias: [y, z] # why\nc:\n  name: x\n", "b:\n  alias: [y, z] # why\n  was: [a]\nc:\n  name: x\n")]
    [InlineData("a:\n  notes: |\n    one\n    two\n\nc:\n  name: x\n", "b:\n  notes: |\n    one\n    two\n  was: [a]\n\nc:\n  name: x\n")]
    [InlineData("a:\n  was: [k]\n  name: x", "b:\n  was: [k, a]\n  name: x")]
    [InlineData("a:\n  was:\n    - k\n  name: x\n", "b:\n  was:\n    - k\n    - a\n  name: x\n")]
    [InlineData("\"a\":\r\n  name: x\r\n", "b:\r\n  name: x\r\n  was: [a]\r\n")]
    public void The_old_id_is_kept_and_no_other_character_changes(string before, string after)
    {
        Assert.Equal(after, Renamed(before, "a", "b"));
        // Quotation marks around the id are the one thing that does not come back.
        Assert.Equal(before.Replace("\"a\"", "a"), Renamed(after, "b", "a"));
    }

    [Fact]
    public void Of_several_old_ids_the_last_is_undone_and_an_older_one_changes_places()
    {
        Assert.Equal("k:\n  was: [m, a]\n", Renamed("a:\n  was: [k, m]\n", "a", "k"));
        Assert.Equal("m:\n  was: [k]\n", Renamed("a:\n  was: [k, m]\n", "a", "m"));
    }

    [Theory]
    [InlineData("no actor is called \"ilan-dorro\"; did you mean \"ilan-doro\"?", "actor", "ilan-dorro", "x")]
    [InlineData("the id \"northern-front\" is taken: input/actors/", "actor", "ilan-doro", "northern-front")]
    [InlineData("\"Ilan Doro\" is not an id: lower-case letters a-z, digits and hyphens, such as \"ilan-doro\"", "actor", "ilan-doro", "Ilan Doro")]
    [InlineData("both ids are the same", "actor", "ilan-doro", "ilan-doro")]
    public void A_mistake_is_told_and_changes_nothing(string expected, string kind, string old, string @new)
    {
        using var site = new SiteTest();
        var before = Tool.Tree(site.Root);

        var run = Tool.Run(site.Root, "rename", kind, old, @new);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Equal(before, Tool.Tree(site.Root));
    }

    [Fact]
    public void A_new_id_that_another_record_had_is_refused_and_everything_is_put_back()
    {
        using var site = new SiteTest().With("input/topics/all.yaml", "conflict: {", "conflict: { was: [old-topic],");
        var before = Tool.Tree(site.Root);

        var run = Tool.Run(site.Root, "rename", "topic", "captives", "old-topic");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("\"old-topic\" is the id of a record, so its address is taken", run.Error, StringComparison.Ordinal);
        Assert.Contains("so everything was put back as it was", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, Tool.Tree(site.Root));
    }

    private static string Renamed(string text, string old, string @new)
    {
        var map = (Generator.Record.MapNode)Generator.Modules.ReadYaml.ReadText("a.yaml", text, 1, new())!;
        var entry = map.Entries.Single(e => e.Key.Text == old);
        return Generator.Record.RenameRecord.Apply(text, Generator.Record.RenameRecord.Own(text, new(Model.Kind.Topic, entry.Key, (Generator.Record.MapNode)entry.Value), old, @new, isKey: true));
    }
}
