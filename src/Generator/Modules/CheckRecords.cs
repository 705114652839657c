using System.Collections.Immutable;
using Generator.Record;
using Model;

namespace Generator.Modules;

/// <summary>Checks what only all records together can show.</summary>
public static class CheckRecords
{
    /// <summary>A topic is not broader than itself, a place not inside itself, an event or actor not a part of itself, over any number of steps.</summary>
    public static void Circles(Records records, IReadOnlyDictionary<Ref, Place> places, Problems problems)
    {
        Circles(Kind.Topic, "broader", records.Topics, t => t.Broader, places, problems);
        Circles(Kind.Place, "in", records.Places, p => p.In is { } larger ? [larger] : [], places, problems);
        Circles(Kind.Event, "part_of", records.Events, e => e.PartOf is { } whole ? [whole] : [], places, problems);
        Circles(Kind.Actor, "part_of", records.Actors, a => a.PartOf, places, problems);
    }

    private static void Circles<T>(
        Kind kind, string field, Table<T> records, Func<T, ImmutableArray<Id>> up, IReadOnlyDictionary<Ref, Place> places, Problems problems) where T : class
    {
        var done = new HashSet<Id>();
        foreach (var start in records.Keys)
        {
            var path = new List<Id>();
            Climb(start);

            void Climb(Id id)
            {
                var at = path.IndexOf(id);
                if (at >= 0)
                {
                    var circle = path[at..];
                    var first = circle.Min()!;
                    var from = circle.IndexOf(first);
                    var words = string.Join(" → ", circle[from..].Concat(circle[..from]).Append(first));
                    problems.Add(places[new(kind, first)], Codes.Circle, $"\"{first}\" contains itself: {words}", circle.Count == 1 ? $"take it out of its own {field}:" : $"take one {field}: out of this circle");
                    return;
                }
                if (!done.Add(id) || !records.TryGetValue(id, out var record)) return;
                path.Add(id);
                foreach (var next in up(record)) Climb(next);
                path.RemoveAt(path.Count - 1);
            }
        }
    }

    /// <summary>
    /// The words that values of records without a text of their own rest on stand in some article. Not looked for while an article or a seed has problems:
    /// they may be in that one.
    /// </summary>
    public static void Evidence(IReadOnlyCollection<TextNode> quotes, IEnumerable<Article> articles, Problems problems)
    {
        if (quotes.Count == 0) return;
        if (problems.Sorted().Any(p => p.Severity == Severity.Error && OfArticles.Any(folder => p.Place.File.StartsWith(folder, StringComparison.Ordinal)))) return;
        var missing = quotes.ToList();
        foreach (var article in articles.OrderBy(a => a.Id).TakeWhile(_ => missing.Count > 0))
        {
            var text = new AnchorQuotes(article.Seed, article.Text);
            missing.RemoveAll(quote => text.Has(quote.Text));
        }
        foreach (var quote in missing) problems.Add(quote.Place, Codes.ProvenanceNotFound, $"no article has the words \"{quote.Text}\"", "quotes are compared letter by letter");
    }

    private static readonly string[] OfArticles = ["input/articles/", "input/drafts/", "seeds/"];

    /// <summary>Only one record has an old id.</summary>
    public static void OldIds(Records records, IReadOnlyDictionary<Ref, Place> places, Problems problems)
    {
        var taken = new Dictionary<Ref, Ref>();
        foreach (var (record, old) in All().OrderBy(o => o.Record))
            if (!taken.TryAdd(new(record.Kind, old), record))
                problems.Add(places[record], Codes.DuplicateId, $"was: \"{old}\" is also an old id of \"{taken[new(record.Kind, old)].Id}\"", "an old address can lead to one record only");

        IEnumerable<(Ref Record, Id Old)> All() =>
            records.Articles.Values.SelectMany(r => r.Was, (r, w) => (r.Ref, w))
                .Concat(records.Actors.Values.SelectMany(r => r.Was, (r, w) => (r.Ref, w)))
                .Concat(records.Topics.Values.SelectMany(r => r.Was, (r, w) => (r.Ref, w)))
                .Concat(records.Places.Values.SelectMany(r => r.Was, (r, w) => (r.Ref, w)))
                .Concat(records.Events.Values.SelectMany(r => r.Was, (r, w) => (r.Ref, w)))
                .Concat(records.Sources.Values.SelectMany(r => r.Was, (r, w) => (r.Ref, w)))
                .Concat(records.Claims.Values.SelectMany(r => r.Was, (r, w) => (r.Ref, w)));
    }

    /// <summary>A seed is the text of one article.</summary>
    public static void SeedsUsedOnce(IEnumerable<Article> articles, IReadOnlyDictionary<Ref, Place> places, Problems problems)
    {
        var first = new Dictionary<string, Id>(StringComparer.Ordinal);
        foreach (var article in articles.OrderBy(a => a.Id))
            if (!first.TryAdd(article.SeedFile, article.Id))
                problems.Add(places[article.Ref], Codes.SeedShared, $"the seed {article.SeedFile} is already the text of \"{first[article.SeedFile]}\"", "each article has a seed of its own");
    }
}
