using System.Text.Json;
using Model;

namespace Benchmarks.Peers;

/// <summary>The made-up archive as an Eleventy site: the same pages as Hugo's. Eleventy is installed once, by npm, into the user's cache.</summary>
public static class EleventySite
{
    private const string Version = "3.1.5";

    private const string Configuration = """
        export default function (config) {
          const terms = (key) => (api) => {
            const found = new Map();
            for (const article of api.getFilteredByTag("article"))
              for (const term of article.data[key]) {
                if (!found.has(term)) found.set(term, []);
                found.get(term).push(article);
              }
            return [...found].map(([name, articles]) => ({ name, articles }));
          };
          for (const key of ["actors", "subjects", "publishers"]) config.addCollection(key, terms(key));
          config.addCollection("newest", (api) => api.getFilteredByTag("article").slice(-100).reverse());
          config.addFilter("day", (date) => new Date(date).toISOString().slice(0, 10));
          return { dir: { input: "content", includes: "../layouts", output: "output" }, markdownTemplateEngine: false };
        }
        """;

    private const string Base = """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>{{ title or term.name }}</title></head>
        <body><nav><a href="/">Home</a></nav>
        <main>{{ content | safe }}</main></body></html>
        """;

    private const string Single = """
        ---
        layout: base.njk
        ---
        <h1>{{ title }}</h1><p>{{ page.date | day }}</p>{{ content | safe }}
        <h2>Actors</h2><ul>{% for name in actors %}<li><a href="/actors/{{ name | slugify }}/">{{ name }}</a></li>{% endfor %}</ul>
        <h2>Topics</h2><ul>{% for name in subjects %}<li><a href="/topics/{{ name | slugify }}/">{{ name }}</a></li>{% endfor %}</ul>
        <h2>Source</h2><ul>{% for name in publishers %}<li><a href="/sources/{{ name | slugify }}/">{{ name }}</a></li>{% endfor %}</ul>
        """;

    public static PeerTool Write(Archive archive, string folder)
    {
        var tool = NpmPackage.File("@11ty/eleventy", Version, "@11ty/eleventy/cmd.cjs");
        PeerText.Write(folder, "package.json", """{ "private": true, "type": "module" }""");
        PeerText.Write(folder, "eleventy.config.js", Configuration);
        PeerText.Write(folder, "layouts/base.njk", Base);
        PeerText.Write(folder, "layouts/article.njk", Single);
        foreach (var (key, path) in new[] { ("actors", "actors"), ("subjects", "topics"), ("publishers", "sources") })
            PeerText.Write(folder, $"content/{path}.njk", TermPages(key, path));
        PeerText.Write(folder, "content/index.njk", "---\nlayout: base.njk\ntitle: A made-up archive\n---\n<h1>{{ title }}</h1><ul>{% for article in collections.newest %}<li>{{ article.date | day }} <a href=\"{{ article.url }}\">{{ article.data.title }}</a></li>{% endfor %}</ul>\n");
        foreach (var article in archive.Articles)
        {
            var matter = JsonSerializer.Serialize(new { title = article.Headline.Value, date = article.Published.Value.Text, tags = "article", layout = "article.njk", actors = PeerText.Actors(archive, article), subjects = PeerText.Topics(archive, article), publishers = PeerText.Sources(archive, article) });
            PeerText.Write(folder, $"content/articles/{article.Id}.md", $"---json\n{matter}\n---\n\n{PeerText.Paragraphs(article)}");
        }
        var output = Path.Combine(folder, "output");
        return new("Eleventy", "node", [tool, "--quiet"], folder, output, [output]);
    }

    private static string TermPages(string key, string path) =>
        $"---\nlayout: base.njk\npagination: {{ data: collections.{key}, size: 1, alias: term }}\npermalink: \"/{path}/{{{{ term.name | slugify }}}}/\"\n---\n"
        + "<h1>{{ term.name }}</h1><ul>{% for article in term.articles %}<li>{{ article.date | day }} <a href=\"{{ article.url }}\">{{ article.data.title }}</a></li>{% endfor %}</ul>\n";
}
