using System.Globalization;
using System.Text;
using Generator.Editing;
using Generator.Record;
using Generator.Schemas;
using Model;

namespace Generator.Suggesting;

/// <summary>Writes a draft as the YAML of the record, in its order of fields. Everything that was guessed carries the mark <c># suggested</c> with how sure it is.</summary>
public static class WriteDraft
{
    /// <summary>The article's file. <paramref name="stubs"/>: the file, relative to the root, of the records that it refers to and that do not exist yet.</summary>
    public static string Article(ArticleDraft draft, string stubs, DateOnly today)
    {
        var to = new StringBuilder(SchemaFiles.Modeline(Kind.Article));
        to.Append("# A draft, made from the text. What ends in \"# suggested\" was guessed: read it against the seed, and delete the mark where it is right, the line where it is not.\n");
        to.Append(CultureInfo.InvariantCulture, $"# All that is as sure as you say loses its mark by:  archive confirm {draft.Id} --at-least high\n");
        if (draft.Stubs.Length > 0) to.Append(CultureInfo.InvariantCulture, $"# Whoever is named here and has no record yet is suggested in {stubs}.\n");
        foreach (var twin in draft.Duplicates) to.Append(CultureInfo.InvariantCulture, $"# {twin.Share * 100:0} % of this text stands in {twin.Article} too: is it the same article, or an update of it?\n");
        to.Append("seed:\n").Append(CultureInfo.InvariantCulture, $"  file: {YamlWords.Of(draft.Seed.File)}\n  sha256: {draft.Seed.Sha256}\n  pinned: {today:yyyy-MM-dd}\n");
        if (draft.Supplied)
            to.Append(CultureInfo.InvariantCulture, $"headline:{Mark(draft.Headline.Cert)}\n  text: {YamlWords.Of(draft.Headline.Value)}\n  evidence: conjecture\n  cert: low\n  why: \"The seed has no headline.\"\n");
        else Line(to, "headline", YamlWords.Of(draft.Headline.Value), draft.Headline.Cert);
        if (draft.By is { } by) Line(to, "by", YamlWords.Of(by.Value), by.Cert);
        if (draft.Source is { } source) Line(to, "source", source.Value.Value, source.Cert);
        else to.Append("source: \"\"").Append(Mark(Certainty.Low)).Append(": the id of the publisher; nothing in the text tells it\n");
        if (draft.Dateline is { } dateline) Line(to, "dateline", YamlWords.Of(dateline.Value), dateline.Cert);
        if (draft.Located is { } located) Line(to, "located", located.Value.Value, located.Cert);
        Published(to, draft.Published);
        if (draft.Language is { } language) Line(to, "language", language.Value, language.Cert);
        if (draft.Genre is { } genre) Line(to, "genre", Words.Snake(genre.Value.ToString()), genre.Cert);
        Ids(to, "topics", draft.Topics);
        Ids(to, "events", draft.Events);
        Ids(to, "places", draft.Places);
        Ids(to, "actors", draft.Actors);
        Rules(to, draft);
        Passages(to, draft);
        return InOrder(to, Kind.Article);
    }

    /// <summary>The file of the records that a draft refers to and that do not exist yet.</summary>
    public static string Stubs(ArticleDraft draft)
    {
        var to = new StringBuilder(SchemaFiles.Modeline(Kind.Actor));
        to.Append(CultureInfo.InvariantCulture, $"# Whom the article {draft.Id} names and no record has. They may stand in any file of this folder.\n");
        foreach (var stub in draft.Stubs)
        {
            to.Append(CultureInfo.InvariantCulture, $"{stub.Id}:{Mark(stub.Cert)}\n  type: {stub.Type}\n  name: {YamlWords.Of(stub.Name)}\n");
            if (stub.WeakAlias is { } alias) to.Append(CultureInfo.InvariantCulture, $"  weak_alias: [{Quoted(alias)}]\n");
        }
        return InOrder(to, Kind.Actor);
    }

    private static void Published(StringBuilder to, SuggestedDate published)
    {
        to.Append(CultureInfo.InvariantCulture, $"published:{Mark(published.Cert)}\n  date: {published.Date}\n  evidence: {Words.Snake(published.Evidence.ToString())}\n");
        if (published.Quote is { } quote) to.Append(CultureInfo.InvariantCulture, $"  quote: {YamlWords.Of(quote)}\n");
        to.Append(CultureInfo.InvariantCulture, $"  rule: {Quoted(published.Rule)}\n  cert: {Word(published.Cert)}\n");
        if (published.Why is { } why) to.Append(CultureInfo.InvariantCulture, $"  why: {Quoted(why)}\n");
    }

