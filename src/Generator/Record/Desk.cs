using Generator.Modules;

namespace Generator.Record;

/// <summary>What one record is checked against while it is read: the problems found so far, all ids, and the way Markdown is read.</summary>
public sealed record Desk(Problems Problems, Ids Ids, ReadMarkdown Markdown)
{
    /// <summary>The words that values of this record are said to rest on, to be looked up in the seed once there is one.</summary>
    public List<TextNode> Quotes { get; } = [];

    /// <summary>The same desk for another record, which knows the problems and the links of that alone.</summary>
    public Desk ForNext() => new(Problems.Apart(), Ids, Markdown.ForNext());
}
