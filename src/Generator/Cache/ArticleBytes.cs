using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Generator.Bytes;
using Model;

namespace Generator.Cache;

/// <summary>Writes an article as bytes and reads it again: what is always at hand of it, and every other field in the order of <see cref="Article"/>. Its text is kept apart.</summary>
public static class ArticleBytes
{
    /// <summary>Writes what is always at hand, and gives the fingerprint of what files the article.</summary>
    public static ulong WriteHead(Article article, ByteWriter to)
    {
        Filing(article, to);
        var filing = Fingerprint.Of(to.Written);
        to.Id(article.Id);
        to.Text(article.SeedFile);
        return filing;
    }

    /// <summary>The article of which <see cref="WriteHead"/> wrote what is always at hand; the others give the rest of it and its text once they are asked for.</summary>
    public static Article ReadHead(ByteReader from, Func<Article> rest, Func<ArticleText> text, Func<int, InSentence> sentences) => Article.Unread with
    {
        Language = from.MaybeSharedText()!,
        Source = from.Stated(from.Id),
        Published = from.Stated(from.Date),
        Publish = (Publication)from.Int(),
        Topics = from.List(from.Id),
        Was = from.List(from.Id),
        Id = from.Id(),
        SeedFile = from.Text(),
        Rest = rest,
        Later = text,
        Sentences = sentences,
    };

    /// <summary>Writes all but the head of the article, which has the fingerprint <paramref name="filing"/>, and its text, which has <paramref name="text"/>.</summary>
    public static ArticlePrints WriteRest(Article article, ulong filing, ulong text, ImmutableArray<ulong> mentions, ByteWriter to)
    {
        ulong Since(int from) => Fingerprint.Of(to.Written[from..]);
        Facts(article, to);
        var (facts, atAnnotations) = (Since(0), to.Length);
        var (marks, quoted) = (new Fingerprint(), new Fingerprint());
        to.List(article.Waivers, w => Waiver(w, to));
        marks.Add(Since(atAnnotations));
        var passages = ImmutableArray.CreateBuilder<ulong>(article.Annotations.Length);
        to.Number(article.Annotations.Length);
        foreach (var annotation in article.Annotations)
        {
            var at = to.Length;
            Mark(annotation, to);
            marks.Add(Since(at));
            if (annotation.Said is { } said) Add(said.By, annotation.Anchor, ref quoted);
            Sayings(annotation, to);
            passages.Add(Since(at));
            to.Text(annotation.Note.Markup);
            to.Text(annotation.Motivation);
        }
        to.Flag(article.HeadlineSupport is not null);
        if (article.HeadlineSupport is { } support) to.List(support, s => { to.Text(s.Part); to.Anchor(s.Anchor); });
        // Of a text that is not shown in full the passages are all that can be found.
        return new(filing, facts, text, marks.Value, article.Publish == Publication.Full ? quoted.Value : marks.Value, Since(atAnnotations), passages.MoveToImmutable(), mentions);

        static void Add(Ref by, Anchor anchor, ref Fingerprint quoted)
        {
            quoted.Add(by);
            quoted.Add(((ulong)anchor.Start << 32) | (uint)anchor.End);
        }
    }

    /// <summary>The article of which <see cref="WriteRest"/> wrote all but the head, without that.</summary>
    public static Article ReadRest(ByteReader from)
    {
        var facts = Facts(from);
        var waivers = new Waiver[from.Int()];
        for (var i = 0; i < waivers.Length; i++) waivers[i] = new(from.Anchor(), from.Text(), from.Int(), from.Int());
        var annotations = new Annotation[from.Int()];
        for (var i = 0; i < annotations.Length; i++) annotations[i] = Annotation(from);
        return facts with
        {
            Waivers = ImmutableCollectionsMarshal.AsImmutableArray(waivers),
            Annotations = ImmutableCollectionsMarshal.AsImmutableArray(annotations),
            HeadlineSupport = from.Flag() ? from.List(() => new HeadlineSupport(from.Text(), from.Anchor())) : null,
        };
    }

