// Comforts for those who have JavaScript; every page reads and works without it.

import './previews.js';
import './copy.js';

if (document.querySelector('.concordance')) import('./concordance.js');

// A slash goes to the search, as on many sites, unless somebody is typing.
addEventListener('keydown', event => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, [contenteditable]')) return;
  const field = document.getElementById('search.text') ?? document.getElementById('site.find');
  if (!field) return;
  event.preventDefault();
  // On a narrow page the field gives way to the link.
  if (field.offsetParent === null) return location.assign(field.form.action);
  field.focus();
  field.select();
});
