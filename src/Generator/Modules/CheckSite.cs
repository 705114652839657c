using System.Security.Cryptography;
using Model;

namespace Generator.Modules;

/// <summary>What a check of a built site saw: files that are as built, and words that stand at the line of the seed that their page names.</summary>
public readonly record struct SiteSeen(int FilesAsBuilt, int Words, int Seeds);

/// <summary>Checks a built site against the seeds and what the record builds.</summary>
public static class CheckSite
{
    /// <summary>
    /// Every file is byte for byte what the record builds and there is no other; every seed shown is the one in <c>seeds/</c>; every paragraph of reading text is the seed's; all words
    /// quoted elsewhere begin on the line of the seed that their page names. <paramref name="shown"/> is how problems name the folder of the site.
    /// </summary>
    public static SiteSeen Against(string root, string site, string shown, Archive archive, IReadOnlyList<OutputFile> built, Problems problems)
    {
        var asBuilt = Files(site, shown, built, problems);
        var (words, seeds) = (0, 0);
        var byAddress = archive.Articles.ToDictionary(a => archive.Site.Url(a.Ref).Href, StringComparer.Ordinal);
        var byFile = archive.Articles.ToDictionary(a => archive.Site.Url(a.Ref).File, StringComparer.Ordinal);
        foreach (var file in built.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)))
        {
            var path = Path.Combine(site, file.Path);
            if (!File.Exists(path)) continue;
            var (page, name) = (ReadSite.Page(File.ReadAllBytes(path)), $"{shown}/{file.Path}");
            if (page.Seed is { } seed && byFile.TryGetValue(file.Path, out var article))
            {
                if (SeedIs(root, article, seed, name, problems)) seeds++;
                Paragraphs(article, page.Paragraphs, name, problems);
            }
            foreach (var said in page.Words)
                if (Stand(said, byAddress, name, problems)) words++;
        }
        return new(asBuilt, words, seeds);
    }

    private static int Files(string site, string shown, IReadOnlyList<OutputFile> built, Problems problems)
    {
        var asBuilt = 0;
        foreach (var file in built)
        {
            var path = Path.Combine(site, file.Path);
            if (!File.Exists(path)) problems.Add(Place.Of($"{shown}/{file.Path}"), Codes.FileMissing, "the record builds this file, and the site does not have it", "build the site again");
            else if ((File.ReadAllBytes(path), file.Make()) is var (bytes, expected) && !bytes.AsSpan().SequenceEqual(expected)) problems.Add(FirstDifference($"{shown}/{file.Path}", bytes, expected), Codes.FileDiffers, "the file is not what the record builds", "build the site again; or it was built from another record, by another version, or changed afterwards");
            else asBuilt++;
        }
        var known = built.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories).Select(p => Path.GetRelativePath(site, p).Replace('\\', '/')).Order(StringComparer.Ordinal))
            if (!known.Contains(path) && !path.StartsWith(".archive/", StringComparison.Ordinal))
                problems.Add(Place.Of($"{shown}/{path}"), Codes.FileUnknown, "the record does not build this file", "remove it; or put it into input/assets/ if it belongs to the site");
        return asBuilt;
    }

    private static Place FirstDifference(string name, byte[] bytes, byte[] expected)
    {
        var at = bytes.AsSpan().CommonPrefixLength(expected);
        var before = bytes.AsSpan(0, at);
        var (line, column) = (before.Count((byte)'\n') + 1, System.Text.Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
        return new(name, line, column, line, column);
    }

    private static bool SeedIs(string root, Article article, ShownSeed shown, string name, Problems problems)
    {
        var bytes = File.ReadAllBytes(Path.Combine(root, "seeds", article.Seed.File));
        var (hash, lines) = (Convert.ToHexStringLower(SHA256.HashData(bytes)), article.Publish == Publication.Full ? CleanText.LinesOf(article.Seed.Text).Select(l => article.Seed.Text[l.Start..l.End]).ToList() : []);
        if (shown.Sha256 != hash)
            problems.Add(Place.Of(name), Codes.SeedShownWrong, $"the page gives the SHA-256 of the seed as {shown.Sha256}", $"that of seeds/{article.Seed.File} is {hash}");
        // A parser of HTML turns a carriage return into a line feed.
        else if (Enumerable.Range(0, Math.Max(lines.Count, shown.Lines.Length)).FirstOrDefault(i => i >= lines.Count || i >= shown.Lines.Length || shown.Lines[i] != lines[i].Replace('\r', '\n'), -1) is var wrong and >= 0)
            problems.Add(Place.Of(name), Codes.SeedShownWrong, $"the page shows line {wrong + 1} of the seed otherwise than seeds/{article.Seed.File} has it", "build the site again");
        else return true;
        return false;
    }

    private static void Paragraphs(Article article, IEnumerable<ShownParagraph> paragraphs, string name, Problems problems)
    {
        foreach (var paragraph in paragraphs)
            foreach (var words in paragraph.Text.Split(Excerpts.Omission))
                if (!article.Text.Text.Contains(words, StringComparison.Ordinal))
                    problems.Add(new(name, paragraph.Line, paragraph.Column, paragraph.Line, paragraph.Column), Codes.WordsNotThere, $"the words \"{Shorten(words)}\" do not stand in seeds/{article.Seed.File}", "the page shows what the seed does not say");
    }

    private static bool Stand(ShownWords shown, Dictionary<string, Article> articles, string name, Problems problems)
    {
        var page = shown.ArticlePath.Length > 0 ? articles.GetValueOrDefault(shown.ArticlePath) : null;
        if (page is not null && OccursAt(shown, page)) return true;
        problems.Add(new(name, shown.Line, shown.Column, shown.Line, shown.Column), Codes.WordsNotThere,
            page is null ? $"the words \"{Shorten(shown.Words)}\" lead to {shown.ArticlePath}, which is no article" : $"the words \"{Shorten(shown.Words)}\" do not begin on line {shown.SeedLine} of seeds/{page.Seed.File}",
            "the page shows what the seed does not say");
        return false;
    }

    private static bool OccursAt(ShownWords shown, Article article)
    {
        if (shown.Words.Length == 0) return false;
        var text = article.Text.Text.Replace('\n', ' ');
        for (var at = text.IndexOf(shown.Words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(shown.Words, at + 1, StringComparison.Ordinal))
            if (Anchor.Of(article.Seed, article.Text, at, at + shown.Words.Length).SeedLine == shown.SeedLine) return true;
        return false;
    }

    private static string Shorten(string words) => words.Length <= 80 ? words : words[..80].TrimEnd() + "…";
}
