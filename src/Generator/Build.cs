using System.Collections.Concurrent;
using System.Collections.Immutable;
using Generator.Cache;
using Generator.Modules;
using Generator.Pipelines;
using Generator.Record;
using Generator.Search;
using Model;

namespace Generator;

/// <summary>
/// What a build is asked for. Folders are absolute; <paramref name="BaseUrl"/> overrides the one of site.yaml. <paramref name="Coverage"/>: report what nobody annotated. Once it is asked to <paramref name="Stop"/>
/// it ends with an <see cref="OperationCanceledException"/>, and nothing is written.
/// </summary>
public sealed record BuildOptions(string Root, string? BaseUrl = null, bool Drafts = false, bool Strict = false, bool Coverage = false, CancellationToken Stop = default);

/// <summary>The whole site, planned and checked: every file knows how to make itself. And the archive it is made from.</summary>
public sealed record BuiltSite(Archive Archive, FilePlan Plan)
{
    public ImmutableArray<PagePlan> Plans => Plan.Pages;

    public ImmutableArray<OutputFile> Files => Plan.Files;

    /// <summary>Every page, made when it is asked for.</summary>
    public IEnumerable<Page> Pages => Plans.Select(p => p.Make());
}

/// <summary>
/// The whole story: seeds and record become documents, documents the archive, the archive pages, pages files. Each phase ends before the next begins,
/// and none begins while the one before it has problems.
/// </summary>
public sealed class Build(BuildOptions options, Problems problems, Action<string> phase, SourceFiles? sources = null)
{
    private readonly SourceFiles _sources = sources ?? SourceFiles.Below(options.Root, options.Drafts);
    private readonly ConcurrentBag<SeedDrift> _drifts = [];
    private readonly ConcurrentBag<ReadArticle> _read = [];
    private readonly ConcurrentBag<TypedLink> _links = [];
    private ImmutableArray<RawRecord> _raw = [];
    private readonly ConcurrentBag<Referral> _references = [];
    private readonly ConcurrentDictionary<Id, Found> _found = [];
    private readonly ConcurrentBag<TextNode> _quotes = [];
    private SoughtNames? _names;
    private Inside? _inside;
    private KeptRecords? _others;
    private Inputs? _input;

    /// <summary>Where the texts of articles are put, so that they need not all be held; null when they are held.</summary>
    public ArticleStore? Store { get; init; }

    /// <summary>The search index that an earlier build published; asked for when files are made.</summary>
    public Func<EarlierIndex?>? EarlierIndex { get; init; }

    /// <summary>Whether <see cref="References"/> is wanted.</summary>
    public bool NotesReferences { get; init; }

    /// <summary>Every place that names another record, in no order; after a run.</summary>
    public IReadOnlyCollection<Referral> References => _references;

    /// <summary>A record as it stands in its file, an article without its fields; after a run.</summary>
    public RawRecord? RecordOf(Ref record) => _raw.FirstOrDefault(r => r.Kind == record.Kind && r.Id.Text == record.Id.Value);

    /// <summary>What became of the anchors of each seed that is not the one that was pinned, by article; after a run.</summary>
    public IReadOnlyList<SeedDrift> Drifts => [.. _drifts.OrderBy(d => d.Article)];

    /// <summary>What was read, for the next build to know; after the archive was read.</summary>
    public Readings Readings(Archive archive) => _inside is var (earlier, changed) ? Cache.Readings.Of(earlier, changed)
        : Cache.Readings.Of(archive, _found, _read, _raw.Where(r => r.Kind != Kind.Article), _others!, _names!, Store);

    /// <summary>The archive, or null when the record has problems.</summary>
    public Archive? ReadArchive() => (_input = Input(_sources.Kept)) is { } input ? Process(input) : null;

