using Model;

namespace Generator.Schemas;

/// <summary>What each file of the record holds, with its keys in the order in which the record writes them.</summary>
public static class RecordShapes
{
    private static readonly TextShape Text = new();
    private static readonly ListShape Texts = new(Text);
    private static readonly ListShape Identifiers = new(Forms.Identifier);
    private static readonly FieldShape Name = new("name", Text, "What readers call it.") { Required = true };
    private static readonly FieldShape Alias = new("alias", Texts, "Other names, which are found in every text as the name is.");
    private static readonly FieldShape WeakAlias = new("weak_alias", Texts, "Names that count only where an annotation says so.");
    private static readonly FieldShape Summary = new("summary", Text, "One or two sentences in the archive’s own words.");
    private static readonly FieldShape SameAs = new("same_as", Identifiers, "Its identifiers in other registers, as scheme:id.");
    private static readonly FieldShape Was = new("was", new ListShape(new FreeIdShape()), "Ids that it had before; their addresses redirect.");
    private static readonly FieldShape Notes = new("notes", Text, "The editors’ notes, in Markdown.");

    private static readonly MapShape Actor = new(
    [
        new("type", ChoiceShape.Of<ActorType>(), "What kind of actor it is; Anonymous: whom the text does not name.") { Required = true },
        Name,
        new("sort_name", Text, "How lists sort it, such as Doro, Ilan."),
        Alias,
        WeakAlias,
        new("previous_name", Texts, "Names that it had before."),
        Summary,
        new("positions", new ListShape(new MapShape(
        [
            new("title", Text, "What the office is called.") { Required = true },
            new("of", new IdShape(Kind.Actor), "The body that has the office."),
            new("from", new DateShape(), "Since when it is held."),
            new("to", new EitherShape(new DateShape(), new ChoiceShape([".."])), "Until when it was held; .. when it still is."),
        ])), "Offices that it holds or held."),
        new("part_of", new ListShape(new IdShape(Kind.Actor)), "The larger bodies that it belongs to."),
        SameAs,
        new("different_from", new ListShape(new IdShape(Kind.Actor)), "Actors that it must not be confused with."),
        Was,
        Notes,
    ]);

    private static readonly MapShape Topic = new(
    [
        Name,
        Alias with { About = "Other names of it." },
        new("broader", new ListShape(new IdShape(Kind.Topic)), "The wider topics that it belongs to."),
        new("related", new ListShape(new IdShape(Kind.Topic)), "Topics beside it."),
        new("scope", Text, "What belongs under it."),
        new("exact_match", Identifiers, "The same topic in other vocabularies, as scheme:id, such as medtop:16000000."),
        Was,
        Notes,
    ]);

    private static readonly MapShape Place = new(
    [
        Name,
        Alias,
        WeakAlias,
        new("in", new IdShape(Kind.Place), "The larger place that it lies in."),
        new("geo", new PairShape(new NumberShape(-90, 90), new NumberShape(-180, 180)), "Latitude and longitude in degrees, such as [31.50, 34.47]."),
        Summary,
        SameAs,
        Was,
        Notes,
    ]);

    private static readonly MapShape Event = new(
    [
        Name,
        new("date", new StatedShape("date", new DateShape()), "When it happened or is planned, as an EDTF date or interval."),
        new("place", new StatedShape("id", new IdShape(Kind.Place)), "Where."),
        new("organizer", new ListShape(new IdShape(Kind.Actor)), "Who called it."),
        new("involved", new ListShape(new IdShape(Kind.Actor)), "Who took part."),
        new("part_of", new IdShape(Kind.Event), "The larger event that it belongs to."),
        Summary,
        Was,
        Notes,
    ]);

    private static readonly MapShape Source = new(
    [
        Name,
        new("type", ChoiceShape.Of<SourceType>(), "What kind of publisher it is.") { Required = true },
        Alias,
        new("url", Forms.Address, "Its web site."),
        new("country", Text, "Where it publishes."),
        Summary,
        new("usage_terms", Text, "What may be done with its texts."),
        SameAs,
        Was,
        Notes,
    ]);

    private static readonly MapShape Claim = new(
    [
        new("text", Text, "What is claimed, in neutral words.") { Required = true },
        new("kind", ChoiceShape.Of<ClaimKind>(), "A number that is reported (figure), or a sentence that speakers affirm or deny (statement).") { Required = true },
        new("unit", Text, "What a figure counts, such as people or percent."),
        new("about", new ListShape(new IdShape(Kind.Actor, Kind.Place, Kind.Event, Kind.Topic, Kind.Source)), "Whom or what it is about."),
        new("topics", new ListShape(new IdShape(Kind.Topic)), "The topics that it belongs to."),
        Summary,
        Was,
        Notes,
    ]);

    /// <summary>What <c>input/site.yaml</c> holds.</summary>
    public static MapShape Site { get; } = new(
    [
        new("title", Text, "The name of the archive.") { Required = true },
        new("description", Text, "What it is, in a sentence."),
        new("base_url", Forms.SiteAddress, "The address that readers find it at, such as https://example.org/archive/.") { Required = true },
        new("language", Forms.Language, "The language of the archive’s own words, as a BCP 47 tag."),
        new("repository", Forms.Address, "Where the record is kept, for links to its files."),
        new("licence", Text, "What may be done with the record."),
        new("editors", Texts, "Who keeps the archive."),
        new("founded", Forms.OneDay, "The day the archive began; the ids of its feeds carry it, so it never changes.") { Required = true },
    ]);

    /// <summary>What a file of the folder of a kind holds.</summary>
    public static Shape Of(Kind kind) => kind switch
    {
        Kind.Article => ArticleShape.Whole,
        Kind.Actor => new RecordsShape(Actor),
        Kind.Topic => new RecordsShape(Topic),
        Kind.Place => new RecordsShape(Place),
        Kind.Event => new RecordsShape(Event),
        Kind.Source => new RecordsShape(Source),
        _ => new RecordsShape(Claim),
    };

    /// <summary>What the file holds that lies at <paramref name="path"/> below <c>input/</c>, such as <c>actors/all.yaml</c>; null for files that are no part of the record's YAML.</summary>
    public static Shape? Of(string path)
    {
        if (path == "site.yaml") return Site;
        if (!path.EndsWith(".yaml", StringComparison.Ordinal) || path.Split('/') is not [var folder, _]) return null;
        if (folder == "drafts") return Of(Kind.Article);
        foreach (var kind in Enum.GetValues<Kind>())
            if (folder == Ref.Folder(kind)) return Of(kind);
        return null;
    }
}
