using Generator.Schemas;

namespace Generator.Editing;

/// <summary>Writes a list in brackets or a map in braces that stands on one line.</summary>
public static class FlowText
{
    /// <summary>As it is when a value in it has no words, since nothing but its comma would say that it is there.</summary>
    public static string Of(CollectionPiece piece, string text, Shape? shape) => HasEmpty(piece) ? text[piece.Start..piece.End] : Written(piece, text, shape);

    private static string Written(Piece piece, string text, Shape? shape) => piece switch
    {
        ScalarPiece scalar => Quote.Value(scalar, text[scalar.Start..scalar.End], mayBePlain: true),
        ListPiece list => $"[{string.Join(", ", list.Items.Select(i => Written(i.Value, text, shape)))}]",
        MapPiece { Entries.Count: 0 } => "{}",
        MapPiece map => $"{{ {string.Join(", ", shape.Sorted(map.Entries).Select(e => $"{Quote.Key(e.Key!, text)}: {Written(e.Value, text, shape.Below(e.Key!.Value))}"))} }}",
        _ => throw new NotLaidOut(),
    };

    private static bool HasEmpty(Piece piece) => piece switch
    {
        ScalarPiece scalar => scalar.IsEmpty,
        ListPiece list => list.Items.Exists(i => HasEmpty(i.Value)),
        MapPiece map => map.Entries.Exists(e => HasEmpty(e.Key!) || HasEmpty(e.Value)),
        _ => false,
    };
}
