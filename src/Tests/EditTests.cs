using Generator.Editing;
using Generator.Record;
using Generator.Schemas;
using Tests.Editing;

namespace Tests;

/// <summary>Changes in place: what is meant changes, and no line beside it.</summary>
public sealed class EditTests
{
    private static readonly Shape Order = new MapShape([.. new[] { "seed", "quote", "said", "by", "zulu", "figure" }.Select(key => new FieldShape(key, new TextShape(), ""))]);

    /// <summary>What is read, with another text in place of one of its parts.</summary>
    private static string Show(Piece? piece, Piece? other = null, string by = "") => piece is not null && ReferenceEquals(piece, other) ? by : piece switch
    {
        ScalarPiece text => $"'{(text.IsBlock ? text.Value.TrimEnd('\n') : text.Value)}'",
        ListPiece list => $"[{string.Join(", ", list.Items.Select(i => Show(i.Value, other, by)))}]",
        MapPiece map => $"{{{string.Join(", ", map.Entries.OrderBy(e => e.Key!.Value, StringComparer.Ordinal).Select(e => $"{e.Key!.Value}: {Show(e.Value, other, by)}"))}}}",
        _ => "nothing",
    };

    private static IEnumerable<Piece> All(Piece? piece) => piece switch
    {
        ListPiece list => list.Items.SelectMany(i => All(i.Value)).Prepend(list),
        MapPiece map => map.Entries.SelectMany(e => All(e.Value)).Prepend(map),
        _ => [],
    };

    /// <summary>As <see cref="MadeUpYaml.Each"/> asks for it.</summary>
    private static string? Fault(int seed)
    {
        var random = new Random(seed);
        var made = new MadeUpYaml(random);
        var text = made.Document();
        if (Layout.Of(text) is not { Root: not null } before || All(before.Root).ToList() is not { Count: > 0 } all) return null;
        var chosen = all[random.Next(all.Count)];
        IReadOnlyList<Edit> edits;
        string expected, what;
        int from, to;
        try
        {
            if (chosen is MapPiece map)
            {
                var key = random.Next(3) > 0 && map.Entries.Count > 0 ? map.Entries[random.Next(map.Entries.Count)].Key!.Value : "zulu";
                var value = random.Next(3) == 0 ? null : random.Next(2) == 0 ? "plain" : "\"a, b: c\"";
                what = $"{key} = {value}";
                var old = map[key];
                if (old is { Value: not (ScalarPiece or CollectionPiece { Flow: true }) } && value is not null) return null;
                edits = [.. EditMap.Set(text, map, key, value, Order)];
                var entries = map.Entries.Where(e => e.Key!.Value != key).Select(e => (Key: e.Key!.Value, Shown: Show(e.Value)));
                if (value is not null) entries = entries.Append((key, value == "plain" ? "'plain'" : "'a, b: c'"));
                expected = $"{{{string.Join(", ", entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key}: {e.Shown}"))}}}";
                (from, to) = old is null ? (0, 0) : (old.Start, EditMap.EndOf(old));
            }
            else
            {
                var list = (ListPiece)chosen;
                var at = random.Next(list.Items.Count + 1);
                if (random.Next(2) == 0 && at < list.Items.Count)
                {
                    what = $"without item {at}";
                    edits = [EditList.Remove(text, list, at)];
                    expected = $"[{string.Join(", ", list.Items.Where((_, i) => i != at).Select(i => Show(i.Value)))}]";
                    (from, to) = (list.Items[at].Start, EditMap.EndOf(list.Items[at]));
                }
                else
                {
                    if (list.Flow) return null;
                    what = $"an item at {at}";
                    edits = [EditList.Insert(text, list, at, ["quote: new", "said: { by: x }"], 0)];
                    expected = $"[{string.Join(", ", list.Items.Select(i => Show(i.Value)).Take(at).Append("{quote: 'new', said: {by: 'x'}}").Concat(list.Items.Skip(at).Select(i => Show(i.Value))))}]";
                    (from, to) = (0, 0);
                }
            }
        }
        catch (NotLaidOut)
        {
            return null;
        }
        var written = RenameRecord.Apply(text, edits);
        string Report(string why) => $"{seed}: {what}: {why}\n---- before\n{text}\n---- after\n{written}";
        if (Layout.Of(written) is not { } after) return Report("cannot be read");
        var asked = edits.Count == 0 ? Show(before.Root) : Show(before.Root, chosen, expected);
        if (Show(after.Root) != asked) return Report($"means {Show(after.Root)} and not {asked}");
        // Comments stay, but for those on the lines that were taken away.
        var lost = made.Comments.Where(c => text.Contains(c, StringComparison.Ordinal) && !written.Contains(c, StringComparison.Ordinal)).ToList();
        foreach (var comment in lost)
        {
            var stood = text.IndexOf(comment, StringComparison.Ordinal);
            if (to == 0 || stood < from || stood > text.IndexOf('\n', Math.Min(to, text.Length - 1)) && text.IndexOf('\n', Math.Min(to, text.Length - 1)) >= 0) return Report($"loses {comment}");
        }
        // What is taken away lies on the lines of the part; spaces on lines of their own behind it may go too.
        foreach (var edit in edits)
        {
            if (edit.Length == 0) continue;
            var behind = text.IndexOf('\n', Math.Min(to, text.Length - 1)) is var end and >= 0 ? end + 1 : text.Length;
            var within = chosen is CollectionPiece { Flow: true } ? edit.At >= chosen.Start && edit.At + edit.Length <= chosen.End
                : to > 0 && edit.At >= text.LastIndexOf('\n', Math.Max(0, from - 1)) + 1 && (edit.At + edit.Length <= behind || string.IsNullOrWhiteSpace(text[behind..(edit.At + edit.Length)]));
            if (!within) return Report("touches other lines");
        }
        return "";
    }

    [Fact]
    public void In_made_up_files_an_edit_touches_only_its_lines()
    {
        MadeUpYaml.Each(share: 0.5, Fault);
    }
}
