using System.Collections.Immutable;
using Generator.Cache;
using Generator.Modules;
using Generator.Record;
using Model;

namespace Generator.Pipelines;

/// <summary>A hand-written page, read.</summary>
public sealed record Text(Id Id, string Title, string? Description, Html Body, string File);

/// <summary>The hand-written pages of <c>input/pages/</c>, and what stands beside them on the same addresses.</summary>
public static class Texts
{
    /// <summary>Every page, in the order of their files.</summary>
    public static ImmutableArray<Text> Read(IEnumerable<SourceFile> files, SourceFiles sources, Desk desk) =>
        [.. files.Select(f => Read(f, sources.Read(f), desk)).OfType<Text>()];

    private static Text? Read(SourceFile file, byte[] bytes, Desk desk)
    {
        var problems = desk.Problems;
        if (DecodeText.Read(file.Path, bytes, problems) is not { } text) return null;
        if (desk.Ids.Read(new(Place.Of(file.Path), file.Name[..^3], Plain: true, Comment: null)) is not { } id) return null;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = lines[0] == "---" ? Array.IndexOf(lines, "---", 1) : -1;
        if (end < 0)
        {
            problems.Add(Place.Of(file.Path), Codes.BadFrontMatter, "the page does not begin with its front matter", "begin it with the lines  ---  title: ...  ---");
            return null;
        }
        if (ReadYaml.ReadText(file.Path, string.Join('\n', lines[1..end]) + "\n", firstLine: 2, problems) is not { } root) return null;
        if (root is not MapNode map)
        {
            problems.Add(Place.Of(file.Path), Codes.BadFrontMatter, root is TextNode { IsEmpty: true } ? "the front matter is empty" : $"the front matter is {root.Shape}", "it needs title:");
            return null;
        }
        var fields = new Fields(map, "a page", desk);
        fields.Requires("title", "what stands at the top of the page");
        var (title, description) = (fields.Text("title"), fields.Text("description"));
        fields.NoOtherKeys();
        var body = desk.Markdown.PageToHtml(string.Join('\n', lines[(end + 1)..]), file.Path, end + 2, problems);
        return title is null ? null : new(id, title, description, body, file.Path);
    }

    public static IEnumerable<PagePlan> Pages(Archive archive, ImmutableArray<Text> texts)
    {
        foreach (var text in texts.Concat(Missing(archive, texts)))
        {
            var url = archive.Site.Url($"/{text.Id}/");
            yield return new(url, () => new WrittenPage(archive.Site, url, text.Title)
            {
                Description = text.Description,
                Breadcrumbs = archive.Crumbs(),
                RecordFile = text.File.Length > 0 ? text.File : null,
                Body = text.Body,
                Inferences = text.Id.Value == "method" ? [.. Inferred(archive)] : [],
            })
            {
                Own = Fingerprint.Of([text.Title, text.Description ?? "", text.Body.Markup ?? "", text.File]),
            };
        }
    }

    // The theme links to these from every page, so an archive that has not written them yet gets them without words of its own.
    private static IEnumerable<Text> Missing(Archive archive, ImmutableArray<Text> texts) =>
        new[] { ("about", "About"), ("method", "Method"), ("corrections", "Corrections") }
            .Where(p => texts.All(t => t.Id.Value != p.Item1))
            .Select(p => new Text(new(p.Item1), p.Item2, archive.Site.Description, default, ""));

    private static IEnumerable<Group<Inference>> Inferred(Archive archive)
    {
        var passages = archive.Inferred.ToLookup(p => p.Article.Id);
        foreach (var article in archive.Inferring)
        {
            var where = archive.Link(article.Ref);
            var found = new List<Inference>();
            void Add(string field, string? value, Provenance? provenance, Link? at = null)
            {
                if (value is not null && provenance is not null) found.Add(new(field, value, at ?? where, provenance));
            }
            Add("headline", article.Headline.Value, article.Headline.Provenance);
            Add("by", article.By?.Value, article.By?.Provenance);
            Add("source", archive.NameOf(article.Source.Value.To(Kind.Source)), article.Source.Provenance);
            Add("origin", article.Origin is { } origin ? archive.NameOf(origin.Value.To(Kind.Source)) : null, article.Origin?.Provenance);
            Add("published", DateWords.Of(article.Published.Value), article.Published.Provenance);
            Add("modified", article.Modified is { } modified ? DateWords.Of(modified.Value) : null, article.Modified?.Provenance);
            Add("dateline", article.Dateline?.Value, article.Dateline?.Provenance);
            Add("located", article.Located is { } place ? archive.NameOf(place.Value.To(Kind.Place)) : null, article.Located?.Provenance);
            Add("genre", article.Genre?.Value.ToString().ToLowerInvariant(), article.Genre?.Provenance);
            foreach (var passage in passages[article.Id].Select(p => p.Annotation))
            {
                var at = archive.PassageLink(new PassageRef(article.Id, passage.Id));
                Add("as of", passage.Figure?.AsOf is { } asOf ? DateWords.Of(asOf.Value) : null, passage.Figure?.AsOf?.Provenance, at);
                Add("due", passage.Deadline is { } deadline ? DateWords.Of(deadline.Due.Value) : null, passage.Deadline?.Due.Provenance, at);
            }
            if (found.Count > 0) yield return new(article.Headline.Value, [.. found]);
        }
        var events = archive.Records.Events.Values.OrderBy(e => e.Id)
            .SelectMany(e => new[]
            {
                e.Date?.Provenance is { } why ? new Inference("date", DateWords.Of(e.Date.Value), archive.Link(e.Ref), why) : null,
                e.Place?.Provenance is { } whyThere ? new Inference("place", archive.NameOf(e.Place.Value.To(Kind.Place)), archive.Link(e.Ref), whyThere) : null,
            }).OfType<Inference>().ToImmutableArray();
        if (events.Length > 0) yield return new("Events", events);
    }
}
