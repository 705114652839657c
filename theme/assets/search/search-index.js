// Reads the index that the archive's generator wrote (Search/SearchIndex.cs) and finds articles, quotations and records in it. Loads only what a query needs, each file once.

import { eachArticle, eachQuotation, mostWithin, placesOf, Reader, steps } from './postings.js';
import { isEmpty } from './query.js';
import { scan } from './words.js';

const mostForms = 60;
const mostFiles = 8;
const mostKnown = 24;
const cheap = 10000;
const utf8 = new TextDecoder();

export class SearchIndex {
  #folder;
  #loads = new Map();
  #known = new Map();
  #placed = new Map();

  constructor(folder) {
    this.#folder = folder;
  }

  /** What the query finds among the articles: scores by number, 0 where it does not fit; null when nothing is asked for. */
  async articles(query) {
    return this.#score(query, (await this.catalog()).articles, 'articles');
  }

  /** The same for quotations. */
  async quotations(query) {
    return this.#score(query, (await this.speakers()).length, 'quotations');
  }

  /** The records whose names have all words of the query, the most frequent first: their numbers. */
  async records(query) {
    const words = [...query.words, ...query.phrases.flat().map(word => ({ word, longer: false }))];
    if (words.length === 0) return [];
    const found = [];
    (await this.names()).forEach(({ words: names }, number) => {
      if (words.every(asked => names.some(name => name === asked.word || (asked.longer && name.startsWith(asked.word)) || name === asked.singular))) found.push(number);
    });
    return found;
  }

