using System.Globalization;
using System.Text;

namespace Generator.Synthesis;

/// <summary>One made-up article: its seed, and the fields of its record after the pin.</summary>
public sealed class MadeUpArticle(Vocabulary words, Chance chance, int number, int actors, int claims)
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _annotations = new();

    public (string Text, string Record) Make(int hubs, int paragraphs, int topics, int sources, int places)
    {
        var script = chance.OneIn(10) ? 1 + chance.Below(Vocabulary.Scripts.Length - 1) : 0;
        var present = Present(hubs);
        var headline = string.Join(' ', Enumerable.Range(0, 6).Select(_ => words.Word(chance, script))) + $" {number}";
        _text.Append(headline).Append("\n\n");
        for (var p = 0; p < paragraphs; p++) Paragraph(p, script, present, places);
        var day = new DateOnly(2001, 1, 1).AddDays(chance.Below(25 * 365));
        var record = $"headline: \"{headline}\"\nsource: source-{chance.Zipf(sources)}\npublished: {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\nlanguage: {Vocabulary.Scripts[script].Language}\n"
            + $"genre: reportage\nsummary: Made-up article {number}.\ntopics: [topic-{chance.Zipf(topics / 2)}, topic-{topics / 2 + chance.Zipf(topics / 2)}]\n"
            + $"actors: [{string.Join(", ", present.Select(a => $"actor-{a}"))}]\nannotations:\n";
        return (_text.ToString(), record + _annotations);
    }

    /// <summary>Six actors: each hub in a fifth of all articles, the others by what Zipf's law leaves below the hubs.</summary>
    private List<int> Present(int hubs)
    {
        var present = Enumerable.Range(0, hubs).Where(_ => chance.OneIn(5)).ToList();
        while (present.Count < 6)
            if (chance.Zipf(actors) is var actor && actor >= hubs && !present.Contains(actor)) present.Add(actor);
        return present;
    }

    private void Paragraph(int p, int script, List<int> present, int places)
    {
        var actor = present[p % present.Count];
        var length = 28 + chance.Below(16);
        for (var w = 0; w < length; w++)
        {
            if (w > 0) _text.Append(' ');
            if (w == 9) _text.Append(Name(actor)).Append(' ');
            if (w == 17 && p % 3 == 0) _text.Append("in ").Append(Vocabulary.BodyName(chance.Zipf(places), "Valley")).Append(' ');
            var word = words.Word(chance, script);
            _text.Append(w is 0 or 15 or 25 ? Vocabulary.Capital(word) : word);
            if (w is 14 or 24) _text.Append('.');
        }
        _text.Append('.');
        if (p is 2 or 5 or 8) Quotation(p, script, actor);
        if (p is 3 or 9) Figure(p, actor);
        if (p is 1 or 4 or 7 or 10) Remark(p, actor);
        _text.Append("\n\n");
    }

    private void Quotation(int p, int script, int speaker)
    {
        var said = string.Join(' ', Enumerable.Range(0, 12).Select(_ => words.Word(chance, script))) + $" {number} {p}";
        _text.Append(" “").Append(said).Append(",” ").Append(Name(speaker)).Append(" said.");
        _annotations.Append($"  - quote: \"{said}\"\n    said: {{ by: actor-{speaker}, direct: {(p == 8 ? "no" : "yes")}, verb: said }}\n");
        if (p == 5) _annotations.Append($"    stance: {{ on: claim-{Claim(statement: true)}, is: {(chance.OneIn(3) ? "denies" : "affirms")} }}\n");
    }

    private void Figure(int p, int speaker)
    {
        var value = 10 + chance.Below(900);
        _text.Append(CultureInfo.InvariantCulture, $" {Name(speaker)} counted {value} of {number} by {p}.");
        _annotations.Append(CultureInfo.InvariantCulture, $"  - quote: counted {value} of {number} by {p}\n    said: {{ by: actor-{speaker}, direct: no, verb: counted }}\n    figure: {{ of: claim-{Claim(statement: false)}, value: {value} }}\n");
    }

    private void Remark(int p, int actor)
    {
        _text.Append(CultureInfo.InvariantCulture, $" The one of note {number} {p} there left.");
        _annotations.Append(CultureInfo.InvariantCulture, $"  - quote: The one of note {number} {p} there\n    actor: actor-{actor}\n    note: Note *{p}* of article {number}.\n");
    }

    private int Claim(bool statement)
    {
        var claim = chance.Zipf(claims / 5) * 5 + (statement ? 4 : chance.Below(4));
        return Math.Min(claim, statement ? claims / 5 * 5 - 1 : claims - 2);
    }

    private static string Name(int actor) => Vocabulary.PersonName(actor) + (actor % 4 == 0 ? " Union" : "");
}
