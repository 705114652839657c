using System.Collections.Frozen;
using System.Collections.Immutable;
using Generator.Modules;
using Generator.Record;
using Generator.Schemas;
using Model;

namespace Generator.Pipelines;

/// <summary>The articles: seeds with what the record says of them. Reads <c>input/articles/</c>.</summary>
public static class Articles
{
    private static readonly (string Key, BlockRole Role)[] Roles =
    [
        ("headings", BlockRole.Heading), ("lede", BlockRole.Lede), ("caption", BlockRole.Caption), ("byline", BlockRole.Byline),
        ("agency", BlockRole.Agency), ("pull_quotes", BlockRole.PullQuote), ("bullets", BlockRole.Bullet),
    ];

    /// <summary>
    /// One article with its text made and its quotes anchored; null when too much is wrong. <paramref name="claims"/> tells figures from statements.
    /// <paramref name="pinned"/> gives the text of a seed as it was with a hash, if it can be had; the drift is that from there, when the seed changed.
    /// </summary>
    public static (Article? Article, ImmutableArray<OpenEnd> OpenEnds, SeedDrift? Drift) Read(
        RawRecord raw, Seeds seeds, Func<Seed, string, Seed?> pinned, IReadOnlyDictionary<Id, Claim> claims, Site site, Desk desk)
    {
        var fields = new Fields(raw.Map, "an article", desk, raw.Id.Place);
        foreach (var (key, why) in new[]
                 {
                     ("seed", "which text it is: seed: { file: name.txt, sha256: ... }"), ("headline", "its headline, or the archive's own words with evidence: conjecture"),
                     ("source", "the id of its publisher"), ("published", "the day it was published, as an EDTF date; a guess with evidence: and why:"),
                 }) fields.Requires(key, why);
        var (seed, pin) = fields.Map("seed", "seed", "seed: { file: name.txt, sha256: ... }") is { } written ? ReadSeed(written, seeds, raw.Id.Text) : default;
        var headline = fields.StatedText("headline");
        var (source, published) = (fields.StatedId("source", Kind.Source), fields.StatedDate("published"));
        var before = desk.Problems.Added.Count;
        var rules = ReadTextRules(fields, headline?.Value);
        // Where a repair of the text could not be read, every line and quote with the repaired letters would be told as well.
        var settled = desk.Problems.Added.Skip(before).All(p => p.Severity != Severity.Error) && !MisspellsText(raw.Map);
        var text = seed is null ? null : CleanText.Of(seed, rules, settled ? desk.Problems : new());
        var anchors = text is null || !settled ? null : new AnchorQuotes(seed!, text);
        var reading = new Annotations(desk, anchors, claims, new(raw.Id.Text));
        var annotations = reading.Read(fields);
        var waivers = fields.List("waive", n => fields.AsMap("waive", n, "a waiver", "- { quote: the words, why: the reason readers will see }") is { } item ? ReadWaiver(item, anchors) : null);
        var (language, support) = (Languages.Read(fields, "language") ?? site.Language, ReadSupport(fields, headline?.Value, anchors));
        var article = seed is null || headline is null || source is null || published is null ? null : new Article
        {
            Id = Id.Shared(raw.Id.Text), Seed = seed, Text = text!, Headline = headline, Source = source, Published = published,
            Language = language, Annotations = annotations, Waivers = waivers, HeadlineSupport = support,
        };
        article = Rest(article, fields);
        fields.NoOtherKeys(Below);
        if (anchors is not null) CheckEvidence(desk, anchors);
        return (article, reading.OpenEnds, pin is null || anchors is null ? null : Drift(new(raw.Id.Text), seed!, pin, rules, anchors, pinned, desk.Problems));
    }

