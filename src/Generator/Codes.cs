using static Generator.Severity;

namespace Generator;

/// <summary>Every problem code. A0 is how a file is written, A1 fields and ids, A2 seeds, A3 the reading text, A4 anchors, A5 names, A6 pages, A7 coverage, A8 a built site.</summary>
public static class Codes
{
    public static readonly ProblemCode
        TooLarge = new("A001", Error, "File too large", "A file of the record may be at most 1 MB, and a line of it at most 20,000 characters. Split it: every file of a folder is read, and one file may hold one record or many."),
        NotUtf8 = new("A002", Error, "Not UTF-8", "Files must be saved as UTF-8. In another encoding, letters with accents turn into others without anybody noticing, so the build refuses the file and names the first byte that does not fit."),
        ByteOrderMark = new("A003", Error, "Byte order mark", "The file begins with an invisible mark (U+FEFF) that some editors write. Save it as \"UTF-8 without BOM\"."),
        ControlCharacter = new("A004", Error, "Control character", "The file holds a character that cannot be seen and has no meaning in a text, such as NUL. Delete it."),
        Tab = new("A005", Error, "Tab in the indentation", "YAML does not allow tabs at the beginning of a line. Use two spaces for each level."),
        TooDeep = new("A006", Error, "Nested too deeply", "No record needs more than 32 levels of lists and maps; a deeper file is damaged or hostile."),
        AnchorOrAlias = new("A007", Error, "YAML anchor or alias", "The marks & and *, and the merge key <<, make one place of a file stand for another. The record says everything where it stands. A text that begins with & or * needs quotation marks."),
        Tag = new("A008", Error, "YAML tag", "A ! at the beginning of a value gives it a type. In the record the field decides the type. A text that begins with ! needs quotation marks."),
        SeveralDocuments = new("A009", Error, "Several documents in one file", "A line --- begins a second document, which most tools would drop in silence. Put the records into one map, or into two files."),
        Syntax = new("A010", Error, "Not YAML", "The file cannot be read as YAML. Most often a text holds a colon and a space, or begins with a quotation mark that does not end it: put the whole text in quotation marks."),
        DuplicateKey = new("A011", Error, "Key written twice", "A map has the same key twice; one of the two would be lost. Merge them."),
        CutByComment = new("A012", Error, "Text cut off by a comment", "In a text without quotation marks, a space and # begin a comment, so the rest of the text is lost. Put the text in quotation marks, or move the comment to a line of its own."),
        CutByComma = new("A013", Error, "Text cut off by a comma", "Inside { } and [ ] a comma ends a text. Put the text in quotation marks, or write each key on a line of its own."),
        EmptyValue = new("A014", Error, "Empty value", "A key without a value is most often a text that got lost. Write the value, or delete the key."),
        WrongShape = new("A015", Error, "Not the shape the field has", "The field takes a text, a list or a map, and the file has another of the three there."),

        UnknownKey = new("A101", Error, "Unknown key", "The field does not exist here; most often it is misspelt or indented one level too far."),
        UnknownId = new("A102", Error, "Unknown id", "No record of that kind has this id. Either it is misspelt, or the record is still to be written."),
        DuplicateId = new("A103", Error, "Id used twice", "Two records of one kind have the same id, or an actor has the id of a source. Ids are addresses, so each stands for one record."),
        BadId = new("A104", Error, "Not an id", "An id is made of lower-case letters a-z, digits and single hyphens, like harbour-union."),
        Missing = new("A105", Error, "Missing field", "The field is required: without it the record cannot be shown."),
        NotAChoice = new("A106", Error, "Not one of the words allowed", "The field takes one of a few words, which the message lists."),
        BadDate = new("A107", Error, "Not a date", "Dates follow the Extended Date/Time Format (EDTF, ISO 8601-2), level 1."),
        BadNumber = new("A108", Error, "Not a number", "Numbers are written with digits and a decimal point, without separators for thousands and without a unit."),
        UnsafeAddress = new("A109", Error, "Not a web address", "Addresses begin with https:// or http:// (or mailto:). Everything else, javascript: above all, is refused."),
        BadLanguage = new("A110", Error, "Not a language tag", "Languages are written as BCP 47 tags, such as en, ar, he or pt-BR."),
        Contradiction = new("A111", Error, "Fields that do not go together", "Two fields of one record contradict each other, or one of them is needed for the other to mean anything."),
        Circle = new("A112", Error, "A record that contains itself", "The chain of broader, in or part_of comes back to where it began."),
        BadCoordinates = new("A113", Error, "Not coordinates", "geo is a list of latitude (-90 to 90) and longitude (-180 to 180), in degrees."),
        BadIdentifier = new("A114", Error, "Not an identifier", "Identifiers elsewhere are written scheme:id, such as wikidata:Q42 or medtop:16000000."),
        NotThePlaceForIt = new("A115", Error, "File that nobody reads", "A file lies where the build does not look for one of its kind, so what it says would be missing from the site."),
        Unconfirmed = new("A116", Warning, "Suggestions to confirm", "Lines that end in # suggested were guessed from a text. They are checked by nobody and published nowhere until an editor has taken the mark away. archive confirm takes it from all that are as sure as you say.") { StandsAlone = true },
        OnlySuggested = new("A117", Error, "Needed, and only suggested", "The record cannot do without the field, or another record refers to it, and nobody has confirmed it yet. Look whether it is right, and delete the mark."),

