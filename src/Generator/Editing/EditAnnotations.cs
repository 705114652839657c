using System.Collections.Immutable;
using System.Globalization;
using Generator.Modules;
using Generator.Record;
using Generator.Schemas;

namespace Generator.Editing;

/// <summary>Writes a change of one annotation into the text of its file. All lines that are not of that annotation stay as they are.</summary>
public static class EditAnnotations
{
    private static readonly MapShape Annotation = AnnotationShape.Whole;

    /// <exception cref="EditRefused">The words do not stand in the text, there is no such annotation or field, or the file is written in a way that cannot be changed in place.</exception>
    public static string Of(AnnotatedFile file, AnnotationChange change)
    {
        foreach (var path in change.Set.Keys) Refuse(path);
        if (change is { Remove: true, Passage: null }) throw new EditRefused("which annotation is to be removed? Name it");
        try
        {
            var after = change.Passage is null ? AddBesideOthers(file, change) : Change(file, change, change.Passage);
            return Layout.Of(after) is null ? throw new NotLaidOut() : after;
        }
        catch (NotLaidOut)
        {
            throw new EditRefused($"{file.FilePath} is written in a way that cannot be changed from here; archive fmt may help, or change it by hand");
        }
    }

    private static void Refuse(string path)
    {
        if (path.Count(c => c == '.') > 1) throw new EditRefused($"\"{path}\" is set in the file itself");
        Shape? at = Annotation;
        foreach (var key in path.Split('.'))
        {
            var keys = at is StatedShape ? null : at.Map()?.Fields.Select(f => f.Key).ToList();
            if (keys is null || !keys.Contains(key)) throw new EditRefused($"an annotation has no field \"{path}\"" + (keys is not null && Nearest.To(key, keys) is { } near ? $"; did you mean \"{path[..^key.Length]}{near}\"?" : ""));
            at = at.Below(key);
        }
        if (at is MapShape) throw new EditRefused($"\"{path}\" has fields of its own, such as {path}.{((MapShape)at).Fields[0].Key}");
    }

    /// <summary>Adds an annotation. Ids are made of the words in the order of the text, so one whose words are those of a later one gets an id of its own: the address of the other stays.</summary>
    private static string AddBesideOthers(AnnotatedFile file, AnnotationChange change)
    {
        var after = Add(file, change);
        if (change.Set.ContainsKey("id") || file.With(after) is not { } now || now.Keeps(file)) return after;
        var slug = Slug.Of(change.Quote!, words: 6) is { Length: > 0 } made ? made : "passage";
        var free = Enumerable.Range(2, file.Passages.Count + 1).Select(n => string.Create(CultureInfo.InvariantCulture, $"{slug}-{n}")).First(id => !file.Passages.ContainsKey(id));
        return Add(file, change with { Set = change.Set.ToImmutableDictionary().SetItem("id", [free]) });
    }

    private static string Add(AnnotatedFile file, AnnotationChange change)
    {
        var words = Point(file, change);
        var item = new List<string>();
        var said = Quoted(words).Where(q => q.Value is not null).ToDictionary(q => q.Key, q => q.Value!, StringComparer.Ordinal);
        foreach (var field in Annotation.Fields)
        {
            var value = said.GetValueOrDefault(field.Key) ?? (change.Set.TryGetValue(field.Key, out var plain) ? Value(field.Key, plain) : Inner(change, field.Key));
            if (value is not null) item.Add($"{field.Key}: {value}");
        }
        var layout = Layout.Of(file.Text) ?? throw new NotLaidOut();
        var root = layout.Root as MapPiece ?? throw new NotLaidOut();
        if (root["annotations"] is not { } entry)
        {
            var block = string.Concat(item.Select((line, i) => Offsets.NewLine(file.Text) + (i == 0 ? "  - " : "    ") + line));
            return Edited(file.Text, EditMap.Set(file.Text, root, "annotations", block, RecordShapes.Of(Model.Kind.Article)));
        }
        if (entry.Value is not ListPiece list) throw new NotLaidOut();
        return Edited(file.Text, [EditList.Insert(file.Text, list, PlaceFor(file, list, words), item, 0)]);
    }

    /// <summary>Before the first annotation whose words stand later in the text.</summary>
    private static int PlaceFor(AnnotatedFile file, ListPiece list, PointAtWords words)
    {
        var start = words.In(file.Anchors)?.Start ?? 0;
        for (var i = 0; i < list.Items.Count; i++)
            if (list.Items[i].Value is MapPiece map && StartOf(file, map) is { } other && other > start) return i;
        return list.Items.Count;
    }

    private static int? StartOf(AnnotatedFile file, MapPiece map)
    {
        string? Text(string key) => (map[key]?.Value as ScalarPiece)?.Value;
        return Text("quote") is not { } quote ? null
            : new PointAtWords(quote, Text("prefix"), Text("suffix"), int.TryParse(Text("nth"), NumberStyles.None, CultureInfo.InvariantCulture, out var nth) ? nth : null).In(file.Anchors)?.Start;
    }