    /// <summary>The text of an article and where its annotations are written, whatever else of it is wrong; null without its seed.</summary>
    public static (ReadingText Text, AnchorQuotes Anchors, IReadOnlyDictionary<string, Place> Annotations)? ReadText(RawRecord raw, Func<string, Seed?> seeds)
    {
        if (raw.SeedFile is not { } file || seeds(file) is not { } seed) return null;
        var desk = new Desk(new(), new(new()), new(""));
        var fields = new Fields(raw.Map, "an article", desk, raw.Id.Place);
        var text = CleanText.Of(seed, ReadTextRules(fields, fields.StatedText("headline")?.Value), desk.Problems);
        var anchors = new AnchorQuotes(seed, text);
        var reading = new Annotations(desk, anchors, FrozenDictionary<Id, Claim>.Empty, new(raw.Id.Text));
        reading.Read(fields);
        return (text, anchors, reading.Written);
    }

    private static SeedDrift Drift(Id article, Seed seed, TextNode pin, TextRules rules, AnchorQuotes anchors, Func<Seed, string, Seed?> pinned, Problems problems)
    {
        var before = pinned(seed, pin.Text) is { } old ? new AnchorQuotes(old, CleanText.Of(old, rules, new())) : null;
        var drift = FindDrift.Of(article, anchors.Asked, anchors, before);
        problems.Add(pin.Place, Codes.SeedChanged, $"seeds/{seed.File} is not the text that was pinned; {drift.InWords()}",
            $"restore the file; or look at each anchor, and then run: archive accept {article}");
        FindDrift.ReportChanged(drift, problems);
        return drift;
    }

    private static Article? Rest(Article? article, Fields fields)
    {
        var rest = (article ?? Nothing) with
        {
            By = fields.StatedText("by"),
            Origin = fields.StatedId("origin", Kind.Source),
            Modified = fields.StatedDate("modified"),
            Accessed = fields.StatedDate("accessed"),
            Url = fields.StatedValue("url", "url", fields.AsAddress),
            Archived = fields.Map("archived", "archived", "archived: { url: https://..., date: 2025-08-11 }") is { } archived ? ReadArchived(archived) : null,
            Dateline = fields.StatedText("dateline"),
            Located = fields.StatedId("located", Kind.Place),
            Genre = fields.StatedValue("genre", "genre", n => fields.AsChoice<Genre>("genre", n)),
            Publish = fields.Choice<Publication>("publish") ?? Publication.Full,
            UsageTerms = fields.Text("usage_terms"),
            Summary = fields.Text("summary"),
            Topics = fields.IdList("topics", Kind.Topic),
            Events = fields.IdList("events", Kind.Event),
            Places = fields.IdList("places", Kind.Place),
            Actors = fields.List("actors", n => ReadParticipation(fields, n)),
            Relations = fields.List("relations", n => fields.AsMap("relations", n, "a relation", "- { updates: article-id }") is { } relation ? ReadRelation(relation, article?.Id) : null),
            Was = fields.OldIds("was", Kind.Article),
            Notes = fields.Markdown("notes"),
        };
        return article is null ? null : rest;
    }

    /// <summary>Keys that are often written one level too high.</summary>
    private static readonly FrozenDictionary<string, string> Below = new (string Under, string[] Keys)[]
    {
        ("text", ["skip", "repair", .. Roles.Select(r => r.Key)]), ("seed", ["file", "sha256", "pinned"]),
    }.SelectMany(u => u.Keys, (u, key) => (key, u.Under)).ToFrozenDictionary(k => k.key, k => k.Under, StringComparer.Ordinal);

    /// <summary>Carries the fields that are read for their problems alone when the article itself cannot be made.</summary>
    private static readonly Article Nothing = new()
    {
        Id = new("x"), Seed = new("", "", false, ""), Text = new("", [], [], []), Headline = new(""), Language = "en", Source = new(new Id("x")), Published = new(Edtf.Parse("2000")),
    };

