using Model;

namespace Generator;

/// <summary>
/// A page that a pipeline will make: its address, known before anything is made, and how to make it, which may be asked of any thread and gives an equal page each time.
/// <paramref name="Listed"/>: whether the sitemap names it.
/// </summary>
public sealed record PagePlan(Url Url, Func<Page> Make, bool Listed = true)
{
    /// <summary>The fingerprint of what it is made from beside the archive.</summary>
    public ulong Own { get; init; }

    /// <summary>
    /// The date of what it shows, or the year, to be sorted by; null when that is of all times. Pages of one time show the same texts and passages: made one after another they need each of them read and rendered once.
    /// </summary>
    public string? Time { get; init; }

    /// <summary>The plan of a page that is made already.</summary>
    public static implicit operator PagePlan(Page page) => new(page.Url, () => page, page is not (NotFoundPage or RedirectPage));
}
