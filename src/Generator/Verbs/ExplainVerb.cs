using Generator.Modules;
using Generator.Record;
using Model;

namespace Generator.Verbs;

/// <summary><c>archive explain ID</c>: what an id is, where it is written, who refers to it. A problem code is explained too.</summary>
public static class ExplainVerb
{
    public static int Run(BuildOptions options, string id, Report report)
    {
        if (Codes.All.FirstOrDefault(c => c.Code.Equals(id, StringComparison.OrdinalIgnoreCase)) is { } code)
        {
            report.Result($"{code.Code}: {code.Name} ({Fields.Word(code.Severity)})\n{code.Paragraph}");
            return ExitCode.Done;
        }
        var problems = new Problems();
        var archive = report.Watch(phase => new Build(options, problems, phase).ReadArchive());
        if (archive is null)
        {
            report.Problems(problems.Sorted(), "so the record cannot be explained yet");
            return ExitCode.Problems;
        }
        var found = Enum.GetValues<Kind>().Where(_ => Id.IsValid(id)).Select(k => new Ref(k, new(id))).Where(r => archive.FileOf(r) is not null).ToList();
        if (found.Count == 0)
        {
            var near = Nearest.To(id, archive.AllRecords().Select(r => r.Id.Value).Distinct());
            throw new Refusal($"no record is called \"{id}\"" + (near is null ? "" : $"; did you mean \"{near}\"?"));
        }
        foreach (var record in found) Explain(archive, record, report);
        return ExitCode.Done;
    }

    private static void Explain(Archive archive, Ref record, Report report)
    {
        report.Result($"{record}: {archive.NameOf(record)}");
        report.Result($"  written in   {archive.FileOf(record)}");
        report.Result($"  its page     {archive.Site.Url(record).Path}");
        Section(report, "named in the text", archive.MentionsOf(record).GroupBy(m => m.Article.Id).Select(g => $"{g.Key} ({Count.Of(g.Count(), "time")})"));
        Section(report, "words that mean it", archive.Identified(record).Select(p => Where(archive, p)));
        Section(report, "said by it", archive.SaidBy(record).Select(p => Where(archive, p)));
        Section(report, "passed on by it", archive.PassedOnBy(record).Select(p => Where(archive, p)));
        Section(report, "said to it", archive.SaidTo(record).Select(p => Where(archive, p)));
        if (record.Kind == Kind.Claim)
        {
            Section(report, "values", archive.ValuesOf(record.Id).Select(p => $"{archive.Value(p.Annotation.Figure!).Text}: {Where(archive, p)}"));
            Section(report, "positions", archive.StancesOn(record.Id).Select(p => $"{Words.Spaced(p.Annotation.Stance!.Is.ToString())}: {Where(archive, p)}"));
        }
        if (record.Kind == Kind.Article)
        {
            Section(report, "relations", archive.RelationsOf(record.Id).Select(r => $"{Relations.Words(r.Verb, r.Inverse)} {r.Other.Id}" + (r.On is { } on ? $" on {on}" : "")));
            Section(report, "related by content", RelatedArticles.Of(archive, archive.Records.Articles[record.Id], 8).Select(r => $"{r.Article.Id}: {string.Join(", ", r.Shares.Take(6).Select(s => s.Id))}"));
        }
        else
        {
            Section(report, "articles about it", archive.About(record).Select(a => $"{a.Id} ({a.Published.Value})"));
            Section(report, "its parts", archive.PartsOf(record).Select(p => p.ToString()));
        }
        Section(report, "other records that name it", Referring.To(archive, record).Select(r => $"{r} ({archive.FileOf(r)})"));
    }

    private static string Where(Archive archive, Passage passage)
    {
        var words = archive.PassageLink(passage.Ref).Text;
        return $"\"{(words.Length <= 70 ? words : words[..70] + "…")}\" ({passage.Article.Id}#{passage.Annotation.Id}, line {passage.Annotation.Anchor.SeedLine} of the seed)";
    }

    private static void Section(Report report, string heading, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0) return;
        report.Result($"  {heading}: {all.Count}");
        foreach (var line in all) report.Result($"    {line}");
    }
}
