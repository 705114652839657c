using Generator.Modules;
using Model;

namespace Generator.Pipelines;

/// <summary>Who is mentioned with whom.</summary>
public static class Network
{
    /// <summary>More names than this cannot be read in one drawing.</summary>
    private const int MostNodes = 32;

    public static IEnumerable<PagePlan> Pages(Archive archive) => [new(archive.Site.Url("/network/"), () => PageOf(archive))];

    private static NetworkPage PageOf(Archive archive)
    {
        var eligible = archive.Records.Actors.Values
            .Where(a => a.Type is not (ActorType.Anonymous or ActorType.Document) && archive.About(a.Ref).Count > 1)
            .OrderByDescending(a => archive.About(a.Ref).Count).ThenBy(a => a.SortedAs, StringComparer.Ordinal).ThenBy(a => a.Id).ToList();
        var actors = eligible.Take(MostNodes).ToList();
        var index = actors.Select((a, i) => (a.Ref, i)).ToDictionary(n => n.Ref, n => n.i);
        var shared = new Dictionary<(int, int), int>();
        foreach (var article in archive.Articles)
        {
            var here = archive.FeaturesOf(article).Where(index.ContainsKey).Select(r => index[r]).Order().ToList();
            for (var i = 0; i < here.Count; i++)
                for (var j = i + 1; j < here.Count; j++)
                    shared[(here[i], here[j])] = shared.GetValueOrDefault((here[i], here[j])) + 1;
        }
        return new(archive.Site, archive.Site.Url("/network/"), "Who is mentioned with whom")
        {
            Description = "The actors of more than one article, joined where they share two articles or more.",
            Breadcrumbs = archive.Crumbs(),
            Eligible = eligible.Count,
            Nodes = [.. actors.Select(a => new NetworkNode(archive.Link(a.Ref), a.Type, archive.About(a.Ref).Count))],
            Edges = [.. shared.Where(s => s.Value > 1).OrderByDescending(s => s.Value).ThenBy(s => s.Key).Select(s => new NetworkEdge(s.Key.Item1, s.Key.Item2, s.Value))],
        };
    }
}
