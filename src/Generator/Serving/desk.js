// Annotating in the preview: select words of an article, or choose one of its annotations, and say in a form what the record shall say of them.
// The server writes it into the article's file; the page reloads when the site is built again.

const token = document.getElementById('archive-desk-script').dataset.token;
const article = /^\/articles\/([a-z0-9-]+)\/$/.exec(location.pathname)?.[1];
const textOf = '.words, h1.original';
const kept = 'archive.desk';

// The fields of the form, by what an editor asks; the names are those of the record.
const groups = [
  { title: 'Who said it', fields: [
    { path: 'said.by', label: 'Said by', list: ['actor', 'source'] },
    { path: 'said.direct', label: 'Whose words', choose: { yes: 'the speaker’s own', no: 'reported' } },
    { path: 'said.via', label: 'Through whom, nearest the speaker first', list: ['actor', 'source'], several: 3 },
    { path: 'said.to', label: 'To whom', list: ['actor', 'source'], several: 2 },
    { path: 'said.verb', label: 'Verb of the text' },
    { path: 'said.cert', label: 'How sure', choose: { high: 'high', medium: 'medium', low: 'low' } },
  ] },
  { title: 'Which figure', fields: [
    { path: 'figure.of', label: 'Figure', list: ['figure'] },
    { path: 'figure.value', label: 'Value' },
    { path: 'figure.min', label: 'At least' },
    { path: 'figure.max', label: 'At most' },
    { path: 'figure.as_of', label: 'As of (2025-08-11)' },
  ] },
  { title: 'A position', fields: [
    { path: 'stance.on', label: 'On the statement', list: ['statement'] },
    { path: 'stance.is', label: 'The speaker', choose: { affirms: 'affirms', denies: 'denies', qualifies: 'qualifies', questions: 'questions', declines: 'declines to say' } },
  ] },
  { title: 'Whom or what the words mean', fields: [
    { path: 'actor', label: 'Actor', list: ['actor'] },
    { path: 'place', label: 'Place', list: ['place'] },
    { path: 'event', label: 'Event', list: ['event'] },
    { path: 'topic', label: 'Topic', list: ['topic'] },
  ] },
  { title: 'A promise or prediction', fields: [{ path: 'deadline.due', label: 'Due (2025-08-11)' }] },
  { title: 'A note', fields: [{ path: 'note', label: 'What to say of the words (Markdown)', long: true }] },
];

let state;
let records = [];
let chosen = null;
let panel;
let sending = false;
let late = false;
let leaving = false;

addEventListener('beforeunload', () => { leaving = true; });

// What is being typed is not lost to a change from elsewhere.
addEventListener('archive-reload', event => {
  if (sending || !chosen) return;
  event.preventDefault();
  late = true;
  say('The site was built again meanwhile. Save or cancel to see it as it is now.');
});

if (article && document.querySelector('.words')) begin();

function begin() {
  const button = make('button', { type: 'button', id: 'archive-desk-mode', textContent: 'Annotate' });
  button.setAttribute('aria-pressed', 'false');
  button.addEventListener('click', () => setMode(button.getAttribute('aria-pressed') === 'false'));
  document.body.append(button);
  const memory = remembered();
  if (memory) setMode(true).then(() => {
    if (memory.said && memory.hash !== state.hash) say(memory.said);
    if (memory.passage) document.getElementById(memory.passage)?.scrollIntoView({ block: 'center' });
    remember({});
  });
}

async function setMode(on) {
  document.getElementById('archive-desk-mode').setAttribute('aria-pressed', on);
  chosen = null;
  document.body.classList.toggle('annotating', on);
  document.querySelectorAll('.archive-desk-edit').forEach(edit => edit.remove());
  panel?.remove();
  panel = null;
  if (!on) return sessionStorage.removeItem(kept);
  remember({});
  panel = make('section', { id: 'archive-desk' });
  panel.setAttribute('aria-label', 'Annotate');
  document.body.append(panel);
  try {
    [state, records] = await Promise.all([ask(`articles/${article}`), ask('records')]);
    show();
  } catch (error) {
    panel.replaceChildren(make('p', { textContent: error.message }));
    return;
  }
  for (const id of Object.keys(state.passages)) {
    const edit = make('button', { type: 'button', className: 'archive-desk-edit', textContent: 'edit' });
    edit.setAttribute('aria-label', `Edit the annotation ${id}`);
    edit.addEventListener('click', () => choose(id));
    document.getElementById(`note.${id}`)?.append(edit);
  }
}

document.addEventListener('mouseup', take);
document.addEventListener('keyup', event => { if (event.shiftKey) take(event); });
document.addEventListener('keydown', event => { if (event.key === 'Escape' && panel?.contains(document.activeElement)) show(); });

