using System.Text;
using System.Text.RegularExpressions;
using Model;

namespace Generator.Modules;

/// <summary>Checks the finished site: one page an address, and every link that was typed arrives.</summary>
public static partial class CheckPages
{
    public static void Addresses(IEnumerable<OutputFile> files, IEnumerable<PagePlan> pages, Problems problems)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var twice = files.Select(f => f.Path).Where(p => !taken.Add(p)).ToHashSet(StringComparer.Ordinal);
        foreach (var group in files.Where(f => twice.Contains(f.Path)).GroupBy(f => f.Path))
        {
            var clashing = pages.Where(p => p.Url.File == group.Key).Select(p => p.Make()).ToList();
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
            if (!byPath.TryGetValue(to.File, out var file)) Nowhere(place, to, byPath.Keys, problems);
            else if (to.Fragment is { Length: > 0 } id && file.Make() is var bytes && bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes($" id=\"{id}\"")) < 0)
                problems.Add(place, Codes.DeadLink, $"the page {to.Path} has no place #{id}",
                    Record.Nearest.To(id, PlacesOf(bytes)) is { } near ? $"did you mean \"{to.Path}#{near}\"?" : "open the page and copy the address of the passage");
        }
    }

    private static void Nowhere(Place place, Url to, IEnumerable<string> files, Problems problems)
    {
        var fragment = to.Fragment is null ? "" : "#" + to.Fragment;
        if (to.Path.StartsWith("/assets/", StringComparison.Ordinal))
        {
            var near = Near(to.Path, files.Where(f => f.StartsWith("assets/", StringComparison.Ordinal)).Select(f => "/" + f));
            problems.Add(place, Codes.DeadLink, $"there is no file input{to.Path}", near is null ? "put it there, or name another" : $"did you mean \"{near}\"?");
            return;
        }
        var paths = files.Where(f => f.EndsWith("index.html", StringComparison.Ordinal)).Select(f => "/" + f[..^10]).ToList();
        problems.Add(place, Codes.DeadLink, $"no page of this site is at {to.Path}",
            paths.Contains(to.Path + "/") ? $"addresses end with a slash: {to.Path}/{fragment}"
            : Near(to.Path, paths) is { } page ? $"did you mean \"{page}{fragment}\"?" : "links inside the site are written like /actors/<id>/");
    }

    /// <summary>The path that was probably meant. The folders, which many paths share, would make any short name look near, so the name has to be near by itself.</summary>
    private static string? Near(string path, IEnumerable<string> paths)
    {
        static string NameOf(string path) => path.TrimEnd('/').Split('/')[^1];
        var name = NameOf(path);
        return Record.Nearest.To(path, paths.Where(p => Record.Nearest.To(name, [NameOf(p)]) is not null));
    }

    private static IEnumerable<string> PlacesOf(byte[] page) => IdAttribute().Matches(Encoding.UTF8.GetString(page)).Select(m => m.Groups[1].Value);

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex IdAttribute();
}
