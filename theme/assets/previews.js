// Previews: a click on a name or a claim in an article shows the head of its page instead of leaving the text. With a key held down, or another button, a link is a link.

const previewed = /\/(actors|topics|places|events|sources|claims)\/[^/]+\/$/;
const heads = new Map();

const box = document.createElement('div');
box.id = 'site.preview';
box.className = 'preview';
box.popover = 'auto';
box.tabIndex = -1;
box.setAttribute('role', 'dialog');
box.setAttribute('aria-label', 'Preview');
document.body.append(box);

let opener = null;

addEventListener('click', async event => {
  const link = event.target.closest?.('.reading a[href], .ledger a[href], .chain a[href]');
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || link.closest('.preview')) return;
  const address = new URL(link.href);
  if (address.origin !== location.origin || !previewed.test(address.pathname) || address.pathname === location.pathname) return;
  event.preventDefault();
  opener = link;
  let head;
  try {
    head = await headOf(address);
  } catch {
    location.assign(link.href);
    return;
  }
  if (opener !== link) return;
  box.replaceChildren(...head.map(part => part.cloneNode(true)), door(link));
  box.showPopover();
  place(link);
  box.focus({ preventScroll: true });
});

box.addEventListener('toggle', event => {
  if (event.newState !== 'closed') return;
  if (document.activeElement === document.body || box.contains(document.activeElement)) opener?.focus({ preventScroll: true });
  opener = null;
});

/** What a preview shows of a page: what it is, its name, its lead, its verdict, its facts. */
async function headOf(address) {
  if (!heads.has(address.pathname)) {
    heads.set(address.pathname, (async () => {
      const response = await fetch(address.pathname);
      if (!response.ok) throw new Error(String(response.status));
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const title = document.createElement('p');
      title.className = 'preview-title';
      title.textContent = page.querySelector('h1').textContent;
      const parts = [page.querySelector('.kicker'), title, page.querySelector('.lead'), page.querySelector('.verdict'), page.querySelector('.facts')];
      return parts.filter(Boolean).map(part => {
        for (const named of part.querySelectorAll('[id]')) named.removeAttribute('id');
        return document.adoptNode(part);
      });
    })());
  }
  return heads.get(address.pathname);
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
