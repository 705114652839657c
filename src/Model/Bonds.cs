using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Model;

/// <summary>An entry of an article in the list <paramref name="List"/> of one of its <see cref="Bonds.Records"/>, and the place of what is entered among the article's mentions or annotations.</summary>
// An archive has sixty for each article.
public readonly record struct Bond(Part List, ushort Record, int At);

/// <summary>The value of <paramref name="Corrected"/> is replaced by that of the article's annotation <paramref name="By"/>.</summary>
public readonly record struct Correction(PassageRef Corrected, string By);

/// <summary>What binds an article to the rest of the archive: all that the backward looks are made from, so that they can be made without reading what the article says.</summary>
/// <param name="Records">Every record that the article or its text names, by kind and id, each once.</param>
/// <param name="Entries">In which lists of theirs the article has entries; those of <see cref="Part.About"/> come first, in the order of the records.</param>
/// <param name="Annotations">How many annotations it has.</param>
public sealed record Bonds(ImmutableArray<Ref> Records, ImmutableArray<Bond> Entries, int Annotations)
{
    /// <summary>The annotations with a deadline, and those with a date that an editor gives a reason for; in order.</summary>
    public ImmutableArray<int> Deadlines { get; init; } = [];
    public ImmutableArray<int> Inferred { get; init; } = [];

    /// <summary>Whether an editor gives a reason for any of its facts or of these dates.</summary>
    public bool Infers { get; init; }

    public ImmutableArray<Correction> Corrections { get; init; } = [];
    public ImmutableArray<Relation> Relations { get; init; } = [];

    /// <summary>The other articles whose annotations or words its own rest on: those with a value that one of its own corrects, and those that tell the outcome of a deadline. By id.</summary>
    public ImmutableArray<Id> Leans { get; init; } = [];

    /// <summary>The bonds of an article in which these names stand, in the order of its text.</summary>
    public static Bonds Of(Article article, ImmutableArray<Mention> mentions)
    {
        var (about, others) = (About(article, mentions), new List<(Part List, Ref Record, int At)>());
        for (var n = 0; n < mentions.Length; n++) others.Add((Part.MentionsOf, mentions[n].Of, n));
        for (var n = 0; n < article.Annotations.Length; n++) Enter(article.Annotations[n], n, others);
        var named = others.Select(e => e.Record).Concat(about).Concat(article.Relations.Select(r => r.Article.To(Kind.Article)));
        if (article.Origin is { } origin) others.Add((Part.Taken, origin.Value.To(Kind.Source), 0));
        Ref[] records = [.. named.Distinct().Order()];
        var places = new Dictionary<Ref, int>(records.Length);
        foreach (var record in records) places.Add(record, places.Count);
        int[] Where(Func<Annotation, bool> isSo) => [.. Enumerable.Range(0, article.Annotations.Length).Where(n => isSo(article.Annotations[n]))];
        return new(ImmutableCollectionsMarshal.AsImmutableArray(records),
            [.. about.Select(record => places[record]).Order().Select(record => new Bond(Part.About, checked((ushort)record), 0)), .. others.Select(e => new Bond(e.List, checked((ushort)places[e.Record]), e.At))], article.Annotations.Length)
        {
            Deadlines = [.. Where(a => a.Deadline is not null)],
            Inferred = [.. Where(a => (a.Figure?.AsOf?.Provenance ?? a.Deadline?.Due.Provenance) is not null)],
            Infers = GivesReasons(article),
            Corrections = [.. article.Annotations.Where(a => a.Figure?.Corrects is not null).Select(a => new Correction(a.Figure!.Corrects!.Value, a.Id))],
            Relations = article.Relations,
            Leans = [.. article.Annotations.SelectMany(a => new[] { a.Figure?.Corrects?.Article, a.Deadline?.Outcome?.Article }).OfType<Id>().Where(id => id != article.Id).Distinct().Order()],
        };
    }

    public bool IsSameAs(Bonds other) => Annotations == other.Annotations && Records.SequenceEqual(other.Records) && Entries.SequenceEqual(other.Entries)
        && Deadlines.SequenceEqual(other.Deadlines) && Inferred.SequenceEqual(other.Inferred) && Infers == other.Infers && BindsArticlesAs(other);

    /// <summary>Whether it binds the article to the same other articles, in the same ways.</summary>
    public bool BindsArticlesAs(Bonds other) => Corrections.SequenceEqual(other.Corrections) && Relations.SequenceEqual(other.Relations) && Leans.SequenceEqual(other.Leans);

    /// <summary>The records that an article is about: those that it lists, quotes or annotates, and those that its text names but for publishers.</summary>
    private static HashSet<Ref> About(Article article, ImmutableArray<Mention> mentions)
    {
        var about = new HashSet<Ref> { article.Source.Value.To(Kind.Source) };
        foreach (var id in article.Topics) about.Add(id.To(Kind.Topic));
        foreach (var id in article.Events) about.Add(id.To(Kind.Event));
        foreach (var id in article.Places) about.Add(id.To(Kind.Place));
        foreach (var present in article.Actors) about.Add(present.Actor.To(Kind.Actor));
        if (article.Located is { } located) about.Add(located.Value.To(Kind.Place));
        foreach (var mention in mentions)
            if (mention.Of.Kind != Kind.Source) about.Add(mention.Of);
        foreach (var annotation in article.Annotations)
        {
            about.UnionWith(annotation.Identifies);
            if (annotation.Said is { } said) about.UnionWith(said.Via.Concat(said.To).Append(said.By).Where(by => by.Kind == Kind.Actor));
            if (annotation.Figure is { } figure) about.Add(figure.Of.To(Kind.Claim));
            if (annotation.Stance is { } stance) about.Add(stance.On.To(Kind.Claim));
        }
        foreach (var relation in article.Relations)
            if (relation.On is { } claim) about.Add(claim.To(Kind.Claim));
        return about;
    }

    private static bool GivesReasons(Article article) =>
        ((ReadOnlySpan<Provenance?>)[article.Headline.Provenance, article.By?.Provenance, article.Source.Provenance, article.Origin?.Provenance, article.Published.Provenance, article.Modified?.Provenance,
            article.Dateline?.Provenance, article.Located?.Provenance, article.Genre?.Provenance]).ContainsAnyExcept((Provenance?)null)
        || article.Annotations.Any(a => (a.Figure?.AsOf?.Provenance ?? a.Deadline?.Due.Provenance) is not null);

    private static void Enter(Annotation annotation, int at, List<(Part List, Ref Record, int At)> entries)
    {
        foreach (var record in annotation.Identifies) entries.Add((Part.Identified, record, at));
        if (annotation.Said is { } said)
        {
            entries.Add((Part.Said, said.By, at));
            if (said.Direct) entries.Add((Part.Quoted, said.By, at));
            foreach (var hearer in said.To.Distinct()) entries.Add((Part.Heard, hearer, at));
            foreach (var link in said.Via.Distinct()) entries.Add((Part.PassedOn, link, at));
        }
        if (annotation.Figure is { } figure) entries.Add((Part.Values, figure.Of.To(Kind.Claim), at));
        if (annotation.Stance is { } stance) entries.Add((Part.Stances, stance.On.To(Kind.Claim), at));
    }
}
