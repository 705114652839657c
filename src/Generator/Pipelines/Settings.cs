using Generator.Record;
using Model;

namespace Generator.Pipelines;

/// <summary><c>input/site.yaml</c>: what the archive is, as a publication.</summary>
public static class Settings
{
    /// <summary>The site, for the address <paramref name="baseUrl"/> where that is given; null with problems when it cannot be known.</summary>
    public static Site? Read(MapNode? map, string? baseUrl, Desk desk)
    {
        if (map is null)
        {
            if (!desk.Problems.HasErrors)
                desk.Problems.Add(Place.Of(RecordFiles.SitePath), Codes.Missing, "there is nothing in input/site.yaml", "it needs title, base_url and founded");
            return null;
        }
        var fields = new Fields(map, "site.yaml", desk);
        fields.Requires("title", "the name of the archive");
        fields.Requires("base_url", "the address readers will find it at, such as https://example.org/archive/");
        fields.Requires("founded", "the day the archive began; the ids of its feeds carry it, so it never changes");
        var title = fields.Text("title");
        var description = fields.Text("description");
        var address = fields.Scalar("base_url") is { } node ? BaseUrl(fields, node) : null;
        var founded = fields.Scalar("founded");
        if (founded is not null && !DateOnly.TryParseExact(founded.Text, "yyyy-MM-dd", out _))
        {
            desk.Problems.Add(founded.Place, Codes.BadDate, $"\"{founded.Text}\" is not a day", "write it like 2026-11-22");
            founded = null;
        }
        var language = Languages.Read(fields, "language") ?? "en";
        var repository = fields.Address("repository");
        var licence = fields.Text("licence");
        var editors = fields.Texts("editors");
        fields.NoOtherKeys();
        if (title is null || address is null || founded is null) return null;
        return new()
        {
            Title = title,
            Description = description,
            BaseUrl = baseUrl ?? address,
            TagAuthority = $"{new Uri(address).Host},{founded.Text}",
            Language = language,
            Repository = repository,
            Licence = licence,
            Editors = editors,
        };
    }

    /// <summary>An absolute http address with a slash at its end, or null: what a site can be hosted under.</summary>
    public static string? NormalBaseUrl(string text)
    {
        if (!WebAddress.TryParse(text, out _) || !Uri.TryCreate(text, UriKind.Absolute, out var uri)) return null;
        if (uri.Scheme is not ("http" or "https") || uri.Query.Length > 0 || uri.Fragment.Length > 0) return null;
        var address = uri.GetLeftPart(UriPartial.Path);
        return address.EndsWith('/') ? address : address + "/";
    }

    private static string? BaseUrl(Fields fields, TextNode node)
    {
        if (NormalBaseUrl(node.Text) is { } address) return address;
        fields.Desk.Problems.Add(node.Place, Codes.UnsafeAddress, $"\"{node.Text}\" cannot be the address of a site", "write it like https://example.org/archive/");
        return null;
    }
}
