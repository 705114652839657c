using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Generator.Unicode;
using Model;

namespace Generator.Modules;

/// <summary>Grows the reading text and, beside it, the pieces that lead back into the seed.</summary>
internal sealed class PieceBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<Piece> _pieces = [];

    public int Length => _text.Length;

    public (int Length, int Pieces, Piece? Last) Mark() => (_text.Length, _pieces.Count, _pieces.Count > 0 ? _pieces[^1] : null);

    public string From((int Length, int Pieces, Piece? Last) mark) => _text.ToString(mark.Length, _text.Length - mark.Length);

    public override string ToString() => _text.ToString();

    public ImmutableArray<Piece> Pieces() => [.. _pieces];

    public void BackTo((int Length, int Pieces, Piece? Last) mark)
    {
        _text.Length = mark.Length;
        _pieces.RemoveRange(mark.Pieces, _pieces.Count - mark.Pieces);
        if (mark.Last is { } last) _pieces[^1] = last;
    }

    public void AddLine(string seed, int start, int end, CleanText.Repairs repairs)
    {
        while (start < end && char.IsWhiteSpace(seed[start])) start++;
        while (end > start && char.IsWhiteSpace(seed[end - 1])) end--;
        var lineStart = _text.Length;
        for (var at = start; at < end;)
        {
            if (repairs.At(seed, at, end) is { } repair)
            {
                var to = _text.Length > lineStart && _text[^1] != ' ' ? repair.To : repair.To.TrimStart();
                Add(Nfc.Of(to), at, repair.From.Text.Length, repaired: true);
                at += repair.From.Text.Length;
            }
            else if (char.IsWhiteSpace(seed[at]))
            {
                var from = at;
                do at++; while (at < end && char.IsWhiteSpace(seed[at]) && repairs.At(seed, at, end) is null);
                // Where a repair leaves nothing, the spaces on its two sides are one, and none at the beginning.
                if (_text.Length > lineStart && _text[^1] != ' ') Add(" ", from, at - from, repaired: false);
            }
            else if (PlainRun(seed, at, end, repairs) is var run and > 0)
            {
                Add(seed.AsSpan(at, run), at, run, repaired: false);
                at += run;
            }
            else
            {
                var length = Nfc.MayChange(seed[at]) || (at + 1 < end && Nfc.MayChange(seed[at + 1]))
                    ? StringInfo.GetNextTextElementLength(seed.AsSpan(at, end - at)) : 1;
                Add(Nfc.Of(seed.Substring(at, length)), at, length, repaired: false);
                at += length;
            }
        }
    }

    /// <summary>
    /// How many characters from <paramref name="at"/>, which is not white, stand in the text just as in the seed: letters that form C leaves alone, and single spaces between them.
    /// Nearly all of a text is such runs.
    /// </summary>
    private static int PlainRun(string seed, int at, int end, CleanText.Repairs repairs)
    {
        var to = at;
        for (; to < end; to++)
        {
            // Letters below U+0300 never change before another such letter; most of most texts is those.
            while (!repairs.Any && to + 1 < end && seed[to] is > ' ' and < '\u007F' && seed[to + 1] is > ' ' and < '\u007F') to++;
            var c = seed[to];
            if (char.IsWhiteSpace(c) && (c != ' ' || to + 1 >= end || char.IsWhiteSpace(seed[to + 1]))) break;
            if (Nfc.MayChange(c) || (to + 1 < end && Nfc.MayChange(seed[to + 1])) || repairs.At(seed, to, end) is not null) break;
        }
        // The space before what is not plain belongs to the run only with what follows.
        while (to > at && seed[to - 1] == ' ') to--;
        return to - at;
    }

    public void AddBreak(int seedOffset) => Add("\n", seedOffset, 0, repaired: false);

    public void DropLastBreak()
    {
        if (_text.Length == 0) return;
        _text.Length--;
        _pieces.RemoveAt(_pieces.Count - 1);
    }

    public void DropBullet((int Length, int Pieces, Piece? Last) mark, string bullets)
    {
        var drop = 0;
        while (mark.Length + drop < _text.Length && (bullets.Contains(_text[mark.Length + drop]) || _text[mark.Length + drop] == ' ')) drop++;
        if (drop == 0 || mark.Length + drop == _text.Length) return;
        _text.Remove(mark.Length, drop);
        var first = mark.Pieces;
        for (var left = drop; left > 0;)
        {
            var piece = _pieces[first];
            if (piece.Length <= left)
            {
                left -= piece.Length;
                _pieces.RemoveAt(first);
                continue;
            }
            _pieces[first] = piece with { Start = piece.Start + left, Length = piece.Length - left, SeedStart = piece.SeedStart + left, SeedLength = piece.SeedLength - left };
            left = 0;
        }
        for (var i = first; i < _pieces.Count; i++) _pieces[i] = _pieces[i] with { Start = _pieces[i].Start - drop };
    }

    private void Add(ReadOnlySpan<char> text, int seedStart, int seedLength, bool repaired)
    {
        var start = _text.Length;
        _text.Append(text);
        // Characters that stand in the seed as they are make one long piece.
        if (!repaired && text.Length == seedLength && _pieces.Count > 0 && _pieces[^1] is { Repaired: false } last
            && last.Length == last.SeedLength && last.SeedStart + last.SeedLength == seedStart)
            _pieces[^1] = last with { Length = last.Length + text.Length, SeedLength = last.SeedLength + seedLength };
        else
            _pieces.Add(new(start, text.Length, seedStart, seedLength, repaired));
    }
}
