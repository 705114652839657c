using Model;

namespace Generator.Modules;

/// <summary>Where the feeds stand: the pages link to them, the pipeline of feeds writes them.</summary>
public static class FeedUrl
{
    public static Url Whole(Archive archive) => archive.Site.Url("/feed.xml");

    /// <summary>Whether a record has a feed: whether an article is about it.</summary>
    public static bool IsOf(Archive archive, Ref record) => archive.ReadAsOne(Part.Pages, record, () => archive.About(record).Count > 0);

    public static Url Of(Archive archive, Ref record) => archive.Site.Url(record.Path + "feed.xml");
}
