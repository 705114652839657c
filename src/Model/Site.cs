using System.Buffers;
using System.Collections.Immutable;

namespace Model;

/// <summary>
/// The archive as a publication: what <c>input/site.yaml</c> says, and the base path that this build is for.
/// <see cref="BaseUrl"/> is absolute and ends with a slash; <see cref="Founded"/> dates the <c>tag:</c> ids of the feeds (RFC 4151), so it never changes.
/// </summary>
public sealed record Site
{
    public required string Title { get; init; }
    public string? Description { get; init; }
    public required string BaseUrl
    {
        get;
        init => (field, _base, _authority, BasePath) = (value, new Uri(value), new Uri(value).GetLeftPart(UriPartial.Authority), new Uri(value).AbsolutePath.TrimEnd('/'));
    }

    private readonly Uri _base = null!;
    private readonly string _authority = "";

    /// <summary>What stands for itself in an address. Most paths have nothing else, and a Uri takes a microsecond.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-/#");

    /// <summary>The host name and date that the ids of feeds and entries begin with; from site.yaml alone, whatever the build is for.</summary>
    public required string TagAuthority { get; init; }

    /// <summary>BCP 47; the language of the archive's own words.</summary>
    public required string Language { get; init; }

    public WebAddress? Repository { get; init; }
    public string? Licence { get; init; }
    public ImmutableArray<string> Editors { get; init; } = [];

    /// <summary><c>""</c> for a site at the root of its host, else such as <c>/archive</c>.</summary>
    public string BasePath { get; private init; } = "";

    /// <summary>The address of <paramref name="path"/>, which begins with a slash.</summary>
    public Url Url(string path) => new(BasePath, path);

    public Url Url(Ref record) => new(BasePath, record.Path);

    /// <summary>The whole address, for feeds, the sitemap and share cards.</summary>
    public string Absolute(Url url) => url.Href is var href && href.AsSpan().ContainsAnyExcept(Plain) ? new Uri(_base, href).AbsoluteUri : string.Concat(_authority, href);
}