    /// <summary>The seed, and its pin when that names another text.</summary>
    private static (Seed? Seed, TextNode? Changed) ReadSeed(Fields fields, Seeds seeds, string article)
    {
        fields.Requires("file", "the name of a file in seeds/");
        var file = fields.TextNode("file");
        var (pin, pinnedOn) = (fields.Scalar("sha256"), fields.Date("pinned"));
        fields.NoOtherKeys();
        if (pinnedOn is not null && fields.Lacks("sha256"))
            fields.Desk.Problems.Add(fields.KeyPlace("pinned"), Codes.Contradiction, "a seed that is not pinned has no day on which it was", "add sha256:, or delete \"pinned\"");
        if (file is null) return default;
        var problems = fields.Desk.Problems;
        if (!seeds.Has(file.Text))
        {
            problems.Add(file.Place, Codes.SeedNotFound, $"there is no seeds/{file.Text}", Nearest.To(file.Text, seeds.Files) is { } near ? $"did you mean \"{near}\"?" : "the name of a file, relative to seeds/");
            return default;
        }
        if (seeds.Read(file.Text) is not { } seed) return default;
        var changed = pin is not null && !string.Equals(pin.Text, seed.Sha256, StringComparison.OrdinalIgnoreCase);
        if (pin is null && fields.Lacks("sha256"))
            problems.Add(fields.KeyPlace("file"), Codes.SeedUnpinned, $"the seed {file.Text} is not pinned", $"add sha256: {seed.Sha256}, or run: archive accept {article}");
        return (seed with { Pinned = pin is not null && !changed, PinnedOn = pinnedOn }, changed ? pin : null);
    }

    private static bool MisspellsText(MapNode article) => article["text"] is null
        && article.Entries.Any(e => Nearest.To(e.Key.Text, ["text"]) is not null && ((MapShape)RecordShapes.Of(Kind.Article)).Fields.All(f => f.Key != e.Key.Text));

    private static TextRules ReadTextRules(Fields fields, string? headline)
    {
        if (fields.Map("text", "text", "text: { headings: [the whole line] }") is not { } text) return new(headline, [], [], []);
        var skip = text.List("skip", n => text.AsMap("skip", n, "a skipped line", "- { line: the whole line, why: advertisement }") is { } item ? ReadSkip(item) : null);
        var repair = text.List("repair", n => text.AsMap("repair", n, "a repair", "- { from: damaged letters, to: what they were }") is { } item ? ReadRepair(item) : null);
        var roles = Roles.SelectMany(r => text.TextNodes(r.Key), (r, line) => new RoleRule(line, r.Role)).ToImmutableArray();
        text.NoOtherKeys();
        return new(headline, skip, repair, roles);
    }

    private static SkipRule? ReadSkip(Fields fields)
    {
        fields.Requires("line", "the whole line of the seed");
        fields.Requires("why", "the reason readers will see: advertisement, navigation, ...");
        var (line, why) = (fields.TextNode("line"), fields.Text("why"));
        fields.NoOtherKeys();
        return line is null || why is null ? null : new(line, why);
    }

    private static RepairRule? ReadRepair(Fields fields)
    {
        fields.Requires("from", "the damaged characters as they stand in the seed");
        fields.Requires("to", "what they were");
        var (from, to) = (fields.TextNode("from"), fields.TextOrNothing("to"));
        fields.NoOtherKeys();
        return from is null || to is null ? null : new(from, to);
    }

    private static ArchivedCopy? ReadArchived(Fields fields)
    {
        fields.Requires("url", "the address of the kept copy");
        var (url, date) = (fields.Address("url"), fields.Date("date"));
        fields.NoOtherKeys();
        return url is { } address ? new(address, date) : null;
    }

    private static Participation? ReadParticipation(Fields fields, Node node)
    {
        if (node is not MapNode) return fields.AsText("actors", node) is { } id && fields.Desk.Ids.Resolve(id, Kind.Actor) is { } found ? new(found.Id, null) : null;
        var item = fields.AsMap("actors", node, "an actor of an article", "- { actor: actor-id, role: speaker }")!;
        item.Requires("actor", "the id of the actor");
        var (actor, role) = (item.Id("actor", Kind.Actor), item.SharedText("role"));
        item.NoOtherKeys();
        return actor is { } known ? new(known, role) : null;
    }