    private static string Change(AnnotatedFile file, AnnotationChange change, string passage)
    {
        if (!file.Passages.TryGetValue(passage, out var start))
            throw new EditRefused($"the article has no annotation \"{passage}\"" + (Nearest.To(passage, file.Passages.Keys) is { } near ? $"; did you mean \"{near}\"?" : ""));
        if (change.Remove) return Removed(file.Text, start);
        foreach (var key in change.Set.Keys.Select(p => p.Split('.')[0]))
            if (ItemAt(file.Text, start)[key] is { } guess && (guess.Behind ?? guess.Opening) is { IsMark: true }) throw new EditRefused($"\"{key}\" of this annotation is only suggested: confirm it in the file, or delete it there");
        var text = file.Text;
        if (change.Quote is not null)
            foreach (var (key, value) in Quoted(Point(file, change))) text = Set(text, start, key, value);
        foreach (var (path, values) in change.Set.OrderBy(s => Annotation.Place(s.Key.Split('.')[0]))) text = SetPath(text, start, path.Split('.'), values, change);
        return text;
    }

    private static string SetPath(string text, int start, string[] path, ImmutableArray<string> values, AnnotationChange change)
    {
        if (path.Length == 1) return Set(text, start, path[0], Value(path[0], values));
        var entry = ItemAt(text, start)[path[0]];
        if (entry?.Value is not MapPiece map) return Inner(change, path[0]) is { } made ? Set(text, start, path[0], made) : text;
        var value = Value(string.Join('.', path), values);
        if (value is null && map.Entries.Count == 1 && map[path[1]] is not null) return Set(text, start, path[0], null);
        return Edited(text, EditMap.Set(text, map, path[1], value, Annotation.Below(path[0])));
    }

    /// <summary>A new map with what is set below a key; null when that is nothing.</summary>
    private static string? Inner(AnnotationChange change, string key)
    {
        var parts = Annotation.Below(key).Map()?.Fields.Select(f => (f.Key, Value: change.Set.TryGetValue($"{key}.{f.Key}", out var values) ? Value($"{key}.{f.Key}", values) : null)).Where(p => p.Value is not null).ToList();
        return parts is { Count: > 0 } ? $"{{ {string.Join(", ", parts.Select(p => $"{p.Key}: {p.Value}"))} }}" : null;
    }

    /// <summary>Whether a field takes several values.</summary>
    public static bool TakesList(string path) => ShapeOf(path) is ListShape;

    private static Shape? ShapeOf(string path) => path.Split('.').Aggregate((Shape?)Annotation, (at, key) => at?.Map()?.Fields.FirstOrDefault(f => f.Key == key)?.Value);

    private static string? Value(string path, ImmutableArray<string> values)
    {
        var texts = values.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => Scalar(v.Trim())).ToList();
        return texts.Count == 0 ? null : TakesList(path) && texts.Count > 1 ? $"[{string.Join(", ", texts)}]" : texts[0];
    }

    private static string Scalar(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        return lines.Contains('\n') ? $"\"{string.Join("\\n", lines.Split('\n').Select(l => l.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)))}\"" : YamlWords.Of(lines);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Quoted(PointAtWords words) =>
    [
        new("quote", Scalar(words.Quote)), new("prefix", words.Prefix is { } prefix ? Scalar(prefix) : null), new("suffix", words.Suffix is { } suffix ? Scalar(suffix) : null),
        new("nth", words.Nth?.ToString(CultureInfo.InvariantCulture)),
    ];

    private static PointAtWords Point(AnnotatedFile file, AnnotationChange change)
    {
        if (string.IsNullOrWhiteSpace(change.Quote)) throw new EditRefused("an annotation needs words of the text");
        var quote = string.Join(' ', change.Quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return PointAtWords.At(file.Anchors, quote, change.Before, change.After)
            ?? throw new EditRefused(file.Anchors.PlacesInWords(quote) is var places && file.Anchors.Has(quote) ? $"{places}; choose more words, or say what stands before or behind them" : places);
    }

    private static string Set(string text, int start, string key, string? value) => Edited(text, EditMap.Set(text, ItemAt(text, start), key, value, Annotation));

    private static MapPiece ItemAt(string text, int start) => ListOf(text).Items.Find(i => i.Value.Start == start)?.Value as MapPiece ?? throw new NotLaidOut();

    private static ListPiece ListOf(string text) => (Layout.Of(text)?.Root as MapPiece)?["annotations"]?.Value as ListPiece ?? throw new NotLaidOut();

    private static string Removed(string text, int start)
    {
        var list = ListOf(text);
        var at = list.Items.FindIndex(i => i.Value.Start == start);
        return Edited(text, list.Items.Count > 1 ? [EditList.Remove(text, list, at)] : EditMap.Set(text, (MapPiece)Layout.Of(text)!.Root!, "annotations", null, null));
    }

    private static string Edited(string text, IEnumerable<Edit> edits) => RenameRecord.Apply(text, edits);
}
