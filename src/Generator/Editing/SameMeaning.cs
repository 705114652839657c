namespace Generator.Editing;

/// <summary>Whether two layouts say the same: the same maps, whatever the order of their keys, the same lists and texts, the same comments.</summary>
public static class SameMeaning
{
    public static bool Holds(Layout before, Layout after) =>
        Same(before.Root, after.Root) && before.Comments.Select(c => c.Text).Order(StringComparer.Ordinal).SequenceEqual(after.Comments.Select(c => c.Text).Order(StringComparer.Ordinal));

    private static bool Same(Piece? one, Piece? other) => (one, other) switch
    {
        (null, null) => true,
        (ScalarPiece a, ScalarPiece b) => Words(a) == Words(b) && a.IsEmpty == b.IsEmpty,
        (ListPiece a, ListPiece b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(p => Same(p.First.Value, p.Second.Value)),
        (MapPiece a, MapPiece b) => a.Entries.Count == b.Entries.Count && a.Entries.TrueForAll(e => b[e.Key!.Value] is { } f && Same(e.Value, f.Value)),
        _ => false,
    };

    // The record reader does not mind how many line ends a block has behind it.
    private static string Words(ScalarPiece scalar) => scalar.IsBlock ? scalar.Value.TrimEnd('\n') : scalar.Value;
}
