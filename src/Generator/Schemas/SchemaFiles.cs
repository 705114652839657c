using System.Collections.Immutable;
using System.Text;
using Model;

namespace Generator.Schemas;

/// <summary>A schema, and the files of the archive that it is for, as patterns relative to the root.</summary>
public sealed record SchemaFile(string Path, ImmutableArray<string> For, Shape Shape, string Title);

/// <summary>Where the schemas lie, and how an editor finds them: by the mapping in <c>.vscode/settings.json</c>, or by the first line of a file.</summary>
public static class SchemaFiles
{
    public const string Folder = ".vscode/schemas";
    public const string SettingsFile = ".vscode/settings.json";

    /// <summary>One for each folder of the record, and one for <c>site.yaml</c>.</summary>
    public static ImmutableArray<SchemaFile> All { get; } =
    [
        .. Enum.GetValues<Kind>().Select(k => new SchemaFile(PathOf(k), k == Kind.Article ? ["input/articles/*.yaml", "input/drafts/*.yaml"] : [$"input/{Ref.Folder(k)}/*.yaml"],
            RecordShapes.Of(k), $"Archive: {Ref.Folder(k)}")),
        new($"{Folder}/site.json", ["input/site.yaml"], RecordShapes.Site, "Archive: site.yaml"),
    ];

    /// <summary>The first line of a file of a kind, with its line end: it tells an editor where the schema is.</summary>
    public static string Modeline(Kind kind) => $"# yaml-language-server: $schema=../../{PathOf(kind)}\n";

    /// <summary>The entry of <c>yaml.schemas</c> for a schema, as JSON.</summary>
    public static string Mapping(SchemaFile schema) =>
        $"\"{schema.Path}\": {(schema.For is [var only] ? $"\"{only}\"" : $"[{string.Join(", ", schema.For.Select(f => $"\"{f}\""))}]")}";

    /// <summary>A whole <c>.vscode/settings.json</c>.</summary>
    public static byte[] Settings() => Encoding.UTF8.GetBytes($"{{\n  \"yaml.schemas\": {{\n{string.Join(",\n", All.Select(s => "    " + Mapping(s)))}\n  }}\n}}\n");

    private static string PathOf(Kind kind) => $"{Folder}/{Ref.Folder(kind)}.json";
}
