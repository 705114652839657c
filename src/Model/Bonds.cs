using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Model;

/// <summary>An entry of an article in the list <paramref name="List"/> of the record that has the number <paramref name="Record"/>, with its place among the article's own mentions or annotations.</summary>
internal readonly record struct Bond(Part List, int Record, int At);

/// <summary>Finds what binds an article to other records: every list of theirs that it has entries in.</summary>
internal static class Bonds
{
    /// <summary>The bonds of an article whose text has the names <paramref name="named"/>: first those of <see cref="Part.About"/>, in the order of the records, each once.</summary>
    public static Bond[] Of(Article article, ImmutableArray<Mention> named, FrozenDictionary<Ref, int> numbers)
    {
        var (about, bonds) = (new List<int>(), new List<Bond>());
        void IsAbout(Ref record) => about.Add(numbers[record]);
        IsAbout(article.Source.Value.To(Kind.Source));
        foreach (var id in article.Topics) IsAbout(id.To(Kind.Topic));
        foreach (var id in article.Events) IsAbout(id.To(Kind.Event));
        foreach (var id in article.Places) IsAbout(id.To(Kind.Place));
        foreach (var present in article.Actors) IsAbout(present.Actor.To(Kind.Actor));
        if (article.Located is { } located) IsAbout(located.Value.To(Kind.Place));
        foreach (var relation in article.Relations)
            if (relation.On is { } claim) IsAbout(claim.To(Kind.Claim));
        for (var n = 0; n < named.Length; n++)
        {
            var record = named[n].Of;
            bonds.Add(new(Part.MentionsOf, numbers[record], n));
            if (record.Kind != Kind.Source) IsAbout(record);
        }
        for (var n = 0; n < article.Annotations.Length; n++) Take(article.Annotations[n], n);
        about.Sort();
        return [.. about.Distinct().Select(record => new Bond(Part.About, record, 0)), .. bonds];

        void Take(Annotation annotation, int n)
        {
            void Enter(Part list, Ref record) => bonds.Add(new(list, numbers[record], n));
            foreach (var record in annotation.Identifies)
            {
                Enter(Part.Identified, record);
                IsAbout(record);
            }
            if (annotation.Said is { } said)
            {
                Enter(Part.Said, said.By);
                foreach (var hearer in said.To.Distinct()) Enter(Part.Heard, hearer);
                foreach (var link in said.Via.Distinct()) Enter(Part.PassedOn, link);
                foreach (var actor in said.Via.Concat(said.To).Append(said.By))
                    if (actor.Kind == Kind.Actor) IsAbout(actor);
            }
            if (annotation.Figure is { } figure)
            {
                Enter(Part.Values, figure.Of.To(Kind.Claim));
                IsAbout(figure.Of.To(Kind.Claim));
            }
            if (annotation.Stance is { } stance)
            {
                Enter(Part.Stances, stance.On.To(Kind.Claim));
                IsAbout(stance.On.To(Kind.Claim));
            }
        }
    }
}
