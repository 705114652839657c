// A click on the number of a note still goes to its passage; a button beside it copies the passage's address.

// A note gets its button when somebody turns to it: a button in each from the start would have the browser lay out the whole page a second time.
for (const turn of ['pointerover', 'focusin', 'toggle']) {
  document.addEventListener(turn, ({ target }) => {
    const note = target.closest?.('aside.note');
    if (note) offer(note);
  }, true);
}

function offer(note) {
  if (note.querySelector('.copy')) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'copy link';
  button.addEventListener('click', async () => {
    const address = new URL(note.querySelector('.number').getAttribute('href'), location.href);
    try {
      await navigator.clipboard.writeText(address.href);
      say(button, 'copied');
    } catch {
      // Where copying is forbidden, the address bar has it.
      location.hash = address.hash;
      say(button, 'in the address bar');
    }
  });
  (note.querySelector('.note-foot') ?? note.querySelector('details') ?? note).append(button);
}

function say(button, words) {
  button.textContent = words;
  button.setAttribute('role', 'status');
  setTimeout(() => {
    button.textContent = 'copy link';
    button.removeAttribute('role');
  }, 2000);
}
