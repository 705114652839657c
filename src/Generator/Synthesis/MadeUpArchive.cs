using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Generator.Synthesis;

/// <summary>
/// A made-up archive with the shape of a real one, for tests of speed and size: about 500 words an article, six actors each (hubs in a fifth of all articles, the rest by
/// Zipf's law over a tenth as many actors as articles), two topics of 60, one source of 40, three quotations, two figures and four further annotations; one article in ten
/// in another script. The same number of articles and the same seed give the same bytes.
/// </summary>
public sealed class MadeUpArchive(int articles, ulong seed)
{
    private const int Topics = 60, Sources = 40, Places = 80, Hubs = 5, Paragraphs = 12, RecordsPerFile = 500;

    private readonly int _actors = Math.Max(20, articles / 10);
    private readonly int _claims = Math.Max(10, articles / 20);

    /// <summary>Every file: its path relative to the root, with <c>/</c> between folders, and its text.</summary>
    public IEnumerable<(string Path, string Text)> Files()
    {
        yield return ("input/site.yaml", "title: A made-up archive\ndescription: Names and words that mean nothing.\nbase_url: https://archive.example/\nlanguage: en\nfounded: 2031-01-01\n");
        foreach (var file in Lists("actors", _actors, Actor)) yield return file;
        foreach (var file in Lists("topics", Topics, i => $"topic-{i}: {{ name: {Vocabulary.BodyName(i, "matters")} }}\n")) yield return file;
        foreach (var file in Lists("sources", Sources, i => $"source-{i}: {{ name: {Vocabulary.BodyName(i, "Gazette")}, type: newspaper }}\n")) yield return file;
        foreach (var file in Lists("places", Places, i => $"place-{i}: {{ name: {Vocabulary.BodyName(i, "Valley")} }}\n")) yield return file;
        foreach (var file in Lists("claims", _claims, Claim)) yield return file;
        var words = new Vocabulary(new(seed));
        for (var i = 0; i < articles; i++)
        {
            var (text, record) = new MadeUpArticle(words, new(seed + 7919 * (ulong)(i + 1)), i, _actors, _claims).Make(Hubs, Paragraphs, Topics, Sources, Places);
            yield return ($"seeds/a{i:000000}.txt", text);
            yield return ($"input/articles/a{i:000000}.yaml", $"seed: {{ file: a{i:000000}.txt, sha256: {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))} }}\n{record}");
        }
    }

    /// <summary>Writes every file below a folder; says how many.</summary>
    public int WriteTo(string folder)
    {
        var files = 0;
        foreach (var (path, text) in Files())
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, Encoding.UTF8.GetBytes(text));
            files++;
        }
        return files;
    }

    private static IEnumerable<(string, string)> Lists(string folder, int count, Func<int, string> record)
    {
        for (var from = 0; from < count; from += RecordsPerFile)
            yield return ($"input/{folder}/from-{from.ToString("000000", CultureInfo.InvariantCulture)}.yaml", string.Concat(Enumerable.Range(from, Math.Min(RecordsPerFile, count - from)).Select(record)));
    }

    private static string Actor(int i) => (i % 4) switch
    {
        0 => $"actor-{i}: {{ type: Organization, name: {Vocabulary.PersonName(i)} Union }}\n",
        1 => $"actor-{i}:\n  type: Person\n  name: {Vocabulary.PersonName(i)}\n  positions: [{{ title: Speaker, of: actor-{i - 1} }}]\n",
        _ => $"actor-{i}: {{ type: Person, name: {Vocabulary.PersonName(i)} }}\n",
    };

    private string Claim(int i) => i % 5 == 4
        ? $"claim-{i}: {{ text: It is said {i} times over, kind: statement, about: [actor-{i % _actors}], topics: [topic-{i % Topics}] }}\n"
        : $"claim-{i}: {{ text: Number {i} of things counted, kind: figure, unit: people, about: [actor-{i % _actors}], topics: [topic-{i % Topics}] }}\n";
}