        SeedNotFound = new("A201", Error, "Seed not found", "The article names a file that does not lie in seeds/."),
        SeedChanged = new("A202", Error, "Seed changed", "The bytes of the seed are not those that the record pins. The message counts what became of the anchors: unchanged, moved, different only in typography, vanished, or fitting several places now. Nothing is published until an editor has looked and archive accept has pinned the new text."),
        SeedUnpinned = new("A203", Warning, "Seed not pinned", "The record does not state the SHA-256 of the seed, so a change of it would go unnoticed. Add the line that the message gives.") { StandsAlone = true },
        SeedNotText = new("A204", Error, "Seed is not a text", "A seed must be UTF-8 text without NUL characters. The seed itself is evidence: convert a copy, and keep the original elsewhere."),
        SeedShared = new("A205", Error, "Seed used by two articles", "Each seed is the text of one article."),
        SeedWithoutArticle = new("A206", Warning, "Seed without an article", "A text lies in seeds/ and no article uses it, so readers do not see it."),
        SentenceChanged = new("A207", Warning, "Anchor in a sentence that changed", "The seed changed, and the quoted words stand as they did in a sentence that is another. Look whether what is recorded of them still holds; archive accept pins the new text once every anchor has a place."),

        LineNotFound = new("A301", Error, "Line not in the seed", "text: names whole lines of the seed, and no line equals this one."),
        RepairMatchesNothing = new("A302", Error, "Repair that repairs nothing", "The words under from do not occur in the seed."),
        TwoRoles = new("A303", Error, "Line with two roles", "A line is skipped or has one role."),
        Unshowable = new("A304", Error, "Character that no page can show", "The seed holds a control character, most often what a wrong encoding left of a quotation mark. HTML cannot show it, and browsers put another character in its place. Repair it: the page shows the place as received and as repaired."),

        QuoteNotFound = new("A401", Error, "Quote not in the text", "The words do not stand in the reading text. Quotes are compared letter by letter; only white space and the shape of quotation marks are forgiven."),
        QuoteAmbiguous = new("A402", Error, "Quote that fits several places", "The words occur more than once, so they do not say which place is meant. Add prefix:, suffix: or nth:."),
        DuplicateAnnotation = new("A403", Error, "Annotation id used twice", "Two annotations of one article have the same id, and so the same address."),
        EmptyAnnotation = new("A404", Error, "Annotation that says nothing", "An annotation needs at least one of said, actor, place, topic, event, figure, stance, deadline, note or motivation."),
        ProvenanceNotFound = new("A405", Error, "Evidence not in the text", "The words that a value is said to rest on do not stand in the text."),
        NotInHeadline = new("A406", Error, "Words not in the headline", "headline_support names words of the headline that it does not have."),

        NameClaimedTwice = new("A501", Error, "Name that two records claim", "The same words would count for two records. Let one of them list the words under weak_alias: there they count only where an annotation anchors them."),
        UnfindableName = new("A502", Error, "Name that cannot be found", "Names are looked for word by word, so a name or alias begins with a letter or digit."),

        SameAddress = new("A601", Error, "Two pages at one address", "Two pages would be written to the same file, and one of them would be lost."),
        DeadLink = new("A602", Error, "Link that leads nowhere", "A link in a Markdown text leads to a page or place of this site that does not exist."),
        BadMarkdown = new("A603", Error, "Markdown that cannot be shown", "A Markdown text may be at most 64 kB and have at most 2,000 brackets [ and 2,000 bars |, and lists and quotations in it may be nested at most 32 deep."),
        BadFrontMatter = new("A604", Error, "Page without front matter", "A hand-written page begins with a line ---, its title, and another line ---."),
        OddAsset = new("A605", Error, "Asset that cannot be served", "Names of files under input/assets/ are made of letters, digits, dots, hyphens and underscores, so that their addresses work everywhere."),

        Uncovered = new("A701", Warning, "Sentence that nobody annotated", "check --coverage lists the sentences that hold a quotation mark, a number or a known name and that no annotation touches. Annotate what the sentence says, or list its words under waive: with the reason why nothing in it is to be annotated."),
        IdleWaiver = new("A702", Warning, "Waiver that waives nothing", "The sentence of a waiver is annotated by now, or has nothing to check. Readers would be told of a gap that is none."),

        FileMissing = new("A801", Error, "File missing from the site", "archive verify builds the site again in memory, and a file of it is not in the folder. The site is incomplete, or was built from another record."),
        FileDiffers = new("A802", Error, "File that is not what the record builds", "A file of the site has other bytes than the record gives. It was changed after the build, or built from another record or by another version of Archive; the message names the first place that differs."),
        FileUnknown = new("A803", Error, "File that the record does not build", "A file lies in the site that no build of this record would put there, so nothing vouches for it. What belongs to the site goes into input/assets/."),
        SeedShownWrong = new("A804", Error, "Seed shown otherwise than it is", "An article's page shows its seed line by line with its SHA-256. One of the two is not that of the file in seeds/."),
        WordsNotThere = new("A805", Error, "Words that the seed does not have there", "A page shows words as an article's own and names the line of the seed where they begin, and the words do not stand there.");

    /// <summary>In the order of the codes.</summary>
    public static readonly IReadOnlyList<ProblemCode> All =
        [.. typeof(Codes).GetFields()
            .Where(f => f.FieldType == typeof(ProblemCode))
            .Select(f => (ProblemCode)f.GetValue(null)!)
            .OrderBy(c => c.Code, StringComparer.Ordinal)];
}
