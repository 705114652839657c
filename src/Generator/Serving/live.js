// Reloads the page when the site was rebuilt, and lays the problems of a failed build over the last good page.
const { build } = document.currentScript.dataset;
let events;

// A browser has few connections to one host: a page that nobody sees gives its own back, and hears on its return what it missed.
function follow() {
  events?.close();
  if (document.hidden) return;
  events = new EventSource(`/_archive/events?build=${build}`);
  events.addEventListener('open', show);
  events.addEventListener('problems', show);
  // A page on which somebody is writing may wait with it.
  events.addEventListener('reload', () => {
    if (dispatchEvent(new Event('archive-reload', { cancelable: true }))) location.reload();
  });
}

document.addEventListener('visibilitychange', follow);
addEventListener('pagehide', () => events?.close());
addEventListener('pageshow', event => { if (event.persisted) follow(); });
follow();

async function show() {
  const answer = await fetch('/_archive/problems');
  const text = await answer.text();
  document.getElementById('archive-problems')?.remove();
  if (!text) return;
  const overlay = document.createElement('section');
  overlay.id = 'archive-problems';
  overlay.setAttribute('role', 'alert');
  overlay.tabIndex = -1;
  const heading = document.createElement('h2');
  heading.textContent = 'The record has problems; this is the last good site';
  const close = document.createElement('button');
  close.textContent = 'Hide';
  close.addEventListener('click', () => overlay.remove());
  const report = document.createElement('pre');
  report.textContent = text;
  overlay.append(heading, close, report);
  document.body.append(overlay);
}
