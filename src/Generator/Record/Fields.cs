using System.Collections.Immutable;
using System.Globalization;
using Generator.Modules;
using Model;

namespace Generator.Record;

/// <summary>
/// The typed reader of one map of the record: a method for each type of field, which says what is wrong at the value's own place and then goes on
/// with nothing, so that an editor sees every problem at once. End with <see cref="NoOtherKeys"/>.
/// </summary>
/// <param name="map">The map to read.</param>
/// <param name="what">What it describes, in an editor's words: <c>an article</c>.</param>
/// <param name="desk">What the fields are checked against.</param>
/// <param name="place">What stands for the whole of it: the id or key it is written under; without one, where it begins.</param>
public sealed class Fields(MapNode map, string what, Desk desk, Place? place = null)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<(string Key, string Why)> _missing = [];
    private readonly HashSet<string> _misspelt = new(StringComparer.Ordinal);

    public Place Place => place ?? map.Place;

    public Desk Desk => desk;

    /// <summary>The value of <paramref name="key"/>, whatever its shape; null when the key is not there or blank (which is a problem).</summary>
    public Node? Node(string key)
    {
        _known.Add(key);
        if (map[key] is not { } node) return null;
        if (node is not TextNode { IsBlank: true }) return node;
        desk.Problems.Add(KeyPlace(key), Codes.EmptyValue, $"\"{key}\" has no value", "write one, or delete the key");
        return null;
    }

    public bool Has(string key) => map[key] is not null;

    /// <summary>Whether another key is a misspelling of this one, or belongs below it; after <see cref="NoOtherKeys"/>, which has reported it.</summary>
    public bool Misspells(string key) => _misspelt.Contains(key);

    /// <summary>Whether the key is neither there nor misspelt; after <see cref="NoOtherKeys"/>.</summary>
    public bool Lacks(string key) => !Has(key) && !Misspells(key);

    /// <summary>Says that <paramref name="key"/> may be there.</summary>
    public void Knows(string key) => _known.Add(key);

    /// <summary>Says that <paramref name="key"/> must be there; <see cref="NoOtherKeys"/> reports it, unless another key is a misspelling of it.</summary>
    public void Requires(string key, string why)
    {
        _known.Add(key);
        if (map[key] is not null) return;
        if (map.Suggested.FirstOrDefault(s => s.Text == key) is { } suggested)
            desk.Problems.Add(suggested.Place, Codes.OnlySuggested, $"\"{key}\" is needed and only suggested", "write the right value, if it is not, and delete \"# suggested\" behind it");
        else _missing.Add((key, why));
    }

    /// <summary>A scalar that the field itself will interpret: an id, a date, a number, a word.</summary>
    public TextNode? Scalar(string key) => Node(key) is { } node ? AsText(key, node) : null;

    /// <summary>Free text: refused when a comment cut it off.</summary>
    public string? Text(string key) => TextNode(key)?.Text;

    /// <summary>The same, shared (<see cref="Bytes.SharedWords"/>).</summary>
    public string? SharedText(string key) => Text(key) is { } text ? Bytes.SharedWords.Of(text) : null;

    /// <summary>Free text with its place.</summary>
    public TextNode? TextNode(string key) => Scalar(key) is { } node && Whole(key, node) ? node : null;

    /// <summary>Free text that may also be nothing, which is written <c>""</c>.</summary>
    public string? TextOrNothing(string key)
    {
        _known.Add(key);
        return map[key] is TextNode { Plain: false, IsBlank: true } nothing ? nothing.Text : Text(key);
    }

    public Id? Id(string key, params ReadOnlySpan<Kind> kinds) => Scalar(key) is { } node ? desk.Ids.Resolve(node, kinds)?.Id : null;

    public Ref? Ref(string key, params ReadOnlySpan<Kind> kinds) => Scalar(key) is { } node ? desk.Ids.Resolve(node, kinds) : null;

    public Edtf? Date(string key) => Scalar(key) is { } node ? AsDate(node) : null;

    public decimal? Number(string key) => Scalar(key) is { } node ? AsNumber(key, node) : null;

    public WebAddress? Address(string key) => Scalar(key) is { } node ? AsAddress(node) : null;

    /// <summary>Markdown, as the markup it makes.</summary>
    public Html Markdown(string key) => TextNode(key) is { } node ? desk.Markdown.NoteToHtml(node, desk.Problems) : default;

    /// <summary>yes or no.</summary>
    public bool? YesNo(string key)
    {
        if (Scalar(key) is not { } node) return null;
        if (node.Text is "yes" or "true") return true;
        if (node.Text is "no" or "false") return false;
        desk.Problems.Add(node.Place, Codes.NotAChoice, $"\"{node.Text}\" is neither yes nor no", "write yes or no");
        return null;
    }

    /// <summary>A word that names a value of <typeparamref name="T"/>, written as the enumeration has it: as <c>PublicBody</c>, or <c>disagrees_with</c>.</summary>
    public T? Choice<T>(string key) where T : struct, Enum => Scalar(key) is { } node ? AsChoice<T>(key, node) : null;

    public ImmutableArray<string> Texts(string key) => [.. List(key, n => AsText(key, n) is { } t && Whole(key, t) ? t.Text : null)];

    public ImmutableArray<TextNode> TextNodes(string key) => [.. List(key, n => AsText(key, n) is { } t && Whole(key, t) ? t : null)];

    public ImmutableArray<Id> IdList(string key, Kind kind) => [.. List(key, n => AsText(key, n) is { } t ? desk.Ids.Resolve(t, kind) : null).Select(r => r.Id).Distinct()];

    public ImmutableArray<Ref> Refs(string key, params Kind[] kinds) => [.. List(key, n => AsText(key, n) is { } t ? desk.Ids.Resolve(t, kinds) : null).Distinct()];

    /// <summary>The ids that a record of <paramref name="kind"/> had before: none may be that of a record.</summary>
    public ImmutableArray<Id> OldIds(string key, Kind kind) => [.. List(key, n => AsText(key, n) is { } t ? desk.Ids.ReadOld(t, kind) : null)];

    /// <summary>Each item of a list, or a single value as a list of one, read by <paramref name="read"/>; what it gives no value for is left out.</summary>
    public ImmutableArray<T> List<T>(string key, Func<Node, T?> read) where T : class
    {
        var found = ImmutableArray.CreateBuilder<T>();
        foreach (var item in Items(key))
            if (read(item) is { } value) found.Add(value);
        return found.ToImmutable();
    }

    public ImmutableArray<T> List<T>(string key, Func<Node, T?> read) where T : struct
    {
        var found = ImmutableArray.CreateBuilder<T>();
        foreach (var item in Items(key))
            if (read(item) is { } value) found.Add(value);
        return found.ToImmutable();
    }

    /// <summary>The items of a list, or a single value as a list of one.</summary>
    public IReadOnlyList<Node> Items(string key) => Node(key) switch { null => [], ListNode list => list.Items, { } single => [single] };

    /// <summary>A map inside this one. <paramref name="like"/> shows an editor how it is written.</summary>
    public Fields? Map(string key, string called, string like) => Node(key) is { } node ? AsMap(key, node, called, like, KeyPlace(key)) : null;

    /// <summary>
    /// A value that may be plain or a map with its provenance: <paramref name="valueKey"/> names the value there. <paramref name="read"/> makes the
    /// value of its scalar, or null after saying why not.
    /// </summary>
    public Stated<T>? Stated<T>(string key, string valueKey, Func<TextNode, T?> read) where T : class =>
        StatedScalar(key, valueKey) is var (node, provenance) && read(node) is { } value ? new(value, provenance) : null;

    public Stated<T>? StatedValue<T>(string key, string valueKey, Func<TextNode, T?> read) where T : struct =>
        StatedScalar(key, valueKey) is var (node, provenance) && read(node) is { } value ? new(value, provenance) : null;

    public Stated<string>? StatedText(string key) => Stated(key, "text", n => Whole(key, n) ? n.Text : null);

    public Stated<Edtf>? StatedDate(string key) => Stated(key, "date", AsDate);

    public Stated<Id>? StatedId(string key, Kind kind) => Stated(key, "id", n => desk.Ids.Resolve(n, kind)?.Id);

    /// <summary>
    /// Reports every key that no method asked for, and every required one that is neither there nor misspelt. <paramref name="below"/> says of keys
    /// that belong one level deeper under which one. True when there was no unknown key.
    /// </summary>
    public bool NoOtherKeys(IReadOnlyDictionary<string, string>? below = null)
    {
        var others = map.Entries.Where(e => !_known.Contains(e.Key.Text)).Select(e => e.Key).ToList();
        foreach (var key in others)
            desk.Problems.Add(key.Place, Codes.UnknownKey, $"{what} has no key \"{key.Text}\"", Meant(key, below));
        foreach (var (key, why) in _missing.Where(m => Lacks(m.Key))) desk.Problems.Add(Place, Codes.Missing, $"{what} needs \"{key}\"", why);
        return others.Count == 0;
    }

    public Place KeyPlace(string key)
    {
        foreach (var entry in map.Entries)
            if (entry.Key.Text == key) return entry.Key.Place;
        return Place;
    }

    public Place ValuePlace(string key) => map[key]?.Place ?? Place;

    public TextNode? AsText(string key, Node node)
    {
        if (node is TextNode { IsBlank: true })
        {
            desk.Problems.Add(node.Place, Codes.EmptyValue, $"an item of \"{key}\" has no value", "write one, or delete the item");
            return null;
        }
        if (node is TextNode text) return text;
        desk.Problems.Add(node.Place, Codes.WrongShape, $"\"{key}\" takes a text, and here is {node.Shape}", node switch
        {
            ListNode { Items: [TextNode single] } => $"write {key}: {single.Text}",
            ListNode => "write one text, without [ ] and without hyphens before it",
            _ => "a colon and a space make a map: put the whole text in quotation marks",
        });
        return null;
    }

    public Fields? AsMap(string key, Node node, string called, string like, Place? at = null)
    {
        if (node is MapNode inner) return new(inner, called, desk, at);
        desk.Problems.Add(node.Place, Codes.WrongShape, $"\"{key}\" takes a map, and here is {node.Shape}", $"write it like  {like}");
        return null;
    }

    public Edtf? AsDate(TextNode node)
    {
        if (Edtf.TryParse(node.Text, out var date, out var reason)) return date;
        desk.Problems.Add(node.Place, Codes.BadDate, $"\"{node.Text}\" is not a date", InNumbers(node.Text) ?? reason);
        return null;
    }

    public WebAddress? AsAddress(TextNode node)
    {
        if (WebAddress.TryParse(node.Text, out var address)) return address;
        desk.Problems.Add(node.Place, Codes.UnsafeAddress, $"\"{node.Text}\" is not a web address",
            node.Text.StartsWith("http", StringComparison.Ordinal) && node.Text.Any(char.IsWhiteSpace) ? "an address has no spaces: write %20 for one"
            : node.Plain && node.Comment is null && !node.Text.Contains(':') ? $"https://{node.Text}?" : "addresses begin with https:// or http://");
        return null;
    }

    public T? AsChoice<T>(string key, TextNode node) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Word(value) == node.Text) return value;
        var words = Enum.GetValues<T>().Select(Word).ToList();
        desk.Problems.Add(node.Place, Codes.NotAChoice, $"\"{node.Text}\" is not one of the words of \"{key}\"",
            Nearest.To(node.Text, words) is { } near ? $"did you mean \"{near}\"?" : $"one of: {string.Join(", ", words)}");
        return null;
    }

    /// <summary>How the record writes a value: <c>disagrees_with</c>; types of records keep their capitals: <c>PublicBody</c>.</summary>
    public static string Word<T>(T value) where T : struct, Enum =>
        value is ActorType ? value.ToString() : Words.Snake(value.ToString());

    private string Meant(TextNode key, IReadOnlyDictionary<string, string>? below)
    {
        if (below is not null && below.TryGetValue(key.Text, out var under))
        {
            _misspelt.Add(under);
            return $"it goes one level deeper, under \"{under}\"";
        }
        var near = Nearest.To(key.Text, _known.Where(k => map[k] is null)) ?? Nearest.To(key.Text, _known);
        if (near is not null)
        {
            _misspelt.Add(near);
            return $"did you mean \"{near}\"?";
        }
        return map.Flow && key.Text.Contains(' ')
            ? "a comma inside { } ends a value: if this is the rest of a text, put the whole text in quotation marks"
            : $"it has: {string.Join(", ", _known.Order(StringComparer.Ordinal))}";
    }

    private decimal? AsNumber(string key, TextNode node)
    {
        if (decimal.TryParse(node.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            // Sums and differences of numbers must fit too.
            if (Math.Abs(number) <= 1_000_000_000_000_000m) return number;
            desk.Problems.Add(node.Place, Codes.BadNumber, $"\"{node.Text}\" is too large a number", "at most 1000000000000000; let the unit of the claim say thousands or millions");
            return null;
        }
        var bare = node.Text.Replace(",", "").Replace(" ", "");
        var end = bare.AsSpan().IndexOfAnyExcept("0123456789.");
        var digits = end < 0 ? bare : bare[..end];
        desk.Problems.Add(node.Place, Codes.BadNumber, $"\"{node.Text}\" is not a number",
            !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? "digits, and a point for decimals; for \"more than 400\" write min: 400"
            : end < 0 ? $"write {key}: {digits}" : $"write {key}: {digits}; the unit stands in the claim");
        return null;
    }

    private static readonly string[] OtherForms = ["d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "yyyy/M/d", "yyyy.M.d", "yyyy-M-d", "yyyyMMdd"];

    private static string? InNumbers(string text) =>
        DateOnly.TryParseExact(text, OtherForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? $"write {date:yyyy-MM-dd}"
        : DateOnly.TryParseExact(text, ["MMMM yyyy", "MMM yyyy", "yyyy-M"], CultureInfo.InvariantCulture, DateTimeStyles.None, out date) ? $"write {date:yyyy-MM}"
        : null;

    private bool Whole(string key, TextNode node)
    {
        if (node.Comment is not { } comment) return true;
        desk.Problems.Add(comment, Codes.CutByComment, $"\" #\" begins a comment, so \"{key}\" is only \"{node.Text}\"",
            "put the text in quotation marks, or the comment on a line of its own");
        return false;
    }

    private static readonly string[] ProvenanceKeys = ["evidence", "quote", "rule", "cert", "why"];

    private (TextNode Value, Provenance? Provenance)? StatedScalar(string key, string valueKey)
    {
        switch (Node(key))
        {
            case null: return null;
            case MapNode inner when ProvenanceKeys.Append(valueKey).Any(k => inner[k] is not null):
                var fields = new Fields(inner, $"\"{key}\"", desk, KeyPlace(key));
                fields.Requires(valueKey, $"the value goes under \"{valueKey}\"; the other keys say where it comes from");
                var value = fields.Scalar(valueKey);
                var provenance = new Provenance(
                    fields.Choice<Evidence>("evidence"), fields.Text("quote"), fields.Text("rule"), fields.Choice<Certainty>("cert"), fields.Text("why"));
                if (inner["quote"] is TextNode quote && provenance.Quote is not null) desk.Quotes.Add(quote);
                fields.NoOtherKeys();
                return value is null ? null : (value, provenance);
            case { } node: return AsText(key, node) is { } text ? (text, null) : null;
        }
    }
}
