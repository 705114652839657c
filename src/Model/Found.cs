using System.Collections.Immutable;

namespace Model;

/// <summary>What is found in an article: its bonds, and the mentions in its text, which are <paramref name="Here"/> or come <paramref name="Later"/>, once they are asked for.</summary>
public sealed record Found(Bonds Bonds, ImmutableArray<Mention> Here, Func<ImmutableArray<Mention>>? Later = null)
{
    public ImmutableArray<Mention> Mentions => Later is null ? Here : Later();

    /// <summary>
    /// What gives the mentions in an article of an archive with these records and <paramref name="tables"/>. It holds the mentions alone: the rest of what was <paramref name="found"/> is of no more use once there are tables, and
    /// takes much room.
    /// </summary>
    public static Func<Article, ImmutableArray<Mention>> MentionsIn(ImmutableArray<Ref> records, ArchiveTables tables, IReadOnlyDictionary<Id, Found> found) =>
        MentionsOf([.. tables.Articles.Select(number => found[records[number].Id]).Select(own => (own.Here, own.Later))]);

    private static Func<Article, ImmutableArray<Mention>> MentionsOf((ImmutableArray<Mention> Here, Func<ImmutableArray<Mention>>? Later)[] mentions) =>
        article => mentions[article.Ordinal] is var (here, later) && later is null ? here : later();
}
