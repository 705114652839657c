using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Generator.Modules;
using Generator.Record;
using Model;

namespace Generator.Suggesting;

/// <summary>Makes a first draft of an article's record from its text and from what the archive knows.</summary>
public sealed partial class DraftArticle
{
    private const int Often = 3;

    private readonly Archive _archive;
    private readonly Seed _seed;
    private readonly List<TextLine> _lines;
    private readonly ReadingText _text;
    private readonly ImmutableArray<Mention> _mentions;
    private readonly Dictionary<string, Stub> _stubs = new(StringComparer.Ordinal);
    private readonly SuggestedDate _published;
    private readonly List<NamedEvent> _events;

    private DraftArticle(Archive archive, Seed seed, DateOnly today)
    {
        (_archive, _seed) = (archive, seed);
        Repairs = FindDamage.In(seed.Text);
        _lines = TextLine.Of(seed.Text, Repairs);
        Skip = FindFurniture.In(_lines);
        var body = _lines.Where(l => Skip.TrueForAll(s => s.Line.Text != l.Text)).ToList();
        (Headline, var above) = FindLineRoles.Headline(body);
        // The name of a section is no paragraph; of all roles a byline's says least of it.
        Roles = [.. body.Take(above).Select(l => new RoledLine(l, BlockRole.Byline, Certainty.Medium)), .. FindLineRoles.In([.. body.Skip(Headline is null ? 0 : above + 1)], Headline is not null)];
        _text = CleanText.Of(seed, Rules(), new());
        _mentions = FindMentions.Prepare(Names(archive), new()).In(_text, []);
        _events = new FindEvents(archive.Records.Events.Values).In(body);
        _published = FindPublished.Of(body, [.. Skip.Select(k => k.Line)], seed.File, _events, today);
    }

    private List<Repair> Repairs { get; }
    private List<Furniture> Skip { get; }
    private List<RoledLine> Roles { get; }
    private TextLine? Headline { get; }

    // "WASHINGTON (TDR) — ", "BEIRUT, Lebanon — "
    [GeneratedRegex(@"^(?<place>\p{Lu}[\p{Lu}'’. -]{2,30})(?<rest>(?:, \p{Lu}[\p{L}. ]{1,20}){0,2}(?: \([^)]{1,30}\))?)\s*[—–-]{1,2}\s")]
    private static partial Regex Dateline();

    [GeneratedRegex(@"^(?:by|written by|story by|analysis by)\s+(?<who>[^|,\d]{3,60})", RegexOptions.IgnoreCase)]
    private static partial Regex Author();

    /// <param name="id">The id of the article; made from its headline and date when it is null.</param>
    /// <param name="today">The day on which it is added.</param>
    public static ArticleDraft Of(Archive archive, Seed seed, Id? id, DateOnly today) => new DraftArticle(archive, seed, today).Make(id);

    private ArticleDraft Make(Id? id)
    {
        var headline = Headline?.Text ?? FirstWords();
        var article = id ?? Unused(headline);
        var agents = new FindAgents(_text, _mentions, r => _archive.NameOf(r), IsBody);
        var statements = FindStatements.In(_text, agents);
        var passages = statements.Select(s => Passage(s, article)).OfType<DraftPassage>().DistinctBy(p => (p.Quote, p.Nth)).ToImmutableArray();
        var figures = new FindFigures(_archive.Records.Claims.Values).In(_text).Select(f => Figure(f, statements, article)).Where(f => !passages.Any(p => (p.Quote, p.Nth) == (f.Quote, f.Nth))).ToImmutableArray();
        AddFrequentNames(agents);
        var dateline = _text.Blocks.Where(b => b.Role == BlockRole.Paragraph).Take(1).Select(b => Dateline().Match(_text.Text[b.Start..b.End])).FirstOrDefault(m => m.Success);
        var author = _lines.Select(l => Author().Match(l.Text)).FirstOrDefault(m => m.Success && m.Value.Count(c => c == ' ') <= 8);
        return new()
        {
            Id = article,
            Seed = _seed,
            Text = _text,
            Headline = new(headline, Headline is null ? Certainty.Low : Certainty.High),
            Supplied = Headline is null,
            By = author is null ? null : new(author.Groups["who"].Value.Trim(), Certainty.High),
            Source = Publisher(),
            Published = _published,
            Language = GuessLanguage.Of(_text.Text) is { } language && language != _archive.Site.Language ? new(language, Certainty.High) : null,
            Dateline = dateline is null ? null : new((dateline.Groups["place"].Value + dateline.Groups["rest"].Value).Trim(), Certainty.High),
            Located = dateline is not null && PlaceNamed(dateline.Groups["place"].Value.Trim()) is { } place ? new(place, Certainty.Medium) : null,
            Repairs = [.. Repairs],
            Skip = [.. Skip],
            Roles = [.. Roles],
            Genre = FindGenre.Of(_lines, _seed.File),
            Topics = [.. Topics()],
            Events = [.. _events.Select(e => new Suggested<Id>(e.Event.Id, e.By <= NamedBy.Month ? Certainty.Medium : Certainty.Low))],
            Places = [.. Mentioned(Kind.Place)],
            Actors = [.. Mentioned(Kind.Actor)],
            Passages = passages,
            Figures = figures,
            Stubs = [.. _stubs.Values.OrderBy(s => s.Id)],
            Duplicates = [.. FindDuplicates.Of(_text.Text, _archive.Articles)],
        };
    }

