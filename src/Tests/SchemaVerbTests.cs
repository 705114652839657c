using System.Text.Json;

namespace Tests;

/// <summary><c>archive schema</c> as its users run it, and the first lines by which new files name their schemas.</summary>
public sealed class SchemaVerbTests
{
    [Fact]
    public void Schemas_have_the_ids_of_the_archive_with_their_names_and_are_written_only_when_they_change()
    {
        using var site = new SiteTest();

        var first = Tool.Run(site.Root, "schema");
        var tree = Tool.Tree(site.Root);
        var second = Tool.Run(site.Root, "schema");

        Assert.Equal((0, ".vscode/schemas: 8 schemas with 25 ids, 8 written\n", ""), (first.ExitCode, first.Output, first.Error));
        Assert.Equal((0, ".vscode/schemas: 8 schemas with 25 ids, 0 written\n", ""), (second.ExitCode, second.Output, second.Error));
        Assert.Equal(tree, Tool.Tree(site.Root));
        using var schema = Schema(site, "events");
        var places = schema.RootElement.GetProperty("definitions").GetProperty("place");
        Assert.Equal(["kestria", "port-selma"], places.GetProperty("enum").EnumerateArray().Select(i => i.GetString()));
        Assert.Equal(["Kestria", "Port Selma"], places.GetProperty("enumDescriptions").EnumerateArray().Select(i => i.GetString()));
    }

    [Fact]
    public void Ids_are_known_while_a_file_is_no_yaml_and_the_settings_are_wrong()
    {
        using var site = new SiteTest();
        site.With("input/places/all.yaml", "kestria: { name: Kestria }\nport-selma: { name: [\n").With("input/site.yaml", "title: x\n");

        var run = Tool.Run(site.Root, "schema");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var schema = Schema(site, "events");
        Assert.Equal(["kestria", "port-selma"], schema.RootElement.GetProperty("definitions").GetProperty("place").GetProperty("enum").EnumerateArray().Select(i => i.GetString()));
    }

    [Fact]
    public void Settings_that_are_there_are_not_touched_and_what_they_lack_is_told()
    {
        using var site = new SiteTest();
        const string own = "{ \"yaml.schemas\": { \".vscode/schemas/articles.json\": \"input/articles/*.yaml\" } } // mine\n";
        site.With(".vscode/settings.json", own);

        var run = Tool.Run(site.Root, "schema");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith(".vscode/settings.json does not name them all; add to \"yaml.schemas\":  \".vscode/schemas/actors.json\": \"input/actors/*.yaml\", ", run.Error, StringComparison.Ordinal);
        Assert.Equal(own, File.ReadAllText(Path.Combine(site.Root, ".vscode/settings.json")));
    }

    [Fact]
    public void The_settings_of_this_archive_map_every_folder() =>
        Assert.Equal(Generator.Schemas.SchemaFiles.Settings(), File.ReadAllBytes(Path.Combine(SiteTest.Checkout, ".vscode", "settings.json")));

    [Fact]
    public void A_new_file_names_its_schema_in_its_first_line()
    {
        using var site = new SiteTest();

        var run = Tool.Run(site.Root, "new", "topic", "bread-prices", "--name", "Bread prices", "--file", "prices.yaml");

        Assert.Equal((0, "input/topics/prices.yaml:2: topic bread-prices\n"), (run.ExitCode, run.Output));
        Assert.Equal("# yaml-language-server: $schema=../../.vscode/schemas/topics.json\nbread-prices:\n  name: Bread prices\n", File.ReadAllText(Path.Combine(site.Root, "input/topics/prices.yaml")));
        Assert.Equal(0, Tool.Run(site.Root, "check").ExitCode);
    }

    private static JsonDocument Schema(SiteTest site, string folder) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(site.Root, $".vscode/schemas/{folder}.json")));
}
