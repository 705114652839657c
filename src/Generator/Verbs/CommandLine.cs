using System.CommandLine;
using Generator.Pipelines;
using Generator.Record;
using Model;

namespace Generator.Verbs;

/// <summary>The verbs and their options.</summary>
public static class CommandLine
{
    private static readonly Option<DirectoryInfo?> RootFolder = new("--root") { Description = "The folder of the archive (default: the folder above that holds input/site.yaml)" };
    private static readonly Option<DirectoryInfo?> OutputFolder = new("--output") { Description = "Where the site goes (default: <root>/output)" };
    private static readonly Option<string?> BaseUrl = new("--base-url") { Description = "The address the site is for; its path is the base path (default: base_url of site.yaml)" };
    private static readonly Option<bool> Clean = new("--clean") { Description = "Forget what earlier builds left, and write every file" };
    private static readonly Option<bool> Timings = new("--timings") { Description = "Say how long each phase took" };
    private static readonly Option<bool> Drafts = new("--drafts") { Description = "Publish the articles of input/drafts/ too" };
    private static readonly Option<bool> Strict = new("--strict") { Description = "Treat warnings as problems" };
    private static readonly Option<bool> Coverage = new("--coverage") { Description = "Also report what nobody has annotated" };
    private static readonly Option<bool> Watch = new("--watch") { Description = "Check again on every change, until Ctrl+C" };
    private static readonly Option<Format?> ReportFormat = new("--format") { Description = "How problems are printed: text, github or json (default: github in GitHub Actions, else text)" };
    private static readonly Option<int> Port = new("--port") { Description = "The port on 127.0.0.1", DefaultValueFactory = _ => 5080 };
    private static readonly Option<int> Articles = new("--articles") { Description = "How many articles", Required = true };
    private static readonly Option<ulong> Seed = new("--seed") { Description = "Another number, another archive", DefaultValueFactory = _ => 1 };
    private static readonly Option<DirectoryInfo> MadeUpFolder = new("--output") { Description = "A new folder", Required = true };
    private static readonly Argument<string> AnArticle = new("ARTICLE") { Description = "The id of an article" };
    private static readonly Argument<DirectoryInfo> ASite = new("SITE") { Description = "The folder of a built site" };
    private static readonly Option<string> ASeed = new("--seed") { Description = "A text in seeds/", Required = true };
    private static readonly Option<string?> ItsId = new("--id") { Description = "Its id (default: made from the headline)" };
    private static readonly Option<string> ItsName = new("--name") { Description = "The name that readers see", Required = true };
    private static readonly Option<string?> ItsFile = new("--file") { Description = "The file of its folder that it is appended to" };
    private static readonly Option<string> AtLeast = new Option<string>("--at-least") { Description = "Confirm what is at least as sure", DefaultValueFactory = _ => Fields.Word(Certainty.High) }.AcceptOnlyFromAmong([.. Enum.GetValues<Certainty>().Select(Fields.Word)]);
    private static readonly Option<bool> OnlySay = new("--check") { Description = "Only say what is not in order, and write nothing" };
    private static readonly Option<string?> Words = new("--quote") { Description = "The words of the text" };
    private static readonly Option<string> TextBefore = new("--before") { Description = "The text right before them, when they stand in several places", DefaultValueFactory = _ => "" };
    private static readonly Option<string> TextAfter = new("--after") { Description = "The text right behind them", DefaultValueFactory = _ => "" };
    private static readonly Option<string?> APassage = new("--passage") { Description = "The id of an annotation to change (default: a new one)" };
    private static readonly Option<string[]> SetField = new("--set") { Description = "A field and its value, such as said.by=some-actor; nothing behind = takes it away", DefaultValueFactory = _ => [] };
    private static readonly Option<bool> TakeAway = new("--remove") { Description = "Take the annotation away" };
    private static readonly Argument<string> AKind = new Argument<string>("KIND") { Description = "What it is" }.AcceptOnlyFromAmong([.. Enum.GetValues<Kind>().Select(Fields.Word)]);
    private static readonly Argument<string> AnOldId = new("OLD") { Description = "The id it has" };
    private static readonly Argument<string> ANewId = new("ID") { Description = "Its id: lower-case letters, digits, hyphens" };
    private static readonly Argument<string> AnId = new("ID") { Description = "The id of a record, or the code of a problem such as A102" };

