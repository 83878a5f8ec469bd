// What happened beside the tasks goes to the REST face; what was typed stays until it is kept.
'use strict';

function csrf() {
  const header = document.querySelector('meta[name=csrf-header]');
  const token = document.querySelector('meta[name=csrf-token]');
  return header && token ? { [header.content]: token.content } : {};
}

function body(form) {
  const values = {};
  for (const [name, value] of new FormData(form)) {
    if (value.trim() !== '' && name !== '_csrf') {
      put(values, name, name === 'at' ? new Date(value).toISOString() : value);
    }
  }
  return values;
}

// "wishes[0].contact" is the contact of the first of the wishes.
function put(values, name, value) {
  const steps = name.match(/[^.[\]]+/g);
  let place = values;
  steps.slice(0, -1).forEach((step, i) => {
    place[step] = place[step] || (/^\d+$/.test(steps[i + 1]) ? [] : {});
    place = place[step];
  });
  place[steps[steps.length - 1]] = value;
}

function clear(form) {
  form.querySelector('.summary').hidden = true;
  for (const error of form.querySelectorAll('[data-error]')) {
    error.hidden = true;
    error.textContent = '';
  }
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  }
}

function complain(form, problem) {
  const errors = problem.errors || [];
  const elsewhere = [];
  for (const { field, message } of errors) {
    const place = form.querySelector(`[data-error="${CSS.escape(field)}"]`);
    if (!place) {
      elsewhere.push(message);
      continue;
    }
    place.id = `${form.dataset.api}-${field}`.replace(/\W/g, '-');
    place.textContent = message;
    place.hidden = false;
    const around = place.closest('details');
    if (around) {
      around.open = true;
    }
    for (const input of form.querySelectorAll(`[name="${CSS.escape(field)}"]`)) {
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', place.id);
    }
  }
  const summary = form.querySelector('.summary');
  summary.textContent = elsewhere.join(' ')
    || (errors.length ? 'Please mend what is marked below.' : problem.detail || 'That did not work. Try again.');
  summary.hidden = false;
  summary.focus();
}

async function keep(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const button = form.querySelector('button[type=submit]');
  clear(form);
  button.disabled = true;
  try {
    const answer = await fetch(form.dataset.api, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...csrf() },
      body: JSON.stringify(body(form))
    });
    if (answer.ok) {
      location.reload();
      return;
    }
    const problem = await answer.json().catch(() => ({}));
    if (answer.status === 401) {
      problem.detail = 'You have been logged out. Log in again in another tab, then press the button once more.';
    }
    complain(form, problem);
  } catch (unreachable) {
    complain(form, { detail: 'Frontline cannot be reached. What you typed is still here; try again in a moment.' });
  }
  button.disabled = false;
}

for (const form of document.querySelectorAll('form.act')) {
  form.noValidate = true;
  form.addEventListener('submit', keep);
}
