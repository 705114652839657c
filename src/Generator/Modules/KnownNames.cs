using System.Collections.Immutable;
using Generator.Record;
using Model;

namespace Generator.Modules;

/// <summary>Lists the names that are looked for in texts, with the place where each is written.</summary>
public static class KnownNames
{
    /// <summary>
    /// Names and aliases of actors, places and sources; of a Group, Anonymous or Document actor only the aliases, because its name is a description.
    /// What a record lists as weak counts only where an annotation anchors it, its own name too.
    /// </summary>
    public static IEnumerable<KnownName> Of(IEnumerable<RawRecord> raw, IReadOnlyDictionary<Id, Actor> actors, IReadOnlyDictionary<Id, Model.Place> places, IReadOnlyDictionary<Id, Model.Source> sources)
    {
        foreach (var record in raw)
        {
            var id = Id.Shared(record.Id.Text);
            var (name, aliases, weak) = record.Kind switch
            {
                Kind.Actor when actors.TryGetValue(id, out var actor) =>
                    (actor.Type is ActorType.Group or ActorType.Anonymous or ActorType.Document ? null : actor.Name, actor.Alias, actor.WeakAlias),
                Kind.Place when places.TryGetValue(id, out var place) => (place.Name, place.Alias, place.WeakAlias),
                Kind.Source when sources.TryGetValue(id, out var source) => (source.Name, source.Alias, []),
                _ => default((string?, ImmutableArray<string>, ImmutableArray<string>)),
            };
            if (name is not null && !weak.Contains(name)) yield return new(name, new(record.Kind, id), PlaceOf(record.Map["name"], name) ?? record.Id.Place);
            if (aliases.IsDefault) continue;
            foreach (var alias in aliases)
                if (alias != name && !weak.Contains(alias)) yield return new(alias, new(record.Kind, id), PlaceOf(record.Map["alias"], alias) ?? record.Id.Place);
        }
    }

    private static Place? PlaceOf(Node? node, string text) => node switch
    {
        TextNode scalar => scalar.Place,
        ListNode list => list.Items.OfType<TextNode>().FirstOrDefault(t => t.Text == text)?.Place,
        _ => null,
    };
}
