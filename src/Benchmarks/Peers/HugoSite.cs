using System.Text.Json;
using Model;

namespace Benchmarks.Peers;

/// <summary>The made-up archive as a Hugo site: a page for each article, actor, topic and source, and the home page. Hugo must be on the path.</summary>
public static class HugoSite
{
    private const string Base = """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
        <body><nav><a href="{{ "/" | relURL }}">Home</a> <a href="{{ "/actors/" | relURL }}">Actors</a> <a href="{{ "/topics/" | relURL }}">Topics</a> <a href="{{ "/sources/" | relURL }}">Sources</a></nav>
        <main>{{ block "main" . }}{{ end }}</main></body></html>
        """;

    private const string Single = """
        {{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Date.Format "2006-01-02" }}</p>{{ .Content }}
        <h2>Actors</h2><ul>{{ range .GetTerms "actors" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
        <h2>Topics</h2><ul>{{ range .GetTerms "topics" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
        <h2>Source</h2><ul>{{ range .GetTerms "sources" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
        """;

    private const string List = """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li>{{ .Date.Format "2006-01-02" }} <a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}""";

    private const string Home = """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range first 100 .Site.RegularPages }}<li>{{ .Date.Format "2006-01-02" }} <a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}""";

    public static PeerTool Write(Archive archive, string folder)
    {
        PeerText.Write(folder, "config.toml", "baseURL = \"https://archive.example/\"\ntitle = \"A made-up archive\"\n[taxonomies]\nactor = \"actors\"\ntopic = \"topics\"\nsource = \"sources\"\n");
        PeerText.Write(folder, "layouts/_default/baseof.html", Base);
        PeerText.Write(folder, "layouts/_default/single.html", Single);
        PeerText.Write(folder, "layouts/_default/list.html", List);
        PeerText.Write(folder, "layouts/index.html", Home);
        foreach (var article in archive.Articles)
        {
            var matter = JsonSerializer.Serialize(new { title = article.Headline.Value, date = article.Published.Value.Text, actors = PeerText.Actors(archive, article), topics = PeerText.Topics(archive, article), sources = PeerText.Sources(archive, article) });
            PeerText.Write(folder, $"content/articles/{article.Id}.md", matter + "\n\n" + PeerText.Paragraphs(article));
        }
        var output = Path.Combine(folder, "public");
        return new("Hugo", "hugo", ["--quiet"], folder, output, [output, Path.Combine(folder, "resources")]);
    }
}
