using Generator.Cache;
using Generator.Modules;
using Generator.Pipelines;
using Generator.Record;
using Generator.Suggesting;
using Model;

namespace Generator.Verbs;

/// <summary><c>archive new article --seed FILE</c>: a first YAML for a seed, with suggestions to confirm.</summary>
public static class NewArticleVerb
{
    /// <param name="file">The name of a text in <c>seeds/</c>, or a path to it.</param>
    /// <param name="id">The id of the article; null makes one of its headline.</param>
    public static int Run(BuildOptions options, string file, string? id, DateOnly today, Report report)
    {
        if (id is not null && !Id.IsValid(id)) throw new Refusal($"\"{id}\" is not an id: lower-case letters a-z, digits and hyphens" + (Slug.Of(id) is { Length: > 0 } slug ? $", such as \"{slug}\"" : ""));
        var problems = new Problems();
        var sources = SourceFiles.Below(options.Root, drafts: true);
        var seeds = new Seeds(sources, [], problems);
        var seed = SeedNamed(file, options.Root, seeds, problems);
        Unused(seed, sources, seeds);
        var archive = report.Watch(phase => new Build(options with { Drafts = true }, problems, phase, sources).ReadDespiteProblems());
        if (archive is null)
        {
            report.Problems(problems.Sorted(), "so what the archive knows cannot be read");
            return ExitCode.Problems;
        }
        Free(archive, id);
        var draft = DraftArticle.Of(archive, seed, id is null ? null : new Id(id), today);
        Write(options.Root, draft, today, report);
        return ExitCode.Done;
    }

    private static Seed SeedNamed(string file, string root, Seeds seeds, Problems problems)
    {
        var name = Path.GetFileName(file);
        var folder = Path.Combine(root, "seeds");
        var path = new[] { Path.GetFullPath(file), Path.Combine(root, file), Path.Combine(folder, file) }.FirstOrDefault(File.Exists);
        if (path is not null && !Path.GetFullPath(path).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new Refusal($"{file} does not lie in {folder}; copy it there first, as it was received");
        var inSeeds = path is null ? name : Path.GetRelativePath(folder, path).Replace('\\', '/');
        if (seeds.Has(inSeeds) && seeds.Read(inSeeds) is { } seed) return seed;
        if (path is not null) throw new Refusal($"seeds/{inSeeds} is not a text: {problems.Sorted().FirstOrDefault(p => p.Place.File == "seeds/" + inSeeds)?.Message ?? "it cannot be read"}");
        throw new Refusal($"there is no text {file} in {folder}" + (Nearest.To(name, seeds.Files) is { } near ? $"; did you mean \"{near}\"?" : ""));
    }

    /// <summary>Refuses a text that an article has already, also one of which everything is only suggested.</summary>
    private static void Unused(Seed seed, SourceFiles sources, Seeds seeds)
    {
        foreach (var source in sources.Record.Where(f => f.Path.StartsWith("input/articles/", StringComparison.Ordinal) || f.Path.StartsWith("input/drafts/", StringComparison.Ordinal)))
        {
            // What is wrong with a file is told when the archive is read.
            if (ReadYaml.Read(source.Path, sources.Read(source), new()) is not MapNode map || map["seed"] is not MapNode taken || taken["file"] is not TextNode file) continue;
            if (file.Text == seed.File) throw new Refusal($"seeds/{seed.File} is already the text of {source.Path}; nothing was written", ExitCode.Problems);
            var hash = (taken["sha256"] as TextNode)?.Text ?? (seeds.Has(file.Text) ? seeds.Read(file.Text)?.Sha256 : null);
            if (seed.Sha256.Equals(hash, StringComparison.OrdinalIgnoreCase)) throw new Refusal($"seeds/{seed.File} has the bytes of seeds/{file.Text}, the text of {source.Path}; nothing was written", ExitCode.Problems);
        }
    }

    private static void Free(Archive archive, string? id)
    {
        if (id is not null && archive.FileOf(new(Kind.Article, new(id))) is { } other) throw new Refusal($"the id \"{id}\" is taken: {other}");
    }

    private static void Write(string root, ArticleDraft draft, DateOnly today, Report report)
    {
        var (file, stubs) = ($"input/articles/{draft.Id}.yaml", $"input/actors/{draft.Id}.yaml");
        foreach (var path in new[] { file, stubs })
            if (File.Exists(Path.Combine(root, path))) throw new Refusal($"{path} exists already; nothing was written. Delete it, or choose another id with --id");
        New(root, file, WriteDraft.Article(draft, stubs, today));
        if (draft.Stubs.Length > 0) New(root, stubs, WriteDraft.Stubs(draft));
        var (quoted, reported) = (draft.Passages.Count(p => p.Direct), draft.Passages.Count(p => !p.Direct));
        report.Result($"{file}: {Count.Of(quoted, "quotation")}, {Count.Of(reported, "reported statement")}, {Count.Of(draft.Figures.Length, "figure")}, {Count.Of(draft.Skip.Length, "line")} to skip, {Count.Of(draft.Repairs.Length, "repair")}, "
            + $"{Count.Of(draft.Actors.Length, "actor")}, {Count.Of(draft.Places.Length, "place")}, {Count.Of(draft.Topics.Length, "topic")}, {Count.Of(draft.Events.Length, "event")}");
        if (draft.Stubs.Length > 0) report.Result($"{stubs}: {Count.Of(draft.Stubs.Length, "name")} that no record has");
        foreach (var twin in draft.Duplicates) report.Result($"{twin.Share * 100:0} % of the text stands in {twin.Article} too ({Ref.Folder(Kind.Article)}/{twin.Article}.yaml)");
        report.Result($"All of it is suggested: read it against the seed, then  archive confirm {draft.Id} --at-least medium  and  archive check");
    }

    private static void New(string root, string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, file))!);
        using var stream = new FileStream(Path.Combine(root, file), FileMode.CreateNew);
        stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
    }
}
