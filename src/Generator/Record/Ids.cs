using System.Collections.Concurrent;
using System.Collections.Immutable;
using Model;

namespace Generator.Record;

/// <summary>A place of the record that names another record.</summary>
public readonly record struct Referral(Place Place, Ref To);

/// <summary>
/// Every id of the record and where it is written. Filled before any reference is read, so that a reference is resolved while its own place is
/// in hand. Not changed afterwards, so safe to read from several threads.
/// </summary>
/// <param name="references">Receives every reference that is resolved, with its place; null when nobody asks.</param>
public sealed class Ids(Problems problems, ConcurrentBag<Referral>? references = null)
{
    private readonly Dictionary<Ref, Place> _places = [];
    // In order; only who wrote something else than he meant needs them.
    private readonly ConcurrentDictionary<Kind, string[]> _byKind = [];
    private readonly Dictionary<Kind, List<string>> _refused = [];

    private readonly Dictionary<(Kind, string), Place> _suggested = [];

    public IReadOnlyDictionary<Ref, Place> Places => _places;

    /// <summary>Remembers a record that is only suggested, so that what refers to it is told so.</summary>
    public void Suggest(Kind kind, TextNode id) => _suggested[(kind, id.Text)] = id.Place;

    /// <summary>Registers a record; false, with a problem, when the words are no id or the id is taken.</summary>
    public bool Register(Kind kind, TextNode id)
    {
        if (Read(id) is not { } value) return Refuse(kind, id);
        // Actors and sources share their ids: both can speak, and a chain names either without saying which.
        foreach (var other in kind switch { Kind.Actor or Kind.Source => new[] { Kind.Actor, Kind.Source }, _ => [kind] })
        {
            if (!_places.TryGetValue(new(other, value), out var first)) continue;
            problems.Add(id.Place, Codes.DuplicateId, $"the id \"{value}\" is taken by {A(other)}", $"the first is at {first.File}:{first.Line}");
            return Refuse(kind, id);
        }
        _places.Add(value.To(kind), id.Place);
        return true;
    }

    /// <summary>Registers records that an earlier build found good, whose places nobody will ask for.</summary>
    public void RegisterKept(ImmutableArray<Ref> records)
    {
        _places.EnsureCapacity(records.Length);
        foreach (var record in records) _places.Add(record, default);
    }

    /// <summary>The id that <paramref name="node"/> writes, or null with a problem.</summary>
    public Id? Read(TextNode node)
    {
        if (Id.IsValid(node.Text)) return Id.Shared(node.Text);
        var slug = Slug.Of(node.Text);
        problems.Add(node.Place, Codes.BadId, $"\"{node.Text}\" is not an id", slug.Length > 0 && slug != node.Text
            ? $"ids are lower-case letters a-z, digits and hyphens: \"{slug}\"?"
            : "ids are lower-case letters a-z, digits and hyphens");
        return null;
    }

    /// <summary>An id that a record of <paramref name="kind"/> had before, or null with a problem.</summary>
    public Id? ReadOld(TextNode node, Kind kind)
    {
        if (Read(node) is not { } old) return null;
        if (!_places.TryGetValue(new(kind, old), out var place)) return old;
        problems.Add(node.Place, Codes.DuplicateId, $"\"{old}\" is the id of a record, so its address is taken", $"that record is at {place.File}:{place.Line}");
        return null;
    }

    /// <summary>The record of one of <paramref name="kinds"/> that <paramref name="node"/> names, or null with a problem and the nearest id.</summary>
    public Ref? Resolve(TextNode node, params ReadOnlySpan<Kind> kinds)
    {
        if (Id.IsValid(node.Text))
            foreach (var kind in kinds)
            {
                var found = Id.Shared(node.Text).To(kind);
                if (!_places.ContainsKey(found)) continue;
                references?.Add(new(node.Place, found));
                return found;
            }
        foreach (var kind in kinds)
            if (_refused.TryGetValue(kind, out var refused) && Nearest.To(node.Text, refused) is not null) return null;
        foreach (var kind in kinds)
            if (_suggested.TryGetValue((kind, node.Text), out var place))
            {
                problems.Add(node.Place, Codes.OnlySuggested, $"the {Name(kind)} \"{node.Text}\" is only suggested", $"look at {place.File}:{place.Line}, and delete \"# suggested\" there");
                return null;
            }
        problems.Add(node.Place, Codes.UnknownId, $"no {Or(kinds)} is called \"{node.Text}\"", Suggestion(node.Text, kinds));
        return null;
    }

    private string Suggestion(string text, ReadOnlySpan<Kind> kinds)
    {
        if (text.StartsWith('-')) return "a list item has a space behind its hyphen: - id";
        if (text.Contains(',')) return $"several ids are a list in brackets: [{string.Join(", ", text.Split([',', '[', ']', ' '], StringSplitOptions.RemoveEmptyEntries))}]";
        var candidates = new List<string>();
        foreach (var kind in kinds)
            candidates.AddRange(_byKind.GetOrAdd(kind, of => [.. _places.Keys.Where(r => r.Kind == of).Select(r => r.Id.Value).Order(StringComparer.Ordinal)]));
        if (Nearest.To(text, candidates) is { } near)
        {
            foreach (var kind in kinds)
                if (_places.TryGetValue(new(kind, new(near)), out var place))
                    return $"did you mean \"{near}\"?  ({place.File}:{place.Line})";
        }
        foreach (var kind in Enum.GetValues<Kind>())
            if (!kinds.Contains(kind) && Id.IsValid(text) && _places.ContainsKey(new(kind, new(text)))) return $"\"{text}\" is {A(kind)}";
        var longer = candidates.Where(c => $"-{c}-".Contains($"-{text}-", StringComparison.Ordinal)).Distinct().Take(3).ToList();
        return longer.Count > 0 ? $"did you mean {string.Join(" or ", longer.Select(c => $"\"{c}\""))}?" : $"write it into input/{Ref.Folder(kinds[0])}/, or name another";
    }

    /// <summary>Remembers a record that was refused, so that what refers to it is not reported too.</summary>
    private bool Refuse(Kind kind, TextNode id)
    {
        if (!_refused.TryGetValue(kind, out var refused)) _refused.Add(kind, refused = []);
        refused.Add(id.Text);
        return false;
    }

    private static string A(Kind kind) => kind is Kind.Article or Kind.Actor or Kind.Event ? $"an {Name(kind)}" : $"a {Name(kind)}";

    private static string Name(Kind kind) => kind.ToString().ToLowerInvariant();

    private static string Or(ReadOnlySpan<Kind> kinds)
    {
        var words = Name(kinds[0]);
        for (var i = 1; i < kinds.Length; i++) words += (i == kinds.Length - 1 ? " or " : ", ") + Name(kinds[i]);
        return words;
    }
}
