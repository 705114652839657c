using System.Collections.Immutable;

namespace Model;

/// <summary>The articles on a topic that were published just before and just after one.</summary>
public sealed record InStory(Id Topic, Article? Earlier, Article? Later);

/// <summary>What a speaker of one article said just before and just after it, in other articles.</summary>
public sealed record SaidAround(Ref Speaker, Passage? Earlier, Passage? Later);

/// <summary>What stands next to an article in time: in its stories, and from the mouths of its speakers.</summary>
public static class Stories
{
    private const int MostTopics = 3, MostSpeakers = 3;

    /// <summary>The article in the stories of the first topics that its editors name; those in which it is alone are left out.</summary>
    public static ImmutableArray<InStory> Of(Archive archive, Article article) => archive.ReadAsOne<ImmutableArray<InStory>>(Part.Stories, article.Ref, () =>
    [
        .. article.Topics.Take(MostTopics).Select(topic =>
        {
            var story = archive.About(topic.To(Kind.Topic));
            var (first, end) = story.RangeOf(article);
            return new InStory(topic, first > 0 ? story[first - 1] : null, end < story.Count ? story[end] : null);
        }).Where(s => s.Earlier is not null || s.Later is not null),
    ]);

    /// <summary>The actors who say most in the article and are quoted or reported in others too, those with most to say first.</summary>
    public static ImmutableArray<SaidAround> AlsoSaid(Archive archive, Article article) => archive.ReadAsOne<ImmutableArray<SaidAround>>(Part.AlsoSaid, article.Ref, () =>
    [
        .. archive.SpeakersOf(article).Select(speaker =>
        {
            var said = archive.SaidBy(speaker);
            var (first, end) = said.RangeOf(article);
            return new SaidAround(speaker, first > 0 ? said[first - 1] : null, end < said.Count ? said[end] : null);
        }).Where(s => s.Earlier is not null || s.Later is not null).Take(MostSpeakers),
    ]);
}
