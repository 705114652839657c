// What somebody asks for: words, "phrases", and -words that must not occur.

import { scan } from './words.js';

/**
 * The words, each with whether longer words that begin so count too, and its singular; the phrases; what is unwanted; and whether the last word may have only been begun. A word in quotation marks is only
 * itself; characters of Chinese and Japanese that stand together are a phrase.
 */
export function parse(text) {
  const query = { words: [], phrases: [], unwanted: [], typing: false };
  let last = null;
  for (const [, minus, phrase, plain] of text.replace(/[“”„«»]/g, '"').matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    const found = scan(phrase ?? plain);
    const words = found.map(w => w.word);
    last = null;
    if (words.length === 0) continue;
    if (minus) query.unwanted.push(words);
    else if (words.length > 1 && (phrase !== undefined || found.every(w => w.alone))) query.phrases.push(words);
    else if (phrase !== undefined) query.words.push({ word: words[0], longer: false, singular: null });
    else for (const { word, alone } of found) query.words.push(last = { word, longer: !alone && word.length > 3, singular: singular(word) });
  }
  if (last && last.word.length > 1 && /[\p{L}\p{Nd}\p{M}]$/u.test(text)) {
    last.longer = true;
    query.typing = last.word.length < 4;
  }
  return query;
}

/** Whether nothing is asked for. */
export function isEmpty(query) {
  return query.words.length + query.phrases.length === 0;
}

/** Whether a word of a text is one that the query asks for. */
export function asksFor(query, word) {
  return query.words.some(asked => asked.word === word || (asked.longer && word.startsWith(asked.word)) || asked.singular === word)
    || query.phrases.some(phrase => phrase.includes(word));
}

/** The word without the s of its plural, or nothing. */
function singular(word) {
  return word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : null;
}
