using Generator.Schemas;

namespace Generator.Editing;

/// <summary>The order of the keys of the record, as its shapes have it. A shape that is null says nothing.</summary>
public static class HouseOrder
{
    /// <summary>The entries in order; those that the shape does not know come last, as they stand.</summary>
    public static List<Part> Sorted(this Shape? shape, List<Part> entries) => shape.Map() is { } map ? [.. entries.OrderBy(e => map.Place(e.Key!.Value))] : entries;

    /// <summary>The place of a key among those of a map.</summary>
    public static int Place(this MapShape map, string key)
    {
        for (var i = 0; i < map.Fields.Length; i++)
            if (map.Fields[i].Key == key) return i;
        return int.MaxValue;
    }

    /// <summary>What the value of a key holds, or each item of the list that is its value.</summary>
    public static Shape? Below(this Shape? shape, string key)
    {
        if (shape is RecordsShape records) return records.Item;
        var field = shape.Map()?.Fields.FirstOrDefault(f => f.Key == key);
        return field?.Value is ListShape list ? list.Item : field?.Value;
    }

    /// <summary>The map that a place may hold.</summary>
    public static MapShape? Map(this Shape? shape) => shape switch
    {
        MapShape map => map,
        StatedShape stated => stated.Map,
        ListShape list => list.Item.Map(),
        EitherShape either => either.Options.Select(o => o.Map()).FirstOrDefault(m => m is not null),
        _ => null,
    };
}
