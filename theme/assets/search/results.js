// How results look. Everything that comes from the archive is set as text, never as markup.

import { scan } from './words.js';

const mostSentences = 2;

/** An article with the sentences in which the words stand, the best two. */
export function showArticle(site, text, isHit) {
  const item = element('li', 'result');
  item.append(line([text.date, text.source]), headline(site, text, text.path, isHit));
  const sentences = best(text, isHit);
  if (sentences.length === 0 && text.summary) item.append(element('p', 'card-summary', [text.summary]));
  for (const sentence of sentences) {
    const link = element('a', '', marked(sentence, isHit));
    link.href = site.base + text.path + fragment(sentence);
    const quote = element('p', 'found original', [link]);
    quote.lang = text.language;
    item.append(quote);
  }
  return item;
}

/** A quotation with its speaker, the article's quotation at that place. */
export function showQuotation(site, text, at, isHit) {
  const [id, words, speaker, direct] = text.quotations[at];
  const item = element('li', 'result utterance' + (direct ? '' : ' reported'));
  const link = element('a', '', marked(words, isHit));
  link.href = `${site.base}${text.path}#${id}`;
  const quote = element('h3', 'found original', [link]);
  quote.lang = text.language;
  item.append(quote, element('p', 'attribution', [element('span', 'entry-name', [speaker]), ' ', element('span', `manner ${direct ? 'quotation' : 'reported'}`, [direct ? 'own words' : 'reported'])]),
    line([text.date, text.source, text.headline]));
  return item;
}

/** A record: its name, what it is, and in how many articles. */
export function showRecord(site, { path, kind, name, articles, others }) {
  const link = element('a', '', [name]);
  link.href = site.base + path;
  const kinds = { actors: 'Actor', topics: 'Topic', places: 'Place', events: 'Event', sources: 'Source', claims: 'Claim' };
  const item = element('li', 'record-found', [element('span', 'record-name', [link])]);
  item.append(' ', element('span', 'detail', [[kinds[kind], ...others.slice(0, 3), `${articles.toLocaleString('en')} ${articles === 1 ? 'article' : 'articles'}`].join(' · ')]));
  return item;
}

function headline(site, text, path, isHit) {
  const link = element('a', text.supplied ? 'supplied' : 'original', marked(text.headline, isHit));
  link.href = site.base + path;
  if (!text.supplied) link.lang = text.language;
  return element('h3', 'card-headline', [link]);
}

/** How many different words that were asked for one sentence of a text has, at most. */
export function nearness(text, isHit) {
  return Math.max(0, ...sentencesOf(text).map(({ words }) => hitsIn(words, isHit)));
}

function hitsIn(words, isHit) {
  let hits = 0;
  for (const word of words) if (isHit(word)) hits++;
  return hits;
}

/** The sentences of a text with their words, each word once; worked out once, because every key asks again. */
function sentencesOf(text) {
  return text.sentences ??= text.paragraphs.flat().map(sentence => ({ sentence, words: new Set(scan(sentence).map(w => w.word)) }));
}

/** The sentences with the most of the words, in the order of the text. */
function best(text, isHit) {
  return sentencesOf(text)
    .map(({ sentence, words }, at) => ({ sentence, at, hits: hitsIn(words, isHit) }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits || a.at - b.at)
    .slice(0, mostSentences)
    .sort((a, b) => a.at - b.at)
    .map(({ sentence }) => sentence);
}

/** A text in pieces, the words that were asked for marked. */
function marked(text, isHit) {
  const pieces = [];
  let done = 0;
  for (const { word, start, end } of scan(text)) {
    if (!isHit(word)) continue;
    pieces.push(text.slice(done, start), element('mark', 'hit', [text.slice(start, end)]));
    done = end;
  }
  return [...pieces, text.slice(done)];
}

/** Lets the browser show the sentence on the article's page: its first and last words. */
function fragment(sentence) {
  const words = sentence.split(' ');
  const part = some => encodeURIComponent(some.join(' ')).replaceAll('-', '%2D');
  return words.length < 8 ? `#:~:text=${part(words)}` : `#:~:text=${part(words.slice(0, 3))},${part(words.slice(-3))}`;
}

function line(parts) {
  return element('p', 'card-line', parts.map(part => element('span', '', [part])));
}

function element(name, className, children = []) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
