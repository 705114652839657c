using Model;

namespace Benchmarks.Peers;

/// <summary>What the peers get of an article: its paragraphs as Markdown, and the names of what it is about; and how their files are written.</summary>
public static class PeerText
{
    public static string Paragraphs(Article article) =>
        string.Concat(article.Text.Blocks.Where(b => b.Role != BlockRole.Headline).Select(b => article.Text.Text[b.Start..b.End] + "\n\n"));

    public static IEnumerable<string> Actors(Archive archive, Article article) => article.Actors.Select(a => archive.NameOf(new(Kind.Actor, a.Actor)));

    public static IEnumerable<string> Topics(Archive archive, Article article) => article.Topics.Select(t => archive.NameOf(new(Kind.Topic, t)));

    public static IEnumerable<string> Sources(Archive archive, Article article) => [archive.NameOf(new(Kind.Source, article.Source.Value))];

    /// <summary>Writes a file of a peer's site as UTF-8.</summary>
    public static void Write(string folder, string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
