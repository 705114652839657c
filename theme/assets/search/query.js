// What somebody asks for: words, "phrases", and -words that must not occur.

import { scan } from './words.js';

/**
 * The words, each with whether longer words that begin so count too, and its singular; the phrases; and what is unwanted. The word that is still being typed may be short; a word in quotation marks is
 * only itself.
 * Characters of Chinese and Japanese that stand together are a phrase.
 */
export function parse(text) {
  const query = { words: [], phrases: [], unwanted: [] };
  for (const [, minus, phrase, plain] of text.replace(/[“”„«»]/g, '"').matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    const words = scan(phrase ?? plain);
    if (words.length === 0) continue;
    if (minus) query.unwanted.push(words.map(w => w.word));
    else if (phrase !== undefined && words.length > 1) query.phrases.push(words.map(w => w.word));
    else if (phrase !== undefined) query.words.push({ word: words[0].word, longer: false, singular: null, exact: true });
    else if (words.length > 1 && words.every(w => w.alone)) query.phrases.push(words.map(w => w.word));
    else for (const { word, alone } of words) query.words.push({ word, longer: !alone && word.length > 3, singular: singular(word) });
  }
  const last = query.words.at(-1);
  if (last && !last.exact && /[\p{L}\p{Nd}\p{M}]$/u.test(text) && last.word.length > 1) last.longer = true;
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
