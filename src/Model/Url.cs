namespace Model;

/// <summary>
/// The address of something this site serves: the base path it is hosted under (<c>""</c> or <c>/repo</c>, no slash at the end),
/// the path below it (<c>/actors/ilan-doro/</c>) and perhaps a fragment (without <c>#</c>). Made by <see cref="Site.Url"/>,
/// so that a view cannot link to an address that was only typed.
/// </summary>
public readonly record struct Url(string BasePath, string Path, string? Fragment = null)
{
    /// <summary>What goes into <c>href</c>: it works on every page of the site, whatever its depth.</summary>
    public string Href => Fragment is null ? BasePath + Path : $"{BasePath}{Path}#{Fragment}";

    /// <summary>The place <paramref name="fragment"/> on the same page.</summary>
    public Url At(string fragment) => this with { Fragment = fragment };

    /// <summary>A line of the seed, counted from 1, on the page of its article.</summary>
    public Url AtSeedLine(int line) => At($"seed.{line}");

    /// <summary>A paragraph of the text, by its number (<see cref="ReadingText.ParagraphAt"/>), on the page of its article.</summary>
    public Url AtParagraph(int number) => At($"text.{number}");

    /// <summary>The file the page is written to, relative to the output folder, with <c>/</c> between folders.</summary>
    public string File => Path.EndsWith('/') ? Path[1..] + "index.html" : Path[1..];

    public override string ToString() => Href;
}
