using System.Security.Cryptography;
using System.Text;
using Generator.Cache;
using Generator.Editing;
using Generator.Modules;
using Generator.Record;
using Model;

namespace Generator.Serving;

/// <summary>
/// Annotating in the preview: reads an article's file for the form, and writes what the form says into it. Nothing is written over a file that is not as the form knew it, and a change that the archive
/// does not hold with is taken back.
/// </summary>
public sealed class AnnotationDesk(string root, LiveSite site, Report report)
{
    private readonly Lock _writing = new();
    private readonly Dictionary<string, Stack<(byte[] Before, string HashAfter)>> _undo = new(StringComparer.Ordinal);

    /// <exception cref="EditRefused">There is no such article, or its file cannot be read.</exception>
    public DeskState State(string article)
    {
        var file = AnnotatedFile.Read(root, article);
        return new(file.FilePath, file.Hash, CanUndo(file), file.Passages.Keys.ToDictionary(id => id, id => file.ValuesOf(id).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal), StringComparer.Ordinal));
    }

    /// <summary>The records that a field can name, by kind and name.</summary>
    public DeskRecord[] Records() =>
        [.. RecordFiles.Read(SourceFiles.Below(root, drafts: true), new()).Records.Where(r => r.Kind != Kind.Article)
            .Select(r => new DeskRecord(KindOf(r), r.Id.Text, ((r.Map[r.Kind == Kind.Claim ? "text" : "name"] as TextNode)?.Text ?? r.Id.Text)))
            .OrderBy(r => r.Kind, StringComparer.Ordinal).ThenBy(r => r.Name, StringComparer.OrdinalIgnoreCase)];

    private static string KindOf(RawRecord record) => record.Kind == Kind.Claim && record.Map["kind"] is TextNode kind ? kind.Text : Fields.Word(record.Kind);

    /// <summary>Does it, or says why not.</summary>
    public DeskAnswer Do(string article, DeskRequest request)
    {
        lock (_writing)
        {
            try
            {
                var file = AnnotatedFile.Read(root, article);
                if (file.Hash != request.Hash)
                    return new(null, $"{file.FilePath} was changed meanwhile, in an editor or in another window. Nothing was written; the page shows it as it is now when it has been built again.");
                return request.Do == "undo" ? Undo(article, file) : Write(article, file, Encoding.UTF8.GetBytes(EditAnnotations.Of(file, request.Change)), request);
            }
            catch (EditRefused refused)
            {
                return new(null, refused.Message);
            }
        }
    }

    private DeskAnswer Write(string article, AnnotatedFile file, byte[] after, DeskRequest request)
    {
        // Before the page that is told to reload asks whether there is something to take back.
        var now = AnnotatedFile.Of(root, file.FilePath, after);
        lock (_undo)
        {
            if (!_undo.TryGetValue(article, out var done)) _undo.Add(article, done = new());
            done.Push((file.Bytes, Convert.ToHexStringLower(SHA256.HashData(after))));
        }
        var problems = Tried(article, file, after);
        if (problems.Count > 0) return new(null, string.Join("\n", problems.Select(p => p.InWords)));
        report.Note($"{file.FilePath}: {(request.Remove ? "an annotation removed" : request.Passage is null ? "an annotation added" : "an annotation changed")} in the preview");
        return new(request.Remove ? null : now?.Added(file) ?? request.Passage, null);
    }

    private IReadOnlyList<Problem> Tried(string article, AnnotatedFile file, byte[] after)
    {
        var holds = false;
        try
        {
            var problems = site.Try(file.FilePath, file.Bytes, after);
            holds = problems.Count == 0;
            return problems;
        }
        finally
        {
            if (!holds) Forget(article);
        }
    }

    private DeskAnswer Undo(string article, AnnotatedFile file)
    {
        if (!CanUndo(file)) return new(null, "There is nothing to take back: the file is not as the last change from here left it.");
        byte[] before;
        lock (_undo) before = _undo[article].Peek().Before;
        ReplaceFile.With(Path.Combine(root, file.FilePath), before);
        Forget(article);
        site.Rebuild();
        report.Note($"{file.FilePath}: the last change from the preview taken back");
        return new(null, null);
    }

    private void Forget(string article)
    {
        lock (_undo) _undo[article].Pop();
    }

    private bool CanUndo(AnnotatedFile file)
    {
        lock (_undo) return _undo.TryGetValue(Path.GetFileNameWithoutExtension(file.FilePath), out var done) && done.TryPeek(out var last) && last.HashAfter == file.Hash;
    }
}
