using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Generator.Search;

/// <summary>
/// The words of a text, one after the other, as search compares them: letters, digits and marks in a row, folded, at most <see cref="Longest"/> letters of them. A comma between two digits and the
/// points of initials (<c>U.S.</c>) are left out; of Chinese and Japanese each character is a word. <c>words.js</c> has the same rules.
/// </summary>
public ref struct WordScanner(ReadOnlySpan<char> text)
{
    public const int Longest = 40;

    private readonly ReadOnlySpan<char> _text = text;
    private Letters _folded;
    private int _at, _length, _asItStands = -1;

    [InlineArray(Longest)]
    private struct Letters
    {
        private char _first;
    }

    /// <summary>The word; until the next one is asked for.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<char> Word => _asItStands < 0 ? ((ReadOnlySpan<char>)_folded)[.._length] : _text.Slice(_asItStands, _length);

    /// <summary>Goes on to the next word; false when there is none.</summary>
    public bool Next()
    {
        while (_at < _text.Length)
        {
            if (char.IsAscii(_text[_at]))
            {
                if (IsPlain(_text[_at])) return Plain() || Run();
                _at++;
                continue;
            }
            var letter = At(_at);
            if (IsAlone(letter.Value)) return One(letter);
            if (IsInWord(letter) && Run()) return true;
            _at += IsInWord(letter) ? 0 : letter.Utf16SequenceLength;
        }
        return false;
    }

    /// <summary>Whether the word that begins here has nothing to be folded, as most of a text have not; then it is done.</summary>
    private bool Plain()
    {
        var end = _at;
        while (end < _text.Length && (uint)(_text[end] - 'a') < 26) end++;
        // What follows may go on with the word: a capital, a digit, a letter that is not ASCII, the point of initials.
        if (end == _at || (end < _text.Length && (!char.IsAscii(_text[end]) || IsPlain(_text[end]) || (_text[end] == '.' && end - _at == 1)))) return false;
        (_asItStands, _length, _at) = (_at, Math.Min(end - _at, Longest), end);
        return true;
    }

    private bool One(Rune letter)
    {
        _at += letter.Utf16SequenceLength;
        (_asItStands, _length) = (-1, 0);
        Add(letter);
        return true;
    }

    /// <summary>False when nothing but accents stood there.</summary>
    private bool Run()
    {
        var start = _at;
        (_asItStands, _length) = (-1, 0);
        while (_at < _text.Length)
        {
            if (IsPlain(_text[_at]))
            {
                // The bit that small letters have and capitals have not; digits have it.
                if (_length < Longest) _folded[_length++] = (char)(_text[_at] | 0x20);
                _at++;
                continue;
            }
            var letter = At(_at);
            if (IsInWord(letter) && !IsAlone(letter.Value)) Add(letter);
            else if (_at == start || !(IsThousands() || IsInitial())) break;
            _at += letter.Utf16SequenceLength;
        }
        return _length > 0;
    }

    private void Add(Rune letter)
    {
        foreach (var c in FoldWords.Fold(letter))
            if (_length < Longest) _folded[_length++] = c;
    }

    private readonly Rune At(int index) => Rune.DecodeFromUtf16(_text[index..], out var letter, out _) == System.Buffers.OperationStatus.Done ? letter : new Rune(' ');

    private readonly bool IsThousands() => _text[_at] == ',' && char.IsAsciiDigit(_text[_at - 1]) && _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1]);

    /// <summary>Whether the point stands between two single letters.</summary>
    private readonly bool IsInitial() => _text[_at] == '.' && IsLetter(_at - 1) && !IsInWord(_at - 2) && IsLetter(_at + 1) && !IsInWord(_at + 2);

    private readonly bool IsLetter(int index) => IsInWord(index) && !char.IsAsciiDigit(_text[index]);

    private readonly bool IsInWord(int index) => index >= 0 && index < _text.Length && !char.IsSurrogate(_text[index]) && IsInWord(new Rune(_text[index]));

    // What is compiled beforehand would call the runtime's own for each letter.
    private static bool IsPlain(char letter) => (uint)((letter | 0x20) - 'a') < 26 || (uint)(letter - '0') < 10;

    private static bool IsInWord(Rune letter) => letter.IsAscii ? IsPlain((char)letter.Value) : Rune.GetUnicodeCategory(letter) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsAlone(int point) => point is (>= 0x3041 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF);
}