    private static void Rules(StringBuilder to, ArticleDraft draft)
    {
        if (draft.Repairs.IsEmpty && draft.Skip.IsEmpty && draft.Roles.IsEmpty) return;
        to.Append("text:\n");
        if (draft.Repairs.Length > 0) to.Append("  repair:\n");
        foreach (var repair in draft.Repairs) to.Append(CultureInfo.InvariantCulture, $"    - from: {Quoted(repair.From)}{Mark(repair.Cert)}\n      to: {Quoted(repair.To)}\n");
        foreach (var (key, role) in new[] { ("lede", BlockRole.Lede), ("byline", BlockRole.Byline), ("caption", BlockRole.Caption), ("bullets", BlockRole.Bullet), ("headings", BlockRole.Heading), ("pull_quotes", BlockRole.PullQuote) })
        {
            var lines = draft.Roles.Where(r => r.Role == role).ToList();
            if (lines.Count > 0) to.Append(CultureInfo.InvariantCulture, $"  {key}:\n");
            foreach (var line in lines) to.Append(CultureInfo.InvariantCulture, $"    - {YamlWords.Of(line.Line.Text)}{Mark(line.Cert)}\n");
        }
        if (draft.Skip.Length > 0) to.Append("  skip:\n");
        foreach (var line in draft.Skip) to.Append(CultureInfo.InvariantCulture, $"    - line: {YamlWords.Of(line.Line.Text)}{Mark(line.Cert)}\n      why: {line.Why}\n");
    }

    /// <summary>In the house form.</summary>
    private static string InOrder(StringBuilder draft, Kind kind) => FormatRecord.Of(draft.ToString(), RecordShapes.Of(kind)) ?? draft.ToString();

    private static void Passages(StringBuilder to, ArticleDraft draft)
    {
        if (draft.Passages.IsEmpty && draft.Figures.IsEmpty) return;
        to.Append("annotations:\n");
        foreach (var passage in draft.Passages)
        {
            to.Append(CultureInfo.InvariantCulture, $"  - quote: {YamlWords.Of(passage.Quote)}{Mark(passage.Cert)}\n");
            if (passage.Nth > 0) to.Append(CultureInfo.InvariantCulture, $"    nth: {passage.Nth}\n");
            to.Append(CultureInfo.InvariantCulture, $"    said: {{ by: {passage.By}");
            if (passage.To is { } other) to.Append(CultureInfo.InvariantCulture, $", to: {other}");
            if (passage.Via is { } via) to.Append(CultureInfo.InvariantCulture, $", via: [{via}]");
            to.Append(passage.Direct ? ", direct: yes" : ", direct: no");
            if (passage.Verb is { } verb) to.Append(CultureInfo.InvariantCulture, $", verb: {YamlWords.Of(verb)}");
            to.Append(" }\n");
        }
        foreach (var (quote, nth, figure, by) in draft.Figures)
        {
            to.Append(CultureInfo.InvariantCulture, $"  - quote: {YamlWords.Of(quote)}{Mark(figure.Cert)}\n");
            if (nth > 0) to.Append(CultureInfo.InvariantCulture, $"    nth: {nth}\n");
            if (by is { } speaker) to.Append(CultureInfo.InvariantCulture, $"    said: {{ by: {speaker}, direct: no }}\n");
            to.Append(CultureInfo.InvariantCulture, $"    figure: {{ of: {figure.Claim}");
            foreach (var (key, value) in new[] { ("value", figure.Value), ("min", figure.Min), ("max", figure.Max) })
                if (value is not null) to.Append(CultureInfo.InvariantCulture, $", {key}: {value}");
            to.Append(" }\n");
        }
    }

    private static void Ids(StringBuilder to, string key, IReadOnlyCollection<Suggested<Id>> ids)
    {
        if (ids.Count == 0) return;
        to.Append(CultureInfo.InvariantCulture, $"{key}:\n");
        foreach (var id in ids) to.Append(CultureInfo.InvariantCulture, $"  - {id.Value}{Mark(id.Cert)}\n");
    }

    private static void Line(StringBuilder to, string key, string value, Certainty cert) => to.Append(CultureInfo.InvariantCulture, $"{key}: {value}{Mark(cert)}\n");

    private static string Quoted(string text) => "\"" + string.Concat(text.Select(c => c is '"' or '\\' ? $"\\{c}" : char.IsControl(c) ? $"\\x{(int)c:X2}" : c.ToString())) + "\"";

    private static string Mark(Certainty cert) => $" # suggested {Word(cert)}";

    private static string Word(Certainty cert) => Words.Snake(cert.ToString());
}