    private bool IsBody(Ref record) => !(record.Kind == Kind.Actor && _archive.Records.Actors.TryGetValue(record.Id, out var actor) && actor.Type is ActorType.Person or ActorType.Anonymous or ActorType.Group or ActorType.Document);

    private TextRules Rules()
    {
        static TextNode Typed(string text) => new(default, text, Plain: false, Comment: null);
        return new(Headline?.Text, [.. Skip.Select(s => new SkipRule(Typed(s.Line.Text), s.Why))], [.. Repairs.Select(r => new RepairRule(Typed(r.From), r.To))], [.. Roles.Select(r => new RoleRule(Typed(r.Line.Text), r.Role))]);
    }

    private static IEnumerable<KnownName> Names(Archive archive)
    {
        var raw = archive.AllRecords().Where(r => r.Kind is Kind.Actor or Kind.Place or Kind.Source).Select(r => new RawRecord(r.Kind, new(default, r.Id.Value, Plain: true, Comment: null), RawRecord.NoFields));
        return KnownNames.Of(raw, archive.Records.Actors, archive.Records.Places, archive.Records.Sources);
    }

    private string FirstWords()
    {
        var words = (_lines.FirstOrDefault(l => l.Words > 3)?.Text ?? _seed.File).TrimStart('•', '*', '-', ' ').Split(' ');
        return words.Length <= 12 ? string.Join(' ', words).TrimEnd('.') : string.Join(' ', words.Take(12)).TrimEnd(',', ';', ':', '—') + " …";
    }

    /// <summary>An id of the headline's first words and, where it is known, the month, that no article has.</summary>
    private Id Unused(string headline)
    {
        var slug = Slug.Of(headline, words: 5) is { Length: > 0 } words ? words : "article";
        if (Month() is { } month) slug += "-" + month;
        var id = slug;
        for (var number = 2; _archive.Records.Articles.ContainsKey(new(id)); number++) id = $"{slug}-{number}";
        return new(id);
    }

    /// <summary>The month of publication, such as <c>2025-08</c>, when it is known.</summary>
    private string? Month() => Edtf.TryParse(_published.Date, out var date, out _) && date is { IsInterval: false } && date.Text.Length >= 7 ? date.Text[..7] : null;

    private Suggested<Id>? Publisher()
    {
        var names = FindMentions.Prepare(Names(_archive).Where(n => n.Of.Kind == Kind.Source), new());
        // What the page around the text is signed with; the sources that the text itself names are those it reports of.
        foreach (var line in Skip.Select(s => s.Line).Concat(Roles.Where(r => r.Role == BlockRole.Byline).Select(r => r.Line)))
        {
            var text = new ReadingText(line.Text, [new(BlockRole.Paragraph, 0, line.Text.Length)], [], []);
            if (names.In(text, []) is [{ Of: var source }, ..]) return new(source.Id, Certainty.Medium);
        }
        return null;
    }

    private Id? PlaceNamed(string words) => _archive.Records.Places.Values.FirstOrDefault(p => p.Name.Equals(words, StringComparison.OrdinalIgnoreCase) || p.Alias.Contains(words, StringComparer.OrdinalIgnoreCase))?.Id;

    private IEnumerable<Suggested<Id>> Mentioned(Kind kind) => _mentions.Where(m => m.Of.Kind == kind).GroupBy(m => m.Of.Id).OrderByDescending(g => g.Count()).ThenBy(g => g.Min(m => m.Start)).Select(g => new Suggested<Id>(g.Key, Certainty.High));

    private IEnumerable<Suggested<Id>> Topics()
    {
        var text = " " + string.Join(' ', Words(_text.Text)) + " ";
        foreach (var topic in _archive.Records.Topics.Values.OrderBy(t => t.Id))
        {
            var often = topic.Alias.Prepend(topic.Name).Select(n => string.Join(' ', Words(n))).Where(n => n.Length > 2).Distinct(StringComparer.Ordinal).Sum(n => Occurrences(text, $" {n} "));
            if (often > 0) yield return new(topic.Id, often > 1 ? Certainty.Medium : Certainty.Low);
        }
    }

