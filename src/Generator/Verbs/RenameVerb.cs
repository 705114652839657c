using System.Text;
using Generator.Cache;
using Generator.Modules;
using Generator.Record;
using Model;

namespace Generator.Verbs;

/// <summary><c>archive rename KIND OLD NEW</c>: another id for a record, in every place of the record that refers to it; <c>was</c> keeps the old address.</summary>
public static class RenameVerb
{
    public static int Run(BuildOptions options, Kind kind, string old, string @new, Report report)
    {
        if (!Id.IsValid(@new)) throw new Refusal($"\"{@new}\" is not an id: lower-case letters a-z, digits and hyphens" + (Slug.Of(@new) is { Length: > 0 } slug ? $", such as \"{slug}\"" : ""));
        options = options with { Drafts = true };
        var (problems, sources) = (new Problems(), SourceFiles.Below(options.Root, drafts: true));
        var build = new Build(options, problems, _ => { }, sources) { NotesReferences = true };
        var archive = build.ReadArchive();
        if (archive is null)
        {
            report.Problems(problems.Sorted(), "so not every reference can be seen; mend them, then rename");
            return ExitCode.Problems;
        }
        if (old == @new) throw new Refusal("both ids are the same");
        if (!Id.IsValid(old)) throw Unknown(archive, kind, old);
        var record = new Ref(kind, new(old));
        if (archive.FileOf(record) is null) throw Unknown(archive, kind, old);
        Free(archive, record, new(@new));
        var before = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var after = Renamed(build, sources, record, @new, before);
        Write(options, record, @new, before, after, report);
        return ExitCode.Done;
    }

    private static Refusal Unknown(Archive archive, Kind kind, string old)
    {
        var near = Nearest.To(old, archive.AllRecords().Where(r => r.Kind == kind).Select(r => r.Id.Value));
        var other = Id.IsValid(old) ? Enum.GetValues<Kind>().Cast<Kind?>().FirstOrDefault(k => archive.FileOf(new(k!.Value, new(old))) is not null) : null;
        return new($"no {Word(kind)} is called \"{old}\"" + (near is not null ? $"; did you mean \"{near}\"?" : other is { } is_ ? $"; it is of the kind {Word(is_)}" : ""));
    }

    private static void Free(Archive archive, Ref record, Id @new)
    {
        foreach (var kind in record.Kind is Kind.Actor or Kind.Source ? [Kind.Actor, Kind.Source] : new[] { record.Kind })
            if (archive.FileOf(new(kind, @new)) is { } file) throw new Refusal($"the id \"{@new}\" is taken: {file}");
    }

    /// <summary>The files that change, with their new texts; <paramref name="before"/> receives their bytes.</summary>
    private static Dictionary<string, string> Renamed(Build build, SourceFiles sources, Ref record, string @new, Dictionary<string, byte[]> before)
    {
        var raw = build.RecordOf(record)!;
        if (record.Kind == Kind.Article) raw = RecordFiles.FieldsOf(raw, sources, new())!;
        var edits = build.References.Where(r => r.To == record).GroupBy(r => r.Place.File).ToDictionary(g => g.Key, g => g.Select(r => r.Place).Distinct().ToList(), StringComparer.Ordinal);
        edits.TryAdd(raw.Id.Place.File, []);
        var after = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, places) in edits)
        {
            before[file] = sources.Read(sources[file]);
            var text = Encoding.UTF8.GetString(before[file]);
            var own = file == raw.Id.Place.File ? RenameRecord.Own(text, raw, record.Id.Value, @new, isKey: record.Kind != Kind.Article) : [];
            after[file] = RenameRecord.Apply(text, places.Select(p => RenameRecord.Replace(text, p, Suffixed(text, p, record.Id.Value, @new))).Concat(own));
        }
        return after;
    }

    /// <summary>A reference to an annotation, <c>article#annotation</c>, keeps what stands behind the id.</summary>
    private static string Suffixed(string text, Place place, string old, string @new) =>
        Offsets.Of(text, place) is var (at, end) && text[at..end].Trim('"', '\'') is var written && written.StartsWith(old + "#", StringComparison.Ordinal) ? $"\"{@new}{written[old.Length..]}\"" : @new;

    /// <summary>Writes the files; when the record would then have other problems than before, all of them are put back.</summary>
    private static void Write(BuildOptions options, Ref record, string @new, Dictionary<string, byte[]> before, Dictionary<string, string> after, Report report)
    {
        string Full(string file) => Path.Combine(options.Root, file);
        foreach (var (file, text) in after) ReplaceFile.With(Full(file), Encoding.UTF8.GetBytes(text));
        var own = before.Keys.FirstOrDefault(f => record.Kind == Kind.Article && Path.GetFileName(f) == $"{record.Id}.yaml");
        var moved = own is null ? null : own[..^(record.Id.Value.Length + 5)] + @new + ".yaml";
        if (own is not null) File.Move(Full(own), Full(moved!));
        var problems = new Problems();
        if (new Build(options, problems, _ => { }).ReadArchive() is null)
        {
            if (own is not null) File.Move(Full(moved!), Full(own));
            foreach (var (file, bytes) in before) ReplaceFile.With(Full(file), bytes);
            report.Problems(problems.Sorted(), "so everything was put back as it was");
            throw new Refusal($"{record} cannot be renamed to \"{@new}\" by itself", ExitCode.Problems);
        }
        report.Result($"{record} is {Word(record.Kind)}/{@new} now: {Count.Of(after.Count, "file")} changed" + (moved is null ? "" : $", {own} is {moved}"));
        foreach (var file in after.Keys.Order(StringComparer.Ordinal)) report.Result($"  {(file == own ? moved : file)}");
    }

    private static string Word(Kind kind) => kind.ToString().ToLowerInvariant();
}
