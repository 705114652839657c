using Generator.Record;
using Model;

namespace Generator.Modules;

/// <summary>What an annotation says of another passage, to be settled once every article is read: the annotation it corrects, the words that tell its outcome.</summary>
public sealed record OpenEnd(Id Article, string Annotation, TextNode? Corrects, TypedOutcome? Outcome);

/// <summary>The outcome of a deadline as the editor typed it.</summary>
public sealed record TypedOutcome(Id Article, TypedQuote Quote, Settled Is);

/// <summary>Settles what annotations say of passages elsewhere, once every article is read: corrections and the outcomes of deadlines.</summary>
public static class SettleOpenEnds
{
    /// <summary>Ties every open end of the articles, or adds a problem for it. <paramref name="places"/> also knows the articles that could not be read.</summary>
    public static void In(Dictionary<Id, Article> articles, IEnumerable<OpenEnd> openEnds, IReadOnlyDictionary<Ref, Place> places, Problems problems)
    {
        foreach (var end in openEnds)
        {
            if (!articles.TryGetValue(end.Article, out var article)) continue;
            var at = Array.FindIndex([.. article.Annotations], a => a.Id == end.Annotation);
            var annotation = article.Annotations[at];
            if (end.Corrects is { } corrects && annotation.Figure is { } figure)
                annotation = annotation with { Figure = figure with { Corrects = Corrected(corrects, annotation, article, articles, places, problems) } };
            if (end.Outcome is { } outcome && annotation.Deadline is { } deadline && articles.TryGetValue(outcome.Article, out var told))
                annotation = new AnchorQuotes(told.Seed, told.Text).Find(outcome.Quote, problems) is { } anchor
                    ? annotation with { Deadline = deadline with { Outcome = new(told.Id, anchor, outcome.Is) } } : annotation;
            articles[article.Id] = article with { Annotations = article.Annotations.SetItem(at, annotation) };
        }
    }

    // "f1" is an annotation of the same article, "other-article#f1" one of another.
    private static PassageRef? Corrected(TextNode typed, Annotation self, Article article, IReadOnlyDictionary<Id, Article> articles, IReadOnlyDictionary<Ref, Place> places, Problems problems)
    {
        var hash = typed.Text.IndexOf('#');
        var (where, id) = hash < 0 ? (article.Id.Value, typed.Text) : (typed.Text[..hash], typed.Text[(hash + 1)..]);
        if (!Id.IsValid(where) || !articles.TryGetValue(new(where), out var other))
        {
            // An article that is there and could not be read has its own problems.
            if (Id.IsValid(where) && places.ContainsKey(new(Kind.Article, new(where)))) return null;
            problems.Add(typed.Place, Codes.UnknownId, $"no article is called \"{where}\"", Nearest.To(where, articles.Keys.Select(k => k.Value)) is { } near ? $"did you mean \"{near}\"?" : null);
            return null;
        }
        var found = other.Annotations.FirstOrDefault(a => a.Id == id);
        if (found?.Figure?.Of == self.Figure!.Of && (other.Id, id) != (article.Id, self.Id)) return new(other.Id, id);
        // A misspelt key of the annotation that is meant has been told already.
        if (found?.Figure is null && problems.Sorted().Any(p => p.Code == Codes.UnknownKey && p.Place.File == places[other.Ref].File)) return null;
        var values = other.Annotations.Where(a => a.Figure?.Of == self.Figure.Of && a.Id != self.Id).Select(a => a.Id).ToList();
        problems.Add(typed.Place, found is null ? Codes.UnknownId : Codes.Contradiction,
            found is null ? $"no annotation of {other.Id} is called \"{id}\"" : $"\"{id}\" is not another value of {self.Figure.Of}",
            Nearest.To(id, values) is { } close ? $"did you mean \"{close}\"?"
            : values.Count > 0 ? $"its values there: {string.Join(", ", values)}" : $"that article reports no other value of {self.Figure.Of}");
        return null;
    }
}
