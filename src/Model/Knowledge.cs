namespace Model;

/// <summary>What is known from the articles learnt so far; learn them in the order in which they were published.</summary>
public sealed class Knowledge(Archive archive)
{
    private readonly List<Article> _articles = [];
    private readonly HashSet<Id> _known = [];
    private readonly Dictionary<Id, List<Passage>> _values = [];
    private readonly Dictionary<Id, Dictionary<Ref, Passage>> _positions = [];
    private readonly List<Id> _figures = [], _statements = [];

    /// <summary>By the day a value is for (that of its article where it has none), then by article, then by place in the text.</summary>
    public static readonly Comparer<Passage> InTime = Comparer<Passage>.Create((a, b) =>
    {
        var order = (a.Annotation.Figure!.AsOf ?? a.Article.Published).Value.CompareTo((b.Annotation.Figure!.AsOf ?? b.Article.Published).Value);
        if (order == 0) order = a.Article.Published.Value.CompareTo(b.Article.Published.Value);
        if (order == 0) order = a.Article.Id.CompareTo(b.Article.Id);
        return order != 0 ? order : a.Annotation.Anchor.Start.CompareTo(b.Annotation.Anchor.Start);
    });

    /// <summary>In the order in which they were learnt.</summary>
    public IReadOnlyList<Article> Articles => _articles;

    /// <summary>The figures with a value, and the statements with a position, the one reported last at the end.</summary>
    public IReadOnlyList<Id> Figures => _figures;
    public IReadOnlyList<Id> Statements => _statements;

    public bool Has(Id article) => _known.Contains(article);

    public void Learn(Article article)
    {
        _articles.Add(article);
        _known.Add(article.Id);
        foreach (var annotation in article.Annotations)
        {
            var passage = new Passage(article, annotation);
            if (annotation.Figure is { } figure)
            {
                if (!_values.TryGetValue(figure.Of, out var values)) _values.Add(figure.Of, values = []);
                values.Add(passage);
                ToTheEnd(_figures, figure.Of);
            }
            if (annotation is { Stance: { } stance, Said: { } said })
            {
                if (!_positions.TryGetValue(stance.On, out var held)) _positions.Add(stance.On, held = []);
                held[said.By] = passage;
                ToTheEnd(_statements, stance.On);
            }
        }
    }

    /// <summary>The latest known value of a figure that has one: of those that no known article corrects, if there are any, the last in time.</summary>
    public Passage LatestValue(Id claim)
    {
        var values = _values[claim];
        var standing = values.Where(p => archive.CorrectionOf(p.Ref) is not { } by || !Has(by.Article)).ToList();
        return (standing.Count > 0 ? standing : values).Order(InTime).Last();
    }

    /// <summary>The latest known position of each speaker on a statement that has one; in no order.</summary>
    public IReadOnlyCollection<Passage> LatestPositions(Id claim) => _positions[claim].Values;

    private static void ToTheEnd(List<Id> claims, Id claim)
    {
        claims.Remove(claim);
        claims.Add(claim);
    }
}