  /** Marks the articles, or the quotations, that have a property such as ~topic:hostages. */
  async having(property, what) {
    const count = what === 'articles' ? (await this.catalog()).articles : (await this.speakers()).length;
    const marked = new Uint8Array(count);
    const [posting, each] = await Promise.all([this.#posting(property), this.#each(what)]);
    if (posting) each(posting, number => { marked[number] = 1; });
    return marked;
  }

  catalog() {
    return this.#load('catalog.json', response => response.json());
  }

  /** Every record by its number: its path, kind, id, name, how many articles it is in, and the words of its names. */
  names() {
    return this.#load('records.json', async response => (await response.json()).map(([path, name, articles, ...others]) => {
      const [, kind, id] = path.split('/');
      return { path, kind, id, name, articles, others, words: [name, ...others].flatMap(n => scan(n).map(w => w.word)) };
    }));
  }

  /** What is needed to show an article as a result. */
  text(article) {
    return this.#load(`texts/${article}.json`, response => response.json());
  }

  /** For each article the numbers of its records: sources, topics, actors or speakers. */
  async table(name) {
    if (name !== 'actors' && name !== 'speakers') return this.#table(name);
    const unwanted = name === 'actors' ? 2 : 0;
    return (await this.#table('actors')).map(list => list.filter(who => who % 3 !== unwanted).map(who => Math.floor(who / 3)));
  }

  #table(name) {
    return this.#load(name, async response => {
      const reader = new Reader(await bytes(response));
      const { articles } = await this.catalog();
      return Array.from({ length: articles }, () => name === 'sources' ? [reader.number()] : reader.list());
    });
  }

  /** For each quotation who said it, in which article it stands, and as which of its quotations. */
  async speakers() {
    return (await this.#quotations()).all;
  }

  /** All quotations, and the number of the first of each article. */
  #quotations() {
    return this.#load('speakers', async response => {
      const reader = new Reader(await bytes(response));
      const { articles } = await this.catalog();
      const [all, first] = [[], new Uint32Array(articles)];
      for (let article = 0; article < articles; article++) {
        first[article] = all.length;
        reader.list().forEach((speaker, at) => all.push({ speaker, article, at }));
      }
      return { all, first };
    });
  }

  /** What goes through the articles, or the quotations, that have a word, with how well each fits. */
  async #each(what) {
    if (what === 'articles') return eachArticle;
    const { first } = await this.#quotations();
    return (posting, visit) => eachQuotation(posting, (article, at) => visit(first[article] + at, 3));
  }

  /**
   * How many of the words stand near each other in each of some articles, at most; without the words whose places are too much to load. Null when too few are left to say.
   */
  async nearness(words, articles) {
    const postings = (await Promise.all(words.map(({ word }) => this.#posting(word)))).filter(posting => posting && posting.inFile <= cheap);
    if (postings.length < 3) return null;
    const places = await Promise.all(postings.map(posting => this.#places(posting)));
    return new Map(articles.map(article => [article, mostWithin(words.length * 2, places, article)]));
  }

  async #score(query, count, what) {
    if (isEmpty(query)) return null;
    const asked = [
      ...query.words.map(word => this.#fits(word, count, what)),
      ...query.phrases.map(phrase => this.#phrase(phrase, count, what)),
    ];
    const unwanted = query.unwanted.map(words => this.#phrase(words, count, what));
    const [parts, without] = [await Promise.all(asked), await Promise.all(unwanted)];
    const [first, ...others] = parts;
    const scores = first.slice();
    for (const part of others) for (let number = 0; number < count; number++) scores[number] = scores[number] > 0 && part[number] > 0 ? scores[number] + part[number] : 0;
    for (const part of without) for (let number = 0; number < count; number++) if (part[number] > 0) scores[number] = 0;
    return scores;
  }

  /** How well each fits a word, worked out once: who types on has the words before as they were. */
  #fits(asked, count, what) {
    const fits = recent(this.#known, [what, asked.word, asked.longer].join(' '), () => this.#word(asked, count, what));
    // What failed may be asked for again.
    fits.catch(() => this.#known.clear());
    return fits;
  }

  /** How well each fits a word: the word itself counts more than a longer one or its singular. */
  async #word({ word, longer, singular }, count, what) {
    const forms = [[await this.#posting(word), 1]];
    if (longer) for (const posting of await this.#longer(word)) forms.push([posting, 0.6]);
    if (singular) forms.push([await this.#posting(singular), 0.8]);
    const [fits, each] = [new Float32Array(count), await this.#each(what)];
    for (const [posting, weight] of forms) {
      if (posting) each(posting, (number, fit) => { fits[number] = Math.max(fits[number], weight * (fit + 1) / steps); });
    }
    return weigh(fits);
  }

  async #posting(word) {
    return (await this.#file(word)).get(word);
  }

  /** The longer words that begin so, the most frequent ones. */
  async #longer(start) {
    const { cuts, files } = await this.catalog();
    const first = Math.max(0, lastUpTo(cuts, start));
    let end = first + 1;
    while (end < cuts.length && cuts[end].startsWith(start)) end++;
    if (end - first > mostFiles) return [];
    const names = new Set(cuts.slice(first, end).map(cut => fileOf(cut, files)));
    const found = [];
    for (const file of await Promise.all([...names].map(name => this.#words(name)))) {
      for (const [term, posting] of file) if (term.length > start.length && term.startsWith(start)) found.push(posting);
    }
    return found.sort((a, b) => b.articles - a.articles).slice(0, mostForms);
  }

  /** Where words stand one behind the other. Of a quotation is known that it has all the words, and that its article has them in order. */
  async #phrase(words, count, what) {
    const postings = await Promise.all(words.map(word => this.#posting(word)));
    const fits = new Float32Array(count);
    if (postings.some(posting => !posting)) return fits;
    const seen = new Uint8Array(count);
    const each = await this.#each(what);
    for (const posting of postings) each(posting, number => { seen[number]++; });
    // A word may stand in a phrase twice; its posting was then counted twice too.
    for (let number = 0; number < count; number++) if (seen[number] === words.length) fits[number] = 1;
    if (words.length > 1 && what === 'articles') await this.#inOrder(words, postings, fits);
    if (words.length > 1 && what === 'quotations') {
      const inOrder = await this.#phrase(words, (await this.catalog()).articles, 'articles');
      (await this.speakers()).forEach(({ article }, number) => { if (inOrder[article] === 0) fits[number] = 0; });
    }
    return weigh(fits);
  }

  async #inOrder(words, postings, fits) {
    const places = await Promise.all(postings.map(posting => this.#places(posting)));
    for (let number = 0; number < fits.length; number++) {
      if (fits[number] === 0) continue;
      const [starts, ...others] = places.map(({ from, all }) => all.subarray(from[number], from[number + 1]));
      if (!starts.some(start => others.every((of, i) => of.includes(start + i + 1)))) fits[number] = 0;
    }
  }

  /** The places of a word in each article that has it, worked out once: who types on asks again at every key. */
  async #places(posting) {
    const all = await this.#load(`places/${posting.file}`, bytes);
    const lengths = new Reader(all);
    for (let skip = posting.order; skip > 0; skip--) {
      const length = lengths.number();
      lengths.at += length;
    }
    lengths.number();
    const { articles } = await this.catalog();
    return recent(this.#placed, posting, () => placesOf(posting, new Reader(all, lengths.at), articles));
  }

  async #file(term) {
    const { cuts, files } = await this.catalog();
    const cut = lastUpTo(cuts, term);
    return cut < 0 ? new Map() : this.#words(fileOf(cuts[cut], files));
  }

  #words(file) {
    return this.#load(`words/${file}`, async response => {
      const all = await bytes(response);
      const reader = new Reader(all);
      const words = new Map();
      let inFile = 0;
      for (let before = '', order = 0; reader.at < all.length; order++) {
        const shared = reader.number();
        const length = reader.number();
        before = before.slice(0, shared) + utf8.decode(all.subarray(reader.at, reader.at += length));
        const posting = { file, order, bytes: all, articles: reader.number(), quotations: reader.number(), length: reader.number() };
        const rest = reader.number();
        posting.at = reader.at;
        reader.at += posting.length + rest;
        words.set(before, posting);
        inFile += posting.articles;
      }
      for (const posting of words.values()) posting.inFile = inFile;
      return words;
    });
  }

  #load(name, read) {
    if (!this.#loads.has(name)) {
      const load = fetch(this.#folder + name).then(response => {
        if (!response.ok) throw new Error(`${name}: ${response.status}`);
        return read(response);
      });
      // What failed may be asked for again.
      load.catch(() => this.#loads.delete(name));
      this.#loads.set(name, load);
    }
    return this.#loads.get(name);
  }
}

/** Rare words count more (the idf of BM25). */
function weigh(fits) {
  let having = 0;
  for (let number = 0; number < fits.length; number++) if (fits[number] > 0) having++;
  const rarity = Math.log(1 + (fits.length - having + 0.5) / (having + 0.5)) + 0.01;
  for (let number = 0; number < fits.length; number++) fits[number] *= rarity;
  return fits;
}

/** What is kept under a key, or is made now; of what was asked for last, a few. */
function recent(kept, key, make) {
  const value = kept.get(key) ?? make();
  kept.delete(key);
  kept.set(key, value);
  if (kept.size > mostKnown) kept.delete(kept.keys().next().value);
  return value;
}

async function bytes(response) {
  return new Uint8Array(await response.arrayBuffer());
}

/** The last of sorted words that is not after another; -1 when all are. */
function lastUpTo(sorted, word) {
  let [low, high] = [-1, sorted.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (sorted[middle] <= word) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The file of a stretch of words: FNV-1a (32 bits) over the UTF-16 code units of its first word. */
function fileOf(cut, files) {
  let hash = 2166136261;
  for (let i = 0; i < cut.length; i++) hash = Math.imul(hash ^ cut.charCodeAt(i), 16777619) >>> 0;
  return hash % files;
}
