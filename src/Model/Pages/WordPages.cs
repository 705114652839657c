using System.Collections.Immutable;

namespace Model;

/// <summary>Every occurrence of an actor's names with the words around it, speech and mention apart.</summary>
public sealed record ConcordancePage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    public required Link Actor { get; init; }

    /// <summary>Where the actor speaks in the sentence, and where it is only named in it; in the order of time.</summary>
    public required ImmutableArray<ConcordanceLine> Speech { get; init; }
    public required ImmutableArray<ConcordanceLine> Mention { get; init; }
}

/// <summary>A keyword with the words before and after it, cut at whole words.</summary>
public sealed record ConcordanceLine(string Before, string Words, string After, ArticleCard Article, Url Url, int? SeedLine);

/// <summary>Which words each publisher uses for one record: the most used, of <paramref name="AllRows"/>.</summary>
public sealed record Naming(ImmutableArray<Link> Sources, ImmutableArray<NamingRow> Rows, int AllRows);

/// <summary>Words for a record, and their uses by each publisher in the order of <see cref="Naming.Sources"/>. Rows are in the order of their number of uses, most first.</summary>
public sealed record NamingRow(string Words, string Language, ImmutableArray<NamingUses> Uses)
{
    public int Count => Uses.Sum(u => u.Count);
}

/// <summary>How many times one publisher uses some words, in how many articles, and the first of these articles, oldest first.</summary>
public sealed record NamingUses(int Count, int Articles, ImmutableArray<NamingArticle> First)
{
    public static readonly NamingUses None = new(0, 0, []);
}

/// <summary>The first lines of one article that have some words, and whether there are more.</summary>
public sealed record NamingArticle(Stated<Edtf> Published, ImmutableArray<NamingLine> Lines, bool HasMore);

/// <summary>A line of a seed, from 1, that has some words, and its address; <paramref name="Quoted"/>: there the words are a speaker's, not the publisher's.</summary>
public sealed record NamingLine(int Line, Url Url, bool Quoted);

/// <summary>The records that the articles call by more than one name.</summary>
public sealed record NamesPage(Site Site, Url Url, string Title) : Page(Site, Url, Title)
{
    /// <summary>Most different names first: the first <see cref="Shown"/> of <see cref="All"/>; each has a page of its own, which says more.</summary>
    public required ImmutableArray<NamedRecord> Records { get; init; }
    public required int All { get; init; }

    public const int Shown = 100;
}

/// <summary>A record and the names that it has in the texts.</summary>
public sealed record NamedRecord(Link Record, Kind Kind, NamesInShort Names);

/// <summary>The names that a record has in the texts: the most used, most used first, of <paramref name="All"/>; and how many publishers use any of them.</summary>
public sealed record NamesInShort(ImmutableArray<NameUsed> Used, int All, int Sources)
{
    public static NamesInShort None { get; } = new([], 0, 0);
}

/// <summary>Words for a record, and how many times the texts have them.</summary>
public sealed record NameUsed(string Words, string Language, int Count);
