using System.Collections.Concurrent;
using System.Collections.Immutable;
using Generator.Cache;
using Generator.Modules;
using Model;

namespace Generator.Record;

/// <summary>A record as it stands in its file: its kind, its id and its fields, unread.</summary>
public sealed record RawRecord(Kind Kind, TextNode Id, MapNode Map)
{
    /// <summary>Of an article whose files have not changed: what an earlier build read, in place of its fields.</summary>
    public KeptArticle? Kept { get; init; }

    /// <summary>The file of its seed, as its fields name it; null when they do not.</summary>
    public string? SeedFile => Kept?.Article.SeedFile ?? ((Map["seed"] as MapNode)?["file"] as TextNode)?.Text;

    /// <summary>Fields that are not read, or not read yet.</summary>
    public static MapNode NoFields { get; } = new(default, [], Flow: false);
}

/// <summary>
/// The folder <c>input/</c>, its YAML files parsed once, in parallel: the site's settings, all records, and the hand-written pages and assets
/// as files. Articles are there with their ids alone: <see cref="FieldsOf"/> parses one when it is read, so that the nodes of few are held at a time.
/// </summary>
public sealed record RecordFiles(
    MapNode? Site, ImmutableArray<RawRecord> Records, ImmutableArray<SourceFile> Pages, ImmutableArray<SourceFile> Assets)
{
    /// <summary>The ids of records that are only suggested.</summary>
    public ImmutableArray<(Kind Kind, TextNode Id)> Suggested { get; init; } = [];

    /// <summary>The file of the site's settings.</summary>
    public const string SitePath = Top + "site.yaml";

    private const string Top = "input/", Drafts = "drafts";

    private static readonly Kind[] Kinds = Enum.GetValues<Kind>();

    /// <summary>
    /// Reads everything; records are in the order of their files and, within one, of its lines. When a part of it could not be read there is no site either, because
    /// every reference to what stands there would be reported as well.
    /// </summary>
    /// <param name="sources">All files.</param>
    /// <param name="problems">Told of what cannot be read.</param>
    /// <param name="kept">Gives what is kept of an article.</param>
    public static RecordFiles Read(SourceFiles sources, Problems problems, Func<SourceFile, KeptArticle?>? kept = null)
    {
        var files = sources.Record;
        var (records, suggested) = (new ImmutableArray<RawRecord>[files.Count], new ConcurrentBag<(Kind, TextNode)>());
        MapNode? site = null;
        InParallel.Each(files.Count, i =>
        {
            var file = files[i];
            records[i] = [];
            if (file.Path == SitePath) site = ReadYaml.Read(file.Path, sources.Read(file), problems) as MapNode;
            else if (KindOf(file) is { } kind) records[i] = kind == Kind.Article ? [new(kind, IdOf(file), RawRecord.NoFields) { Kept = kept?.Invoke(file) }] : ReadRecords(kind, file, sources, suggested, problems);
            else if (!IsPage(file) && !IsAsset(file)) records[i] = ReportStray(file, problems);
        });
        if (records.Any(r => r.IsDefault)) site = null;
        return new(site, [.. records.Where(r => !r.IsDefault).SelectMany(r => r)], [.. files.Where(IsPage)], [.. files.Where(IsAsset)]) { Suggested = [.. suggested] };
    }

    /// <summary>What is no record: the settings, the pages and the assets.</summary>
    public static RecordFiles WithoutRecords(SourceFiles sources, Problems problems)
    {
        var site = sources.Has(SitePath) ? ReadYaml.Read(SitePath, sources.Read(sources[SitePath]), problems) as MapNode : null;
        return new(site, [], [.. sources.Record.Where(IsPage)], [.. sources.Record.Where(IsAsset)]);
    }

    /// <summary>The path of the file of an article.</summary>
    public static string FileOf(Id article, bool draft) => $"{Top}{(draft ? Drafts : Ref.Folder(Kind.Article))}/{article.Value}.yaml";

    private static bool IsPage(SourceFile file) =>
        file.Path.StartsWith("input/pages/", StringComparison.Ordinal) && file.Path.EndsWith(".md", StringComparison.Ordinal) && file.Path.Count(c => c == '/') == 2;

    /// <summary>The id of an article, as its file has it.</summary>
    public static TextNode IdOf(SourceFile file) => new(Place.Of(file.Path), file.Name[..^5], Plain: true, Comment: null);

    /// <summary>The article with its fields, from its file; null, with a problem, when that cannot be read.</summary>
    public static RawRecord? FieldsOf(RawRecord article, SourceFiles sources, Problems problems)
    {
        var file = sources[article.Id.Place.File];
        if (ReadYaml.Read(file.Path, sources.Read(file), problems) is not { } root) return null;
        if (root is MapNode fields) return article with { Map = fields, Kept = null };
        problems.Add(Place.Of(file.Path), Codes.WrongShape, "an article's file is a map of its fields", "headline: ... and so on, each on a line of its own");
        return null;
    }

    private static bool IsAsset(SourceFile file) => file.Path.StartsWith("input/assets/", StringComparison.Ordinal);

    private static Kind? KindOf(SourceFile file)
    {
        if (!file.Path.EndsWith(".yaml", StringComparison.Ordinal) || !file.Path.StartsWith(Top, StringComparison.Ordinal) || file.Path.LastIndexOf('/') is var end && end < Top.Length) return null;
        var folder = file.Path.AsSpan(Top.Length..end);
        if (folder is Drafts) return Kind.Article;
        foreach (var kind in Kinds)
            if (folder.SequenceEqual(Ref.Folder(kind))) return kind;
        return null;
    }

    /// <summary>The records of one file; default when some of it could not be read, which is a problem.</summary>
    private static ImmutableArray<RawRecord> ReadRecords(Kind kind, SourceFile file, SourceFiles sources, ConcurrentBag<(Kind, TextNode)> suggested, Problems problems)
    {
        if (ReadYaml.Read(file.Path, sources.Read(file), problems) is not { } root) return default;
        if (root is TextNode { IsEmpty: true }) return [];
        if (root is not MapNode map)
        {
            problems.Add(root.Place, Codes.WrongShape, $"a file of {Ref.Folder(kind)} is a map of ids, and here is {root.Shape}", "write each record as  id: { name: ... }");
            return default;
        }
        foreach (var id in map.Suggested) suggested.Add((kind, id));
        var found = ImmutableArray.CreateBuilder<RawRecord>();
        foreach (var (id, value) in map.Entries)
        {
            if (value is MapNode record) found.Add(new(kind, id, record));
            else if (value is TextNode { IsEmpty: true }) problems.Add(id.Place, Codes.EmptyValue, $"\"{id.Text}\" has no fields", "indent its fields under it");
            else problems.Add(value.Place, Codes.WrongShape, $"\"{id.Text}\" is a record, so it takes a map of fields, and here is {value.Shape}", "write its fields on lines of their own, indented under it");
        }
        return found.Count == map.Entries.Count ? found.ToImmutable() : default;
    }

    private static ImmutableArray<RawRecord> ReportStray(SourceFile file, Problems problems)
    {
        var folders = Kinds.Select(Ref.Folder).Append("pages").Append("assets").Append("drafts").ToList();
        var parts = file.Path.Split('/');
        var hint = file.Path.EndsWith(".yml", StringComparison.Ordinal) ? "files of the record end in .yaml"
            : parts.Length > 2 && !folders.Contains(parts[1]) && Nearest.To(parts[1], folders) is { } near ? $"did you mean input/{near}/?"
            : parts.Length > 3 ? "files lie directly in their folder"
            : parts.Length > 2 && parts[1] == "pages" ? "pages end in .md"
            : $"the record lies in input/site.yaml and in the folders {string.Join(", ", folders)}";
        problems.Add(Place.Of(file.Path), Codes.NotThePlaceForIt, "nobody reads this file", hint);
        return default;
    }
}