    private static void Filing(Article article, ByteWriter to)
    {
        to.Text(article.Language);
        to.Stated(article.Source, to.Id);
        to.Stated(article.Published, to.Date);
        to.Number((int)article.Publish);
        to.List(article.Topics, to.Id);
        to.List(article.Was, to.Id);
    }

    private static void Facts(Article article, ByteWriter to)
    {
        to.Stated(article.Headline, to.Text);
        to.Stated(article.By, to.Text);
        to.Stated(article.Origin, to.Id);
        to.Stated(article.Modified, to.Date);
        to.Stated(article.Accessed, to.Date);
        to.Stated(article.Url, a => to.Text(a.Value));
        to.Text(article.Archived?.Url.Value);
        to.Date(article.Archived?.Date);
        to.Stated(article.Dateline, to.Text);
        to.Stated(article.Located, to.Id);
        to.Stated(article.Genre, g => to.Number((int)g));
        to.Text(article.UsageTerms);
        to.Text(article.Summary);
        to.List(article.Events, to.Id);
        to.List(article.Places, to.Id);
        to.List(article.Actors, a => { to.Id(a.Actor); to.Text(a.Role); });
        to.List(article.Relations, r => BondBytes.Relation(r, to));
        to.Text(article.Notes.Markup);
    }

    private static Article Facts(ByteReader from) => Article.Unread with
    {
        Headline = from.Stated(from.Text),
        By = from.MaybeStated(from.Text),
        Origin = from.MaybeStated(from.Id),
        Modified = from.MaybeStated(from.Date),
        Accessed = from.MaybeStated(from.Date),
        Url = from.MaybeStated(() => Address(from.Text())),
        Archived = (from.MaybeText(), from.MaybeDate()) is ({ } kept, var date) ? new(Address(kept), date) : null,
        Dateline = from.MaybeStated(from.Text),
        Located = from.MaybeStated(from.Id),
        Genre = from.MaybeStated(() => (Genre)from.Int()),
        UsageTerms = from.MaybeText(),
        Summary = from.MaybeText(),
        Events = from.List(from.Id),
        Places = from.List(from.Id),
        Actors = from.List(() => new Participation(from.Id(), from.MaybeSharedText())),
        Relations = from.List(() => BondBytes.Relation(from)),
        Notes = new(from.MaybeText()!),
    };

    /// <summary>Writes the text that readers get and all that is known of its seed but the seed's text.</summary>
    public static void WriteReading(Article article, ByteWriter to)
    {
        var (seed, text) = (article.Seed, article.Text);
        to.Text(seed.File);
        to.Text(seed.Sha256);
        to.Flag(seed.Pinned);
        to.Date(seed.PinnedOn);
        to.Number(seed.LineStarts.Length);
        foreach (var start in seed.LineStarts) to.Number(start);
        to.Text(text.Text);
        to.List(text.Blocks, b => { to.Number((int)b.Role); to.Number(b.Start); to.Number(b.End); });
        to.List(text.Pieces, p => { to.Number(p.Start); to.Number(p.Length); to.Number(p.SeedStart); to.Number(p.SeedLength); to.Flag(p.Repaired); });
        to.List(text.Skipped, s => { to.Number(s.Start); to.Number(s.Length); to.Text(s.Why); });
    }

    /// <summary>The text that <see cref="WriteReading"/> wrote; <paramref name="seed"/> gives that of its seed.</summary>
    public static ArticleText ReadText(ByteReader from, Func<string> seed)
    {
        var (file, hash, pinned, on, starts) = (from.Text(), from.Text(), from.Flag(), from.MaybeDate(), new int[from.Int()]);
        for (var i = 0; i < starts.Length; i++) starts[i] = from.Int();
        return new(new(file, hash, pinned, starts, seed) { PinnedOn = on }, ReadingText(from));
    }

    /// <summary>Writes the words of an annotation; those of an article stand one behind the other.</summary>
    public static void WriteSentence(InSentence sentence, ByteWriter to)
    {
        to.Text(sentence.Before);
        to.Text(sentence.Words);
        to.Text(sentence.After);
    }

