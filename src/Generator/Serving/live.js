// Shows the page as it is now when the site was rebuilt, and lays the problems of a failed build over the last good page.
let { build } = document.currentScript.dataset;
let events;
let renewals = 0;

// A browser has few connections to one host: a page that nobody sees gives its own back, and hears on its return what it missed.
function follow() {
  events?.close();
  if (document.hidden) return;
  events = new EventSource(`/_archive/events?build=${build}`);
  events.addEventListener('open', show);
  events.addEventListener('problems', show);
  // A page on which somebody is writing may wait with it.
  events.addEventListener('reload', () => {
    if (dispatchEvent(new Event('archive-reload', { cancelable: true }))) renew().catch(() => location.reload());
  });
}

document.addEventListener('visibilitychange', follow);
addEventListener('pagehide', () => events?.close());
addEventListener('pageshow', event => { if (event.persisted) follow(); });
follow();

/**
 * Puts what the page has now into its place, which shows it a good deal sooner than loading it again. A page with pictures, which may be others under the same name, or with scripts of its own is loaded
 * again.
 */
async function renew() {
  const renewal = ++renewals;
  const answer = await fetch(location.href);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  // A later one has shown more.
  if (renewal !== renewals) return;
  const [before, now] = [document, page].map(({ body }) => [...body.querySelectorAll(':scope > :is(a, header, nav, main, footer)')]);
  const simple = [document, page].every(({ head, images }) => head.querySelectorAll('script[src]').length === 1 && images.length === 0);
  if (!answer.ok || !simple || before.length !== now.length || document.getElementById('archive-desk')) return location.reload();
  document.getElementById('archive-problems')?.remove();
  document.title = page.title;
  build = page.querySelector('script[data-build]').dataset.build;
  before.forEach((part, i) => part.replaceWith(now[i]));
  dispatchEvent(new Event('archive-renewed'));
}

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
