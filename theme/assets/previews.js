// Previews: a click on a name or a claim in an article shows the head of its page instead of leaving the text. With a key held down, or another button, a link is a link.

const previewed = /\/(actors|topics|places|events|sources|claims)\/[^/]+\/$/;
const heads = new Map();
addEventListener('archive-renewed', () => heads.clear());

const box = document.createElement('div');
box.id = 'site.preview';
box.className = 'preview';
box.popover = 'auto';
box.tabIndex = -1;
box.setAttribute('role', 'dialog');
box.setAttribute('aria-label', 'Preview');
document.body.append(box);

// The link whose preview is on its way, and the one whose preview is open: a click on another link closes the one while the other is on its way.
let wanted = null;
let opener = null;

addEventListener('click', async event => {
  const link = event.target.closest?.('.reading a[href], .ledger a[href], .chain a[href]');
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || link.closest('.preview')) return;
  const address = new URL(link.href);
  if (address.origin !== location.origin || !previewed.test(address.pathname) || address.pathname === location.pathname) return;
  event.preventDefault();
  wanted = link;
  let head;
  try {
    head = await headOf(address);
  } catch {
    location.assign(link.href);
    return;
  }
  if (wanted !== link) return;
  opener = link;
  box.replaceChildren(...head.map(part => part.cloneNode(true)), door(link));
  box.showPopover();
  place(link);
  box.focus({ preventScroll: true });
});

box.addEventListener('toggle', event => {
  if (event.newState === 'closed' && (document.activeElement === document.body || box.contains(document.activeElement))) opener.focus({ preventScroll: true });
});

/** What a preview shows of a page: what it is, its name, its lead, its verdict, its facts. What could not be loaded is asked for again. */
function headOf({ pathname }) {
  if (!heads.has(pathname)) {
    const head = load(pathname);
    head.catch(() => heads.delete(pathname));
    heads.set(pathname, head);
  }
  return heads.get(pathname);
}

async function load(pathname) {
  const response = await fetch(pathname);
  if (!response.ok) throw new Error(String(response.status));
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const title = document.createElement('p');
  title.className = 'preview-title';
  title.textContent = page.querySelector('h1').textContent;
  const parts = [page.querySelector('.kicker'), title, page.querySelector('.lead'), page.querySelector('.verdict'), page.querySelector('.facts')].filter(Boolean);
  for (const named of parts.flatMap(part => [...part.querySelectorAll('[id]')])) named.removeAttribute('id');
  return parts.map(part => document.adoptNode(part));
}

function door(link) {
  const line = document.createElement('p');
  line.className = 'preview-door';
  const to = document.createElement('a');
  to.href = link.href;
  to.textContent = 'Open the page';
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = 'Close';
  close.addEventListener('click', () => box.hidePopover());
  line.append(to, close);
  return line;
}

/** Below the link where there is room, else above it; never outside the window. */
function place(link) {
  const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const below = at.bottom + 8 + height < innerHeight || at.top < height + 8;
  box.style.left = `${Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8))}px`;
  box.style.top = `${Math.max(8, below ? Math.min(at.bottom + 8, innerHeight - height - 8) : at.top - height - 8)}px`;
}
