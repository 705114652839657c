// The lines of a concordance come by date. Here they are sorted by the words beside the keyword too, the nearest word first.

const collator = new Intl.Collator(document.documentElement.lang);
const words = (row, column) => row.cells[column].textContent.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

// What an order is called, and what decides; null: the order that the page came in.
const orders = [
  ['by date', null],
  ['by the word before', row => words(row, 0).reverse().join(' ')],
  ['by the word after', row => words(row, 2).join(' ')],
];

for (const section of document.querySelectorAll('.section:has(.concordance)')) {
  const body = section.querySelector('.concordance tbody');
  const told = section.querySelector('.order');
  const [byDate, toldByDate] = [[...body.rows], told.textContent];
  if (byDate.length < 2) continue;

  const choice = document.createElement('div');
  choice.className = 'orders';
  choice.setAttribute('role', 'group');
  choice.setAttribute('aria-label', 'Order of the lines');
  choice.append(...orders.map(([name, key]) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    button.setAttribute('aria-pressed', key === null);
    button.addEventListener('click', () => {
      const keys = key && new Map(byDate.map(row => [row, key(row)]));
      body.append(...(keys ? byDate.toSorted((a, b) => collator.compare(keys.get(a), keys.get(b))) : byDate));
      told.textContent = key ? `${toldByDate.split(', ')[0]}, ${name}.` : toldByDate;
      for (const other of choice.children) other.setAttribute('aria-pressed', other === button);
    });
    return button;
  }));
  told.after(choice);
}
