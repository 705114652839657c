using System.Globalization;
using Generator;
using Generator.Suggesting;
using Model;

namespace Benchmarks;

/// <summary>
/// How much of the record of the checkout's articles <c>new article</c> finds from their texts alone. The articles' files are put aside first; actors, places and sources stay known. A passage counts as found
/// when half of its words are in a suggested one; its speaker as right when it is the same record, or, of somebody unnamed, when the words that describe him are among those the record lists.
/// </summary>
public static class Suggestions
{
    public static int Run(Options options)
    {
        var archive = Read(options.Checkout);
        var folder = Directory.CreateTempSubdirectory("archive-suggestions-").FullName;
        try
        {
            var (known, unknown) = (Path.Combine(folder, "known"), Path.Combine(folder, "unknown"));
            CopyWithout(options.Checkout, known, "articles");
            CopyWithout(options.Checkout, unknown, "articles", "events");
            var (bare, barer) = (Read(known), Read(unknown));
            var today = DateOnly.FromDateTime(DateTime.UtcNow);
            Console.WriteLine("| article | quotations found | speaker right | suggested too much | lines to skip found | wrong | figures found | wrong |\n|---|--:|--:|--:|--:|--:|--:|--:|");
            var all = archive.Articles.Select(a => Compare(archive, a, DraftArticle.Of(bare, a.Seed, null, today))).ToList();
            Tell("all", all.Aggregate((a, b) => new(a.Quotations + b.Quotations, a.Found + b.Found, a.Right + b.Right, a.TooMuch + b.TooMuch, a.Lines + b.Lines, a.Skipped + b.Skipped, a.Wrong + b.Wrong, a.Figures + b.Figures, a.Counted + b.Counted, a.Miscounted + b.Miscounted)));
            Console.WriteLine("\n| article | its date | days | with the events put aside too | days |\n|---|---|--:|---|--:|");
            var widths = archive.Articles.Select(a => TellDates(a, DraftArticle.Of(bare, a.Seed, null, today).Published, DraftArticle.Of(barer, a.Seed, null, today).Published)).ToList();
            Console.WriteLine($"| median | | {Told(Median(widths.Select(w => w.Known)))} | | {Told(Median(widths.Select(w => w.Unknown)))} |");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed record Score(int Quotations, int Found, int Right, int TooMuch, int Lines, int Skipped, int Wrong, int Figures, int Counted, int Miscounted);

    private static Score Compare(Archive archive, Article article, ArticleDraft draft)
    {
        var suggested = draft.Passages.Where(p => p.Direct).Select(p => (Passage: p, At: InSeed(draft, p))).ToList();
        var direct = article.Marks.Where(m => m.IsDirect).ToList();
        var (found, right) = (0, 0);
        foreach (var mark in direct)
        {
            var fitting = suggested.Where(s => Shared(s.At, (mark.Anchor.SeedStart, mark.Anchor.SeedEnd)) * 2 >= mark.Anchor.SeedEnd - mark.Anchor.SeedStart).ToList();
            if (fitting.Count > 0) found++;
            if (fitting.Exists(s => IsSame(archive, draft, mark.Speaker!, s.Passage.By))) right++;
            else Console.Error.WriteLine($"{article.Id}: \"{article.Text.Text[mark.Anchor.Start..mark.Anchor.End]}\" is by {mark.Speaker!.Id}, suggested {(fitting.Count == 0 ? "nothing" : fitting[0].Passage.By)}");
        }
        var extra = suggested.Where(s => !direct.Exists(m => Shared(s.At, (m.Anchor.SeedStart, m.Anchor.SeedEnd)) > 0)).ToList();
        foreach (var s in extra) Console.Error.WriteLine($"{article.Id}: too much: \"{s.Passage.Quote}\" by {s.Passage.By}");
        var lines = article.Text.Skipped.Select(s => article.Seed.Text.Substring(s.Start, s.Length).Trim()).ToHashSet(StringComparer.Ordinal);
        var wrong = draft.Skip.Where(s => !lines.Contains(s.Line.Raw)).ToList();
        foreach (var line in wrong) Console.Error.WriteLine($"{article.Id}: not to be skipped: {line.Line.Raw}");
        foreach (var line in lines.Where(l => !draft.Skip.Any(s => s.Line.Raw == l))) Console.Error.WriteLine($"{article.Id}: to be skipped: {line}");
        var figures = article.Annotations.Where(a => a.Figure is not null).ToList();
        bool IsRight(DraftFigure f, Annotation a) => f.Figure.Claim == a.Figure!.Of && (f.Figure.Value, f.Figure.Min, f.Figure.Max) == (a.Figure.Value, a.Figure.Min, a.Figure.Max);
        var miscounted = draft.Figures.Where(f => !figures.Exists(a => IsRight(f, a))).ToList();
        foreach (var f in miscounted) Console.Error.WriteLine($"{article.Id}: no figure of {f.Figure.Claim}: {f.Quote} ({f.Figure.Cert})");
        foreach (var a in figures.Where(a => !draft.Figures.Any(f => IsRight(f, a)))) Console.Error.WriteLine($"{article.Id}: figure of {a.Figure!.Of} not found: {article.Text.Text[a.Anchor.Start..a.Anchor.End]}");
        var score = new Score(direct.Count, found, right, extra.Count, lines.Count, lines.Count(l => draft.Skip.Any(s => s.Line.Raw == l)), wrong.Count, figures.Count, figures.Count(a => draft.Figures.Any(f => IsRight(f, a))), miscounted.Count);
        Tell(article.Id.Value, score);
        return score;
    }

    private static (long Known, long Unknown) TellDates(Article article, SuggestedDate known, SuggestedDate unknown)
    {
        string Holds(SuggestedDate date) => Edtf.Parse(date.Date) is var edtf && edtf.First.CompareTo(article.Published.Value.First) <= 0 && edtf.Last.CompareTo(article.Published.Value.Last) >= 0 ? "holds it" : "does not hold it";
        var days = (Days(known), Days(unknown));
        Console.WriteLine($"| {article.Id} | {known.Date} {Holds(known)} | {Told(days.Item1)} | {unknown.Date} {Holds(unknown)} | {Told(days.Item2)} |");
        return days;
    }

    /// <summary>How many days an interval has; of an open one more than any has.</summary>
    private static long Days(SuggestedDate date)
    {
        var edtf = Edtf.Parse(date.Date);
        if (edtf.First == Day.Earliest || edtf.Last == Day.Latest) return long.MaxValue;
        return new DateOnly((int)edtf.Last.Year, edtf.Last.Month, edtf.Last.DayOfMonth).DayNumber - new DateOnly((int)edtf.First.Year, edtf.First.Month, edtf.First.DayOfMonth).DayNumber + 1;
    }

    private static long Median(IEnumerable<long> days) => days.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private static string Told(long days) => days == long.MaxValue ? "open" : days.ToString("N0", CultureInfo.InvariantCulture);

    private static (int Start, int End) InSeed(ArticleDraft draft, DraftPassage passage)
    {
        var at = -1;
        for (var nth = Math.Max(1, passage.Nth); nth > 0; nth--) at = draft.Text.Text.IndexOf(passage.Quote, at + 1, StringComparison.Ordinal);
        return draft.Text.InSeed(at, at + passage.Quote.Length);
    }

    private static int Shared((int Start, int End) a, (int Start, int End) b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));

    private static bool IsSame(Archive archive, ArticleDraft draft, Ref recorded, Id suggested)
    {
        if (recorded.Id == suggested) return true;
        if (recorded.Kind != Kind.Actor || draft.Stubs.FirstOrDefault(s => s.Id == suggested) is not { WeakAlias: { } words }) return false;
        var actor = archive.Records.Actors[recorded.Id];
        return actor.Alias.Concat(actor.WeakAlias).Append(actor.Name).Any(n => n.Contains(words, StringComparison.OrdinalIgnoreCase));
    }

    private static void Tell(string name, Score s) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {s.Found} of {s.Quotations} | {s.Right} | {s.TooMuch} | {s.Skipped} of {s.Lines} | {s.Wrong} | {s.Counted} of {s.Figures} | {s.Miscounted} |"));

    private static Archive Read(string root) => new Build(new(root), new Problems(), _ => { }).ReadDespiteProblems() ?? throw new InvalidOperationException("the record cannot be read");

    private static void CopyWithout(string from, string to, params string[] folders)
    {
        foreach (var folder in new[] { "input", "seeds" })
            foreach (var file in Directory.EnumerateFiles(Path.Combine(from, folder), "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(to, Path.GetRelativePath(from, file));
                if (folders.Contains(Path.GetFileName(Path.GetDirectoryName(file)))) continue;
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
    }
}
