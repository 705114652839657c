using System.Text;
using Model;

namespace Generator.Modules;

/// <summary>Checks the finished site: one page an address, and every link that was typed arrives.</summary>
public static class CheckPages
{
    public static void Addresses(IEnumerable<OutputFile> files, IEnumerable<Page> pages, Problems problems)
    {
        var titles = pages.GroupBy(p => p.Url.File).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var group in files.GroupBy(f => f.Path).Where(g => g.Count() > 1))
        {
            var clashing = titles.GetValueOrDefault(group.Key, []);
            problems.Add(Place.Of(clashing.LastOrDefault(p => p.RecordFile is not null)?.RecordFile ?? "input/assets"), Codes.SameAddress,
                $"{Count.Of(group.Count(), "page")} would be written to {group.Key}" + (clashing.Count > 0 ? $": {string.Join(", ", clashing.Select(p => $"\"{p.Title}\""))}" : ""),
                "give one of them another id or name");
        }
    }

    public static void Links(IEnumerable<TypedLink> links, IEnumerable<OutputFile> files, Problems problems)
    {
        var byPath = new Dictionary<string, OutputFile>(StringComparer.Ordinal);
        foreach (var file in files) byPath.TryAdd(file.Path, file);
        foreach (var (place, to) in links)
        {
            var fragment = to.Fragment is null ? "" : "#" + to.Fragment;
            if (byPath.TryGetValue(to.File, out var file))
            {
                if (to.Fragment is { Length: > 0 } id && file.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes($" id=\"{id}\"")) < 0)
                    problems.Add(place, Codes.DeadLink, $"the page {to.Path} has no place {fragment}", "open the page and copy the address of the passage");
            }
            else
            {
                var slash = byPath.ContainsKey(to.File + "/index.html");
                var near = Record.Nearest.To(to.Path, byPath.Keys.Where(k => k.EndsWith("index.html", StringComparison.Ordinal)).Select(k => "/" + k[..^10]));
                problems.Add(place, Codes.DeadLink, $"no page of this site is at {to.Path}",
                    slash ? $"addresses end with a slash: {to.Path}/{fragment}" : near is not null ? $"did you mean \"{near}{fragment}\"?" : "links inside the site are written like /actors/<id>/");
            }
        }
    }
}
