using System.Globalization;
using System.Text;
using Generator.Editing;
using Generator.Cache;
using Generator.Modules;
using Generator.Record;
using Generator.Schemas;
using Generator.Suggesting;
using Model;

namespace Generator.Verbs;

/// <summary><c>archive new actor ID --name NAME</c> and its like for the other kinds: appends a record to a file of its folder.</summary>
public static class NewRecordVerb
{
    /// <summary>What the fields that a kind cannot do without are filled with; a marked one is to be looked at first.</summary>
    private static string Fields(Kind kind, string name) => kind switch
    {
        Kind.Actor => $"  type: {(FindAgents.IsBodyName(name) ? ActorType.Organization : ActorType.Person)} # suggested low: one of {string.Join(", ", Enum.GetNames<ActorType>())}\n  name: {name}\n",
        Kind.Event => $"  name: {name}\n  date: \"\" # suggested low: EDTF, such as 2025-08-11 or 2025-08-11/2025-08-13\n",
        Kind.Source => $"  name: {name}\n  type: newspaper # suggested low: one of {string.Join(", ", Enum.GetValues<SourceType>().Select(t => Words.Snake(t.ToString())))}\n",
        Kind.Claim => $"  text: {name}\n  kind: statement # suggested low: figure or statement\n",
        _ => $"  name: {name}\n",
    };

    public static int Run(BuildOptions options, Kind kind, string id, string name, string? file, Report report)
    {
        if (!Id.IsValid(id)) throw new Refusal($"\"{id}\" is not an id: lower-case letters a-z, digits and hyphens" + (Slug.Of(id) is { Length: > 0 } slug ? $", such as \"{slug}\"" : ""));
        if (string.IsNullOrWhiteSpace(name)) throw new Refusal("--name takes the name that readers see");
        var sources = SourceFiles.Below(options.Root, drafts: false);
        var records = RecordFiles.Read(sources, new());
        var folder = Ref.Folder(kind);
        var taken = records.Records.Where(r => r.Kind == kind || (kind is Kind.Actor or Kind.Source && r.Kind is Kind.Actor or Kind.Source)).Select(r => r.Id).Concat(records.Suggested.Where(s => s.Kind == kind).Select(s => s.Id)).FirstOrDefault(n => n.Text == id);
        if (taken is not null) throw new Refusal($"the id \"{id}\" is taken: {taken.Place.File}:{taken.Place.Line}");
        var path = $"input/{folder}/{Name(file, folder, sources)}";
        var full = Path.Combine(options.Root, path);
        var before = File.Exists(full) ? Encoding.UTF8.GetString(File.ReadAllBytes(full)) : SchemaFiles.Modeline(kind);
        if (before.Length > 0 && ReadYaml.ReadText(path, before, 1, new()) is not (MapNode or TextNode { IsEmpty: true })) throw new Refusal($"{path} cannot be read as a map of records; archive check says why");
        var text = (before.Length == 0 || before.EndsWith('\n') ? before : before + "\n") + $"{id}:\n{Fields(kind, YamlWords.Of(name))}";
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        ReplaceFile.With(full, Encoding.UTF8.GetBytes(text));
        report.Result(string.Create(CultureInfo.InvariantCulture, $"{path}:{before.Count(c => c == '\n') + (before.Length == 0 || before.EndsWith('\n') ? 1 : 2)}: {kind.ToString().ToLowerInvariant()} {id}"));
        return ExitCode.Done;
    }

    /// <summary>The file that was asked for; else the only one of the folder, else the one that is called as the folder.</summary>
    private static string Name(string? file, string folder, SourceFiles sources)
    {
        if (file is not null) return Path.GetFileName(file) == file && file.EndsWith(".yaml", StringComparison.Ordinal) ? file : throw new Refusal($"--file takes the name of a file of input/{folder}/, such as {folder}.yaml");
        var files = sources.Record.Where(f => f.Path == $"input/{folder}/{f.Name}" && f.Name.EndsWith(".yaml", StringComparison.Ordinal)).ToList();
        return files is [var only] ? only.Name : folder + ".yaml";
    }
}
