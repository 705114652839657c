namespace Model;

/// <summary>
/// Markup that may go into a page as it stands: made from Markdown by the generator with raw HTML switched off and every link checked,
/// or JSON for a data block with <c>&lt;</c> escaped. Never made from a text of a seed or a field.
/// </summary>
public readonly record struct Html(string Markup)
{
    public bool IsEmpty => string.IsNullOrEmpty(Markup);
}
