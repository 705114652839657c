using System.Text.RegularExpressions;
using Generator.Modules;
using Model;

namespace Tests;

/// <summary>A made-up archive in which one record of each kind has so many articles that its list is cut by year, or just so many of one year that this is cut by month.</summary>
public static class ManyAboutOne
{
    public static SiteTest MadeUp(ulong seed, bool inOneYear = false)
    {
        var site = SiteTest.MadeUp(inOneYear ? ByTime.MostOfYear + 3 : ByTime.Most + 10, seed);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(site.Root, "input", "articles")))
        {
            var text = Regex.Replace(File.ReadAllText(file), "(?m)^source: .*$", "source: source-0");
            text = Regex.Replace(text, @"topics: \[(?:topic-0, )?(.*)\]", "topics: [topic-0, $1]\nplaces: [place-0]");
            text = Regex.Replace(text, "(?<=direct: yes, verb: said })", "\n    actor: actor-1");
            text = new Regex("by: actor-[0-9]+, direct: yes").Replace(text, "by: actor-0, direct: yes", 1);
            text = new Regex("of: claim-[0-9]+").Replace(text, "of: claim-0", 1);
            if (inOneYear) text = Regex.Replace(Regex.Replace(text, "(?m)^published: [0-9]{4}-0[12].*$", "published: 2024"), "(?m)^published: [0-9]{4}", "published: 2024");
            File.WriteAllText(file, Regex.Replace(text, "on: claim-[0-9]+", "on: claim-4"));
        }
        var archive = site.Build().Archive;
        foreach (var record in (ReadOnlySpan<string>)["actors/actor-0", "topics/topic-0", "places/place-0", "sources/source-0", "claims/claim-0", "claims/claim-4"])
        {
            var years = ByTime.Of(archive, archive.AllRecords().Single(r => r.Path == $"/{record}/")).Years;
            Assert.NotEmpty(years);
            Assert.Equal(inOneYear, years.Any(y => !y.Months.IsEmpty));
        }
        return site;
    }
}