    private static Relation? ReadRelation(Fields fields, Id? self)
    {
        var verbs = Enum.GetValues<RelationVerb>().Where(v => fields.Has(Fields.Word(v))).ToList();
        if (verbs.Count == 0)
        {
            foreach (var verb in Enum.GetValues<RelationVerb>()) fields.Knows(Fields.Word(verb));
            fields.Knows("on");
            if (fields.NoOtherKeys())
                fields.Desk.Problems.Add(fields.Place, Codes.Missing, "a relation needs a verb", $"one of: {string.Join(", ", Enum.GetValues<RelationVerb>().Select(Fields.Word))}");
            return null;
        }
        if (verbs.Count > 1)
        {
            fields.Desk.Problems.Add(fields.KeyPlace(Fields.Word(verbs[1])), Codes.Contradiction, "a relation has one verb", "write each verb as a relation of its own");
            return null;
        }
        var other = fields.Id(Fields.Word(verbs[0]), Kind.Article);
        var on = fields.Id("on", Kind.Claim);
        fields.NoOtherKeys();
        if (other is null || other != self) return other is { } known ? new(verbs[0], known, on) : null;
        fields.Desk.Problems.Add(fields.ValuePlace(Fields.Word(verbs[0])), Codes.Contradiction, "an article has no relation to itself", "name another article");
        return null;
    }

    private static Waiver? ReadWaiver(Fields fields, AnchorQuotes? anchors)
    {
        fields.Requires("why", "the reason readers will see: why nothing here is to be annotated");
        var (quote, why) = (QuoteFields.Read(fields), fields.Text("why"));
        fields.NoOtherKeys();
        return quote is null || why is null || !QuoteFields.AreSpelt(fields) || anchors?.Find(quote, fields.Desk.Problems) is not { } anchor ? null
            : new(anchor, why, quote.Quote.Place.Line, quote.Quote.Place.Column);
    }

    private static ImmutableArray<HeadlineSupport>? ReadSupport(Fields fields, string? headline, AnchorQuotes? anchors)
    {
        var node = fields.Node("headline_support");
        if (node is null) return null;
        if (node is MapNode)
        {
            var none = fields.AsMap("headline_support", node, "headline_support", "")!;
            if (none.Scalar("support") is { Text: not "none" } other)
                fields.Desk.Problems.Add(other.Place, Codes.NotAChoice, $"\"{other.Text}\" is not a support", "support: none, or a list of { part, quote }");
            none.NoOtherKeys();
            return [];
        }
        return fields.List("headline_support", n => fields.AsMap("headline_support", n, "a support of the headline", "- { part: words of the headline, quote: words of the text }") is { } item ? ReadSupportedPart(item, headline, anchors) : null);
    }

    private static HeadlineSupport? ReadSupportedPart(Fields fields, string? headline, AnchorQuotes? anchors)
    {
        fields.Requires("part", "words of the headline");
        var part = fields.TextNode("part");
        var quote = QuoteFields.Read(fields);
        fields.NoOtherKeys();
        if (part is not null && headline is not null && !FoldText.Typed(headline).Contains(FoldText.Typed(part.Text), StringComparison.Ordinal))
        {
            fields.Desk.Problems.Add(part.Place, Codes.NotInHeadline, $"the headline does not have the words \"{part.Text}\"", $"it is \"{headline}\"");
            return null;
        }
        return part is null || quote is null || !QuoteFields.AreSpelt(fields) || anchors?.Find(quote, fields.Desk.Problems) is not { } anchor ? null : new(WordsOf(headline, part.Text), anchor);
    }

    /// <summary>The headline's own words for a part that an editor typed with other quotation marks.</summary>
    private static string WordsOf(string? headline, string part)
    {
        var (words, at) = (FoldText.Typed(part), -1);
        if (headline is not null) at = FoldText.Fold(headline).IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? part : headline!.Substring(at, words.Length);
    }

    private static void CheckEvidence(Desk desk, AnchorQuotes anchors)
    {
        foreach (var quote in desk.Quotes)
            if (!anchors.Has(quote.Text))
                desk.Problems.Add(quote.Place, Codes.ProvenanceNotFound, $"the text does not have the words \"{quote.Text}\"", anchors.NearestWords(FoldText.Typed(quote.Text)));
    }
}
