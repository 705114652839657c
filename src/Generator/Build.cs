using System.Collections.Concurrent;
using System.Collections.Immutable;
using Generator.Modules;
using Generator.Pipelines;
using Generator.Record;
using Model;

namespace Generator;

/// <summary>What a build is asked for. Folders are absolute; <paramref name="BaseUrl"/> overrides the one of site.yaml. <paramref name="Coverage"/>: report what nobody annotated.</summary>
public sealed record BuildOptions(string Root, string? BaseUrl = null, bool Drafts = false, bool Strict = false, bool Coverage = false);

/// <summary>The whole site, planned and checked: every file knows how to make itself. And the archive it is made from.</summary>
public sealed record BuiltSite(Archive Archive, ImmutableArray<PagePlan> Plans, ImmutableArray<OutputFile> Files)
{
    /// <summary>Every page, made when it is asked for.</summary>
    public IEnumerable<Page> Pages => Plans.Select(p => p.Make());
}

/// <summary>
/// The whole story: seeds and record become documents, documents the archive, the archive pages, pages files. Each phase ends before the next begins,
/// and none begins while the one before it has problems.
/// </summary>
public sealed class Build(BuildOptions options, Problems problems, Action<string> phase)
{
    private readonly ConcurrentBag<SeedDrift> _drifts = [];

    /// <summary>What became of the anchors of each seed that is not the one that was pinned, by article; after a run.</summary>
    public IReadOnlyList<SeedDrift> Drifts => [.. _drifts.OrderBy(d => d.Article)];

    /// <summary>The archive, or null when the record has problems.</summary>
    public Archive? ReadArchive() => Input() is { } input && Process(input) is { } archive ? archive : null;

    /// <summary>The site, or null when the record has problems. Nothing is written yet.</summary>
    public BuiltSite? Run()
    {
        if (Input() is not { } input) return null;
        if (Process(input) is not { } archive) return null;
        if (PostProcess(archive, input) is not { } pages) return null;
        return Output(archive, input, pages);
    }

    private sealed record Inputs(
        RecordFiles Files, ImmutableDictionary<string, Seed> Seeds, Site Site, Desk Desk, ImmutableArray<Text> Texts, IReadOnlyDictionary<Ref, Place> Places);

    private Inputs? Input()
    {
        phase("Reading the seeds and the record");
        var files = RecordFiles.Read(options.Root, options.Drafts, problems);
        var seeds = Seeds.Read(options.Root, problems);
        var ids = new Ids(problems);
        var site = Settings.Read(files.Site, options.BaseUrl, new(problems, ids, new ReadMarkdown("")));
        if (site is null) return null;
        Seeds.ReportUnused(seeds, files.Records, problems);
        var registered = files.Records.Where(r => ids.Register(r.Kind, r.Id)).ToImmutableArray();
        var desk = new Desk(problems, ids, new ReadMarkdown(site.BasePath));
        return new(files with { Records = registered }, seeds, site, desk, Texts.Read(files.Pages, desk), ids.Places);
    }

    private Archive? Process(Inputs input)
    {
        phase("Checking the record");
        var quotes = new ConcurrentBag<TextNode>();
        ImmutableDictionary<Id, T> Read<T>(Kind kind, Func<RawRecord, Desk, T?> read) where T : class => input.Files.Records
            .Where(r => r.Kind == kind).AsParallel().AsOrdered()
            .Select(raw =>
            {
                var desk = input.Desk.ForNext();
                var record = read(raw, desk);
                foreach (var quote in desk.Quotes) quotes.Add(quote);
                return (Id: new Id(raw.Id.Text), Record: record);
            })
            .Where(r => r.Record is not null).ToImmutableDictionary(r => r.Id, r => r.Record!);

        var actors = Read(Kind.Actor, Actors.Read);
        var topics = Read(Kind.Topic, Topics.Read);
        var places = Read(Kind.Place, Pipelines.Places.Read);
        var events = Read(Kind.Event, Events.Read);
        var sources = Read(Kind.Source, Sources.Read);
        var claims = Read(Kind.Claim, Claims.Read);
        var recordQuotes = quotes.ToList();

        phase("Anchoring the quotes");
        var openEnds = new ConcurrentBag<OpenEnd>();
        var articles = Read(Kind.Article, (raw, desk) =>
        {
            var (article, ends, drift) = Articles.Read(raw, input.Seeds, (seed, hash) => Seeds.Pinned(options.Root, seed, hash), claims, input.Site, desk);
            if (drift is not null) _drifts.Add(drift);
            foreach (var end in ends) openEnds.Add(end);
            return article;
        });
        articles = SettleOpenEnds.In(articles, openEnds.OrderBy(e => e.Article).ThenBy(e => e.Annotation, StringComparer.Ordinal), input.Places, problems);
        var records = new Records(articles, actors, topics, places, events, sources, claims);
        CheckRecords.Circles(records, input.Places, problems);
        CheckRecords.Evidence(recordQuotes, articles.Values, problems);
        CheckRecords.OldIds(records, input.Places, problems);
        CheckRecords.SeedsUsedOnce(articles.Values, input.Places, problems);

        phase("Finding the names");
        var names = FindMentions.Prepare(KnownNames.Of(input.Files.Records, records), problems);
        if (problems.Stop(options.Strict)) return null;
        var mentions = articles.Values.AsParallel().Select(a => (a.Id, Mentions: names.In(a.Text, a.Annotations))).ToDictionary(m => m.Id, m => m.Mentions);
        return new Archive(input.Site, records, mentions, input.Places.ToDictionary(p => p.Key, p => p.Value.File));
    }

    private ImmutableArray<PagePlan>? PostProcess(Archive archive, Inputs input)
    {
        phase("Planning the pages");
        ImmutableArray<PagePlan> pages =
        [
            .. Home.Pages(archive),
            .. ArticlePages.Pages(archive),
            .. Actors.Pages(archive),
            .. Topics.Pages(archive),
            .. Pipelines.Places.Pages(archive),
            .. Events.Pages(archive),
            .. Sources.Pages(archive),
            .. Claims.Pages(archive),
            .. Quotations.Pages(archive),
            .. Timeline.Pages(archive),
            .. Days.Pages(archive),
            .. Deadlines.Pages(archive),
            .. Unnamed.Pages(archive),
            .. Network.Pages(archive),
            .. Names.Pages(archive),
            .. CoveragePages.Pages(archive),
            .. Texts.Pages(archive, input.Texts),
            .. Extras.Pages(archive),
        ];
        return pages;
    }

    private BuiltSite? Output(Archive archive, Inputs input, ImmutableArray<PagePlan> pages)
    {
        ImmutableArray<OutputFile> files =
        [
            .. pages.Select(p => new OutputFile(p.Url.File, () => RenderPage.ToHtml(p.Make()))),
            .. Feeds.Files(archive), .. Pipelines.Assets.Files(input.Files.Assets, problems), .. Extras.Files(archive, pages),
        ];
        CheckPages.Addresses(files, pages, problems);
        CheckPages.Links(input.Desk.Markdown.Links, files, problems);
        if (options.Coverage) FindUncovered.Report(archive, problems);
        return problems.Stop(options.Strict) ? null : new(archive, pages, files);
    }
}
