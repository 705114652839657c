// The filters beside the results: of each group the values that the results have, with counts, the most frequent first.

export const filterGroups = ['year', 'topic', 'source', 'actor', 'speaker'];

const few = 8;
const many = 60;

/** Fills the groups that are open; a group that is closed costs nothing, and is filled when it is opened. */
export async function showFilters(index, wanted, found, change, isCurrent) {
  const panel = document.getElementById('search.filters');
  panel.hidden = !found.scores;
  showChosen(found.scores ? await index.names() : [], found.scores ? wanted.filters : {}, change);
  if (panel.hidden) return;
  await Promise.all([...panel.querySelectorAll('details')].map(async group => {
    group.ontoggle = () => { if (group.open && isCurrent()) fill(index, group, wanted, found, change, isCurrent); };
    if (group.open) await fill(index, group, wanted, found, change, isCurrent);
  }));
}

async function fill(index, group, wanted, found, change, isCurrent) {
  const name = group.dataset.group;
  const counts = await count(index, name, wanted.what, found);
  const names = await index.names();
  if (!isCurrent()) return;
  const chosen = wanted.filters[name];
  const values = [...counts].map(([value, articles]) => name === 'year' ? { value, text: value, articles } : { value: names[value].id, text: names[value].name, articles });
  for (const value of chosen) if (!values.some(v => v.value === value)) values.push({ value, text: nameOf(names, name, value), articles: 0 });
  if (name === 'year') values.reverse();
  else values.sort((a, b) => chosen.includes(b.value) - chosen.includes(a.value) || b.articles - a.articles);
  const most = group.dataset.all ? many : few;
  const list = group.querySelector('ul');
  const focused = list.contains(document.activeElement) ? document.activeElement.value : null;
  list.replaceChildren(...values.slice(0, most).map(value => box(name, value, chosen, change)));
  if (focused !== null) [...list.querySelectorAll('input')].find(input => input.value === focused)?.focus();
  const rest = group.querySelector('button');
  rest.hidden = values.length <= most;
  rest.textContent = most === few ? `More of ${values.length}` : `The first ${many} of ${values.length}`;
  rest.disabled = most === many;
  rest.onclick = () => {
    group.dataset.all = 'yes';
    fill(index, group, wanted, found, change, isCurrent);
  };
}

/** How many results each value would leave, if nothing else of its group were chosen. */
async function count(index, name, what, { scores, masks }) {
  const others = masks.filter(mask => mask.group !== name).map(mask => mask.marked);
  const counts = new Map();
  const valuesOf = await values(index, name, what);
  for (let number = 0; number < scores.length; number++) {
    if (!(scores[number] > 0) || !others.every(marked => marked[number])) continue;
    for (const value of valuesOf(number)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** What gives the values of an article, or of a quotation, in a group. */
async function values(index, name, what) {
  const speakers = what === 'quotations' ? await index.speakers() : null;
  if (name === 'speaker' && speakers) return number => [speakers[number].speaker];
  const ofArticle = name === 'year' ? await years(index) : tableOf(await index.table(`${name}s`));
  return what === 'articles' ? ofArticle : number => ofArticle(speakers[number].article);
}

function tableOf(table) {
  return article => table[article];
}

async function years(index) {
  const { articles, years: starts } = await index.catalog();
  const names = new Array(articles);
  starts.forEach(([name, from], i) => names.fill(name, from, starts[i + 1]?.[1] ?? articles));
  return article => [names[article]];
}

function box(name, { value, text, articles }, chosen, change) {
  const item = document.createElement('li');
  const label = document.createElement('label');
  const input = Object.assign(document.createElement('input'), { type: 'checkbox', name, value, checked: chosen.includes(value) });
  const number = Object.assign(document.createElement('span'), { className: 'count', textContent: ` ${articles.toLocaleString('en')}` });
  input.addEventListener('change', () => change(name, input.checked ? [...chosen, value] : chosen.filter(v => v !== value)));
  label.append(input, ' ', text, number);
  item.append(label);
  return item;
}

/** What is chosen, above the results, each with a button that takes it away; who takes one away by keyboard goes on to the next, or to the field. */
function showChosen(names, chosen, change) {
  const list = document.getElementById('search.chosen');
  const focused = list.contains(document.activeElement);
  list.replaceChildren(...filterGroups.flatMap(group => (chosen[group] ?? []).map(value => {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.append(`${group[0].toUpperCase()}${group.slice(1)}: ${nameOf(names, group, value)} ×`);
    button.setAttribute('aria-label', `Without ${group} ${nameOf(names, group, value)}`);
    button.addEventListener('click', () => change(group, chosen[group].filter(v => v !== value)));
    item.append(button);
    return item;
  })));
  list.hidden = list.children.length === 0;
  if (focused) (list.querySelector('button') ?? document.getElementById('search.text')).focus();
}

function nameOf(names, group, value) {
  if (group === 'year') return value;
  const kinds = { topic: ['topics'], source: ['sources'] }[group] ?? ['actors', 'sources'];
  return names.find(record => kinds.includes(record.kind) && record.id === value)?.name ?? value;
}
