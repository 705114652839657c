using System.Collections.Immutable;
using Generator.Modules;
using Generator.Pipelines;
using Generator.Search;
using Model;

namespace Generator;

/// <summary>The files that a site is planned to have, in the order of their planners, and what they were planned from.</summary>
/// <param name="Pages">The pages among them.</param>
/// <param name="Files">All of them.</param>
/// <param name="From">The keys of the parts of the archive that say which files there are, for each planner.</param>
/// <param name="Starts">Where in <paramref name="Files"/> those of each planner begin; in the end, how many there are.</param>
public sealed record FilePlan(ImmutableArray<PagePlan> Pages, ImmutableArray<OutputFile> Files, int[][] From, int[] Starts);

/// <summary>Plans the files of a site. Each planner plans files of its own, in the same order each time, so that some of them can be planned again without all the others.</summary>
/// <param name="archive">What the site is made from.</param>
/// <param name="texts">The hand-written pages.</param>
/// <param name="assets">The files of <c>input/assets/</c>.</param>
/// <param name="earlierIndex">The search index that an earlier build published; asked for when files are made.</param>
/// <param name="problems">Told of assets whose names cannot be part of an address.</param>
public sealed class PlanFiles(Archive archive, ImmutableArray<Text> texts, ImmutableArray<SourceFile> assets, Func<EarlierIndex?>? earlierIndex, Problems problems)
{
    private readonly RenderPages _render = new(archive.Records.Articles.Count);

    private ImmutableArray<Func<Archive, IEnumerable<PagePlan>>> PagePlanners =>
    [
        Home.Pages, ArticlePages.Pages, Actors.Pages, Topics.Pages, Pipelines.Places.Pages, Events.Pages, Sources.Pages, Claims.Pages,
        Quotations.Pages, SearchPages.Pages, Timeline.Pages, Days.Pages, Deadlines.Pages, Unnamed.Pages, Network.Pages, Names.Pages, CoveragePages.Pages, _ => Texts.Pages(archive, texts), Extras.Pages,
    ];

    /// <summary>Of files that are no pages, but for those that list what the others planned.</summary>
    private ImmutableArray<Func<IEnumerable<OutputFile>>> FilePlanners =>
        [() => SearchPages.Files(archive, earlierIndex), () => Feeds.Files(archive), () => Pipelines.Assets.Files(assets, problems)];

    /// <summary>The files of all planners.</summary>
    public FilePlan All()
    {
        using var log = new ThreadLocal<ReadLog>(() => new(archive));
        (List<T> Planned, int[] From) Noted<T>(Func<IEnumerable<T>> plan) => (log.Value!.During(() => plan().ToList(), out var from), from);
        var byKind = InParallel.Each(PagePlanners, plan => Noted(() => plan(archive)));
        ImmutableArray<PagePlan> pages = [.. byKind.SelectMany(kind => kind.Planned)];
        (List<OutputFile> Planned, int[] From)[] files =
            [.. byKind.Select(kind => (kind.Planned.ConvertAll(FileOf), kind.From)), .. FilePlanners.Select(Noted), Noted(() => Extras.Files(archive, pages))];
        var starts = new int[files.Length + 1];
        for (var i = 0; i < files.Length; i++) starts[i + 1] = starts[i] + files[i].Planned.Count;
        return new(pages, [.. files.SelectMany(f => f.Planned)], Array.ConvertAll(files, f => f.From), starts);
    }

    /// <summary>All files of one planner, and from which keys they are planned; null when what lists the others' pages may have to be another for it.</summary>
    public (IReadOnlyList<OutputFile> Files, int[] From)? Of(int planner)
    {
        var (log, pages) = (new ReadLog(archive), PagePlanners);
        if (planner >= pages.Length) return FilePlanners.ElementAtOrDefault(planner - pages.Length) is { } plan ? (log.During(() => plan().ToList(), out var read), read) : null;
        var planned = log.During(() => pages[planner](archive).ToList(), out var from);
        return planned.All(p => p.Listed) ? (planned.ConvertAll(FileOf), from) : null;
    }

    /// <summary>Of the files of one planner those at these places among them, which are in order; null of the last planner, which has to know what the others plan.</summary>
    public IReadOnlyList<OutputFile>? Of(int planner, IReadOnlyList<int> places)
    {
        var pages = PagePlanners;
        return planner < pages.Length ? At(pages[planner](archive), places).ConvertAll(FileOf) : FilePlanners.ElementAtOrDefault(planner - pages.Length) is { } plan ? At(plan(), places) : null;
    }

    /// <summary>Of what is planned those at some places; less when there are not so many. What comes after the last of them is not planned.</summary>
    private static List<T> At<T>(IEnumerable<T> planned, IReadOnlyList<int> places)
    {
        var (wanted, at) = (new List<T>(places.Count), 0);
        foreach (var plan in planned)
        {
            if (at++ == places[wanted.Count]) wanted.Add(plan);
            if (wanted.Count == places.Count) break;
        }
        return wanted;
    }

    private OutputFile FileOf(PagePlan page) => FileOf(page, _render);

    // By itself, or each file would hold on to all that is needed for the plan.
    private static OutputFile FileOf(PagePlan page, RenderPages render) => new(page.Url.File, () => render.ToHtml(page.Make())) { Own = page.Own, Time = page.Time };
}
