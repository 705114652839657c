// The words of a text as the index of this archive has them. The rules are those of Search/WordScanner.cs and Search/FoldWords.cs; a test compares both.

const longest = 40;
const inWord = /[\p{L}\p{Nd}\p{Mn}\p{Mc}]/u;
const accents = /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;
const digit = /[0-9]/;

/** The letters that stand for one: small, without accents. */
export function fold(letter) {
  return letter < '\u0080' ? letter.toLowerCase() : letter.toLowerCase().normalize('NFD').replace(accents, '').replace('ς', 'σ');
}

/** Whether a character is a word of its own: Chinese characters and Japanese kana. */
export function isAlone(letter) {
  return (letter >= '\u3041' && letter <= '\u30ff') || (letter >= '\u3400' && letter <= '\u9fff') || (letter >= '\uf900' && letter <= '\ufaff');
}

/** The words of a text with the places where they begin and end. */
export function scan(text) {
  const words = [];
  const letter = at => String.fromCodePoint(text.codePointAt(at));
  const isIn = at => at >= 0 && at < text.length && inWord.test(text[at]);
  const isLetter = at => isIn(at) && !digit.test(text[at]);
  const isThousands = at => text[at] === ',' && digit.test(text[at - 1]) && at + 1 < text.length && digit.test(text[at + 1]);
  const isInitial = at => text[at] === '.' && isLetter(at - 1) && !isIn(at - 2) && isLetter(at + 1) && !isIn(at + 2);
  for (let at = 0; at < text.length;) {
    const first = letter(at);
    if (!inWord.test(first)) {
      at += first.length;
      continue;
    }
    if (isAlone(first)) {
      words.push({ word: fold(first), start: at, end: at + 1, alone: true });
      at++;
      continue;
    }
    const start = at;
    let word = '';
    while (at < text.length) {
      const next = letter(at);
      if (inWord.test(next) && !isAlone(next)) word += fold(next);
      else if (!isThousands(at) && !isInitial(at)) break;
      at += next.length;
    }
    if (word) words.push({ word: word.slice(0, longest), start, end: at });
  }
  return words;
}