    /// <summary>
    /// The archive, read with the help of the tables of an <paramref name="earlier"/> build, when nothing but the inside of some articles has changed since: what they say, not how they are filed; null when more has, or anything
    /// is wrong: then another build has to read it all, and to tell the problems.
    /// </summary>
    /// <exception cref="DamagedCacheException">What is kept cannot be trusted.</exception>
    public Archive? ReadInside(EarlierBuild earlier)
    {
        if (_sources.ChangedArticles() is not { } changed) return null;
        var leanedOn = earlier.LeanedOn();
        if (changed.Any(f => leanedOn.Contains(Path.GetFileNameWithoutExtension(f.Path))) || (_input = InputBeside(earlier)) is not { } input) return null;
        Begin("Anchoring the quotes and finding the names");
        var (others, names) = (RecordBytes.Read(earlier.Others), FindMentions.Of(earlier.Names));
        foreach (var link in others.Links) _links.Add(link);
        var read = new ConcurrentDictionary<int, KeptArticle>();
        // Where thousands have changed, the first that looks otherwise tells that all of this is for nothing.
        var all = InParallel.All(changed, article =>
        {
            options.Stop.ThrowIfCancellationRequested();
            return ReadInside(new(Kind.Article, RecordFiles.IdOf(article), RawRecord.NoFields), earlier, input, others, names) is var (at, kept) && read.TryAdd(at, kept);
        });
        if (!all || !problems.AllStandAlone) return null;
        var files = changed.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var warning in earlier.Told!.Value)
            if (!files.Contains(warning.Place.File)) problems.Add(warning);
        if (problems.Stop(options.Strict)) return null;
        _inside = new(earlier, [.. read.OrderBy(r => r.Key).Select(r => (r.Key, r.Value))]);
        var tables = earlier.With(earlier.Tables(), _inside.Changed.Where(c => !c.Article.Found.Bonds.IsSameAs(earlier.Article(c.At).Found.Bonds)).Select(c => c.Article));
        return new StandingArticles(earlier, others, _inside.Changed).Archive(input.Site, tables);
    }

    /// <summary>What of the archive could be read, whatever problems the rest has; null when not even the files could be read. For suggestions only: nothing of it may be published.</summary>
    public Archive? ReadDespiteProblems() => Input(_sources.Kept) is { } input ? Process(input, despiteProblems: true) : null;

    /// <summary>The site, or null when the record has problems. Nothing is written yet.</summary>
    public BuiltSite? Run() => ReadArchive() is { } archive ? Site(archive) : null;

    /// <summary>The site of the archive that was read; null when it has problems.</summary>
    public BuiltSite? Site(Archive archive)
    {
        Begin("Planning the pages");
        var (plan, links) = (Planner(archive).All(), Links);
        InParallel.Each([() => CheckPages.Addresses(plan.Files, plan.Pages, problems), () => CheckPages.Links(links, plan.Files, problems)]);
        if (options.Coverage) FindUncovered.Report(archive, problems);
        return problems.Stop(options.Strict) ? null : new(archive, plan);
    }

    /// <summary>What plans the files of the archive that was read.</summary>
    public PlanFiles Planner(Archive archive) => new(archive, _input!.Texts, _input.Files.Assets, EarlierIndex, problems);

    /// <summary>The links that editors typed, in no order; after the archive was read.</summary>
    public IReadOnlyCollection<TypedLink> Links => [.. _input!.Desk.Markdown.Links, .. _links, .. _inside?.OtherLinks ?? []];

    private void Begin(string name)
    {
        options.Stop.ThrowIfCancellationRequested();
        phase(name);
    }

    private sealed record Inputs(
        RecordFiles Files, Seeds Seeds, Site Site, Desk Desk, ImmutableArray<Text> Texts, IReadOnlyDictionary<Ref, Place> Places, bool AllTaken);

    private Inputs? Input(Func<SourceFile, KeptArticle?>? kept)
    {
        Begin("Reading the seeds and the record");
        var files = RecordFiles.Read(_sources, problems, kept);
        var seeds = new Seeds(_sources, files.Records, problems);
        var ids = new Ids(problems, NotesReferences ? _references : null);
        var site = Settings.Read(files.Site, options.BaseUrl, new(problems, ids, new ReadMarkdown("")));
        if (site is null) return null;
        var registered = files.Records.Where(r => ids.Register(r.Kind, r.Id)).ToImmutableArray();
        foreach (var (kind, id) in files.Suggested) ids.Suggest(kind, id);
        var desk = new Desk(problems, ids, new ReadMarkdown(site.BasePath));
        _raw = registered;
        return new(files with { Records = registered }, seeds, site, desk, Texts.Read(files.Pages, _sources, desk), ids.Places, registered.Length == files.Records.Length);
    }

    /// <summary>What is read of an archive whose records are those of an earlier build.</summary>
    private Inputs? InputBeside(EarlierBuild earlier)
    {
        Begin("Reading the seeds and the record");
        var (files, ids) = (RecordFiles.WithoutRecords(_sources, problems), new Ids(problems));
        if (Settings.Read(files.Site, options.BaseUrl, new(problems, ids, new ReadMarkdown(""))) is not { } site) return null;
        ids.RegisterKept(earlier.Records);
        var desk = new Desk(problems, ids, new ReadMarkdown(site.BasePath));
        return new(files, new(_sources, [], problems), site, desk, Texts.Read(files.Pages, _sources, desk), ids.Places, AllTaken: true);
    }

    private OtherRecords ReadRecords(Inputs input)
    {
        Begin("Checking the record");
        return new(
            ReadAll(input, Kind.Actor, Actors.Read), ReadAll(input, Kind.Topic, Topics.Read), ReadAll(input, Kind.Place, Pipelines.Places.Read), ReadAll(input, Kind.Event, Events.Read),
            ReadAll(input, Kind.Source, Sources.Read), ReadAll(input, Kind.Claim, Claims.Read));
    }

    private Dictionary<Id, T> ReadAll<T>(Inputs input, Kind kind, Func<RawRecord, Desk, T?> read) where T : class
    {
        RawRecord[] ofKind = [.. input.Files.Records.Where(r => r.Kind == kind)];
        var made = InParallel.Each(ofKind, raw =>
        {
            var desk = input.Desk.ForNext();
            var record = read(raw, desk);
            foreach (var quote in desk.Quotes) _quotes.Add(quote);
            foreach (var link in desk.Markdown.Links) _links.Add(link);
            return record;
        }, options.Stop);
        var records = new Dictionary<Id, T>(made.Length);
        for (var i = 0; i < made.Length; i++)
            if (made[i] is { } record) records.Add(Id.Shared(ofKind[i].Id.Text), record);
        return records;
    }

    private FindMentions NamesIn(Inputs input, OtherRecords records)
    {
        Begin("Anchoring the quotes and finding the names");
        var names = FindMentions.Prepare(KnownNames.Of(input.Files.Records, records.Actors, records.Places, records.Sources), problems);
        _names = names.Sought;
        return names;
    }

    private (Article? Article, ImmutableArray<OpenEnd> OpenEnds, SeedDrift? Drift) Read(RawRecord fields, Inputs input, OtherRecords others, Desk desk) =>
        Articles.Read(fields, input.Seeds, (seed, hash) => Seeds.Pinned(options.Root, seed, hash), others.Claims, input.Site, desk);

    private (int At, KeptArticle Article)? ReadInside(RawRecord raw, EarlierBuild earlier, Inputs input, KeptRecords others, FindMentions names)
    {
        var desk = input.Desk.ForNext();
        if (RecordFiles.FieldsOf(raw, _sources, desk.Problems) is not { } fields) return null;
        var (article, ends, drift) = Read(fields, input, others.Records, desk);
        if (article is null || !ends.IsEmpty || drift is not null || desk.Problems.AddedAlone is not { } warnings) return null;
        foreach (var link in desk.Markdown.Links) _links.Add(link);
        var mentions = names.In(article.Text, article.Annotations, article.Seed);
        var (now, at) = (KeptArticle.Of(article, null, new(Bonds.Of(article, mentions), mentions), [.. desk.Markdown.Links], warnings, store: null), earlier.Articles.NumberOf(raw.Id.Place.File));
        var before = earlier.Article(at);
        // What records without a text rest on may stand in this one.
        return now.StandsAs(before) && (!others.RestOnTexts || now.Prints.Text == before.Prints.Text) ? (at, now) : null;
    }

    private Archive? Process(Inputs input, bool despiteProblems = false)
    {
        var others = ReadRecords(input);
        _others = new(others, input.Places.Where(p => p.Key.Kind != Kind.Article).ToDictionary(p => p.Key, p => p.Value.File), [.. _links], !_quotes.IsEmpty);
        var recordQuotes = _quotes.ToList();
        var names = NamesIn(input, others);
        var mayHaveOthers = _sources.MayHaveOtherNames(names.Sought);
        var (openEnds, open, named, unread) = (new ConcurrentBag<OpenEnd>(), new ConcurrentBag<ReadArticle>(), new ConcurrentBag<string?>(), false);
        bool IsAsItWas(Id article) => input.Places.TryGetValue(article.To(Kind.Article), out var place) && _sources.IsKept(place.File);
        var articles = ReadAll(input, Kind.Article, (raw, desk) =>
        {
            if (raw.Kept is { } kept && kept.StillFits(input.Places.ContainsKey, others.Claims, IsAsItWas))
            {
                named.Add(kept.Article.SeedFile);
                foreach (var link in kept.Links) _links.Add(link);
                foreach (var warning in kept.Warnings) problems.Add(warning);
                if (mayHaveOthers(kept)) kept = kept.With(names.In(kept.Article.Text, kept.Article.Annotations, kept.Article.Seed));
                _found[kept.Article.Id] = kept.Found;
                _read.Add(new(raw.Id, kept, null, kept.Links, kept.Warnings));
                return kept.Article;
            }
            if (RecordFiles.FieldsOf(raw, _sources, desk.Problems) is not { } fields)
            {
                unread = true;
                return null;
            }
            if (fields.SeedFile is null) unread = true;
            named.Add(fields.SeedFile);
            var (article, ends, drift) = Read(fields, input, others, desk);
            if (drift is not null) _drifts.Add(drift);
            foreach (var end in ends) openEnds.Add(end);
            if (article is null) return null;
            var mentions = names.In(article.Text, article.Annotations, article.Seed);
            _found[article.Id] = new(Bonds.Of(article, mentions), mentions);
            var text = Store is null ? null : KeptText.Put(article, Store);
            (ends.IsEmpty ? _read : open).Add(new(raw.Id, null, text, desk.Markdown.Links, desk.Problems.AddedAlone));
            return text is null ? article : text.LetGo(article, Store!);
        });
        input.Seeds.ReadTheRest();
        // An article that cannot be read, or whose id is refused, may have any seed.
        if (!unread && input.AllTaken) input.Seeds.ReportUnused(named);
        if (NotesReferences)
            foreach (var corrected in openEnds.Select(e => e.Corrects).OfType<TextNode>())
                if (corrected.Text.Split('#') is [var of, _] && Id.IsValid(of)) _references.Add(new(corrected.Place, new(Kind.Article, new(of))));
        var told = problems.Count;
        SettleOpenEnds.In(articles, openEnds.OrderBy(e => e.Article).ThenBy(e => e.Annotation, StringComparer.Ordinal), input.Places, problems);
        foreach (var article in openEnds.Select(e => e.Article).Distinct().Select(articles.GetValueOrDefault).OfType<Article>())
            _found[article.Id] = _found[article.Id] with { Bonds = Bonds.Of(article, _found[article.Id].Mentions) };
        foreach (var article in open) _read.Add(article with { Warnings = problems.Count == told ? article.Warnings : null });
        var records = others.With(articles);
        CheckRecords.Circles(records, input.Places, problems);
        CheckRecords.Evidence(recordQuotes, articles.Values, problems);
        CheckRecords.OldIds(records, input.Places, problems);
        CheckRecords.SeedsUsedOnce(articles.Values, input.Places, problems);

        if (!despiteProblems && problems.Stop(options.Strict)) return null;
        ImmutableArray<Ref> all = [.. input.Places.Keys.Order()];
        var tables = ArchiveTables.Of(articles.Values, all, _found);
        return new(input.Site, records, all, At(Array.ConvertAll([.. all], record => input.Places[record].File)), tables, Found.MentionsIn(all, tables, _found));
    }

    // By itself, or the archive would hold on to all that was read.
    private static Func<int, string> At(string[] files) => number => files[number];

    /// <summary>The articles that have changed since an earlier build, by their places among its own, when nothing else has.</summary>
    private sealed record Inside(EarlierBuild Earlier, ImmutableArray<(int At, KeptArticle Article)> Changed)
    {
        public IEnumerable<TypedLink> OtherLinks => Enumerable.Range(0, Earlier.Articles.Count).Except(Changed.Select(c => c.At)).SelectMany(at => Earlier.Article(at).Links);
    }
}
