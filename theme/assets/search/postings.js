// Reads the packed numbers of the index: which articles have a word, and where in them it stands.

/** How many steps of fitting there are. */
export const steps = 8;

/** How many quotations of an article are told apart in the number that says which article it is; the last of them and those after it need another. */
const near = 8;

/** Whole numbers as the generator packs them (LEB128). */
export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  number() {
    let number = 0;
    for (let factor = 1; ; factor *= 128) {
      const next = this.bytes[this.at++];
      number += (next & 127) * factor;
      if (next < 128) return number;
    }
  }

  list() {
    return Array.from({ length: this.number() }, () => this.number());
  }
}

/** Goes through the articles that have a word, with how well each fits. */
export function eachArticle(posting, visit) {
  const reader = new Reader(posting.bytes, posting.at);
  for (let article = -1, left = posting.articles; left > 0; left--) {
    const next = reader.number();
    article += Math.floor(next / steps);
    visit(article, next % steps);
  }
}

/** Goes through the quotations that have a word: the article of each, and which of the article's it is. */
export function eachQuotation(posting, visit) {
  const reader = new Reader(posting.bytes, posting.at + posting.length);
  for (let article = -1, left = posting.quotations; left > 0; left--) {
    const next = reader.number();
    article += Math.floor(next / near);
    visit(article, next % near < near - 1 ? next % near : near - 1 + reader.number());
  }
}

/** Where a word stands in the articles that have it: the places in `article` are those of `all` from `from[article]` up to `from[article + 1]`. */
export function placesOf(posting, reader, articles) {
  const from = new Uint32Array(articles + 1);
  let all = new Uint32Array(4 * posting.articles);
  let [count, next] = [0, 0];
  eachArticle(posting, number => {
    while (next <= number) from[next++] = count;
    for (let place = -1, step; (step = reader.number()) > 0;) {
      if (count === all.length) all = grown(all);
      all[count++] = place += step;
    }
  });
  from.fill(count, next);
  return { from, all };
}

function grown(numbers) {
  const more = new Uint32Array(2 * numbers.length);
  more.set(numbers);
  return more;
}

/** From how many of some words one can take a place in an article so that all lie within a width. Thousands of articles are gone through at each key, so it makes nothing but three short lists. */
export function mostWithin(width, words, article) {
  const next = words.map(({ from }) => from[article]);
  const end = words.map(({ from }) => from[article + 1]);
  const last = words.map(() => -Infinity);
  const ahead = words.map(({ all }, i) => next[i] < end[i] ? all[next[i]] : Infinity);
  for (let most = 0; ;) {
    let first = 0;
    for (let i = 1; i < ahead.length; i++) if (ahead[i] < ahead[first]) first = i;
    const place = last[first] = ahead[first];
    if (place === Infinity) return most;
    ahead[first] = ++next[first] < end[first] ? words[first].all[next[first]] : Infinity;
    let within = 0;
    for (let i = 0; i < last.length; i++) if (last[i] >= place - width) within++;
    if (within > most && (most = within) === words.length) return most;
  }
}
