using System.Globalization;
using System.Text;
using Generator.Cache;
using Generator.Modules;
using Generator.Record;
using Model;

namespace Generator.Verbs;

/// <summary><c>archive accept ARTICLE</c>: after a seed changed, what became of each anchor, and a new pin once all of them have a place.</summary>
public static class AcceptVerb
{
    public static int Run(BuildOptions options, string id, Report report)
    {
        var sources = SourceFiles.Below(options.Root, drafts: true);
        var files = RecordFiles.Read(sources, new());
        var raw = files.Records.FirstOrDefault(r => r.Kind == Kind.Article && r.Id.Text == id) ?? throw Unknown(id, files);
        var (problems, drift) = Check(options, id);
        var file = raw.Id.Place.File;
        var mine = problems.Where(p => p.Place.File == file).ToList();
        if (drift is not null) Show(drift, report);
        if (mine.Where(p => p.Severity == Severity.Error && p.Code != Codes.SeedChanged).ToList() is { Count: > 0 } errors)
        {
            report.Problems(errors, "so the new text is not pinned yet; mend them, then accept it again");
            return ExitCode.Problems;
        }
        if (RecordFiles.FieldsOf(raw, sources, new())?.Map["seed"] is not MapNode seed || !mine.Any(p => p.Code == Codes.SeedChanged || p.Code == Codes.SeedUnpinned))
        {
            report.Result($"{id}: the seed is the text that the record pins; there is nothing to accept");
            return ExitCode.Done;
        }
        var sha256 = Pin(options, id, file, seed);
        report.Result($"{file} now pins seeds/{((TextNode)seed["file"]!).Text} as {sha256}");
        return ExitCode.Done;
    }

    private static Refusal Unknown(string id, RecordFiles files)
    {
        var near = Nearest.To(id, files.Records.Where(r => r.Kind == Kind.Article).Select(r => r.Id.Text));
        return new($"no article is called \"{id}\"" + (near is null ? "" : $"; did you mean \"{near}\"?"));
    }

    private static (IReadOnlyList<Problem> Problems, SeedDrift? Drift) Check(BuildOptions options, string id)
    {
        var problems = new Problems();
        var build = new Build(options with { Drafts = true }, problems, _ => { });
        build.ReadArchive();
        return (problems.Sorted(), build.Drifts.FirstOrDefault(d => d.Article.Value == id));
    }

    private static void Show(SeedDrift drift, Report report)
    {
        report.Result($"{drift.Article}: the seed changed; {drift.InWords()}");
        if (!drift.Compared) report.Result("  The pinned text is not in the history of this repository, so what moved cannot be told.");
        foreach (var anchor in drift.Anchors)
        {
            var words = anchor.Quote.Quote.Text;
            var where = (anchor.WasOnLine, anchor.IsOnLine) switch
            {
                ({ } was, { } now) when was != now => $"line {was} -> {now}",
                (_, { } now) => $"line {now}",
                ({ } was, _) => $"was on line {was}",
                _ => "",
            };
            report.Result($"  {Called(anchor.Kind),-12} {where,-18} \"{(words.Length <= 70 ? words : words[..70] + "…")}\"{(anchor.NewSentence is null ? "" : ", in a sentence that changed")}");
        }
    }

    private static string Called(DriftKind kind) => kind switch
    {
        DriftKind.Unchanged => "unchanged",
        DriftKind.Moved => "moved",
        DriftKind.Found => "found",
        DriftKind.Typography => "typography",
        DriftKind.Vanished => "vanished",
        _ => "ambiguous",
    };

    /// <summary>Writes the pin. When the file would then not be read as the same article with that pin, it is left as it was.</summary>
    private static string Pin(BuildOptions options, string id, string file, MapNode seed)
    {
        var (path, name) = (Path.Combine(options.Root, file), ((TextNode)seed["file"]!).Text);
        var before = File.ReadAllBytes(path);
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(options.Root, "seeds", name))));
        var today = DateOnly.FromDateTime(DateTime.Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        ReplaceFile.With(path, Encoding.UTF8.GetBytes(WritePin.Into(Encoding.UTF8.GetString(before), seed, sha256, today)));
        if (!Check(options, id).Problems.Any(p => p.Place.File == file && (p.Severity == Severity.Error || p.Code == Codes.SeedUnpinned))) return sha256;
        ReplaceFile.With(path, before);
        throw new Refusal($"{file} is written in a way that the pin could not be put into; set it by hand: sha256: {sha256}, pinned: {today}", ExitCode.Problems);
    }
}
