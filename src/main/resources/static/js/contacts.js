// Finds the contact while one types. Without this script the field takes a name or an address all the same.
// The pattern is the ARIA combobox with a list box.
'use strict';

const zone = document.getElementById('zone');
if (zone) {
  zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  document.querySelector('.zone').textContent = 'Your time.';
}

const summary = document.querySelector('.log .summary');
if (summary) {
  summary.focus();
}

const field = document.getElementById('contact');
const list = document.createElement('ul');
list.id = 'contact-list';
list.className = 'candidates';
list.hidden = true;
list.setAttribute('role', 'listbox');
list.setAttribute('aria-label', 'People at your clients');
field.after(list);
const told = document.createElement('p');
told.className = 'unseen';
told.setAttribute('role', 'status');
list.after(told);
field.setAttribute('role', 'combobox');
field.setAttribute('aria-autocomplete', 'list');
field.setAttribute('aria-expanded', 'false');
field.setAttribute('aria-controls', list.id);

let candidates = [];
let chosen = -1;
let asked = 0;
let pause;

function close() {
  list.hidden = true;
  chosen = -1;
  field.setAttribute('aria-expanded', 'false');
  field.removeAttribute('aria-activedescendant');
}

function mark(index) {
  chosen = index;
  [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
  if (index >= 0) {
    field.setAttribute('aria-activedescendant', list.children[index].id);
    list.children[index].scrollIntoView({ block: 'nearest' });
  } else {
    field.removeAttribute('aria-activedescendant');
  }
}

function take(index) {
  field.value = candidates[index].address;
  close();
  told.textContent = `${candidates[index].name}, ${candidates[index].clientName}`;
}

function show(found) {
  candidates = found;
  list.replaceChildren(...found.map((candidate, i) => {
    const option = document.createElement('li');
    option.id = `contact-option-${i}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    const name = document.createElement('bdi');
    name.textContent = candidate.name;
    const more = document.createElement('small');
    more.textContent = `${candidate.clientName}, ${candidate.address}`;
    option.append(name, more);
    // Before the field loses the focus and the list closes
    option.addEventListener('pointerdown', event => {
      event.preventDefault();
      take(i);
    });
    return option;
  }));
  const any = found.length > 0;
  list.hidden = !any;
  field.setAttribute('aria-expanded', String(any));
  told.textContent = any ? `${found.length} found` : 'Nobody found yet';
  mark(-1);
}

async function ask() {
  const number = ++asked;
  const words = field.value.trim();
  if (words.length < 2) {
    close();
    return;
  }
  try {
    const answer = await fetch(`${field.dataset.search}?q=${encodeURIComponent(words)}`, { headers: { Accept: 'application/json' } });
    if (answer.ok && number === asked) {
      show(await answer.json());
    }
  } catch (unreachable) {
    close();
  }
}

field.addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(ask, 150);
});
field.addEventListener('blur', close);
field.addEventListener('keydown', event => {
  if (list.hidden) {
    return;
  }
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    mark((chosen + step + candidates.length) % candidates.length);
  } else if (event.key === 'Enter' && chosen >= 0) {
    event.preventDefault();
    take(chosen);
  } else if (event.key === 'Escape') {
    close();
  }
});
