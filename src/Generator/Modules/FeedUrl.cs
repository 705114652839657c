using Model;

namespace Generator.Modules;

/// <summary>Where the feeds stand: the pages link to them, the pipeline of feeds writes them.</summary>
public static class FeedUrl
{
    public static Url Whole(Archive archive) => archive.Site.Url("/feed.xml");

    public static Url Of(Archive archive, Ref record) => archive.Site.Url(record.Path + "feed.xml");
}
