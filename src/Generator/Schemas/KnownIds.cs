using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Generator.Cache;
using Generator.Modules;
using Generator.Record;
using Model;

namespace Generator.Schemas;

/// <summary>An id of the record with what readers call it; null when the record does not say, or cannot be read just now.</summary>
public sealed record NamedId(string Id, string? Name);

/// <summary>
/// Every id of the record, as far as its files can be read: editors need them most while something is wrong. Of a file that is no YAML at the moment, the words at the
/// beginnings of its lines are taken for its ids.
/// </summary>
public static partial class KnownIds
{
    [GeneratedRegex("^\uFEFF?([a-z0-9-]+):", RegexOptions.Multiline)]
    private static partial Regex KeyOfALine();

    /// <summary>The ids of each kind in ordinal order, those of drafts among them.</summary>
    public static ImmutableDictionary<Kind, ImmutableArray<NamedId>> Below(string root)
    {
        var sources = SourceFiles.Below(root, drafts: true);
        var records = RecordFiles.Read(sources, new()).Records;
        var read = InParallel.Each(records, r => (r.Kind, Id: new NamedId(r.Id.Text, NameOf(r, sources))));
        var files = records.Select(r => r.Id.Place.File).ToHashSet(StringComparer.Ordinal);
        var unread = sources.Record.Where(f => !files.Contains(f.Path))
            .SelectMany(f => KindOf(f.Path) is { } kind ? KeyOfALine().Matches(Encoding.UTF8.GetString(sources.Read(f))).Select(m => (Kind: kind, Id: new NamedId(m.Groups[1].Value, null))) : []);
        var all = read.Concat(unread).Where(r => Id.IsValid(r.Id.Id)).ToLookup(r => r.Kind, r => r.Id);
        return Enum.GetValues<Kind>().ToImmutableDictionary(k => k, k => all[k].DistinctBy(i => i.Id).OrderBy(i => i.Id, StringComparer.Ordinal).ToImmutableArray());
    }

    private static string? NameOf(RawRecord record, SourceFiles sources)
    {
        var fields = record.Kind == Kind.Article ? RecordFiles.FieldsOf(record, sources, new())?.Map : record.Map;
        var name = fields?[record.Kind switch { Kind.Article => "headline", Kind.Claim => "text", _ => "name" }];
        return (name is MapNode stated ? stated["text"] : name) is TextNode { IsBlank: false } text ? text.Text : null;
    }

    private static Kind? KindOf(string path)
    {
        foreach (var kind in Enum.GetValues<Kind>())
            if (kind != Kind.Article && path.StartsWith($"input/{Ref.Folder(kind)}/", StringComparison.Ordinal)) return kind;
        return null;
    }
}