    /// <summary>Those that <see cref="WriteSentence"/> wrote of the annotation at a place among all.</summary>
    public static InSentence ReadSentence(ByteReader from, int annotation)
    {
        for (var texts = 3 * annotation; texts > 0; texts--) from.PassText();
        return new(from.Text(), from.Text(), from.Text());
    }

    private static ReadingText ReadingText(ByteReader from) => new(
        from.Text(), from.List(() => new Block((BlockRole)from.Int(), from.Int(), from.Int())),
        from.List(() => new Piece(from.Int(), from.Int(), from.Int(), from.Int(), from.Flag())),
        from.List(() => new SkippedLine(from.Int(), from.Int(), from.Text())));

    private static void Waiver(Waiver waiver, ByteWriter to)
    {
        to.Anchor(waiver.Anchor);
        to.Text(waiver.Why);
        to.Number(waiver.Line);
        to.Number(waiver.Column);
    }

    private static void Mark(Annotation annotation, ByteWriter to)
    {
        to.Text(annotation.Id);
        to.Anchor(annotation.Anchor);
        to.Flag(annotation.Said is not null);
        if (annotation.Said is not { } said) return;
        to.Ref(said.By);
        to.Flag(said.Direct);
    }

    private static void Sayings(Annotation annotation, ByteWriter to)
    {
        if (annotation.Said is { } said)
        {
            to.List(said.To, to.Ref);
            to.List(said.Via, to.Ref);
            to.Text(said.Verb);
            to.Choice(said.Cert);
        }
        to.List(annotation.Identifies, to.Ref);
        to.Text(annotation.Figure?.Of.Value);
        if (annotation.Figure is { } figure)
        {
            foreach (var number in (ReadOnlySpan<decimal?>)[figure.Value, figure.Min, figure.Max, figure.Margin]) to.Decimal(number);
            to.Stated(figure.AsOf, to.Date);
            to.Number((int)figure.Rank);
            to.Text(figure.Corrects?.Article.Value);
            to.Text(figure.Corrects?.Annotation);
        }
        to.Text(annotation.Stance?.On.Value);
        to.Choice(annotation.Stance?.Is);
        to.Stated(annotation.Deadline?.Due, to.Date);
        if (annotation.Deadline is not { } deadline) return;
        to.Text(deadline.Outcome?.Article.Value);
        if (deadline.Outcome is not { } outcome) return;
        to.Anchor(outcome.Anchor);
        to.Number((int)outcome.Is);
    }

    private static Annotation Annotation(ByteReader from) => new()
    {
        Id = from.Text(),
        Anchor = from.Anchor(),
        Said = from.Flag() ? Said(from.Ref(), from.Flag(), from) : null,
        Identifies = from.List(from.Ref),
        Figure = from.MaybeId() is { } of ? Figure(of, from) : null,
        Stance = (from.MaybeId(), from.Choice<Position>()) is ({ } on, { } position) ? new(on, position) : null,
        Deadline = from.MaybeStated(from.Date) is { } due ? new(due, from.MaybeId() is { } told ? new(told, from.Anchor(), (Settled)from.Int()) : null) : null,
        Note = new(from.MaybeText()!),
        Motivation = from.MaybeText(),
    };

    private static Said Said(Ref by, bool direct, ByteReader from) => new(by, from.List(from.Ref), from.List(from.Ref), direct, from.MaybeSharedText(), from.Choice<Certainty>());

    private static Figure Figure(Id of, ByteReader from) => new(
        of, from.Decimal(), from.Decimal(), from.Decimal(), from.Decimal(), from.MaybeStated(from.Date), (Rank)from.Int(),
        (from.MaybeId(), from.MaybeText()) is ({ } article, { } annotation) ? new(article, annotation) : null);

    /// <summary>An address that was found good when it was written.</summary>
    public static WebAddress Address(string text) => WebAddress.TryParse(text, out var address) ? address : throw new InvalidDataException($"\"{text}\" is no address");
}
