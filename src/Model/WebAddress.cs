namespace Model;

/// <summary>
/// An address outside the site, or a <c>mailto:</c>, that is safe to put into a link: only <c>http</c>, <c>https</c> and <c>mailto</c>
/// get through, so <c>javascript:</c> and its disguises never reach a page.
/// </summary>
public readonly record struct WebAddress
{
    private readonly string? _value;

    private WebAddress(string value) => _value = value;

    public string Value => _value ?? "";

    /// <summary>
    /// Reads an absolute address. False for every other scheme, for control characters, white space and backslashes
    /// (browsers drop or turn them, which is how a scheme is disguised), and for an address with a user name.
    /// </summary>
    public static bool TryParse(string text, out WebAddress address)
    {
        address = default;
        foreach (var c in text)
            if (char.IsControl(c) || char.IsWhiteSpace(c) || c is '\\' or '"' or '<' or '>') return false;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri)) return false;
        var safe = text.StartsWith("mailto:", StringComparison.Ordinal)
            ? text.Length > 7
            : (text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal))
              && uri.Host.Length > 0 && uri.UserInfo.Length == 0;
        if (safe) address = new WebAddress(text);
        return safe;
    }

    public override string ToString() => Value;
}