    private static IEnumerable<string> Words(string text)
    {
        var words = new List<string>();
        for (var scanner = new Search.WordScanner(text); scanner.Next();) words.Add(scanner.Word.ToString());
        return words;
    }

    private static int Occurrences(string text, string words)
    {
        var count = 0;
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + words.Length - 1, StringComparison.Ordinal)) count++;
        return count;
    }

    private DraftPassage? Passage(Statement statement, Id article)
    {
        var quote = _text.Text[statement.Start..statement.End];
        if (IdOf(statement.By, article, statement.Cert) is not { } by) return null;
        Id? via = statement.Via is { } source ? IdOf(source, article, statement.Cert) : null;
        Id? to = statement.To is { Kind: AgentKind.Known } other && IdOf(other, article, statement.Cert) is { } known && known != by ? known : null;
        return new(quote, Nth(quote, statement.Start), by, to, via == by ? null : via, statement.Verb, statement.Direct, statement.Cert);
    }

    private DraftFigure Figure(SuggestedFigure figure, ImmutableArray<Statement> statements, Id article)
    {
        var quote = _text.Text[figure.Start..figure.End];
        var said = statements.FirstOrDefault(s => s.Start <= figure.Start && figure.End <= s.End);
        return new(quote, Nth(quote, figure.Start), figure, said is null ? null : IdOf(said.By, article, said.Cert));
    }

    /// <summary>Which of the places where words stand is meant, from 1; 0 when they stand once.</summary>
    private int Nth(string quote, int start)
    {
        var (folded, words) = (FoldText.Fold(_text.Text), FoldText.Typed(quote));
        var (count, which) = (0, 0);
        for (var at = folded.IndexOf(words, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            count++;
            if (at == start) which = count;
        }
        return count > 1 ? which : 0;
    }

    private Id? IdOf(Agent agent, Id article, Certainty cert)
    {
        if (agent.Known is { } record) return record.Id;
        if (agent.Kind == AgentKind.Pronoun) return null;
        var bare = agent.Text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? agent.Text[4..] : agent.Text;
        if (Recorded(bare) is { } known) return known;
        var described = agent.Kind == AgentKind.Description;
        if (described && (bare.StartsWith("a ", StringComparison.OrdinalIgnoreCase) || bare.StartsWith("an ", StringComparison.OrdinalIgnoreCase))) bare = bare[(bare.IndexOf(' ') + 1)..];
        var slug = Slug.Of(bare, words: 6);
        if (slug.Length == 0) return null;
        // Unnamed people of two articles are not the same because they are described alike.
        if (described) slug += "-" + (Month() ?? article.Value);
        if (slug.Length > 100) slug = slug[..100].TrimEnd('-');
        if (_archive.FileOf(new(Kind.Actor, new(slug))) is null && _archive.FileOf(new(Kind.Source, new(slug))) is null && !_stubs.ContainsKey(slug))
            _stubs.Add(slug, described ? new(new(slug), IsPlural(agent) ? ActorType.Group : ActorType.Anonymous, $"{agent.Text} ({Month() ?? article.Value})", agent.Text, cert) : new(new(slug), TypeOf(agent.Text), agent.Text, null, cert));
        return new(slug);
    }

    /// <summary>The record that has these words as a name, also one that counts only where an editor says so; of those who are not named none, because they are known by their articles alone.</summary>
    private Id? Recorded(string words)
    {
        var found = _archive.Records.Actors.Values.Where(a => a.Type != ActorType.Anonymous && a.Alias.Concat(a.WeakAlias).Append(a.Name).Any(n => Bare(n).Equals(Bare(words), StringComparison.OrdinalIgnoreCase))).Take(2).ToList();
        return found is [var only] ? only.Id : null;
    }

    private static string Bare(string name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    private static bool IsPlural(Agent agent) => agent.Head.EndsWith('s') && agent.Head is not ("press" or "congress" or "witness");

    private static ActorType TypeOf(string name) => FindAgents.IsBodyName(name) ? ActorType.Organization : ActorType.Person;

    /// <summary>Names that no record has and that the text has often.</summary>
    private void AddFrequentNames(FindAgents agents)
    {
        foreach (var names in _text.Blocks.Where(b => b.Role is not (BlockRole.Byline or BlockRole.Caption)).SelectMany(agents.In).Where(a => a.Kind == AgentKind.Name && !_mentions.Any(m => m.Start < a.End && a.Start < m.End)).GroupBy(a => a.Text, StringComparer.Ordinal))
        {
            var slug = Slug.Of(names.Key, words: 6);
            if (names.Count() < Often || slug.Length < 3 || _stubs.ContainsKey(slug) || Recorded(names.Key) is not null || _archive.AllRecords().Any(r => r.Id.Value == slug)) continue;
            _stubs.Add(slug, new(new(slug), TypeOf(names.Key), names.Key, null, Certainty.Low));
        }
    }
}
