using System.Collections.Immutable;
using System.Security.Cryptography;
using Generator.Modules;
using Generator.Pipelines;
using Generator.Record;
using Generator.Schemas;
using Model;

namespace Generator.Editing;

/// <summary>The file of an article as an editor works on it: its text, its reading text, and its annotations by their ids.</summary>
public sealed class AnnotatedFile
{
    private readonly string _root;

    private AnnotatedFile(string root, string path, byte[] bytes, string text, MapNode fields, AnchorQuotes anchors, IReadOnlyDictionary<string, Place> written)
    {
        _root = root;
        (FilePath, Bytes, Text, Fields, Anchors) = (path, bytes, text, fields, anchors);
        Hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Passages = written.ToDictionary(w => w.Key, w => Offsets.Of(text, w.Value).Start, StringComparer.Ordinal);
    }

    /// <summary>Relative to the root.</summary>
    public string FilePath { get; }
    public byte[] Bytes { get; }
    public string Text { get; }

    /// <summary>SHA-256 of the file's bytes.</summary>
    public string Hash { get; }
    public MapNode Fields { get; }
    public AnchorQuotes Anchors { get; }

    /// <summary>The offset at which each annotation begins, by its id.</summary>
    public IReadOnlyDictionary<string, int> Passages { get; }

    /// <summary>Reads the file of an article below <c>input/articles/</c> or <c>input/drafts/</c>.</summary>
    /// <exception cref="EditRefused">There is none, or it cannot be read.</exception>
    public static AnnotatedFile Read(string root, string article)
    {
        if (!Id.IsValid(article)) throw new EditRefused($"\"{article}\" is no id of an article");
        var path = new[] { $"input/articles/{article}.yaml", $"input/drafts/{article}.yaml" }.FirstOrDefault(p => File.Exists(Path.Combine(root, p)))
            ?? throw new EditRefused($"no article is called \"{article}\"" + (Nearest.To(article, Directory.EnumerateFiles(Path.Combine(root, "input", "articles"), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f))) is { } near ? $"; did you mean \"{near}\"?" : ""));
        var bytes = File.ReadAllBytes(Path.Combine(root, path));
        return Of(root, path, bytes) ?? throw new EditRefused($"{path} cannot be read as it is; archive check says why");
    }

    /// <summary>The same of bytes; null when they cannot be read, or the seed cannot.</summary>
    public static AnnotatedFile? Of(string root, string path, byte[] bytes)
    {
        if (!DecodeText.TryDecode(bytes, out var text, out _) || ReadYaml.Read(path, bytes, new()) is not MapNode fields) return null;
        var raw = new RawRecord(Kind.Article, new(Place.Of(path), Path.GetFileNameWithoutExtension(path), Plain: true, Comment: null), fields);
        return Articles.ReadText(raw, file => SeedOf(root, file)) is var (_, anchors, written) ? new(root, path, bytes, text, fields, anchors, written) : null;
    }

    /// <summary>What an annotation says, by the paths of its fields such as <c>said.by</c>, in the order of the house.</summary>
    public IReadOnlyList<KeyValuePair<string, ImmutableArray<string>>> ValuesOf(string passage)
    {
        var (found, start) = (new List<KeyValuePair<string, ImmutableArray<string>>>(), Passages[passage]);
        if (Fields["annotations"] is not ListNode list || list.Items.FirstOrDefault(i => Offsets.Of(Text, i.Place).Start == start) is not MapNode map) return found;
        Collect(map, "", AnnotationShape.Whole, found);
        return found;
    }

    /// <summary>The file as it would be with another text; null when that cannot be read.</summary>
    public AnnotatedFile? With(string text) => Of(_root, FilePath, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Whether every annotation of an earlier state says the same under the same id.</summary>
    public bool Keeps(AnnotatedFile before) => before.Passages.Keys.All(id => Passages.ContainsKey(id) && Said(id) == before.Said(id));

    private string Said(string passage) => string.Join('\n', ValuesOf(passage).Select(v => $"{v.Key} {string.Join('\t', v.Value)}"));

    /// <summary>The first id that this state of the file has and the earlier one has not: of a new annotation, or of one whose id follows from its words and that has other words now.</summary>
    public string? Added(AnnotatedFile before) => Passages.Keys.FirstOrDefault(id => !before.Passages.ContainsKey(id));

    private static void Collect(MapNode map, string path, Shape? shape, List<KeyValuePair<string, ImmutableArray<string>>> to)
    {
        foreach (var (key, value) in map.Entries)
        {
            var below = shape.Below(key.Text);
            if (value is TextNode text) to.Add(new(path + key.Text, [text.Text]));
            else if (value is ListNode list) to.Add(new(path + key.Text, [.. list.Items.OfType<TextNode>().Select(t => t.Text)]));
            else if (value is MapNode stated && below is StatedShape form) to.Add(new(path + key.Text, stated[form.ValueKey] is TextNode plain ? [plain.Text] : []));
            else if (value is MapNode inner) Collect(inner, $"{path}{key.Text}.", below, to);
        }
    }

    private static Seed? SeedOf(string root, string file)
    {
        var (folder, full) = (Path.GetFullPath(Path.Combine(root, "seeds")), Path.GetFullPath(Path.Combine(root, "seeds", file)));
        return full.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(full) ? Seeds.Of(file, File.ReadAllBytes(full)) : null;
    }
}