    public static RootCommand Root() => new("Builds an annotated news archive: seeds + record -> a static site.")
    {
        Verb("build", "Build the whole site (the default)", [RootFolder, OutputFolder, BaseUrl, Clean, Timings, Drafts, Strict, ReportFormat], (parsed, stop) => Task.FromResult(
            BuildVerb.Run(Options(parsed, stop), Output(parsed), parsed.GetValue(Clean), parsed.GetValue(Timings), ReportFor(parsed)))),
        Verb("check", "Check everything that build checks, and write nothing", [RootFolder, BaseUrl, Drafts, Strict, Coverage, Watch, ReportFormat], (parsed, stop) => parsed.GetValue(Watch)
            ? CheckVerb.Watch(Options(parsed, stop), ReportFor(parsed)) : Task.FromResult(CheckVerb.Run(Options(parsed, stop), ReportFor(parsed)))),
        Served(Verb("serve", "Build, serve on 127.0.0.1, rebuild and reload on every change", [RootFolder, OutputFolder, Drafts, Port], (parsed, stop) =>
            ServeVerb.Run(Options(parsed, stop), Output(parsed), parsed.GetValue(Port), ReportFor(parsed)))),
        New(),
        With(AnArticle, Verb("confirm", "Take the mark \"# suggested\" from what you have read", [RootFolder, AtLeast], (parsed, _) => Task.FromResult(
            ConfirmVerb.Run(Options(parsed), parsed.GetValue(AnArticle)!, Enum.Parse<Certainty>(parsed.GetValue(AtLeast)!, ignoreCase: true), ReportFor(parsed))))),
        With(AnArticle, Verb("annotate", "Add an annotation to an article, or change or remove one, as the preview's form does", [Words, TextBefore, TextAfter, APassage, SetField, TakeAway, RootFolder, ReportFormat], (parsed, _) => Task.FromResult(
            AnnotateVerb.Run(Options(parsed), parsed.GetValue(AnArticle)!, new() { Passage = parsed.GetValue(APassage), Remove = parsed.GetValue(TakeAway), Quote = parsed.GetValue(Words), Before = parsed.GetValue(TextBefore)!, After = parsed.GetValue(TextAfter)!, Set = AnnotateVerb.Values(parsed.GetValue(SetField)!) }, ReportFor(parsed))))),
        Verb("fmt", "Put the record into the house form: order of keys, indentation, quotation marks; comments stay", [RootFolder, OnlySay, ReportFormat], (parsed, _) => Task.FromResult(
            FormatVerb.Run(Options(parsed), parsed.GetValue(OnlySay), ReportFor(parsed)))),
        With(AnArticle, Verb("accept", "After a seed changed: what became of each anchor, then a new pin", [RootFolder, ReportFormat], (parsed, _) => Task.FromResult(
            AcceptVerb.Run(Options(parsed), parsed.GetValue(AnArticle)!, ReportFor(parsed))))),
        With(AKind, With(AnOldId, With(ANewId, Verb("rename", "Another id for a record, in every place that refers to it; the old address redirects", [RootFolder, ReportFormat], (parsed, _) => Task.FromResult(
            RenameVerb.Run(Options(parsed), Enum.Parse<Kind>(parsed.GetValue(AKind)!, ignoreCase: true), parsed.GetValue(AnOldId)!, parsed.GetValue(ANewId)!, ReportFor(parsed))))))),
        With(ASite, Verb("verify", "Check a built site against the seeds and the record", [RootFolder, Drafts, Strict, ReportFormat], (parsed, stop) => Task.FromResult(
            VerifyVerb.Run(Options(parsed, stop), parsed.GetValue(ASite)!.FullName, ReportFor(parsed))))),
        With(AnId, Verb("explain", "What an id is, where it is written, who refers to it; or what a problem code means", [RootFolder, ReportFormat], (parsed, stop) => Task.FromResult(
            ExplainVerb.Run(Options(parsed, stop), parsed.GetValue(AnId)!, ReportFor(parsed))))),
        Verb("schema", "JSON Schemas of the record for editors, with this archive's ids, into .vscode/schemas/", [RootFolder], (parsed, stop) => Task.FromResult(
            SchemaVerb.Run(Options(parsed, stop), ReportFor(parsed)))),
        Verb("synth", "Make up an archive, the same for the same number of articles and seed", [Articles, Seed, MadeUpFolder], (parsed, _) => Task.FromResult(
            SynthVerb.Run(parsed.GetValue(Articles), parsed.GetValue(Seed), parsed.GetValue(MadeUpFolder)!.FullName, new(Directory.GetCurrentDirectory(), Format.Text, Console.Out, Console.Error)))),
        Verb("stats", "Counts, sizes, and the share of the limits of GitHub Pages", [RootFolder, ReportFormat], (parsed, stop) => Task.FromResult(
            StatsVerb.Run(Options(parsed, stop), ReportFor(parsed)))),
    };