/** Takes the words that are selected in the article into the form. */
function take(event) {
  if (!state || !panel || panel.contains(event.target)) return;
  const selection = getSelection();
  if (selection.isCollapsed || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  const [first, last] = [range.startContainer, range.endContainer].map(node => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(textOf));
  const words = wordsOf(range);
  if (!first || !words) return;
  const end = last ?? first;
  const blocks = [...document.querySelectorAll(textOf)];
  const before = document.createRange();
  before.setStart(first, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = document.createRange();
  if (last) after.setStart(range.endContainer, range.endOffset);
  else after.setStart(end, end.childNodes.length);
  after.setEnd(end, end.childNodes.length);
  const found = { quote: words, before: around(blocks, blocks.indexOf(first) - 1, wordsOf(before), true), after: around(blocks, blocks.indexOf(end) + 1, wordsOf(after), false) };
  if (chosen?.moving) chosen = { ...chosen, ...found, moved: true };
  else chosen = { id: null, values: {}, typed: chosen && !chosen.id ? typedNow() : undefined, ...found };
  show();
  panel.querySelector('input, select')?.focus({ preventScroll: true });
}

/** The words before or behind the chosen ones, with those of the paragraph beside theirs. */
function around(blocks, beside, words, before) {
  const range = document.createRange();
  if (blocks[beside]) range.selectNodeContents(blocks[beside]);
  const more = blocks[beside] ? wordsOf(range) : '';
  return before ? `${more}\n${words}`.slice(-200) : `${words}\n${more}`.slice(0, 200);
}

function typedNow() {
  keepTyped();
  return chosen.typed;
}

/** The text of a range without what the site adds to it: the numbers of the notes, and everything between paragraphs. */
function wordsOf(range) {
  const whole = range.commonAncestorContainer.nodeType === Node.TEXT_NODE ? range.commonAncestorContainer.parentElement : range.commonAncestorContainer;
  const inOne = whole.closest(textOf);
  const copy = range.cloneContents();
  copy.querySelectorAll('[data-added], .archive-desk-edit').forEach(added => added.remove());
  if (inOne) return copy.textContent;
  return [...copy.querySelectorAll(textOf)].map(part => part.textContent).join('\n').trim();
}

function choose(id) {
  const values = state.passages[id];
  chosen = { id, values, quote: values.quote?.[0] ?? '', before: '', after: '' };
  show();
  panel.querySelector('input, select, textarea')?.focus();
}

function show() {
  keepTyped();
  panel.replaceChildren();
  const undo = make('button', { type: 'button', textContent: 'Undo the last change', disabled: !state.canUndo });
  undo.addEventListener('click', () => send({ do: 'undo' }));
  panel.append(make('p', { className: 'archive-desk-say', role: 'status' }));
  if (!chosen) {
    panel.append(make('p', { textContent: 'Select words of the text, or press “edit” at a note.' }), make('p', { className: 'archive-desk-file', textContent: state.file }), undo);
    return;
  }
  const form = make('form', {});
  form.append(make('h2', { textContent: chosen.id ? 'Change this annotation' : 'A new annotation' }));
  const words = make('textarea', { name: 'quote', value: chosen.quote, rows: 3, readOnly: chosen.id !== null && !chosen.moved });
  form.append(labelled('The words', words));
  if (chosen.id && !chosen.moved) {
    const move = make('button', { type: 'button', textContent: chosen.moving ? 'Now select the right words' : 'Move it to other words' });
    move.addEventListener('click', () => { chosen.moving = true; show(); say('Select the right words in the text.'); });
    form.append(move);
  }
  for (const group of groups) form.append(shown(group));
  const save = make('button', { type: 'submit', textContent: 'Save', className: 'archive-desk-save' });
  const cancel = make('button', { type: 'button', textContent: 'Cancel' });
  cancel.addEventListener('click', () => { chosen = null; if (late) location.reload(); else show(); });
  const buttons = make('p', { className: 'archive-desk-buttons' });
  buttons.append(save, cancel);
  if (chosen.id) {
    const remove = make('button', { type: 'button', textContent: 'Remove' });
    remove.addEventListener('click', () => send({ do: 'annotate', passage: chosen.id, remove: true }));
    buttons.append(remove);
  }
  form.append(buttons);
  form.addEventListener('submit', event => { event.preventDefault(); submit(form, words); });
  panel.append(form);
}

/** Keeps what the fields of the form have, which is drawn anew. */
function keepTyped() {
  if (!chosen || !panel.querySelector('form')) return;
  chosen.typed = {};
  for (const field of groups.flatMap(group => group.fields)) chosen.typed[field.path] = [...panel.querySelectorAll(`[name="${field.path}"]`)].map(control => control.value);
}

function shown(group) {
  const box = make('details', { open: group.fields.some(field => chosen.values[field.path] || chosen.typed?.[field.path]?.some(Boolean)) || (!chosen.id && group === groups[0]) });
  box.append(make('summary', { textContent: group.title }));
  for (const field of group.fields) {
    const values = chosen.typed?.[field.path] ?? chosen.values[field.path] ?? [];
    const count = Math.max(field.several ?? 1, values.length);
    for (let i = 0; i < count; i++) box.append(labelled(i === 0 ? field.label : `${field.label}, ${i + 1}`, input(field, values[i] ?? ''), i > 0));
  }
  return box;
}

function input(field, value) {
  if (field.choose) {
    const select = make('select', { name: field.path });
    select.append(new Option('', ''), ...Object.entries(field.choose).map(([word, text]) => new Option(text, word)));
    select.value = value === 'true' ? 'yes' : value === 'false' ? 'no' : value;
    return select;
  }
  if (field.long) return make('textarea', { name: field.path, value, rows: 4 });
  const made = make('input', { name: field.path, value, autocomplete: 'off' });
  if (field.list) {
    const id = `archive-desk-${field.list.join('-')}`;
    if (!document.getElementById(id)) {
      const options = make('datalist', { id });
      options.append(...records.filter(record => field.list.includes(record.kind)).map(record => make('option', { value: record.id, textContent: record.name })));
      document.body.append(options);
    }
    made.setAttribute('list', id);
  }
  return made;
}

function labelled(text, control, quiet) {
  const label = make('label', {});
  const name = make('span', { textContent: text });
  if (quiet) name.className = 'unseen';
  label.append(name, control);
  return label;
}

/** Sends what the form has other than the record; what it does not show stays as it is. */
function submit(form, words) {
  const set = {};
  for (const field of groups.flatMap(group => group.fields)) {
    const values = [...form.querySelectorAll(`[name="${field.path}"]`)].map(control => control.value.trim()).filter(Boolean);
    const before = (chosen.values[field.path] ?? []).map(value => field.choose && value === 'true' ? 'yes' : field.choose && value === 'false' ? 'no' : value);
    if (JSON.stringify(values) !== JSON.stringify(before)) set[field.path] = values;
  }
  const moved = chosen.id === null || chosen.moved;
  if (!moved && Object.keys(set).length === 0) return say('Nothing was changed.');
  send({ do: 'annotate', passage: chosen.id, set, ...(moved ? { quote: words.value, before: words.value === chosen.quote ? chosen.before : '', after: words.value === chosen.quote ? chosen.after : '' } : {}) });
}

async function send(request) {
  panel.querySelectorAll('button').forEach(button => { button.disabled = true; });
  const said = request.do === 'undo' ? 'Taken back.' : request.remove ? 'Removed.' : 'Saved.';
  // The page may reload before the answer comes: then another hash says that it was done.
  sending = true;
  remember({ said, passage: chosen?.id, hash: state.hash });
  try {
    const answer = await ask(`articles/${article}`, { ...request, hash: state.hash });
    if (answer.refused) throw new Error(answer.refused);
    remember({ said, passage: answer.passage, hash: state.hash });
    chosen = null;
    say(said);
    if (late) location.reload();
  } catch (error) {
    // The page went before the answer came.
    if (leaving) return;
    sending = false;
    remember({});
    panel.querySelectorAll('button').forEach(button => { button.disabled = false; });
    say(error.message, true);
  }
}

async function ask(path, body) {
  const answer = await fetch(`/_archive/desk/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'X-Archive-Token': token, ...(body ? { 'Content-Type': 'application/json' } : {}) },
    body: body ? JSON.stringify(body) : undefined,
  });
  if (answer.status === 403) throw new Error('The preview was started again: reload the page.');
  if (!answer.headers.get('Content-Type')?.includes('json')) throw new Error(`The preview could not do it (${answer.status}).`);
  const said = await answer.json();
  if (!answer.ok && !said.refused) throw new Error(`The preview could not do it (${answer.status}).`);
  if (answer.status === 404) throw new Error(said.refused);
  return said;
}

function say(text, wrong = false) {
  const line = panel?.querySelector('.archive-desk-say');
  if (!line) return;
  line.textContent = text;
  line.setAttribute('role', wrong ? 'alert' : 'status');
  line.classList.toggle('wrong', wrong);
}

function remember(what) {
  sessionStorage.setItem(kept, JSON.stringify(what));
}

function remembered() {
  const memory = sessionStorage.getItem(kept);
  return memory && JSON.parse(memory);
}

function make(name, properties) {
  const made = document.createElement(name);
  for (const [property, value] of Object.entries(properties)) {
    if (property === 'role') made.setAttribute('role', value);
    else made[property] = value;
  }
  return made;
}
