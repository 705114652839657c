// The search page: reads what is asked for from the address and the form, shows what the index finds, and keeps the address in step.

import { filterGroups, showFilters } from './filters.js';
import { asksFor, isEmpty, parse } from './query.js';
import { SearchIndex } from './search-index.js';
import { nearness, showArticle, showQuotation, showRecord } from './results.js';

const room = document.getElementById('search.room');
const site = { base: room.dataset.base, index: new SearchIndex(room.dataset.index) };
const form = room.querySelector('form');
const input = form.querySelector('input');
const status = document.getElementById('search.status');
const list = document.getElementById('search.results');
const more = document.getElementById('search.more');
const aPage = 10;
const longQuery = 5;
const looked = 1000;
const pause = 300;

let asked = 0;
let shown = aPage;

// What is in the field and not in the address yet: Safari refuses to change the address a hundred times within half a minute, so it waits for a pause.
let typed = null;
let untilPause;

/** What is asked for, as the address has it. */
function state() {
  const address = new URLSearchParams(location.search);
  return {
    text: typed ?? address.get('q') ?? '',
    what: ['quotations', 'records'].includes(address.get('in')) ? address.get('in') : 'articles',
    byDate: address.get('sort') === 'date',
    filters: Object.fromEntries(filterGroups.map(group => [group, address.getAll(group)])),
  };
}

/** Changes what is asked for and shows it: a step that Back takes back. */
function change(name, values) {
  keep();
  write('pushState', name, values);
  shown = aPage;
  return show();
}

/** Shows what is being typed; the address follows. */
function type() {
  typed = input.value;
  clearTimeout(untilPause);
  untilPause = setTimeout(keep, pause);
  shown = aPage;
  return show();
}

/** Brings what was typed into the address. */
function keep() {
  clearTimeout(untilPause);
  if (typed !== null) write('replaceState', 'q', [typed]);
  typed = null;
}

function write(how, name, values) {
  const address = new URLSearchParams(location.search);
  address.delete(name);
  for (const value of values) if (value) address.append(name, value);
  const search = address.toString();
  history[how](null, '', search ? `?${search}` : location.pathname);
}

/** Finds and shows; what was asked for meanwhile wins. */
async function show() {
  const turn = ++asked;
  const wanted = state();
  if (input.value !== wanted.text && document.activeElement !== input) input.value = wanted.text;
  try {
    const found = await find(wanted);
    if (turn !== asked) return;
    const results = await Promise.all(found.numbers.slice(0, shown).map(number => item(wanted, found.query, number)));
    if (turn !== asked) return;
    list.replaceChildren(...results);
    list.hidden = results.length === 0;
    list.dataset.for = wanted.text;
    more.hidden = found.numbers.length <= shown;
    status.textContent = sentence(wanted, found);
    document.body.classList.toggle('searching', found.any);
    showChoices(wanted, found);
    await showFilters(site.index, wanted, found, (name, values) => change(name, values), () => turn === asked);
  } catch (error) {
    if (turn !== asked) return;
    status.textContent = 'The index could not be loaded. Try again, or use the lists below.';
    console.error(error);
  }
}

async function find(wanted) {
  const query = parse(wanted.text);
  const filtered = wanted.what !== 'records' && Object.values(wanted.filters).some(values => values.length > 0);
  const any = !isEmpty(query) || filtered;
  if (!any) return { query, any, numbers: [], records: [] };
  const records = isEmpty(query) ? [] : await site.index.records(query);
  if (wanted.what === 'records') return { query, any, numbers: records, records };
  const count = wanted.what === 'articles' ? (await site.index.catalog()).articles : (await site.index.speakers()).length;
  const scores = await site.index[wanted.what](query) ?? new Float32Array(count).fill(1);
  const masks = await masksOf(wanted, count);
  const numbers = [];
  for (let number = count - 1; number >= 0; number--) if (scores[number] > 0 && masks.every(mask => mask.marked[number])) numbers.push(number);
  // The newest come first, and the sort keeps the order of what fits equally well.
  if (!wanted.byDate) numbers.sort((a, b) => scores[b] - scores[a]);
  if (wanted.what === 'articles' && !wanted.byDate && query.words.length > 1) await nearFirst(query, numbers);
  return { query, any, numbers, records, scores, masks };
}

/**
 * Puts those first that have most of the words near each other: of many words, as of a sentence somebody remembers, among the best thousand; then, in one sentence, among those that are shown at once.
 */