    private static Command New()
    {
        var command = new Command("new", "Begin a record: an article from a seed, with suggestions to confirm; or an actor, a topic, ...")
        {
            Verb("article", "A first YAML for a seed, with suggestions to confirm", [ASeed, ItsId, RootFolder, ReportFormat], (parsed, _) => Task.FromResult(
                NewArticleVerb.Run(Options(parsed), parsed.GetValue(ASeed)!, parsed.GetValue(ItsId), DateOnly.FromDateTime(DateTime.Now), ReportFor(parsed)))),
        };
        foreach (var kind in Enum.GetValues<Kind>().Where(k => k != Kind.Article))
            command.Add(With(ANewId, Verb(kind.ToString().ToLowerInvariant(), $"Append it to a file of input/{Ref.Folder(kind)}/", [ItsName, ItsFile, RootFolder], (parsed, _) => Task.FromResult(
                NewRecordVerb.Run(Options(parsed), kind, parsed.GetValue(ANewId)!, parsed.GetValue(ItsName)!, parsed.GetValue(ItsFile), ReportFor(parsed))))));
        return command;
    }

    /// <summary>The arguments with <c>build</c> in front when they name no verb.</summary>
    public static string[] WithVerb(string[] args, RootCommand root)
    {
        if (args is ["--help" or "-h" or "-?" or "/?" or "/h" or "--version", ..]) return args;
        return args.Length > 0 && !args[0].StartsWith('-') ? args : ["build", .. args];
    }

    private static Command Verb(string name, string description, IEnumerable<Option> options, Func<ParseResult, CancellationToken, Task<int>> run)
    {
        var verb = new Command(name, description);
        foreach (var option in options) verb.Options.Add(option);
        // Its own thread: this one hears of Ctrl+C only while it waits.
        verb.SetAction((parsed, stop) => Task.Run(() => run(parsed, stop), CancellationToken.None));
        return verb;
    }

    private static Command Served(Command verb)
    {
        verb.Aliases.Add("preview");
        return verb;
    }

    private static Command With(Argument argument, Command verb)
    {
        verb.Arguments.Insert(0, argument);
        return verb;
    }

    private static BuildOptions Options(ParseResult parsed, CancellationToken stop = default) => new(
        FindRoot(parsed.GetValue(RootFolder)), parsed.GetValue(BaseUrl) is { } address
            ? Settings.NormalBaseUrl(address) ?? throw new Refusal($"--base-url takes an address such as https://example.org/archive/, and \"{address}\" is none") : null,
        parsed.GetValue(Drafts), parsed.GetValue(Strict), parsed.GetValue(Coverage), stop);

    private static string Output(ParseResult parsed) =>
        parsed.GetValue(OutputFolder)?.FullName ?? Path.Combine(FindRoot(parsed.GetValue(RootFolder)), "output");

    private static Report ReportFor(ParseResult parsed) =>
        new(FindRoot(parsed.GetValue(RootFolder)), Report.Choose(parsed.GetValue(ReportFormat)), Console.Out, Console.Error);

    private static string FindRoot(DirectoryInfo? given)
    {
        if (given is not null)
        {
            if (!given.Exists) throw new Refusal($"there is no folder {given.FullName}");
            return given.FullName;
        }
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "input", "site.yaml"))) return folder.FullName;
        throw new Refusal("no folder above this one holds input/site.yaml; go into the archive, or name it with --root");
    }
}