async function nearFirst(query, numbers) {
  if (query.words.length >= longQuery) {
    const best = numbers.slice(0, looked);
    const near = await site.index.nearness(query.words, best);
    if (near) numbers.splice(0, best.length, ...best.sort((a, b) => near.get(b) - near.get(a)));
  }
  const first = numbers.slice(0, aPage);
  const texts = await Promise.all(first.map(number => site.index.text(number)));
  const sentences = new Map(first.map((number, i) => [number, nearness(texts[i], word => asksFor(query, word))]));
  numbers.splice(0, first.length, ...first.sort((a, b) => sentences.get(b) - sentences.get(a)));
}

/** For each group of filters that is used, the numbers it lets through. */
async function masksOf(wanted, count) {
  const masks = [];
  for (const group of filterGroups) {
    if (wanted.filters[group].length === 0) continue;
    const marked = new Uint8Array(count);
    for (const value of wanted.filters[group]) (await mask(wanted.what, group, value)).forEach((bit, i) => { marked[i] |= bit; });
    masks.push({ group, marked });
  }
  return masks;
}

async function mask(what, group, value) {
  if (group === 'speaker') return site.index.having(`~speaker:${value}`, what);
  const articles = group === 'year' ? await ofYear(value) : await site.index.having(`~${group}:${value}`, 'articles');
  return what === 'articles' ? articles : Uint8Array.from(await site.index.speakers(), ({ article }) => articles[article]);
}

async function ofYear(year) {
  const { articles, years } = await site.index.catalog();
  const marked = new Uint8Array(articles);
  years.forEach(([name, from], i) => { if (name === year) marked.fill(1, from, years[i + 1]?.[1] ?? articles); });
  return marked;
}

async function item(wanted, query, number) {
  const hit = word => asksFor(query, word);
  if (wanted.what === 'records') return showRecord(site, (await site.index.names())[number]);
  if (wanted.what === 'articles') return showArticle(site, await site.index.text(number), hit);
  const { article, at } = (await site.index.speakers())[number];
  return showQuotation(site, await site.index.text(article), at, hit);
}

function sentence(wanted, { any, numbers, query }) {
  if (!any) return '';
  const one = { articles: 'article', quotations: 'quotation', records: 'record' }[wanted.what];
  if (numbers.length === 0 && query.typing) return `No ${one} has this. Go on typing if the word is not whole yet.`;
  if (numbers.length === 0) return `No ${one} has ${query.words.length + query.phrases.length > 1 ? 'all of these words' : 'this'}${wanted.what !== 'records' && Object.values(wanted.filters).flat().length > 0 ? ' under these filters' : ''}.`;
  if (numbers.length === 1) return `1 ${one}.`;
  const order = wanted.what === 'records' ? 'most articles first' : wanted.byDate || isEmpty(query) ? 'newest first' : 'best match first';
  return `${numbers.length.toLocaleString('en')} ${one}s, ${order}.`;
}

/** The three kinds of result and the two orders: which is chosen, and the records among the articles. */
async function showChoices(wanted, { any, records }) {
  for (const choice of room.querySelectorAll('[data-in]')) choice.setAttribute('aria-pressed', choice.dataset.in === wanted.what);
  const order = room.querySelector('select');
  order.value = wanted.byDate ? 'date' : '';
  order.closest('label').hidden = !any || wanted.what === 'records';
  const few = document.getElementById('search.records');
  few.replaceChildren(...await Promise.all(wanted.what === 'articles' ? records.slice(0, 4).map(async number => showRecord(site, (await site.index.names())[number])) : []));
  few.hidden = few.children.length === 0;
}

form.addEventListener('submit', event => {
  event.preventDefault();
  change('q', [input.value]);
});
input.addEventListener('input', type);
room.querySelector('select').addEventListener('change', event => change('sort', [event.target.value]));
for (const choice of room.querySelectorAll('[data-in]')) choice.addEventListener('click', () => change('in', [choice.dataset.in === 'articles' ? '' : choice.dataset.in]));
more.addEventListener('click', async () => {
  const before = shown;
  shown += aPage;
  await show();
  list.children[before]?.querySelector('a')?.focus();
});
addEventListener('popstate', () => {
  clearTimeout(untilPause);
  typed = null;
  input.value = state().text;
  shown = aPage;
  show();
});

// Down and up go from the field through the results and back.
room.addEventListener('keydown', event => {
  if (!['ArrowDown', 'ArrowUp'].includes(event.key) || event.target.tagName === 'SELECT') return;
  const stops = [input, ...room.querySelectorAll('#search\\.records a, #search\\.results h3 a, #search\\.results .record-name a')];
  const at = stops.indexOf(document.activeElement);
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
});

// On a phone the results come first.
if (!matchMedia('(min-width: 54em)').matches) for (const group of room.querySelectorAll('#search\\.filters details')) group.open = false;
input.value = state().text;
if (input.value === '') input.focus({ preventScroll: true });
site.index.catalog().catch(() => {});
show();
